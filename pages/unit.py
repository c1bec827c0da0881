"""One unit: everything known of it on one page."""

from grassroots.widgets import (
    blocks,
    consultations_list,
    headline,
    inspections_list,
    measures,
    no_scores,
    page_title,
    petition_stages,
    petitions_by_kind,
    place_history,
    reception_by_kind,
    resolution_trend,
    scores,
    scores_criteria,
    stacked,
    unit_entries,
    unit_facts,
    unit_links,
    unit_measures,
    unit_reports,
    unit_score,
)
from grassroots.widgets.unit_page import CODES

found, scored = measures(), scores()
page_title("unit", unit_facts(found), source="source:ty_le_giai_quyet")
unit_links("above", "before", "after")
headline(found, *CODES, more=unit_score(scored))
left, right = blocks(14, 11, name="unit", bordered=False)
history, trend, every, reports = stacked(
    left, ["unit_history", "unit_trend", "unit_measures", "unit_reports"]
)
stages, kinds, reception, criteria, entries = stacked(
    right, ["unit_stages", "unit_kinds", "unit_reception", "unit_criteria", "unit_entries"]
)
with history:
    place_history()
with trend:
    resolution_trend(found)
with every:
    unit_measures(found)
with reports:
    unit_reports()
with stages:
    petition_stages()
with kinds:
    petitions_by_kind()
with reception:
    reception_by_kind()
with criteria:
    if scored:
        scores_criteria(scored)
    else:
        no_scores()
with entries:
    unit_entries()
inspections_list()
consultations_list()
unit_links("below", "beside")
