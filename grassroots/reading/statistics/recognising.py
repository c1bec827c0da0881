"""Which layout a sheet's table has, and what is said of one that has none."""

from __future__ import annotations

from dataclasses import dataclass

from grassroots.forms.cells import Problems
from grassroots.reading.model import Place
from grassroots.reading.statistics.columns import Fit, fit
from grassroots.reading.statistics.grid import Sheet
from grassroots.reading.statistics.heading import Heading, heading_of
from grassroots.reading.statistics.layouts import Form
from grassroots.reading.statistics.naming import Said, titled

_UNLIKE = 0.4  # share of a form's columns below which a table is another layout, not a spoilt one


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a known form on a sheet."""

    sheet: Sheet
    said: Said
    heading: Heading
    fit: Fit

    @property
    def form(self) -> Form:
        return self.fit.form


@dataclass(frozen=True, slots=True)
class Unknown:
    """A table that says it is an official form of which there is no layout."""

    code: str  # form_unknown, circular_unknown
    name: str  # "01/TCD", or the title
    circular: str
    place: Place


def recognise(
    sheet: Sheet, said: Said, forms: tuple[Form, ...], year: int | None, problems: Problems
) -> Table | Unknown | None:
    """The table of a form; None where the sheet is no official form. Adds a problem for each wrong heading.

    ``year``: of the last day covered; decides between circulars whose forms are the same.
    """
    named = said.code or said.title
    known = _of_circular(said, forms)
    candidates = [form for form in known if form.form == said.code or titled(said, form)]
    if (said.code and not candidates) or (named and not known):
        code = "circular_unknown" if said.circular else "form_unknown"
        place = said.code_place or Place(sheet=sheet.name)
        return Unknown(code, said.code or said.title or "", said.circular or "", place)
    tables = [
        Table(sheet, said, heading, fit(sheet, heading, form))
        for form in candidates or known
        if (heading := heading_of(sheet, form, said.table)) is not None
    ]
    best = max(tables, key=lambda table: _rank(table, said, year), default=None)
    if not candidates:
        return best if best is not None and not best.fit.misfits else None
    if best is None:
        problems.add("no_heading", Place(sheet=sheet.name), form=candidates[0].form)
    elif best.fit.share < _UNLIKE:
        _add_unlike(best, candidates, problems)
    else:
        for misfit in best.fit.misfits:
            place = misfit.place or Place(sheet=sheet.name)
            problems.add(misfit.code, place, form=best.form.form, **misfit.details)
    return best


def _of_circular(said: Said, forms: tuple[Form, ...]) -> list[Form]:
    return [form for form in forms if said.circular in (None, form.circular)]


def _rank(table: Table, said: Said, year: int | None) -> tuple[bool, float, bool, bool, int]:
    form = table.form
    in_time = year is None or form.first_year <= year
    fits = not table.fit.misfits
    return fits, table.fit.share, form.form == said.code, in_time, form.first_year


def _add_unlike(best: Table, candidates: list[Form], problems: Problems) -> None:
    first = best.fit.misfits[0]
    problems.add(
        "layout_unknown",
        best.said.code_place or Place(sheet=best.sheet.name),
        form=best.form.form,
        known=", ".join(dict.fromkeys(form.circular for form in candidates)),
        count=len(best.fit.misfits),
        expected=first.details.get("expected", ""),
    )
