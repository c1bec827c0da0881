"""A unit is found by however its name is written, and never by guesswork."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from grassroots import units
from grassroots.units import find, fold, place_in, resolve_issuer

BEFORE, BETWEEN, AFTER = date(2024, 11, 1), date(2025, 3, 1), date(2026, 9, 30)


def keys(found) -> list[str]:
    return [each.unit_key for each in found]


@pytest.mark.parametrize(
    "written", ["Hoà Bình", "Hòa Bình", "HÒA BÌNH", "hoa binh", " Hoà  Bình", "Hòa-Bình"]
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_fold_makes_every_way_to_write_a_name_equal(written, form):
    assert fold(unicodedata.normalize(form, written)) == "hoa binh"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đắk R'Lấp", "dak rlap"),
        ("Bà Rịa - Vũng Tàu", "ba ria vung tau"),
        ("Thuỷ Nguyên", "thuy nguyen"),
        ("Phường 1", "phuong 1"),
        ("ƯƠ ưở", "uo uo"),
        ("", ""),
    ],
)
def test_fold_drops_diacritics_and_punctuation(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(
    "written",
    [
        "huyện Đồng Phú",
        "HUYỆN ĐỒNG PHÚ",
        "H. Đồng Phú",
        "UBND huyện Đồng Phú",
        "Ủy ban nhân dân huyện Đồng Phú",
        "Uỷ ban nhân dân Huyện Đồng Phú, tỉnh Bình Phước",
        "huyen Dong Phu",
        unicodedata.normalize("NFD", "huyện Đồng Phú"),
    ],
)
def test_a_district_is_found_however_it_is_written(written):
    assert keys(find(written, on=BEFORE)) == ["2020:695"]


def test_a_bare_name_gives_every_unit_of_that_name_the_widest_first():
    assert keys(find("ĐỒNG PHÚ", on=BEFORE)) == ["2020:695", "2020:10096", "2020:18856", "2020:29578"]


def test_diacritics_that_are_written_count():
    """Lộc Thành and Lộc Thạnh lie in one province."""
    with_marks = {each.name for each in find("xã Lộc Thạnh", vintage="2025-07", parent="2025-07:75")}
    without = {each.name for each in find("xa loc thanh", vintage="2025-07", parent="2025-07:75")}
    assert with_marks == {"Lộc Thạnh"}
    assert without == {"Lộc Thạnh", "Lộc Thành"}


def test_a_parent_decides_between_units_of_one_name():
    assert len(find("Tân Hưng", on=BEFORE)) > 5
    assert keys(find("tan hung", on=BEFORE, parent="2020:695")) == ["2020:25375"]
    assert keys(find("xã Tân Hưng, huyện Đồng Phú", on=BEFORE)) == ["2020:25375"]


def test_a_parent_may_be_the_province_that_an_old_one_became():
    assert keys(find("huyện Đồng Phú", parent="2025-07:75")) == ["2025-01:695", "2020:695"]
    assert find("huyện Đồng Phú", parent="2025-07:79") == []


def test_level_leaves_out_the_others():
    assert keys(find("Đồng Phú", on=BEFORE, level="district")) == ["2020:695"]
    assert keys(find("Đồng Nai", on=AFTER, level="province")) == ["2025-07:75"]


def test_an_old_name_is_found_in_the_nearest_vintage_that_had_it():
    assert keys(find("huyện Đồng Phú", on=AFTER)) == ["2025-01:695"]
    assert keys(find("tỉnh Bình Phước", on=AFTER)) == ["2025-01:70"]


def test_without_day_or_vintage_the_newest_comes_first():
    assert keys(find("tỉnh Đồng Nai")) == ["2025-07:75", "2025-01:75", "2020:75"]


@pytest.mark.parametrize(
    ("written", "vintage", "expected"),
    [
        ("TP.HCM", "2025-07", "2025-07:79"),
        ("TPHCM", "2025-07", "2025-07:79"),
        ("TP. Hồ Chí Minh", "2025-07", "2025-07:79"),
        ("tỉnh Thừa Thiên Huế", "2020", "2020:46"),
        ("Thừa Thiên Huế", "2025-07", "2025-07:46"),
        ("TX Bình Long, tỉnh Bình Phước", "2020", "2020:690"),
        ("Đắc Lắc", "2020", "2020:66"),
        ("thành phố Huế, tỉnh Thừa Thiên Huế", "2020", "2020:474"),
        ("P.01, Quận 3, TP.HCM", "2020", "2020:27160"),
        ("Phường 1, quận 3, thành phố Hồ Chí Minh", "2020", "2020:27160"),
        ("TT. Tân Phú, H. Đồng Phú", "2020", "2020:25363"),
        ("phường Thảo Điền, TP. Thủ Đức, TP. Hồ Chí Minh", "2020", "2020:27088"),
        ("thành phố Đồng Nai", "2025-07", "2025-07:75"),
    ],
)
def test_abbreviations_numbers_and_changed_kinds(written, vintage, expected):
    assert keys(find(written, vintage=vintage)) == [expected]


@pytest.mark.parametrize("written", ["", "xã", "xã Không Có Tên Này", "tập huấn", "UBND"])
def test_an_unknown_name_finds_nothing(written):
    assert find(written) == []


@pytest.mark.parametrize(
    ("issuer", "superior", "on", "expected"),
    [
        ("UBND huyện Đồng Phú", "UBND tỉnh Bình Phước", BEFORE, "2020:695"),
        ("ỦY BAN NHÂN DÂN HUYỆN ĐỒNG PHÚ", "TỈNH BÌNH PHƯỚC", BEFORE, "2020:695"),
        ("UBND xã Đồng Phú", "UBND tỉnh Đồng Nai", AFTER, "2025-07:25363"),
        ("UBND XÃ TÂN HƯNG", "UBND HUYỆN ĐỒNG PHÚ", BEFORE, "2020:25375"),
        ("UBND xa Tan Hung", "UBND huyen Dong Phu", BEFORE, "2020:25375"),
        ("UBND xã Tân Hưng", "UBND huyện Đồng Phú", BETWEEN, "2025-01:25375"),
        ("UBND tỉnh Đồng Nai", None, AFTER, "2025-07:75"),
        ("UBND PHƯỜNG BÌNH AN", "UBND THÀNH PHỐ DĨ AN", BEFORE, "2020:25951"),
        ("UBND Đồng Phú", "UBND tỉnh Bình Phước", BEFORE, "2020:695"),
        ("UBND phường Đúc", "UBND thành phố Huế", BEFORE, "2020:19780"),
        ("UBND HUYỆN IA H’DRAI", "UBND TỈNH KON TUM", BEFORE, "2020:618"),
        ("UBND tỉnh Bà Rịa-Vũng Tàu", None, BEFORE, "2020:77"),
    ],
)
def test_an_authority_is_resolved_with_its_superior_and_day(issuer, superior, on, expected):
    assert keys(resolve_issuer(issuer, superior, on)) == [expected]


@pytest.mark.parametrize(
    ("issuer", "superior", "expected"),
    [
        ("Sở Nội vụ tỉnh Đồng Nai", None, "2025-07:75"),
        ("SỞ NỘI VỤ", "UBND TỈNH ĐỒNG NAI", "2025-07:75"),
        ("Sở Nội vụ Đồng Nai", None, "2025-07:75"),
        ("Thanh tra tỉnh", "UBND tỉnh Đồng Nai", "2025-07:75"),
        ("HĐND xã Đồng Phú", "TỈNH ĐỒNG NAI", "2025-07:25363"),
        ("Phòng Văn hóa - Xã hội", "UBND xã Đồng Phú", "2025-07:25363"),
        ("Phòng Văn hóa - Xã hội xã Đồng Phú", "UBND tỉnh Đồng Nai", "2025-07:25363"),
        ("Đảng ủy phường Đông Hòa", "Thành ủy Hồ Chí Minh", "2025-07:25951"),
        ("Ban Chỉ đạo thực hiện dân chủ ở cơ sở xã Tân Lợi", "UBND tỉnh Đồng Nai", "2025-07:25378"),
    ],
)
def test_a_department_stands_for_its_area(issuer, superior, expected):
    assert keys(resolve_issuer(issuer, superior, AFTER)) == [expected]


@pytest.mark.parametrize(
    ("issuer", "superior"),
    [
        ("Phòng Nội vụ huyện Đồng Phú", "UBND huyện Đồng Phú"),
        ("PHÒNG NỘI VỤ", "ỦY BAN NHÂN DÂN HUYỆN ĐỒNG PHÚ"),
        ("Huyện ủy Đồng Phú", "Tỉnh ủy Bình Phước"),
        ("Phòng Lao động - Thương binh và Xã hội huyện Đồng Phú", "UBND tỉnh Bình Phước"),
    ],
)
def test_a_department_of_a_district_stands_for_the_district(issuer, superior):
    assert keys(resolve_issuer(issuer, superior, BEFORE)) == ["2020:695"]


def test_the_superior_goes_before_the_vintage():
    """Ten days after its district was abolished the old commune reports: Tân Hưng is elsewhere now."""
    assert keys(resolve_issuer("UBND xã Tân Hưng", "UBND huyện Đồng Phú", date(2025, 7, 10))) == [
        "2025-01:25375"
    ]


def test_without_a_superior_every_unit_of_the_name_is_given():
    found = resolve_issuer("UBND xã Đồng Tâm", None, AFTER)
    assert {units.unit(each.province_key).name for each in found} == {"Tuyên Quang", "Đồng Nai"}
    assert keys(resolve_issuer("UBND xã Đồng Tâm", "UBND tỉnh Đồng Nai", AFTER)) == ["2025-07:25390"]


@pytest.mark.parametrize(
    ("issuer", "superior"),
    [
        ("UBND xã Lung Tung", "UBND tỉnh Đồng Nai"),  # no unit of that name: never the province instead
        ("UBND xã Đồng Phú", "UBND tỉnh Cà Mau"),  # no unit of that name was ever there
        ("Công an tỉnh", None),
        ("Công ty TNHH Một thành viên", "Tổng công ty"),
        ("", None),
    ],
)
def test_what_cannot_be_known_is_not_guessed(issuer, superior):
    assert resolve_issuer(issuer, superior, AFTER) == []


@pytest.mark.parametrize(
    ("name", "within", "expected"),
    [
        ("Tân Hưng", "2020:695", "2020:25375"),
        ("UBND xã Thuận Phú", "2020:695", "2020:25387"),
        ("tan tien", "2020:695", "2020:25393"),
        ("TT. Tân Phú", "2020:695", "2020:25363"),
        ("Đồng Phú", "2025-07:75", "2025-07:25363"),
        ("huyện Đồng Phú", "2020:70", "2020:695"),
        ("Đồng Phú", "2020:695", "2020:695"),
        ("Thuận Lợi", "2025-07:75", "2025-07:25387"),
        ("xã Đồng Tiến, huyện Đồng Phú", "2020:70", "2020:25390"),
    ],
)
def test_a_part_is_found_within_the_unit(name, within, expected):
    found = place_in(name, within)
    assert found is not None
    assert found.unit_key == expected


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("xã Lạ", "2020:695"),
        ("Bình An", "2020:695"),  # exists, but not here
        ("xã hội", "2020:695"),
        ("loc thanh", "2025-07:75"),  # Lộc Thành or Lộc Thạnh
        ("Cao Lãnh", "2020:87"),  # a city and a district of one province
    ],
)
def test_a_part_that_is_not_there_or_not_clear_is_none(name, within):
    assert place_in(name, within) is None


def test_a_kind_tells_a_city_from_a_district_of_the_same_name():
    city, district = place_in("TP. Cao Lãnh", "2020:87"), place_in("huyện Cao Lãnh", "2020:87")
    assert city is not None
    assert district is not None
    assert (city.kind, district.kind) == ("thành phố", "huyện")


def test_a_name_without_diacritics_is_itself_where_the_text_has_them():
    """Thanh An and Thạnh An lie in Hồ Chí Minh City."""
    assert [each.name for each in resolve_issuer("UBND xã Thanh An", "UBND TP. Hồ Chí Minh", AFTER)] == [
        "Thanh An"
    ]
    both = find("thanh an", vintage="2025-07", parent="2025-07:79")
    assert both[0].name == "Thanh An"
    assert {each.name for each in both} == {"Thanh An", "Thạnh An"}


def test_spellings_have_the_full_name_the_bare_one_and_the_short_kind():
    assert units.spellings(units.unit("2020:25363")) == ["thị trấn Tân Phú", "Tân Phú", "TT. Tân Phú"]
    assert "TPHCM" in units.spellings(units.unit("2025-07:79"))


def test_every_unit_resolves_from_its_letterhead():
    """Every province and district of every vintage, and every commune since July 2025."""
    for each in units.all_units():
        if each.level == "commune" and each.vintage != "2025-07":
            continue
        superior = f"UBND {units.unit(each.parent_key).full_name}" if each.parent_key else None
        assert resolve_issuer(f"UBND {each.full_name}", superior, each.valid_from) == [each]


def test_an_old_unit_is_resolved_under_the_province_that_took_it_over():
    found = resolve_issuer("UBND huyện Đồng Phú", "UBND tỉnh Đồng Nai", date(2025, 8, 1))
    assert keys(found) == ["2025-01:695"]


def test_every_unit_is_found_by_its_own_full_name_below_its_parent():
    for each in units.all_units():
        if each.vintage != "2025-07":
            continue
        found = place_in(each.full_name, each.parent_key or each.unit_key)
        assert found == each, each


def test_a_unit_is_found_under_the_kind_it_has_had_since_2026_and_under_the_former_one() -> None:
    on = date(2026, 10, 1)
    for written in ("phường Đồng Phú", "xã Đồng Phú", "UBND phường Đồng Phú, thành phố Đồng Nai"):
        assert keys(find(written, on=on, parent="2025-07:75")) == ["2025-07:25363"], written
    assert keys(resolve_issuer("UBND phường Đồng Phú", "UBND thành phố Đồng Nai", on)) == ["2025-07:25363"]
    assert "phường Đồng Phú" in units.spellings(units.unit("2025-07:25363"))
