"""Resolutions of ``data/reference/resolutions`` as rows of their tables."""

from __future__ import annotations

from grassroots.resolutions import Clause, Resolution, resolutions
from grassroots.store.rows import Row

TABLES = ("resolution", "resolution_place", "resolution_measure", "resolution_clause", "clause_aim")


def rows_by_table() -> dict[str, list[Row]]:
    """The rows of every table, in the order of :data:`TABLES`. Raises ResolutionFault."""
    tables: dict[str, list[Row]] = {table: [] for table in TABLES}
    for position, one in enumerate(resolutions().values(), start=1):
        tables["resolution"].append(_resolution(one, position))
        tables["resolution_place"] += [{"resolution": one.code, "unit_key": place} for place in one.places]
        for number, measure in enumerate(one.measures, start=1):
            key = {"resolution": one.code, "measure": measure.cite.code, "position": number}
            said = {"title_vi": measure.title.vi, "title_en": measure.title.en}
            cited = {"cite_vi": measure.cite.said("vi"), "cite_en": measure.cite.said("en")}
            tables["resolution_measure"].append({**key, **cited, **said})
        clauses = [(measure.cite.code, clause) for measure in one.measures for clause in measure.clauses]
        for number, (within, clause) in enumerate(clauses, start=1):
            tables["resolution_clause"].append(_clause(one.code, within, clause, number))
            tables["clause_aim"] += _aims(one.code, clause)
    return tables


def _resolution(one: Resolution, position: int) -> Row:
    return {
        "resolution": one.code,
        "position": position,
        "kind": one.kind,
        "number": one.number,
        "title_vi": one.title.vi,
        "title_en": one.title.en,
        "issuer_vi": one.issuer.vi,
        "issuer_en": one.issuer.en,
        "issued_on": one.issued_on,
        "valid_from": one.valid_from,
        "valid_to": one.valid_to,
        "carries_out": one.carries_out,
        "read_in_vi": one.read_in.vi,
        "read_in_en": one.read_in.en,
    }


def _clause(resolution: str, measure: str, clause: Clause, position: int) -> Row:
    unseen = clause.not_shown
    return {
        "resolution": resolution,
        "clause": clause.cite.code,
        "measure": measure,
        "position": position,
        "cite_vi": clause.cite.said("vi"),
        "cite_en": clause.cite.said("en"),
        "says_vi": clause.says.vi,
        "says_en": clause.says.en,
        "responsible_vi": clause.responsible.vi,
        "responsible_en": clause.responsible.en,
        "lists": list(clause.lists),
        "not_shown_vi": unseen.vi if unseen else None,
        "not_shown_en": unseen.en if unseen else None,
        "valid_from": clause.valid_from,
        "valid_to": clause.valid_to,
    }


def _aims(resolution: str, clause: Clause) -> list[Row]:
    return [
        {
            "resolution": resolution,
            "clause": clause.cite.code,
            "indicator": aim.indicator,
            "position": position,
            "at_least": aim.at_least,
            "due": aim.due,
            "because_vi": aim.because.vi if aim.because else None,
            "because_en": aim.because.en if aim.because else None,
        }
        for position, aim in enumerate(clause.aims, start=1)
    ]
