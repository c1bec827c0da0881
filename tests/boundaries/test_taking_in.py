"""Outlines from a file: matched, mended, simplified, kept; and each file that can't be used says why."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import shapefile
import shapely
from boundaries.conftest import square

from grassroots import boundaries as outlines
from grassroots.boundaries import UnusableOutlines, kept, take_in
from grassroots.boundaries.words import outcome_lines, problem_sentence
from grassroots.units import unit

Write = Callable[..., Path]


def _around(code: str, size: float = 0.1) -> list[list[float]]:
    held = unit(f"2025-07:{code}")
    assert held.longitude is not None and held.latitude is not None
    return square(held.longitude - size / 2, held.latitude - size / 2, size)


def test_codes_that_agree_with_names_are_taken(boundaries: Path, geojson: Write) -> None:
    file = geojson(
        ({"code": "25363", "name": "Xã Đồng Phú"}, _around("25363", 0.02)),
        ({"code": "25387", "name": "Xã Thuận Lợi"}, _around("25387", 0.02)),
    )
    found = take_in(file)
    assert (found.vintage, found.by, found.matched, found.units) == ("2025-07", "code", 2, 2)
    assert found.unmatched == () and len(found.missing) == 3319
    assert set(kept("2025-07").features("75")) == {"2025-07:25363", "2025-07:25387"}  # type: ignore[union-attr]


def test_a_code_used_again_belongs_to_the_vintage_of_its_name(boundaries: Path, geojson: Write) -> None:
    """25387 was Thuận Phú until June 2025 and is Thuận Lợi since."""
    old = unit("2025-01:25387")
    assert old.longitude is not None and old.latitude is not None
    file = geojson(({"ma_xa": 25387, "ten": "Thuận Phú"}, square(old.longitude, old.latitude, 0.02)))
    assert take_in(file).vintage in ("2020", "2025-01")
    assert kept("2025-07") is None


def test_a_code_beside_another_units_name_is_listed(boundaries: Path, geojson: Write) -> None:
    file = geojson(
        *(({"code": code, "name": unit(f"2025-07:{code}").name}, _around(code, 0.01)) for code in
          ("25363", "25387", "25390")),
        ({"code": "25378", "name": "Không có xã này"}, _around("25378", 0.01)),
    )  # fmt: skip
    found = take_in(file)
    assert [(one.number, one.name, one.why) for one in found.unmatched] == [
        (4, "Không có xã này", "code_of_another")
    ]
    assert found.matched == 3


def test_names_alone_need_their_province(boundaries: Path, geojson: Write) -> None:
    """No codes, names without diacritics and run together: Tân Lợi is one commune of Đồng Nai."""
    file = geojson(
        ({"NAME_1": "Dong Nai", "NAME_3": "TanLoi", "TYPE_3": "Xã"}, _around("25378", 0.02)),
        ({"NAME_1": "Dong Nai", "NAME_3": "DongTam", "TYPE_3": "Xã"}, _around("25390", 0.02)),
    )
    found = take_in(file, vintage="2025-07")
    assert found.by == "name"
    assert set(kept("2025-07").features("75")) == {"2025-07:25378", "2025-07:25390"}  # type: ignore[union-attr]


def test_an_outline_far_from_its_units_centre_is_not_believed(boundaries: Path, geojson: Write) -> None:
    file = geojson(
        ({"code": "25363", "name": "Đồng Phú"}, _around("25363", 0.02)),
        ({"code": "25387", "name": "Thuận Lợi"}, square(105.0, 21.0, 0.02)),
    )
    assert [one.why for one in take_in(file).unmatched] == ["far_away"]


def test_neighbours_get_one_border(boundaries: Path, geojson: Write) -> None:
    """An overlap of 0,01 × 0,1 degrees, of 11.885 km² a square degree: 11,9 km²."""
    held = unit("2025-07:25363")
    assert held.longitude is not None and held.latitude is not None
    west, south = held.longitude, held.latitude
    file = geojson(
        ({"code": "25363"}, square(west, south)),
        ({"code": "25387"}, square(west + 0.09, south)),
        ({"code": "25390"}, square(west - 0.1003, south)),  # a gap of 30 metres
    )
    found = take_in(file)
    assert (found.overlaps, found.overlap_area) == (1, 11.9)
    shapes = [shapely.from_geojson(json.dumps(one)) for one in kept("2025-07").features("75").values()]  # type: ignore[union-attr]
    assert shapely.coverage_is_valid(shapes)
    assert shapely.get_num_geometries(shapely.union_all(shapes)) == 1


def test_a_bow_tie_is_repaired(boundaries: Path, geojson: Write) -> None:
    west, south = _around("25363", 0.1)[0]
    ring = [
        [west, south],
        [west + 0.1, south + 0.1],
        [west + 0.1, south],
        [west, south + 0.1],
        [west, south],
    ]
    found = take_in(geojson(({"code": "25363"}, ring)))
    assert found.repaired == 1
    (shape,) = kept("2025-07").features("75").values()  # type: ignore[union-attr]
    assert shapely.from_geojson(json.dumps(shape)).is_valid


def test_islands_given_apart_are_one_unit(boundaries: Path, geojson: Write) -> None:
    west, south = _around("25363", 0.02)[0]
    file = geojson(
        ({"code": "25363"}, square(west, south, 0.02)), ({"code": "25363"}, square(west + 0.05, south, 0.02))
    )
    found = take_in(file)
    assert (found.matched, found.units) == (2, 1)
    assert kept("2025-07").features("75")["2025-07:25363"]["type"] == "MultiPolygon"  # type: ignore[union-attr]


def test_a_file_that_cannot_be_used_keeps_what_was_there(boundaries: Path, geojson: Write) -> None:
    take_in(geojson(({"code": "25363"}, _around("25363", 0.02))))
    before = kept("2025-07")
    with pytest.raises(UnusableOutlines):
        take_in(geojson(({"code": "99999"}, _around("25363", 0.02))))
    assert kept("2025-07") == before


def test_a_zipped_shapefile(boundaries: Path, tmp_path: Path) -> None:
    with shapefile.Writer(str(tmp_path / "xa"), encoding="utf-8") as writer:
        writer.field("MA_XA", "C", 5)
        writer.field("TEN_XA", "C", 60)
        writer.poly([_around("25390", 0.02)])
        writer.record("25390", "Đồng Tâm")
    with zipfile.ZipFile(tmp_path / "xa.zip", "w") as archive:
        for ending in ("shp", "shx", "dbf"):
            archive.write(tmp_path / f"xa.{ending}", f"../../lớp xã.{ending}")  # a path that leads elsewhere
    found = take_in(tmp_path / "xa.zip")
    assert (found.matched, found.by) == (1, "code")
    assert not (tmp_path.parent.parent / "lớp xã.shp").exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "unknown_format"),
        (b"PK\x03\x04 but no more", "damaged"),
        (b'{"type": "FeatureCollection", "features": [', "not_json"),
        (b'{"type": "FeatureCollection"}', "no_polygons"),
        (b'{"features": [{"geometry": {"type": "Point", "coordinates": [106, 11]}}]}', "no_polygons"),
        (b'{"features": [null, 7, {"geometry": null}]}', "no_polygons"),
        (b"\x89PNG\r\n", "unknown_format"),
    ],
)  # fmt: skip
def test_bad_files_are_refused_with_a_reason(
    boundaries: Path, tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "bad.geojson"
    path.write_bytes(content)
    with pytest.raises(UnusableOutlines) as refused:
        take_in(path)
    assert refused.value.code == code
    for language in ("vi", "en"):
        assert "bad.geojson" in problem_sentence(refused.value, path.name, language)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ring", "code"),
    [
        (square(500_000, 1_200_000, 1000), "not_degrees"),  # VN-2000 in metres
        (square(11.0, 106.0), "elsewhere"),  # latitude first
    ],
)
def test_coordinates_that_are_not_degrees_here(
    boundaries: Path, geojson: Write, ring: list[list[float]], code: str
) -> None:
    with pytest.raises(UnusableOutlines) as refused:
        take_in(geojson(({"code": "25363"}, ring)))
    assert refused.value.code == code


def test_the_report_is_told_in_both_languages(boundaries: Path, geojson: Write) -> None:
    known = [({"code": code}, _around(code, 0.01)) for code in ("25363", "25387", "25390")]
    found = take_in(geojson(*known, ({"code": "99999"}, _around("25363", 0.02))))
    vietnamese, english = outcome_lines(found, "vi"), outcome_lines(found, "en")
    assert "3/4 vùng khớp" in vietnamese[1] and "3/4 areas matched" in english[1]
    assert vietnamese[-1].startswith("– vùng thứ 4, 99999:")
    assert "3.318 đơn vị không có trong tệp" in vietnamese[3]


def test_all_published_outlines_of_2025_find_their_commune(shared: Path, boundaries: Path) -> None:
    found = take_in(shared / "boundaries" / "communes_2025.geojson")
    assert (found.matched, found.units, found.by) == (3321, 3321, "code")
    country, quang_ninh = kept("2025-07").sheet(), kept("2025-07").sheet("22")  # type: ignore[union-attr]
    assert country is not None and len(country.unit_keys) == 3321
    assert country.path.stat().st_size <= 1_500_000
    assert quang_ninh is not None and len(quang_ninh.unit_keys) == 54


def test_names_as_gadm_writes_them(shared: Path, boundaries: Path, tmp_path: Path) -> None:
    """Two provinces without codes, words of a name run together, half of them without diacritics."""
    held = json.loads((shared / "boundaries" / "communes_2025.geojson").read_text("utf-8"))
    features = []
    for number, feature in enumerate(held["features"]):
        said = feature["properties"]
        if said["province_code"] in ("22", "75"):
            kind, name = _kind_and_name(said["name"])
            province = _kind_and_name(said["province"])[1]
            features.append(
                {
                    "type": "Feature",
                    "geometry": feature["geometry"],
                    "properties": {
                        "GID_3": f"VNM.{number}_1",
                        "NAME_1": _run_together(province, number),
                        "NAME_3": _run_together(name, number),
                        "TYPE_3": kind,
                    },
                }
            )
    path = tmp_path / "gadm.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    found = take_in(path)
    assert found.by == "name" and found.features == 149
    assert found.matched >= 0.99 * found.features
    assert len(found.unmatched) == found.features - found.matched
    for key in kept("2025-07").features():  # type: ignore[union-attr]
        assert unit(key).province_key in ("2025-07:22", "2025-07:75")


def _kind_and_name(full: str) -> tuple[str, str]:
    for kind in ("Thành phố", "Tỉnh", "Phường", "Xã", "Đặc khu"):
        if full.startswith(kind):
            return kind, full[len(kind) + 1 :]
    raise AssertionError(full)


def _run_together(name: str, number: int) -> str:
    import unicodedata

    joined = name.replace(" ", "")
    if number % 2:
        return joined
    plain = unicodedata.normalize("NFD", joined.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def test_without_a_file_areas_are_made_from_centres(boundaries: Path) -> None:
    held = outlines.outlines("2025-07")
    assert held.approximate and kept("2025-07") is None
    quang_ninh = held.features("22")
    assert len(quang_ninh) == 54
    for key, geometry in quang_ninh.items():
        centre = unit(key)
        shape = shapely.from_geojson(json.dumps(geometry))
        assert shape.is_valid and shape.area > 0
        assert centre.longitude is not None and centre.latitude is not None
        assert shapely.distance(shape, shapely.Point(centre.longitude, centre.latitude)) < 0.1
