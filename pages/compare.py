"""Fair comparison: rates against chance, against their like, and against the year before."""

from grassroots.widgets import (
    blocks,
    compare_choices,
    compare_facts,
    compared,
    page_title,
    per_head,
    rate_funnel,
    rates_moved,
    rates_of_peers,
    rates_outside,
    stacked,
)

at = compared()
page_title("compare", compare_facts(at))
compare_choices(at)
picture, told = blocks(17, 10, name="compare", bordered=False)
funnel, moved, heads = stacked(picture, ["main_funnel", "compare_moved", "compare_per_head"])
outside, peers = stacked(told, ["compare_outside", "compare_peers"])
with funnel:
    rate_funnel(at)
with outside:
    rates_outside(at)
with peers:
    rates_of_peers(at)
with moved:
    rates_moved(at)
with heads:
    per_head()
