"""Training and communication: courses and people reached, by commune, topic and month, and the courses."""

from grassroots.widgets import (
    blocks,
    headline,
    measure_maps,
    measures,
    page_title,
    stacked,
    training_by_month,
    training_by_topic,
    training_by_unit,
    training_facts,
    training_list,
    units_without_training,
)
from grassroots.widgets.training import CODES

found = measures()
page_title("training", training_facts(found), source="source:tap_huan_lop")
headline(found, *CODES, more=units_without_training())
units, beside = blocks(16, 10, name="training", bordered=False)
by_unit, on_map = stacked(units, ["training_by_unit", "training_map"])
topics, months = stacked(beside, ["training_topics", "training_months"])
(courses,) = blocks(1, name="courses")
with by_unit:
    training_by_unit()
with courses:
    training_list()
with topics:
    training_by_topic()
with months:
    training_by_month()
with on_map:
    measure_maps(CODES)
