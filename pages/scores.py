"""Scores of communes: the map, the ranking, and where points are lost."""

from grassroots.widgets import (
    blocks,
    next_steps,
    no_scores,
    page_title,
    points_lost,
    score_details,
    score_totals_list,
    scores,
    scores_criteria,
    scores_facts,
    scores_map,
    scores_ranking,
    sheet_choice,
    stacked,
)

at = scores()
page_title("scores", scores_facts(at))
sheet_choice(at)
if at is None:
    no_scores()
else:
    where, who = blocks(11, 13, name="scores", bordered=False)
    on_map, lost = stacked(where, ["scores_map", "scores_lost"])
    ranking, criteria, steps = stacked(who, ["scores_ranking", "main_criteria", "scores_next"])
    with on_map:
        scores_map(at)
    with ranking:
        scores_ranking(at)
    with criteria:
        scores_criteria(at)
        score_details(at)
    with lost:
        points_lost(at)
    with steps:
        next_steps(at)
score_totals_list()
