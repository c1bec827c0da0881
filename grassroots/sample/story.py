"""What the sample tells on purpose: who falls behind, who has not reported, whose sums do not add up.

Everything else is chance. Units are named by key, periods by code. All of it is illustrative: the units
are real, what is said of them is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# Share of petitions settled, over all units, before chance and the units below (by year and months).
RATE = {
    (2023, 6): 0.900, (2023, 12): 0.918, (2024, 6): 0.915, (2024, 12): 0.933, (2025, 6): 0.925,
    (2025, 9): 0.942, (2025, 12): 0.957, (2026, 3): 0.931, (2026, 6): 0.925, (2026, 9): 0.921,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Behind:
    """A unit that falls behind in 2026: share settled after 3, 6 and 9 months, and how much is overdue."""

    settled: tuple[float, float, float]
    overdue_of_open: float


BEHIND = {
    "2025-07:26377": Behind((0.90, 0.84, 0.79), 0.70),  # Phước Tân
    "2025-07:25993": Behind((0.91, 0.88, 0.85), 0.67),  # Trảng Dài
    "2025-07:26368": Behind((0.92, 0.90, 0.87), 0.60),  # Long Thành
    "2025-07:26485": Behind((0.91, 0.89, 0.86), 0.58),  # Nhơn Trạch
    "2025-07:25378": Behind((0.90, 0.85, 0.80), 0.75),  # Tân Lợi
}

# Who has not reported: four communes in the newest period, and now and then one before. The same ones are
# missing a year earlier (their predecessors in 6/2025), so that the years can be compared.
NOT_REPORTED = {
    "2023-m06": ("2020:25384",),
    "2025-m06": (
        "2025-01:26356", "2025-01:26359", "2025-01:26443", "2025-01:26446", "2025-01:26449",
    ),
    "2025-m09": ("2025-07:25225", "2025-07:26173", "2025-07:26359", "2025-07:26446"),
    "2026-q1": ("2025-07:25280", "2025-07:26215"),
    "2026-m06": ("2025-07:26359", "2025-07:26446"),
    "2026-m09": ("2025-07:25225", "2025-07:26173", "2025-07:26359", "2025-07:26446"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slip:
    """One figure of one report that a clerk got wrong: ``indicator`` is off by ``by``."""

    unit_key: str
    period: str
    indicator: str
    by: int


SLIPS = (
    Slip("2025-07:26461", "2026-m09", "tcd_vu_viec", 2),  # Xuân Định: regular and leaders are not all
    Slip("2025-07:26254", "2026-m09", "don_da_giai_quyet", 3),  # Bàu Hàm: settled and open are not accepted
    Slip("2025-07:25405", "2026-m09", "don_trong_han", -1),  # Bom Bo: in time and overdue are not open
    Slip("2025-07:26254", "2026-m06", "hoa_giai_thanh", 1),
    Slip("2025-01:26389", "2025-m06", "don_dang_giai_quyet", 1),
    Slip("2020:25369", "2024-year", "tcd_vu_viec", -1),
)

# Reports that came again with other figures: the first file says less settled than the second.
REVISED = (
    ("2025-07:26068", "2026-m09"), ("2025-07:25195", "2026-m06"), ("2025-07:26425", "2026-m09"),
    ("2025-07:26080", "2025-year"), ("2025-01:26242", "2025-m06"), ("2020:25393", "2024-year"),
    ("2025-01:25195", "2025-m06"), ("2025-07:26005", "2026-q1"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Beside:
    """A unit that sent the form and a narrative of one period; ``differs`` names what the form has else."""

    unit_key: str
    period: str
    differs: str | None


BESIDE = (
    Beside("2025-07:26041", "2026-m09", None),
    Beside("2025-07:25432", "2026-m09", "tap_huan_nguoi"),
    Beside("2025-07:26425", "2025-year", "tuyen_truyen_luot_nguoi"),
    Beside("2020:25363", "2024-year", None),
    Beside("2025-07:26248", "2026-m06", None),
    Beside("2025-07:26374", "2026-q1", None),
    Beside("2025-07:25210", "2025-m09", None),
    Beside("2025-01:26248", "2025-m06", None),
)

SourceKind = Literal["form", "narrative"]
# Kinds of file that the story needs; the others fall by chance.
KIND: dict[tuple[str, str], SourceKind] = {
    ("2025-07:25387", "2026-m09"): "narrative",  # an approximate figure
    ("2025-07:26296", "2026-m09"): "narrative",  # a stated rate that its own counts do not give
}
APPROXIMATE = {("2025-07:25387", "2026-m09"): "tuyen_truyen_luot_nguoi"}
WRONG_RATE = {("2025-07:26296", "2026-m09"): -0.8}  # percentage points
FALLEN = {("2025-07:26458", "2026-m09"): "tuyen_truyen_cuoc"}  # less than the six months' figure
NO_SCORE = ("2025-07:26170", "2025-07:25309", "2025-07:26113")
LATE = 0.06  # share of reports that come weeks late
NARRATIVE = 0.12  # share of reports that come as Word documents
# Share of points, before the criteria differ: the lowest and a few that stand out.
QUALITY = {
    "2025-07:25387": 0.69,  # Thuận Lợi
    "2025-07:25363": 0.78,  # Đồng Phú
    "2025-07:26215": 0.73,  # Phú Vinh
    "2025-07:25351": 0.98,  # Tân Quan
    "2025-07:26041": 0.965,  # Trấn Biên
}
