"""Supervision and taking part: inspections, boards, conferences, consultations, votes, dialogues, portals."""

from grassroots.widgets import (
    blocks,
    measure_maps,
    measures,
    page_title,
    participation_facts,
    topic_by_unit,
    topic_choice,
    topic_columns,
    topic_lists,
    topic_numbers,
)

page_title("participation", participation_facts())
topic_choice()
topic_numbers(measures())
(by_unit,) = blocks(1, name="participation")
(on_map,) = blocks(1, name="participation_map")
with by_unit:
    topic_by_unit()
with on_map:
    measure_maps(topic_columns())
topic_lists()
