"""Review: figures of narrative reports beside the words they were read from; confirm, correct, reject."""

from grassroots.widgets import (
    blocks,
    figure_at_hand,
    many_at_once,
    page_title,
    review_facts,
    review_figures,
    review_queue,
    review_rows,
    review_text,
    stacked,
    under_review,
)

at = under_review()
page_title("review", review_facts())
review_queue(at)
if at is not None:
    deciding, reading = blocks(11, 13, name="review", bordered=False)
    hand, many, figures = stacked(deciding, ["main_figure", "review_all", "review_list"])
    (text,) = stacked(reading, ["review_original"])
    with hand:
        figure_at_hand(at)
    with many:
        many_at_once(at)
    with figures:
        review_figures(at)
    with text:
        review_text(at)
    review_rows(at)
