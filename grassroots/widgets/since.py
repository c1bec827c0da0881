"""What the figures say since something was concluded: then, now, and in the newest period."""

from __future__ import annotations

from dataclasses import dataclass

from grassroots import queries
from grassroots.conclusions import Then
from grassroots.indicators import indicators
from grassroots.names import indicator_name, measure_written, period_name
from grassroots.periods import Period
from grassroots.records import records
from grassroots.text import Language, t
from grassroots.widgets.data import reader
from grassroots.widgets.drawn import drawn
from grassroots.widgets.supposed import named


@dataclass(frozen=True, slots=True)
class Since:
    """A number then and now. ``now``: the same period as it is reported now; ``later``: the newest since.

    Values are in the indicator's unit, None where nothing is reported; ``period`` is that of ``later``.
    """

    then: Then
    now: float | None
    later: float | None
    period: str | None


def since(then: Then) -> Since:
    """Asks the store as it is now, whatever a meeting looks at and supposes."""
    key = ("since", reader().version, then)
    return drawn(key, lambda: _since(then))


def _since(then: Then) -> Since:
    end = Period.parse(then.period).days()[1]
    found = records(queries.run(reader(), "periods", place=then.unit_key), "periods")
    newer = [
        row["period"]
        for row in found
        if row["period"] != then.period and Period.parse(row["period"]).days()[1] > end
    ]
    for period in newer:  # newest first
        if (later := _value(then, period)) is not None:
            return Since(then, _value(then, then.period), later, period)
    return Since(then, _value(then, then.period), None, None)


def _value(then: Then, period: str) -> float | None:
    """The indicator of the place in a period, as it is reported now."""
    chosen = {"place": then.unit_key, "base": None, "only_confirmed": then.only_confirmed}
    rows = records(queries.run(reader(), "area_measures", period=period, **chosen), "area_measures")
    found = next((row["value"] for row in rows if row["indicator"] == then.indicator), None)
    return None if found is None else float(found)


def since_said(then: Then, language: Language) -> str | None:
    """It in words: ``Đơn quá hạn, xã Đồng Phú: lúc kết luận 6 (9 tháng năm 2026), nay 2``."""
    if then.indicator not in indicators():
        return None
    found = since(then)
    fields = {
        "name": indicator_name(then.indicator, language),
        "place": named(then.unit_key, language),
        "period": period_name(then.period, language),
        "then": _written(then.indicator, then.value, language),
    }
    if found.now is None:
        parts = [t("agenda.since.gone", language, **fields)]
    elif round(found.now, 4) == round(then.value, 4):
        parts = [t("agenda.since.same", language, **fields)]
    else:
        parts = [
            t("agenda.since.moved", language, **fields, now=_written(then.indicator, found.now, language))
        ]
    if found.later is not None and found.period is not None:
        value = _written(then.indicator, found.later, language)
        later = period_name(found.period, language)
        parts.append(t("agenda.since.later", language, period=later, value=value))
    return "; ".join(parts)


def _written(code: str, value: float, language: Language) -> str:
    return measure_written(code, {"value": value}, language)
