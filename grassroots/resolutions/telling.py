"""Every clause of every resolution as one Markdown page: what shows it, and what no report could show."""

from __future__ import annotations

from collections.abc import Iterator

from grassroots.indicators import indicator
from grassroots.resolutions.files import resolutions
from grassroots.resolutions.model import REPORTING, Aim, Clause, Resolution
from grassroots.text import t

SHOWN_BY = {  # subject of an indicator → query and page that show it beside the page of measures
    "reception": ("reception_by_kind", "complaints"),
    "petitions": ("complaint_resolution_by_unit", "complaints"),
    "training": ("training_by_unit", "training"),
    "communication": ("training_by_unit", "training"),
    "models": ("models_by_unit", "models"),
    "awards": ("models_by_unit", "models"),
    "scores": ("unit_measures", "participation"),
    "inspection": ("unit_measures", "participation"),
    "violations": ("unit_measures", "participation"),
    "boards": ("unit_measures", "participation"),
    "conferences": ("unit_measures", "participation"),
    "consultation": ("unit_measures", "participation"),
    "dialogue": ("unit_measures", "participation"),
    "digital": ("unit_measures", "participation"),
}
EVERY = ("area_measures", "unit")  # every indicator of one place
REPORTS = ("reporting_calendar", "measures")


def clauses_page() -> str:
    """The whole of ``docs/measured_clauses.md``."""
    parts = [_HEAD, *(_section(one) for one in resolutions().values())]
    return "\n".join(parts)


_HEAD = """# Measured clauses

Made from `data/reference/resolutions/` by `python -m grassroots resolutions --table`; a test holds the two
together.

What a clause asks is said in our own words. *Shown by* names the indicators of
`data/reference/indicators.csv` and, in brackets, the number the clause asks. Every clause stands on the page
*Biện pháp / Measures* (`pages/measures.py`), its figures from `queries/clause_evidence.sql`, its status from
`queries/measure_status.sql`; *also* names the query and page that show an indicator's subject. A clause
without an indicator is one that no report could show, with the reason.
"""


def _section(one: Resolution) -> str:
    shown = [clause for measure in one.measures for clause in measure.clauses if clause.aims]
    total = sum(len(measure.clauses) for measure in one.measures)
    kind = t(f"resolution.kind.{one.kind}", "vi")
    lines = [
        f"\n## {kind} {one.number or '(chưa có số)'}, {one.issuer.vi}\n",
        f"{one.title.en}. Read in: {one.read_in.en}.",
        f"{len(one.measures)} measures, {total} clauses; {len(shown)} can be measured, "
        f"{total - len(shown)} cannot.\n",
    ]
    for measure in one.measures:
        lines += [f"### {measure.cite.said('vi')}: {measure.title.vi} / {measure.title.en}\n", *_TABLE]
        lines += [_row(clause) for clause in measure.clauses]
        lines.append("")
    return "\n".join(lines)


_TABLE = (
    "| clause | what it asks | shown by | also (query, page) | what no report shows |",
    "|---|---|---|---|---|",
)


def _row(clause: Clause) -> str:
    unseen = clause.not_shown.en if clause.not_shown else ""
    cells = (
        clause.cite.said("vi"),
        clause.says.en,
        "<br>".join(_aim(aim) for aim in clause.aims) or "**nothing**",
        "<br>".join(dict.fromkeys(_also(clause))),
        unseen,
    )
    return f"| {' | '.join(cells)} |"


def _aim(aim: Aim) -> str:
    if aim.indicator == REPORTING:
        return "the report of the period"
    if aim.at_least is None:
        return f"`{aim.indicator}`"
    unit = " %" if indicator(aim.indicator).unit_vi == "%" else ""
    return f"`{aim.indicator}` (≥ {aim.at_least:g}{unit}{', by the end of the year' * (aim.due == 'year')})"


def _also(clause: Clause) -> Iterator[str]:
    for aim in clause.aims:
        subject = None if aim.indicator == REPORTING else indicator(aim.indicator).subject
        query, page = REPORTS if subject is None else SHOWN_BY.get(subject, EVERY)
        yield f"`{query}`, *{page}*"
    for name in clause.lists:
        yield f"`{name}`, *participation*"
