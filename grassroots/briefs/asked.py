"""What somebody wants on paper: a page of a place and period, with everything it was read under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from grassroots import queries
from grassroots.names import period_heading, period_name, unit_heading, unit_name
from grassroots.records import records
from grassroots.text import Language, count, day, moment, t

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Asked:
    """One choice of place, period, base period and language, and the store that answers for it.

    ``place`` is a row of ``places.sql``. Under a scenario ``answers`` is the store as it would be,
    ``reported`` the store as it is, and ``scenario`` says in words what is supposed.
    """

    answers: queries.Answers
    reported: queries.Answers
    place: Row
    period: str
    base: str | None
    only_confirmed: bool
    language: Language
    page: str = "overview"
    scenario: str | None = None

    def rows(self, name: str, **own: Any) -> list[dict[str, Any]]:
        """The rows of ``queries/<name>.sql`` for this choice; ``own`` gives or replaces parameters."""
        return self._rows(self.answers, name, own)

    def rows_reported(self, name: str, **own: Any) -> list[dict[str, Any]]:
        """The same as reported, whatever is supposed: sources are about what was written."""
        return self._rows(self.reported, name, own)

    def _rows(self, answers: queries.Answers, name: str, own: dict[str, Any]) -> list[dict[str, Any]]:
        shared = {
            "place": self.place["unit_key"],
            "period": self.period,
            "base": self.base,
            "only_confirmed": self.only_confirmed,
        }
        known = {param.name for param in queries.query(name).params}
        given = {**{param: value for param, value in shared.items() if param in known}, **own}
        return records(queries.run(answers, name, **given), name)

    @cached_property
    def measures(self) -> dict[str, dict[str, Any]]:
        """``area_measures`` by indicator."""
        return {row["indicator"]: row for row in self.rows("area_measures")}

    @cached_property
    def foundation(self) -> Row:
        """What the figures rest on: the one row of ``footer.sql``."""
        return next(iter(self.rows_reported("footer")), {})

    @cached_property
    def illustrative(self) -> bool:
        """Whether any report below these figures, or those they stand beside, is illustrative."""
        periods = [self.period, *([self.base] if self.base else [])]
        return any(
            row["illustrative_reports"] for at in periods for row in self.rows_reported("footer", period=at)
        ) or any(row["illustrative"] for row in self.rows_reported("resolution_trend"))

    def words(self, key: str, /, **fields: object) -> str:
        return t(key, self.language, **fields)

    def count(self, value: float) -> str:
        return count(value, self.language)

    @property
    def place_name(self) -> str:
        return unit_name(self.place["name"], self.place["kind"], self.language)

    @property
    def place_heading(self) -> str:
        return unit_heading(self.place["name"], self.place["kind"], self.language)

    @property
    def period_name(self) -> str:
        return period_name(self.period, self.language)

    @property
    def communes(self) -> str:
        """What the place's communes are called together: ``xã, phường``."""
        return self.words(f"unit.communes_{self.place['vintage']}")

    @property
    def superior(self) -> str | None:
        """The name of the unit above, whose committee stands over the place's own; None for a province."""
        if self.place["level"] not in ("district", "commune"):
            return None
        places = self.rows_reported("places")
        above = next((row for row in places if row["unit_key"] == self.place["parent_key"]), None)
        return unit_name(above["name"], above["kind"], self.language) if above else None

    @property
    def title(self) -> str:
        return self.words("brief.title", place=self.place_name, period=self.period_name)

    @property
    def filters(self) -> str:
        """Place, period, base and the rest of the choice in words."""
        parts = [self.place_heading, period_heading(self.period, self.language)]
        if self.base:
            parts.append(self.words("map.still.against", period=period_name(self.base, self.language)))
        if self.only_confirmed:
            parts.append(self.words("map.still.confirmed"))
        return " · ".join(parts)

    @property
    def supposed(self) -> str | None:
        """That these are no reported results, and what is supposed; None where nothing is."""
        return f"{self.words('scenario.foot')}. {self.scenario}" if self.scenario else None

    @property
    def mark(self) -> str | None:
        """The illustrative mark, where it applies."""
        if not self.illustrative:
            return None
        return f"{self.words('page.sample.mark')}. {self.words('page.sample.warning')}"

    @property
    def coverage(self) -> str:
        """``91/95 xã, phường báo cáo; 93 báo cáo``."""
        row = self.foundation
        return self.words(
            "brief.coverage",
            reported=self.count(row.get("units_reported") or 0),
            expected=self.count(row.get("units_expected") or 0),
            communes=self.communes,
            reports=self.count(row.get("reports") or 0),
        )

    @property
    def decided(self) -> str:
        """How many figures somebody has confirmed."""
        row = self.foundation
        return self.words(
            "page.footer.figures",
            confirmed=self.count(row.get("figures_confirmed") or 0),
            unconfirmed=self.count(row.get("figures_unconfirmed") or 0),
        )

    @property
    def dated(self) -> str:
        """When the newest report or decision behind the figures came."""
        at = self.foundation.get("updated_at")
        return self.words("page.footer.updated", moment=moment(at, self.language)) if at is not None else ""

    @property
    def says(self) -> list[str]:
        """What stands on every sheet, slide and first page: choice, supposition, coverage, date."""
        lines = [
            self.supposed,
            self.filters,
            self.coverage,
            " · ".join(filter(None, (self.decided, self.dated))),
        ]
        return [line for line in lines if line]

    def report_words(self, row: Row) -> str:
        """A report as a source names it: ``Báo cáo số 179/BC-UBND ngày 9/10/2026 của xã …``."""
        number, issued = row.get("number"), row.get("issued_on")
        return self.words(
            "brief.report",
            number=number or "……",
            day=day(issued.date() if hasattr(issued, "date") else issued, self.language) if issued else "……",
            unit=unit_name(row["unit_name"], row["unit_kind"], self.language),
        )


def asked(
    answers: queries.Answers,
    unit_key: str,
    period: str,
    *,
    reported: queries.Answers | None = None,
    base: str | None = None,
    only_confirmed: bool = False,
    language: Language = "vi",
    page: str = "overview",
    scenario: str | None = None,
) -> Asked:
    """A choice by the unit's key. Raises ``KeyError`` for a unit that no report is of, above or below."""
    stored = reported or answers
    places = records(queries.run(stored, "places"), "places")
    place = next((row for row in places if row["unit_key"] == unit_key), None)
    if place is None:
        raise KeyError(unit_key)
    return Asked(answers, stored, place, period, base, only_confirmed, language, page, scenario)
