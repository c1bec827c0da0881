"""Points of the "Chính quyền thân thiện" sheet, criterion by criterion, in half points.

What applies differs: a commune without land recovery has 90 points at most, one with little of it 95, and
Đồng Phú's communes had 80,5 as their district's published report says.
"""

from __future__ import annotations

from grassroots.forms.catalogue import score_sheets
from grassroots.forms.content import Score
from grassroots.periods import Period
from grassroots.sample import story
from grassroots.sample.chance import Chance
from grassroots.units import Unit

SHEET = "cqtt_minh_hoa"
_PERIODS_SCORED = ("m09", "year")
_WEAK = {"dich_vu_cong": -0.11, "dan_giam_sat": -0.05}  # where communes lose most
_YEARLY = {2023: 0.0, 2024: 0.02, 2025: 0.0, 2026: 0.022}


def scores(unit: Unit, period: Period) -> tuple[Score, ...]:
    """The criteria's points in a period that is scored; none otherwise."""
    if period.name not in _PERIODS_SCORED or unit.unit_key in story.NO_SCORE:
        return ()
    quality = 0.862 + 0.066 * Chance("quality", unit.unit_key).normal()
    quality += _YEARLY[period.year] + 0.008 * Chance("quality", unit.unit_key, period.code).normal()
    quality = story.QUALITY.get(unit.unit_key, quality)
    return tuple(
        _criterion(unit, period, criterion.code, criterion.maximum, quality)
        for criterion in score_sheets()[SHEET].criteria
    )


def _criterion(unit: Unit, period: Period, code: str, maximum: float, quality: float) -> Score:
    applies = _applies(unit, code, maximum)
    if applies is None:
        return Score(code, applicable=False)
    lasting = 0.05 * Chance("criterion", unit.unit_key, code).normal()
    now = 0.012 * Chance("criterion", unit.unit_key, code, period.code).normal()
    share = quality + _WEAK.get(code, 0.03) + lasting + now
    points = round(2 * applies * min(1.0, max(0.3, share))) / 2
    return Score(code, points=points, maximum=None if applies == maximum else applies)


def _applies(unit: Unit, code: str, maximum: float) -> float | None:
    """The maximum of a criterion that applies to a unit; None where the criterion does not."""
    if unit.vintage == "2020":
        return {"thu_hoi_dat": None, "dich_vu_cong": 10.5}.get(code, maximum)
    if code == "thu_hoi_dat":
        return Chance("land", unit.unit_key).pick((10.0, 10.0, 5.0, 5.0, None))
    return maximum


def score_values(given: tuple[Score, ...]) -> dict[str, float]:
    """The total and what applies, as the two indicators of the sheet."""
    maxima = {criterion.code: criterion.maximum for criterion in score_sheets()[SHEET].criteria}
    applied = [score for score in given if score.applicable]
    if not applied:
        return {}
    return {
        "cqtt_diem": sum(score.points or 0 for score in applied),
        "cqtt_diem_toi_da": sum(score.maximum or maxima[score.criterion] for score in applied),
    }
