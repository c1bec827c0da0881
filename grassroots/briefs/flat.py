"""The page's table by unit as CSV and Parquet, each row with what it is of: a flat file has no heading."""

from __future__ import annotations

import io
import json
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from grassroots import tables
from grassroots.briefs.asked import Asked
from grassroots.briefs.model import Column, Sheet
from grassroots.briefs.tidy import by_unit

_TYPES = {"count": pa.int64(), "decimal": pa.float64(), "percent": pa.float64(), "date": pa.date32()}


def csv(asked: Asked) -> bytes:
    """UTF-8 with its mark; titles in the reader's language, rates in percent, decimal points."""
    sheet = by_unit(asked)
    rows = [
        [asked.words(f"brief.{'yes' if value else 'no'}") if kind == "yes" and value is not None else value
         for value, kind in zip(row, _formats(sheet), strict=True)]
        for row in _values(sheet)
    ]  # fmt: skip
    names = [column.name for column in sheet.columns]
    found = pd.DataFrame(rows, columns=names, dtype=object)  # a count that is missing leaves counts whole
    titles = {column.name: _title(column) for column in sheet.columns}
    for name, value in _of(asked).items():
        found[name] = value
        titles[name] = asked.words(f"brief.column.{name}")
    return tables.csv(found, titles)


def parquet(asked: Asked) -> bytes:
    """Columns by the names of the query; titles, filters and the rest in the file's own metadata."""
    sheet = by_unit(asked)
    values = _values(sheet)
    arrays = [
        pa.array([row[at] for row in values], type=_type(column)) for at, column in enumerate(sheet.columns)
    ]
    names = [column.name for column in sheet.columns]
    for name, value in _of(asked).items():
        names.append(name)
        arrays.append(pa.array([value] * len(values), type=pa.string()))
    about = {"title": asked.title, "says": asked.says, "mark": asked.mark,
             "columns": {column.name: _title(column) for column in sheet.columns}}  # fmt: skip
    made = pa.table(arrays, names=names)
    made = made.replace_schema_metadata({"grassroots": json.dumps(about, ensure_ascii=False)})
    file = io.BytesIO()
    pq.write_table(made, file)
    return file.getvalue()


def _of(asked: Asked) -> dict[str, str]:
    """What every row says of itself: choice, coverage, date, and what it must not be taken for."""
    return {
        "filters": asked.filters,
        "coverage": asked.coverage,
        "updated": asked.dated,
        "supposed": asked.supposed or "",
        "mark": asked.mark or "",
    }


def _formats(sheet: Sheet) -> list[str]:
    return [column.format for column in sheet.columns]


def _title(column: Column) -> str:
    return f"{column.title} (%)" if column.format == "percent" else column.title


def _type(column: Column) -> Any:
    return pa.bool_() if column.format == "yes" else _TYPES.get(column.format, pa.string())


def _values(sheet: Sheet) -> list[list[Any]]:
    return [[_value(column, row) for column in sheet.columns] for row in sheet.rows]


def _value(column: Column, row: dict[str, Any]) -> Any:
    if column.share:
        part, whole = (row.get(name) for name in column.share)
        return None if part is None or not whole else round(100 * part / whole, 2)
    value = row.get(column.name)
    if column.format == "date" and value is not None:
        return value.date() if hasattr(value, "date") else value
    return value
