"""The reader on many texts by other hands: what was gained is not lost again."""

from __future__ import annotations

from pathlib import Path

from grassroots.accuracy.scoring import score
from grassroots.accuracy.truth import cases

FOLDER = Path(__file__).with_name("cases")


def test_texts_by_other_hands() -> None:
    found = score(cases(FOLDER), workers=1).whole
    assert found.wanted > 1_700
    assert (found.precision() or 0) >= 0.92 and (found.recall() or 0) >= 0.90
    assert (found.precision(strict=True) or 0) >= 0.89 and (found.recall(strict=True) or 0) >= 0.875
