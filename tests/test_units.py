"""Rules that the units of every vintage keep, each by its name."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections import Counter
from datetime import date
from itertools import groupby
from math import cos, hypot, radians

import numpy as np
import pytest
import shapely

from grassroots import units
from grassroots.units import VINTAGES, Unit

# Islands and archipelagos, whose centres rightly lie far from any other commune's.
FAR_ISLANDS = {
    "Trường Sa", "Hoàng Sa", "Sinh Tồn", "Song Tử Tây", "Côn Đảo", "Thổ Châu", "Bạch Long Vĩ", "Phú Quý",
    "Phú Quốc", "Lý Sơn", "Cô Tô", "Cồn Cỏ", "Kiên Hải", "Lại Sơn",
}  # fmt: skip


def of(vintage: str, level: str) -> list[Unit]:
    return [each for each in units.all_units() if (each.vintage, each.level) == (vintage, level)]


def names(found: list[Unit]) -> set[str]:
    return {each.full_name for each in found}


def codes(found: list[Unit]) -> set[str]:
    return {each.code for each in found}


@pytest.mark.parametrize(
    ("vintage", "provinces", "districts", "communes"),
    [("2020", 63, 705, 10_599), ("2025-01", 63, 696, 10_035), ("2025-07", 34, 0, 3_321)],
)
def test_a_vintage_has_as_many_units_as_the_country_had(vintage, provinces, districts, communes):
    found = [len(of(vintage, level)) for level in ("province", "district", "commune")]
    assert found == [provinces, districts, communes]


@pytest.mark.parametrize(("vintage", "communes"), [("2020", 177), ("2025-01", 171), ("2025-07", 54)])
def test_quang_ninh_has_its_communes(vintage, communes):
    assert len(units.communes_of(f"{vintage}:22")) == communes


def test_dong_nai_has_95_communes_since_july_2025():
    assert len(units.communes_of("2025-07:75")) == 95


def test_every_unit_of_an_old_vintage_has_a_successor_and_no_current_one_has():
    for each in units.all_units():
        assert bool(units.successors(each.unit_key)) == (each.vintage != "2025-07"), each


def test_every_unit_of_a_later_vintage_comes_from_one_of_the_vintage_before():
    without = [
        each for each in units.all_units() if each.vintage != "2020" and not units.predecessors(each.unit_key)
    ]
    # Made by the turn of 2024 to 2025 out of units that the sources keep under their own codes.
    assert {each.full_name for each in without if each.level != "commune"} <= {"thị xã Chũ", "quận Phú Xuân"}
    assert {each.code for each in without if each.level == "commune"} == {"03980", "03983", "03984"}


def test_succession_joins_neighbouring_vintages_of_units_that_exist():
    for old, new, _whole, _note in units.succession():
        assert VINTAGES.index(units.unit(new).vintage) == VINTAGES.index(units.unit(old).vintage) + 1


def test_succession_stays_on_its_level_but_for_island_districts_without_communes():
    crossing = {
        units.unit(old).name
        for old, new, *_ in units.succession()
        if units.unit(old).level != units.unit(new).level
    }
    assert crossing == {"Bạch Long Vĩ", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn", "Côn Đảo"}


def test_an_old_unit_that_went_into_several_went_into_none_of_them_whole():
    rows = sorted(units.succession())
    for old, group in groupby(rows, key=lambda row: row.old_key):
        parts = list(group)
        assert all(part.whole == (len(parts) == 1) for part in parts), old


def test_every_unit_but_a_province_has_a_parent_of_its_vintage_one_level_up():
    above = {"2020": "district", "2025-01": "district", "2025-07": "province"}
    for each in units.all_units():
        if each.level == "province":
            assert each.parent_key is None
            assert each.province_key == each.unit_key
            continue
        parent = units.unit(each.parent_key)
        assert parent.vintage == each.vintage
        assert parent.level == ("province" if each.level == "district" else above[each.vintage])
        assert units.ancestors(each)[-1].unit_key == each.province_key


def test_no_two_units_below_one_parent_share_kind_and_name():
    shared = Counter((each.vintage, each.parent_key, each.kind, each.name) for each in units.all_units())
    assert [key for key, count in shared.items() if count > 1] == []


def test_names_have_no_kind_and_no_stray_spaces():
    for each in units.all_units():
        assert each.name == " ".join(each.name.split())
        bare = not each.name.lower().startswith(("xã ", "phường ", "thị trấn ", "huyện ", "tỉnh "))
        assert bare or each.name == "Phường Đúc"  # a ward of Huế is truly called so
        assert each.kind in {
            "tỉnh", "thành phố", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu",
        }  # fmt: skip


def test_every_centre_lies_near_another_of_its_province():
    """Within 25 km of the next commune's, islands apart: a centre in the wrong province would not.

    The rule that needs no outlines; the one with them is below.
    """
    for vintage in VINTAGES:
        communes = sorted(of(vintage, "commune"), key=lambda each: each.province_key)
        for _, group in groupby(communes, key=lambda each: each.province_key):
            placed = list(group)
            at = np.array([(each.longitude, each.latitude) for each in placed])
            scale = np.array([111.32 * cos(radians(at[:, 1].mean())), 110.6])
            apart = np.linalg.norm((at[:, None] - at[None, :]) * scale, axis=2)
            apart[np.isclose(apart, 0)] = np.inf  # itself, and who vanished into it
            for each, nearest in zip(placed, apart.min(axis=1), strict=True):
                assert nearest < 25 or each.name in FAR_ISLANDS, (each, nearest)


def test_every_unit_has_a_centre():
    assert [each for each in units.all_units() if each.longitude is None or each.latitude is None] == []


def test_a_commune_that_vanished_before_2025_stands_where_it_was_merged_into():
    later = {each.code for each in of("2025-01", "commune")}
    gone = [each for each in of("2020", "commune") if each.code not in later]
    assert len(gone) == 567
    for each in gone:
        [into] = units.successors(each.unit_key)
        assert (each.longitude, each.latitude) == (into.longitude, into.latitude), each


def test_a_district_that_vanished_before_2025_stands_amid_its_communes():
    later = {each.code for each in of("2025-01", "district")}
    gone = [each for each in of("2020", "district") if each.code not in later]
    assert len(gone) == 11
    for each in gone:
        east = [commune.longitude for commune in units.children(each.unit_key)]
        assert each.longitude == pytest.approx(sum(east) / len(east), abs=1e-4)


def test_every_centre_lies_within_3_km_of_its_provinces_outline(shared):
    """By outlines of 2025: 0,03 degrees, so that an island's point may lie in the water between its parts.

    The two archipelagos apart, whose one point stands for islands hundreds of kilometres from each other.
    """
    outlines = json.loads((shared / "boundaries" / "communes_2025.geojson").read_text(encoding="utf-8"))
    provinces = [feature["properties"]["province_code"] for feature in outlines["features"]]
    tree = shapely.STRtree([shapely.geometry.shape(each["geometry"]) for each in outlines["features"]])
    everything = units.all_units()
    points = shapely.points([(each.longitude, each.latitude) for each in everything])
    near: dict[int, set[str]] = {}
    for place, outline in zip(*tree.query(points, predicate="dwithin", distance=0.03), strict=True):
        near.setdefault(int(place), set()).add(provinces[outline])
    away = {
        each.name
        for place, each in enumerate(everything)
        if not near.get(place, set()) & {one.code for one in now(units.unit(each.province_key))}
    }
    assert away == {"Hoàng Sa", "Trường Sa"}


def now(province: Unit) -> list[Unit]:
    return units.present_units(province.unit_key) or [province]


@pytest.mark.parametrize(
    ("unit_key", "longitude", "latitude", "within_km"),
    [
        ("2020:25363", 106.86, 11.45, 4),  # Tân Phú, between Tân Tiến and Đồng Xoài
        ("2025-07:06757", 107.92, 21.37, 6),  # Vĩnh Thực, an island off Móng Cái
        ("2025-07:06967", 107.75, 21.31, 6),  # Cái Chiên, the island beside it
        ("2025-07:06688", 107.11, 20.95, 4),  # Hạ Long ward
        ("2025-01:07033", 107.13, 21.27, 6),  # Kỳ Thượng
        ("2025-01:498", 112.1, 16.6, 60),  # Hoàng Sa
        ("2020:22736", 111.92, 8.64, 5),  # Trường Sa
    ],
)
def test_centres_known_to_be_wrong_in_the_source_are_right(unit_key, longitude, latitude, within_km):
    found = units.unit(unit_key)
    assert found.longitude is not None
    assert found.latitude is not None
    assert kilometres(found, found._replace(longitude=longitude, latitude=latitude)) < within_km


def test_the_eleven_communes_of_dong_phu_became_four():
    eleven = units.children("2025-01:695")
    assert names(eleven) == {
        "thị trấn Tân Phú", "xã Tân Lập", "xã Tân Tiến", "xã Thuận Lợi", "xã Thuận Phú", "xã Đồng Tâm",
        "xã Tân Phước", "xã Đồng Tiến", "xã Tân Hưng", "xã Tân Lợi", "xã Tân Hòa",
    }  # fmt: skip
    four = {
        "25363": {"Tân Phú", "Tân Lập", "Tân Tiến"},
        "25387": {"Thuận Lợi", "Thuận Phú"},
        "25390": {"Đồng Tâm", "Tân Phước", "Đồng Tiến"},
        "25378": {"Tân Hưng", "Tân Lợi", "Tân Hòa"},
    }
    for code, before in four.items():
        assert {each.name for each in units.predecessors(f"2025-07:{code}")} == before
        assert units.unit(f"2025-07:{code}").province_key == "2025-07:75"
    assert codes(units.successors("2025-01:695")) == set(four)
    assert codes(units.successors("2025-01:70")) == {"75"}


def test_code_25387_is_another_unit_since_july_2025():
    assert units.unit("2025-01:25387").name == "Thuận Phú"
    assert units.unit("2025-07:25387").name == "Thuận Lợi"
    assert codes(units.successors("2025-01:25387")) == {"25387"}
    assert codes(units.successors("2025-01:25366")) == {"25387"}  # Thuận Lợi kept its name and lost its code


def test_binh_an_became_part_of_dong_hoa_in_ho_chi_minh_city():
    became = units.successors("2025-01:25951")
    assert names(became) == {"phường Đông Hòa"}
    assert became[0].province_key == "2025-07:79"


def test_a_divided_commune_names_its_main_part():
    parts = {
        units.unit(row.new_key).name: row for row in units.succession() if row.old_key == "2025-01:31178"
    }
    assert {name: (row.whole, row.note) for name, row in parts.items()} == {
        "Bình Thủy": (False, "main part"),
        "Cái Khế": (False, None),
    }


def test_six_communes_of_quang_ninh_went_into_neighbours_in_2024():
    later = codes(units.communes_of("2025-01:22"))
    gone = [each for each in units.communes_of("2020:22") if each.code not in later]
    assert {each.name: units.successors(each.unit_key)[0].name for each in gone} == {
        "Yết Kiêu": "Trần Hưng Đạo",
        "Hoà Lạc": "Trần Phú",
        "Cẩm Hải": "Hải Hòa",
        "Minh Cầm": "Lương Minh",
        "Đông Triều": "Đức Chính",
        "Tân Việt": "Việt Dân",
    }


def test_the_district_of_yen_dung_went_whole_into_bac_giang_city():
    rows = [row for row in units.succession() if row.old_key == "2020:221"]
    assert [(units.unit(row.new_key).full_name, row.whole) for row in rows] == [("thành phố Bắc Giang", True)]


def test_vintages_follow_each_other_without_a_gap():
    assert units.vintage_on(date(2019, 5, 1)) == "2020"
    assert units.vintage_on(date(2024, 12, 31)) == "2020"
    assert units.vintage_on(date(2025, 1, 1)) == "2025-01"
    assert units.vintage_on(date(2025, 6, 30)) == "2025-01"
    assert units.vintage_on(date(2025, 7, 1)) == "2025-07"
    valid = {each.vintage: (each.valid_from, each.valid_to) for each in units.all_units()}
    assert valid == {
        "2020": (date(2020, 1, 1), date(2024, 12, 31)),
        "2025-01": (date(2025, 1, 1), date(2025, 6, 30)),
        "2025-07": (date(2025, 7, 1), None),
    }


def test_communes_of_a_commune_are_itself_and_of_a_province_all():
    assert codes(units.communes_of("2025-07:25363")) == {"25363"}
    assert len(units.communes_of("2020:695")) == 11
    assert len(units.communes_of("2020:70")) == 111  # Bình Phước


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        units.unit("2025-07:99999")
    with pytest.raises(KeyError):
        units.unit("2030:25363")


def test_all_units_and_the_index_are_read_quickly():
    """Bound far above the 0.1 s it takes, so that only a change of kind fails it on a busy machine."""
    code = (
        "import time; from grassroots import units; start = time.process_time(); units.all_units();"
        "units.predecessors('2025-07:25363'); print(time.process_time() - start)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.5


def kilometres(one: Unit, other: Unit) -> float:
    assert one.longitude is not None and one.latitude is not None
    assert other.longitude is not None and other.latitude is not None
    east = (one.longitude - other.longitude) * 111.32 * cos(radians(one.latitude))
    return hypot(east, (one.latitude - other.latitude) * 110.6)


def test_a_district_of_2024_is_followed_to_its_communes_of_today() -> None:
    codes = {one.code for one in units.present_units("2020:695")}
    assert codes == {"25363", "25387", "25390", "25378"}  # Đồng Phú, Thuận Lợi, Đồng Tâm, Tân Lợi
    assert {one.vintage for one in units.present_units("2020:695")} == {"2025-07"}
    assert units.present_units("2025-07:25363") == []


def test_names_and_kinds_have_dates_and_the_code_stays() -> None:
    ward, province = units.unit("2025-07:25363"), units.unit("2025-07:75")
    days = (date(2026, 4, 29), date(2026, 4, 30))
    assert [units.called_on(ward, day).full_name for day in days] == ["xã Đồng Phú", "phường Đồng Phú"]
    assert [units.called_on(province, day).full_name for day in days] == [
        "tỉnh Đồng Nai", "thành phố Đồng Nai",
    ]  # fmt: skip
    assert units.called_on(ward, days[1]).unit_key == ward.unit_key
    assert units.called_on(units.unit("2025-07:25387"), days[1]).full_name == "xã Thuận Lợi"


def test_the_changes_of_2026_are_those_of_five_resolutions() -> None:
    counted = Counter((change.document, change.since, change.kind) for change in units.changes())
    assert counted == {
        ("30/2026/QH16", date(2026, 4, 30), "thành phố"): 1,
        ("237/NQ-UBTVQH16", date(2026, 4, 30), "phường"): 10,
        ("36/2026/QH16", date(2026, 9, 1), "thành phố"): 1,
        ("39/2026/QH16", date(2026, 9, 20), "thành phố"): 1,
        ("388/NQ-UBTVQH16", date(2026, 9, 20), "phường"): 12,
    }


def test_a_change_is_of_a_current_unit_of_its_level_names_its_source_and_changes_something() -> None:
    for change in units.changes():
        of_unit = units.unit(change.unit_key)
        assert of_unit.valid_to is None and change.since > of_unit.valid_from
        assert (change.name, change.kind) != (of_unit.name, of_unit.kind)
        assert of_unit in units.find(f"{change.kind} {change.name}")
        assert change.kind == {"province": "thành phố", "commune": "phường"}[of_unit.level]
        assert "github.com" in change.source or change.source.startswith("https://")


def test_a_resolution_behind_the_step_of_2024_is_of_a_province_where_communes_vanished() -> None:
    later = {each.code for each in units.all_units() if each.vintage == "2025-01"}
    vanished = Counter(each.province_key for each in of("2020", "commune") if each.code not in later)
    with (units.FOLDER / "resolutions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len({row["document"] for row in rows}) == 15
    for row in rows:
        assert vanished[f"2020:{row['province']}"] > 0, row
        assert date(2023, 7, 12) < date.fromisoformat(row["in_force"]) < date(2025, 1, 1)
