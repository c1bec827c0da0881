"""The reader on many texts by other hands: what was gained is not lost again."""

from __future__ import annotations

from pathlib import Path

from grassroots.accuracy.scoring import score
from grassroots.accuracy.truth import cases

FOLDER = Path(__file__).with_name("cases")


def test_texts_by_other_hands() -> None:
    scored = score(cases(FOLDER), workers=1)
    found, surest = scored.whole, scored.bands[-1]
    assert found.wanted > 2_300
    assert (found.precision() or 0) >= 0.95 and (found.recall() or 0) >= 0.895
    assert (found.precision(strict=True) or 0) >= 0.93 and (found.recall(strict=True) or 0) >= 0.88
    # of the surest the reader says that 95 in 100 are right, and more
    assert surest.figures >= 300 and surest.strict >= 0.97 * surest.figures
