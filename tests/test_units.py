"""Rules that the units of every vintage keep, each by its name."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import date
from itertools import groupby
from math import cos, hypot, radians

import pytest

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
    """Within 25 km of the next commune's, islands apart: a centre in the wrong province would not."""
    for vintage in VINTAGES:
        placed = [each for each in of(vintage, "commune") if each.longitude is not None]
        for _, group in groupby(
            sorted(placed, key=lambda each: each.province_key), key=lambda each: each.province_key
        ):
            communes = list(group)
            for each in communes:
                nearest = min(kilometres(each, other) for other in communes if other is not each)
                assert nearest < 25 or each.name in FAR_ISLANDS, (each, nearest)


def test_every_unit_of_2025_has_a_centre():
    assert [each for each in units.all_units() if each.vintage != "2020" and each.longitude is None] == []


def test_only_units_of_2020_that_vanished_have_no_centre():
    without = [each for each in units.all_units() if each.longitude is None]
    later = {each.code for each in units.all_units() if each.vintage == "2025-01"}
    assert len(without) == 567 + 11
    assert not {each.code for each in without} & later


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
