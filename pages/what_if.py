"""What if: what is supposed at the left, the outcome beside the figures as reported at the right."""

from grassroots.widgets import (
    aims,
    changed_communes,
    confirmed_choice,
    preset_choice,
    saved_scenarios,
    settling,
    silent_communes,
    what_if,
    what_if_cards,
    what_if_foot,
    what_if_title,
)

what_if(
    controls=(preset_choice, settling, aims, silent_communes, confirmed_choice),
    head=(what_if_title, what_if_cards),
    blocks=((changed_communes,), (what_if_foot,), (saved_scenarios,)),
)
