"""The units as the two packages give them, each vintage as rows of codes, with wrong centres put right.

Only data files are read, neither package is imported: ``vietnamadminunits`` would ask the internet for a
place when given a street.
"""

from __future__ import annotations

import csv
import sqlite3
from dataclasses import dataclass, replace
from importlib.metadata import distribution
from pathlib import Path
from typing import Any


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
