"""Review: a report's original with every figure marked in it; confirm, correct, reject, add, undo."""

from grassroots.widgets import (
    page_title,
    review_desk,
    review_facts,
    review_queue,
    review_rows,
    under_review,
)

at = under_review()
page_title("review", review_facts())
review_queue(at)
if at is not None:
    review_desk(at)
    review_rows(at)
