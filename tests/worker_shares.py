"""How tests are shared out among the workers of ``make test``: by file, so that what a file sets up is set up
once, and the longest first, so that no worker ends with one while the others have nothing left to do."""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

BROWSER = "tests/browser/"
# One share for all of them: they look at one server and one store. Then by the seconds that files take.
LONGEST_FIRST = (
    BROWSER,
    "tests/sample/test_sample_loading.py",
    "tests/store/test_killed.py",
    "tests/store/test_loading.py",
    "tests/test_first_start.py",
    "tests/reading/test_published.py",
    "tests/pages/test_review.py",
)


class Shares(LoadFileScheduling):
    """A file is a share, and so are all browser tests together. (The mark ``xdist_group`` would say that too,
    but pytest-xdist 3.8 writes it into an attribute that pytest 9.2 no longer reads.)"""

    def _split_scope(self, nodeid: str) -> str:
        return BROWSER if nodeid.startswith(BROWSER) else super()._split_scope(nodeid)

    def _assign_work_unit(self, node: WorkerController) -> None:
        longest = next((share for share in LONGEST_FIRST if share in self.workqueue), None)
        if longest is not None:
            self.workqueue.move_to_end(longest, last=False)
        super()._assign_work_unit(node)
