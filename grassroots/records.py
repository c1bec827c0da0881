"""The answer to a question as rows of plain values."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd

from grassroots import queries


def records(found: pd.DataFrame, name: str) -> list[dict[str, Any]]:
    """Rows of the query ``name`` as plain values: what is missing is None, bigint int, a list a list."""
    whole = _whole_numbers(name)
    columns = {
        str(column): [
            None if missing else int(value) if column in whole else _plain(value)
            for value, missing in zip(found[column].tolist(), _missing(found[column]), strict=True)
        ]
        for column in found.columns
    }
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _plain(value: Any) -> Any:
    return value.tolist() if hasattr(value, "tolist") else value  # a list column holds arrays


def _missing(column: pd.Series) -> list[bool]:
    missing: list[bool] = column.isna().tolist()
    return missing


@cache
def _whole_numbers(name: str) -> frozenset[str]:
    return frozenset(one.name for one in queries.query(name).columns if one.type in ("bigint", "integer"))
