"""What if: what is supposed at the left, the outcome beside the figures as reported at the right."""

from grassroots.widgets import (
    aims,
    both_maps,
    changed_communes,
    composite_ranking,
    confirmed_choice,
    goal_seek,
    preset_choice,
    saved_scenarios,
    settling,
    silent_communes,
    weights,
    what_if,
    what_if_cards,
    what_if_foot,
    what_if_title,
)

what_if(
    controls=(preset_choice, settling, aims, silent_communes, confirmed_choice, weights),
    head=(what_if_title, what_if_cards),
    blocks=((both_maps, changed_communes), (goal_seek, composite_ranking), (saved_scenarios,)),
    foot=what_if_foot,
)
