"""All that draws with Streamlit: filters, headline numbers, the source panel, notices.

A page imports from here alone; README.md in this folder says how one is composed.
"""

from grassroots.widgets.actions import go
from grassroots.widgets.agendas import agenda_bar, agenda_facts, agenda_list
from grassroots.widgets.attention import attention
from grassroots.widgets.blocks import block_head, blocks, stacked
from grassroots.widgets.clickable import clickable
from grassroots.widgets.compare import compare_choices, compare_facts, compared
from grassroots.widgets.compare_blocks import rate_funnel, rates_moved, rates_of_peers, rates_outside
from grassroots.widgets.composite import composite_ranking, weights
from grassroots.widgets.concluding import open_conclusions
from grassroots.widgets.data import frame, measures, records, rows
from grassroots.widgets.desk import review_desk
from grassroots.widgets.drawn import drawn
from grassroots.widgets.form_download import form_download, sample_offer
from grassroots.widgets.headline import Number, either, headline, number
from grassroots.widgets.history import place_history
from grassroots.widgets.measure_maps import measure_maps
from grassroots.widgets.measures_choice import resolution_choice
from grassroots.widgets.measures_evidence import measure_evidence
from grassroots.widgets.measures_matrix import measures_facts, measures_matrix
from grassroots.widgets.models import awards_list, model_stages, models_by_unit, models_facts, models_map
from grassroots.widgets.named import consultations_list, inspections_list, score_totals_list
from grassroots.widgets.notices import nothing
from grassroots.widgets.one_commune import goal_seek
from grassroots.widgets.outlines import outlines_upload
from grassroots.widgets.overview import communes_at_standard, overview_facts
from grassroots.widgets.participation import (
    participation_facts,
    topic_by_unit,
    topic_choice,
    topic_columns,
    topic_lists,
    topic_numbers,
)
from grassroots.widgets.per_head import per_head
from grassroots.widgets.petitions import (
    complaints_facts,
    petition_stages,
    petitions_by_kind,
    rates_by_unit,
    reception_by_kind,
)
from grassroots.widgets.rate_map import rate_map
from grassroots.widgets.reader_note import reader_note
from grassroots.widgets.render import render
from grassroots.widgets.report_list import contradictions, not_reported, report_list, reports_facts
from grassroots.widgets.reporting_calendar import reporting_calendar
from grassroots.widgets.review import review_facts, review_queue, under_review
from grassroots.widgets.review_rows import review_rows
from grassroots.widgets.saved_scenarios import saved_scenarios
from grassroots.widgets.scores import no_scores, scores, scores_facts, sheet_choice
from grassroots.widgets.scores_blocks import scores_criteria, scores_map, scores_ranking
from grassroots.widgets.scores_details import score_details
from grassroots.widgets.scores_losses import next_steps, points_lost
from grassroots.widgets.sources import source_detail, source_list, sources_facts
from grassroots.widgets.table import download, table
from grassroots.widgets.titles import page_title
from grassroots.widgets.training import (
    training_by_month,
    training_by_topic,
    training_by_unit,
    training_facts,
    training_list,
    units_without_training,
)
from grassroots.widgets.trend import resolution_trend
from grassroots.widgets.unit_page import (
    unit_entries,
    unit_facts,
    unit_links,
    unit_measures,
    unit_reports,
    unit_score,
)
from grassroots.widgets.uploads import upload
from grassroots.widgets.view import choose, chosen, view, words
from grassroots.widgets.what_if import what_if
from grassroots.widgets.what_if_controls import (
    aims,
    confirmed_choice,
    preset_choice,
    settling,
    silent_communes,
)
from grassroots.widgets.what_if_maps import both_maps
from grassroots.widgets.what_if_outcome import changed_communes, what_if_cards, what_if_foot, what_if_title

__all__ = [
    "Number",
    "agenda_bar",
    "agenda_facts",
    "agenda_list",
    "aims",
    "attention",
    "awards_list",
    "block_head",
    "blocks",
    "both_maps",
    "changed_communes",
    "choose",
    "chosen",
    "clickable",
    "communes_at_standard",
    "compare_choices",
    "compare_facts",
    "compared",
    "complaints_facts",
    "composite_ranking",
    "confirmed_choice",
    "consultations_list",
    "contradictions",
    "download",
    "drawn",
    "either",
    "form_download",
    "frame",
    "go",
    "goal_seek",
    "headline",
    "inspections_list",
    "measure_evidence",
    "measure_maps",
    "measures",
    "measures_facts",
    "measures_matrix",
    "model_stages",
    "models_by_unit",
    "models_facts",
    "models_map",
    "next_steps",
    "no_scores",
    "not_reported",
    "nothing",
    "number",
    "open_conclusions",
    "outlines_upload",
    "overview_facts",
    "page_title",
    "participation_facts",
    "per_head",
    "petition_stages",
    "petitions_by_kind",
    "place_history",
    "points_lost",
    "preset_choice",
    "rate_funnel",
    "rate_map",
    "rates_by_unit",
    "rates_moved",
    "rates_of_peers",
    "rates_outside",
    "reader_note",
    "reception_by_kind",
    "records",
    "render",
    "report_list",
    "reporting_calendar",
    "reports_facts",
    "resolution_choice",
    "resolution_trend",
    "review_desk",
    "review_facts",
    "review_queue",
    "review_rows",
    "rows",
    "sample_offer",
    "saved_scenarios",
    "score_details",
    "score_totals_list",
    "scores",
    "scores_criteria",
    "scores_facts",
    "scores_map",
    "scores_ranking",
    "settling",
    "sheet_choice",
    "silent_communes",
    "source_detail",
    "source_list",
    "sources_facts",
    "stacked",
    "table",
    "topic_by_unit",
    "topic_choice",
    "topic_columns",
    "topic_lists",
    "topic_numbers",
    "training_by_month",
    "training_by_topic",
    "training_by_unit",
    "training_facts",
    "training_list",
    "under_review",
    "unit_entries",
    "unit_facts",
    "unit_links",
    "unit_measures",
    "unit_reports",
    "unit_score",
    "units_without_training",
    "upload",
    "view",
    "weights",
    "what_if",
    "what_if_cards",
    "what_if_foot",
    "what_if_title",
    "words",
]
