"""What somebody types, and the units it may mean."""

from __future__ import annotations

import pytest

from grassroots.units import search

DISTRICT, COMMUNE, WARD = "2025-01:695", "2025-07:25363", "2025-07:25387"
WITH_REPORTS = {"2020:695", DISTRICT, COMMUNE, "2025-07:75"}


def keys(text: str, among: set[str] | frozenset[str] = frozenset(WITH_REPORTS)) -> list[str]:
    return [each.unit_key for each in search(text, among)]


@pytest.mark.parametrize(
    "typed", ["dong phu", "Đồng Phú", "ĐỒNG PHÚ", "đồng p", "ĐP", "đp", "dp", "Dong  Phu"]
)
def test_the_commune_and_the_former_district_are_found_however_they_are_typed(typed: str) -> None:
    assert keys(typed)[:3] == [COMMUNE, DISTRICT, "2020:695"]


def test_initials_with_their_diacritic_are_those_of_names_with_it() -> None:
    assert all("Đ" in each.name for each in search("ĐP", ()))
    assert {each.name[0] for each in search("dp", (), limit=400)} >= {"Đ", "D"}


def test_diacritics_that_were_typed_count() -> None:
    assert {each.name for each in search("Đồng Phú", ())} == {"Đồng Phú"} | {
        each.name for each in search("Đồng Phú", ()) if "Đồng Phú" in each.name or each.name == "Hồng Phú"
    }
    assert "Đông Phú" in {each.name for each in search("dong phu", ())}


def test_a_former_name_is_found_and_so_is_a_kind_of_2026() -> None:
    assert "2025-01:25363" in keys("thị trấn Tân Phú", {"2025-01:25363"})  # became a part of Đồng Phú
    assert keys("phường Đồng Phú", {COMMUNE})[0] == COMMUNE


def test_a_unit_that_merely_went_on_is_given_once_unless_it_has_reports_of_its_own() -> None:
    assert "2020:695" not in keys("Đồng Phú", frozenset())
    assert DISTRICT in keys("Đồng Phú", frozenset())
    assert "2020:695" in keys("Đồng Phú")


def test_a_code_finds_the_units_that_bore_it() -> None:
    assert keys("25387", frozenset())[0] == WARD  # Thuận Lợi today; Thuận Phú until June 2025
    assert "2025-01:25387" in keys("25387", frozenset())


@pytest.mark.parametrize("typed", ["", "  ", "?", "khongcoxanao"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert keys(typed) == []
