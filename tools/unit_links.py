"""What became of each unit at the turn of a vintage: one link for each old unit and new one it went into."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from grassroots.units.spelling import fold, loose
from tools.unit_sources import Row, Rows

Link = tuple[str, str, bool, str]
"""Old code, new code, whether the whole of the old unit went there, note."""


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
                note = "main part" if part["isDefaultNewWard"] else ""
                links.append((old[key], new[province, part["newWardKey"]], False, note))
    return links


def former_names(database: sqlite3.Connection) -> dict[str, set[str]]:
    """The former names that the source records with communes of 2025-01: kind and name without spaces."""
    return {
        r["wardCode"]: set(json.loads(r["wardAlias"]))
        for r in database.execute(
            "select wardCode, wardAlias from admin_units_legacy where wardAlias is not null"
        )
        if r["wardCode"]
    }


class EarlierLinks:
    """What became of the units of 2020 at the mergers up to 1 January 2025.

    No source says it outright. In this order: the same code; the list kept by hand; a former name recorded
    with a commune of the same district, or of a district that the old one's other communes lie in now; a
    commune of that name there under another code.
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
        key = fold((row.kind + row.name).replace(" ", ""))
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


def read_by_hand(path: Path) -> dict[str, tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["old_code"]: (row["new_code"], row["reason"]) for row in csv.DictReader(file)}
