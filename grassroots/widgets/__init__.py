"""All that draws with Streamlit: filters, headline numbers, the source panel, notices.

A page imports from here alone; README.md in this folder says how one is composed.
"""

from grassroots.widgets.actions import go
from grassroots.widgets.attention import attention
from grassroots.widgets.blocks import block_head, blocks, stacked
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import frame, measures, records, rows
from grassroots.widgets.drawn import drawn
from grassroots.widgets.headline import Number, headline, number
from grassroots.widgets.notices import nothing
from grassroots.widgets.overview import communes_at_standard, overview_facts
from grassroots.widgets.petitions import (
    complaints_facts,
    petition_stages,
    petitions_by_kind,
    rates_by_unit,
    reception_by_kind,
)
from grassroots.widgets.rate_map import map_and_legend, rate_map
from grassroots.widgets.render import render
from grassroots.widgets.scores import no_scores, scores, scores_facts, sheet_choice
from grassroots.widgets.scores_blocks import scores_criteria, scores_map, scores_ranking
from grassroots.widgets.sources import source_detail, source_list, sources_facts
from grassroots.widgets.table import download, table
from grassroots.widgets.titles import page_title
from grassroots.widgets.trend import resolution_trend
from grassroots.widgets.view import choose, chosen, view, words

__all__ = [
    "Number",
    "attention",
    "block_head",
    "blocks",
    "choose",
    "chosen",
    "clickable",
    "communes_at_standard",
    "complaints_facts",
    "download",
    "drawn",
    "frame",
    "go",
    "headline",
    "map_and_legend",
    "measures",
    "no_scores",
    "nothing",
    "number",
    "overview_facts",
    "page_title",
    "petition_stages",
    "petitions_by_kind",
    "rate_map",
    "rates_by_unit",
    "reception_by_kind",
    "records",
    "render",
    "resolution_trend",
    "rows",
    "scores",
    "scores_criteria",
    "scores_facts",
    "scores_map",
    "scores_ranking",
    "sheet_choice",
    "source_detail",
    "source_list",
    "sources_facts",
    "stacked",
    "table",
    "view",
    "words",
]
