"""Models and commendations: the stages of models, who was commended, by commune, on the map, and by name."""

from grassroots.widgets import (
    awards_list,
    blocks,
    headline,
    measures,
    model_stages,
    models_by_unit,
    models_facts,
    models_map,
    page_title,
    stacked,
)
from grassroots.widgets.models import CODES

found = measures()
page_title("models", models_facts(found), source="source:mo_hinh_cong_nhan")
headline(found, *CODES)
units, beside = blocks(14, 12, name="models", bordered=False)
stages, by_unit = stacked(units, ["models_stages", "models_units"])
(where,) = stacked(beside, ["models_map"])
(awards,) = blocks(1, name="awards")
with stages:
    model_stages(found)
with by_unit:
    models_by_unit()
with where:
    models_map()
with awards:
    awards_list()
