"""Measures of a resolution: units × measures, each cell with the figures it rests on."""

from grassroots.widgets import (
    blocks,
    measure_evidence,
    measures_facts,
    measures_matrix,
    page_title,
    reporting_calendar,
    resolution_choice,
)

page_title("measures", measures_facts())
resolution_choice()
matrix, evidence = blocks(17, 10, name="measures")
with matrix:
    measures_matrix()
with evidence:
    measure_evidence()
(calendar,) = blocks(1, name="regime")
with calendar:
    reporting_calendar()
