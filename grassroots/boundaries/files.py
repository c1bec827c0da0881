"""GeoJSON or a zipped shapefile → shapes. Degrees of WGS 84 only: what is given in metres is refused."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import shapely
import shapely.errors

from grassroots.boundaries.model import Shape, UnusableOutlines

LARGEST_BYTES = 400_000_000  # of the file, and of what an archive unpacks to
# Everything Viet Nam draws on its maps, Trường Sa included.
_WEST, _SOUTH, _EAST, _NORTH = 101.0, 5.0, 119.0, 25.0
_POLYGONS = (3, 6)


def shapes_of(path: Path) -> list[Shape]:
    """The polygons of a file. Raises UnusableOutlines."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
    except OSError as error:
        raise UnusableOutlines("not_opened", reason=error.strerror or str(error)) from error
    if size > LARGEST_BYTES:
        raise UnusableOutlines("too_large", megabytes=LARGEST_BYTES // 1_000_000)
    if head.startswith(b"PK"):
        found = list(_of_archive(path))
    elif head.startswith(b"{"):
        found = list(_of_geojson(path.read_bytes()))
    else:
        raise UnusableOutlines("unknown_format")
    if not found:
        raise UnusableOutlines("no_polygons")
    _check_degrees(found)
    return found


def _of_geojson(content: bytes) -> Iterator[Shape]:
    try:
        held = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise UnusableOutlines("not_json") from error
    features = held.get("features")
    if not isinstance(features, list):
        raise UnusableOutlines("no_polygons")
    _check_named_system(held)
    written = [json.dumps(_part(feature, "geometry")) for feature in features]
    try:
        geometries = shapely.from_geojson(written, on_invalid="ignore")
    except shapely.errors.GEOSException as error:
        raise UnusableOutlines("damaged") from error
    for number, (feature, geometry) in enumerate(zip(features, geometries, strict=True), start=1):
        if geometry is not None and shapely.get_type_id(geometry) in _POLYGONS and not geometry.is_empty:
            yield Shape(number, geometry, _as_text(_part(feature, "properties") or {}))


def _part(feature: object, name: str) -> Any:
    return feature.get(name) if isinstance(feature, dict) else None


def _check_named_system(held: dict[str, Any]) -> None:
    """Old GeoJSON may name another system of coordinates; 4326 and CRS84 are degrees of WGS 84."""
    named = str(held.get("crs") or "")
    if named and not any(known in named for known in ("4326", "CRS84", "4756")):
        raise UnusableOutlines("not_degrees")


def _of_archive(path: Path) -> Iterator[Shape]:
    """A zip with one shapefile, or with one GeoJSON file."""
    try:
        with zipfile.ZipFile(path) as archive, TemporaryDirectory(prefix="grassroots-") as folder:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > LARGEST_BYTES:
                raise UnusableOutlines("too_large", megabytes=LARGEST_BYTES // 1_000_000)
            drawn = [entry for entry in entries if _ending(entry.filename) in ("shp", "geojson", "json")]
            if len(drawn) != 1:
                raise UnusableOutlines("archive_of_many" if drawn else "no_polygons")
            if _ending(drawn[0].filename) != "shp":
                yield from _of_geojson(archive.read(drawn[0]))
                return
            stem = drawn[0].filename.rpartition(".")[0]
            for entry in entries:  # under names of our own: those in an archive may point anywhere
                if entry.filename.rpartition(".")[0] == stem:
                    target = Path(folder) / f"outlines.{_ending(entry.filename)}"
                    target.write_bytes(archive.read(entry))
            yield from _of_shapefile(Path(folder))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise UnusableOutlines("damaged") from error


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _of_shapefile(folder: Path) -> Iterator[Shape]:
    import shapefile

    projection = folder / "outlines.prj"
    if projection.exists() and not projection.read_text(errors="replace").lstrip().startswith("GEOGCS"):
        raise UnusableOutlines("not_degrees")
    encodings = folder / "outlines.cpg"
    encoding = encodings.read_text(errors="replace").strip() if encodings.exists() else "utf-8"
    try:
        with shapefile.Reader(
            str(folder / "outlines"), encoding=_known(encoding), encodingErrors="replace"
        ) as reader:
            for number, record in enumerate(reader.iterShapeRecords(), start=1):
                geometry = shapely.geometry.shape(record.shape.__geo_interface__)
                if shapely.get_type_id(geometry) in _POLYGONS and not geometry.is_empty:
                    yield Shape(number, geometry, _as_text(record.record.as_dict()))
    except (shapefile.ShapefileException, shapely.errors.GEOSException, ValueError, KeyError) as error:
        raise UnusableOutlines("damaged") from error


def _known(encoding: str) -> str:
    import codecs

    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "utf-8"


def _as_text(properties: dict[str, Any]) -> dict[str, str]:
    """Values as text; a code read as a number (4.0) is written without its fraction."""
    return {
        str(name): str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
        for name, value in properties.items()
        if value is not None and not isinstance(value, (dict, list))
    }


def _check_degrees(found: Sequence[Shape]) -> None:
    west, south, east, north = shapely.total_bounds([one.geometry for one in found])
    if west < _WEST or south < _SOUTH or east > _EAST or north > _NORTH:
        inside = max(abs(west), abs(east), abs(south), abs(north)) <= 180  # perhaps the latitude comes first
        raise UnusableOutlines("elsewhere" if inside else "not_degrees")
