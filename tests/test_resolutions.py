"""Resolution files: what they say against the texts they sum up, and what is said of a file that is wrong."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml

from grassroots import queries, resolutions, settings
from grassroots.resolutions import REPORTING, Resolution, ResolutionFault
from grassroots.resolutions.files import read
from grassroots.resolutions.model import LISTS
from grassroots.resolutions.telling import SHOWN_BY, clauses_page
from grassroots.text import LANGUAGES

ROOT = settings.ROOT
KNOWN = resolutions.resolutions()


def cited(one: Resolution) -> list[list[str]]:
    """The last step of each clause's citation, measure by measure."""
    return [[clause.cite.steps[-1][1] for clause in measure.clauses] for measure in one.measures]


def letters(text: str) -> list[list[str]]:
    """Points ``a) … b) …`` of a text, one list for each clause of its first article."""
    article = text[re.search(r"Điều 1\. Thông qua", text).start() : text.index("Điều 2.")]  # type: ignore[union-attr]
    marks = re.findall(r"^(?:(\d)\. |([a-zđ])\) )", article, re.MULTILINE)
    clauses: list[list[str]] = []
    for number, letter in marks:
        if number:
            clauses.append([])
        else:
            clauses[-1].append(letter)
    return clauses


def test_quang_ninh_has_every_point_of_its_five_clauses(shared: Path) -> None:
    text = (shared / "seeds" / "002_48487ef29ad01fb3.txt").read_text(encoding="utf-8")
    assert cited(KNOWN["quang_ninh_179_2023"]) == letters(text)
    assert [len(points) for points in letters(text)] == [5, 4, 8, 3, 4]


def test_binh_an_has_every_point_of_its_five_clauses(shared: Path) -> None:
    text = (shared / "seeds" / "003_67edaa00a1f8b8d4.txt").read_text(encoding="utf-8")
    assert cited(KNOWN["binh_an_2024"]) == letters(text.replace("**", ""))
    assert [len(points) for points in letters(text.replace("**", ""))] == [3, 4, 6, 3, 4]


def test_binh_phuoc_has_every_paragraph_of_its_six_groups(shared: Path) -> None:
    """The province's summary names groups by "Một là …"; what follows in each is counted by paragraph."""
    text = (shared / "seeds" / "000_511c2df6982c47ab.txt").read_text(encoding="utf-8")
    body = text[text.index("Một là") : text.index("Nghị quyết này có hiệu lực")]
    groups = re.split(r"^(?:Một|Hai|Ba|Bốn|Năm|Sáu) là, ", body, flags=re.MULTILINE)[1:]
    counted = [len([line for line in group.splitlines()[1:] if line.strip()]) for group in groups]
    assert [len(clauses) for clauses in cited(KNOWN["binh_phuoc_31_2023"])] == counted == [4, 3, 4, 3, 3, 3]


def test_the_plan_has_every_dash_that_was_read(shared: Path) -> None:
    text = (shared / "seeds" / "001_e70bdb88bc6abf4f.txt").read_text(encoding="utf-8")
    body = text[text.index("II. NỘI DUNG") :]
    sections = re.split(r"^\d\. ", body, flags=re.MULTILINE)[1:]
    dashes = [len(re.findall(r"^- ", section, re.MULTILINE)) for section in sections]
    assert [len(clauses) for clauses in cited(KNOWN["quang_ninh_56_2024"])] == dashes == [7, 1]


def test_days_and_numbers_are_those_of_the_texts() -> None:
    said = {
        code: (one.kind, one.number, str(one.issued_on), str(one.valid_from), str(one.valid_to))
        for code, one in KNOWN.items()
    }
    assert said == {
        "binh_phuoc_31_2023": ("resolution", "31/2023/NQ-HĐND", "2023-12-08", "2023-12-19", "None"),
        "quang_ninh_179_2023": ("resolution", "179/NQ-HĐND", "2023-12-08", "2023-12-08", "None"),
        "quang_ninh_56_2024": ("plan", "56/KH-UBND", "2024-02-26", "2024-02-26", "2024-12-31"),
        "binh_an_2024": ("draft", None, "2024-09-19", "None", "None"),
    }


def test_what_the_texts_ask_in_numbers() -> None:
    """The aims with a number, read by hand: villages, boards' plans, conferences, models, plans …"""
    asked = {
        (clause.cite.code, aim.indicator): (aim.at_least, aim.due)
        for measure in KNOWN["quang_ninh_179_2023"].measures
        for clause in measure.clauses
        for aim in clause.aims
        if aim.at_least is not None
    }
    assert asked == {
        ("1.3.a", "dan_tin_dang_cu_ty_le"): (100, "period"),
        ("1.3.b", "ty_le_tcd_dinh_ky"): (100, "period"),
        ("1.3.c", "ttnd_ty_le_co_ke_hoach"): (100, "year"),
        ("1.3.c", "gsdt_ty_le_co_ke_hoach"): (100, "year"),
        ("1.3.d", "hoi_nghi_cbccvc_ty_le"): (100, "year"),
        ("1.3.d", "hoi_nghi_ty_le_kiem_tra"): (100, "year"),
        ("1.3.h", "danh_gia_ty_le_xet_dan_chu"): (100, "year"),
        ("1.5.a", "mo_hinh_dang_ky"): (1, "year"),
        ("1.5.c", "kiem_tra_ke_hoach"): (1, "year"),
        ("1.5.c", "kiem_tra_ty_le_ke_hoach"): (100, "year"),
        ("1.5.d", "vi_pham_ty_le_xu_ly"): (100, "year"),
    }


def test_summaries_are_not_the_words_of_the_texts(shared: Path) -> None:
    """Twelve words in a row that a seed has too would be its sentence, not ours."""
    seeds = " ".join(
        " ".join(file.read_text(encoding="utf-8").split()).lower()
        for file in (shared / "seeds").glob("*.txt")
    )
    for one in KNOWN.values():
        for clause in (clause for measure in one.measures for clause in measure.clauses):
            said = clause.says.vi.lower().split()
            runs = [" ".join(said[start : start + 12]) for start in range(len(said) - 11)]
            assert not [run for run in runs if run in seeds], clause.cite.said("vi")


def test_the_page_of_clauses_is_made_from_the_files() -> None:
    written = (ROOT / "docs" / "measured_clauses.md").read_text(encoding="utf-8")
    assert written == clauses_page(), "python -m grassroots resolutions --table docs/measured_clauses.md"


def test_every_clause_stands_on_the_page_of_clauses_and_names_what_exists() -> None:
    page = clauses_page()
    rows = [line for line in page.splitlines() if line.startswith("| ") and "---" not in line]
    clauses = [clause for one in KNOWN.values() for measure in one.measures for clause in measure.clauses]
    measures = sum(len(one.measures) for one in KNOWN.values())
    assert len(rows) == len(clauses) + measures
    nothing = [clause for clause in clauses if not clause.aims]
    assert page.count("**nothing**") == len(nothing) == 14
    assert all(clause.not_shown for clause in nothing)
    named = {(query, place) for query, place in re.findall(r"`(\w+)`, \*(\w+)\*", page)}
    assert {query for query, _ in named} <= set(queries.names())
    assert {place for _, place in named} <= {file.stem for file in (ROOT / "pages").glob("*.py")}
    assert {query for query, _ in SHOWN_BY.values()} | set(LISTS) <= set(queries.names())


def test_citations_read_as_they_are_quoted() -> None:
    clause = KNOWN["quang_ninh_179_2023"].measures[2].clauses[0]
    assert clause.cite.code == "1.3.a"
    assert clause.cite.said("vi") == "điểm a khoản 3 Điều 1"
    assert clause.cite.said("en") == "Article 1, clause 3, point a"
    assert KNOWN["binh_phuoc_31_2023"].measures[5].clauses[0].aims[0].indicator == REPORTING


# What is wrong, by changing one thing of a file that is right.
SOUND: dict[str, Any] = {
    "resolution": "thu", "kind": "resolution", "number": "1/NQ-HĐND",
    "title": {"vi": "Các biện pháp", "en": "Measures"}, "issuer": {"vi": "HĐND", "en": "Council"},
    "issued_on": "2024-01-05", "valid_from": "2024-01-15", "valid_to": None, "places": ["2025-07:25363"],
    "read_in": {"vi": "toàn văn", "en": "the full text"},
    "measures": [{
        "cite": {"article": 1, "clause": 1}, "title": {"vi": "Tập huấn", "en": "Training"},
        "clauses": [{
            "cite": {"point": "a"}, "says": {"vi": "Mở lớp", "en": "Hold courses"},
            "responsible": {"vi": "UBND", "en": "the Committee"},
            "indicators": ["tap_huan_lop", {"indicator": "mo_hinh_dang_ky", "at_least": 1,
                                            "because": {"vi": "một", "en": "one"}}],
        }],
    }],
}  # fmt: skip

WRONG = [
    ("places", ["2025-07:00000"], "unknown_unit", "places[0]"),
    ("kind", "law", "not_allowed", "kind"),
    ("kind", None, "not_text", "kind"),
    ("issued_on", "quoted", "not_a_day", "issued_on"),
    ("valid_from", None, "no_start", "valid_from"),
    ("title", {"vi": "Các biện pháp"}, "missing_key", "title"),
    ("title", "Các biện pháp", "not_a_mapping", "title"),
    ("measures", [], "not_a_list", "measures"),
    ("resolution", "other", "not_the_file", "resolution"),
    ("measures[0].clauses[0].indicators", ["tap_huan"], "unknown_indicator",
     "measures[0].clauses[0].indicators[0]"),
    ("measures[0].clauses[0].indicators", ["tap_huan_lop", "tap_huan_lop"], "indicator_twice",
     "measures[0].clauses[0]"),
    ("measures[0].clauses[0].indicators[1].at_least", "many", "not_a_number",
     "measures[0].clauses[0].indicators[1].at_least"),
    ("measures[0].clauses[0].lists", ["minutes"], "not_allowed", "measures[0].clauses[0].lists[0]"),
    ("measures[0].clauses[0].cite", {}, "no_cite", "measures[0].clauses[0].cite"),
    ("measures[0].clauses[0].target", 5, "unknown_key", "measures[0].clauses[0]"),
    ("measures[0].clauses[0].reporting", "yes", "not_true", "measures[0].clauses[0].reporting"),
]  # fmt: skip


def file_of(content: dict[str, Any], folder: Path) -> Path:
    file = folder / "thu.yml"
    text = yaml.safe_dump(content, allow_unicode=True)
    file.write_text(re.sub(r"'(\d{4}-\d\d-\d\d)'", r"\1", text), encoding="utf-8")
    return file


def changed(path: str, value: Any) -> dict[str, Any]:
    content: Any = yaml.safe_load(yaml.safe_dump(SOUND))
    at, steps = content, [int(step) if step.isdigit() else step for step in re.findall(r"\w+", path)]
    for step in steps[:-1]:
        at = at[step]
    at[steps[-1]] = value
    return content  # type: ignore[no-any-return]


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    one = read(file_of(SOUND, tmp_path))
    assert (one.code, one.places, one.measures[0].clauses[0].aims[1].at_least) == (
        "thu",
        ("2025-07:25363",),
        1,
    )


@pytest.mark.parametrize(("path", "value", "code", "place"), WRONG, ids=lambda one: str(one)[:40])
def test_what_is_wrong_is_said_with_its_place(
    path: str, value: Any, code: str, place: str, tmp_path: Path
) -> None:
    with pytest.raises(ResolutionFault) as raised:
        read(file_of(changed(path, value), tmp_path))
    assert (raised.value.code, raised.value.place) == (code, place)
    for language in LANGUAGES:
        sentence = raised.value.sentence(language)
        assert "thu.yml" in sentence and place in sentence and sentence[-1] in ".:"


def test_a_clause_is_shown_by_something_or_says_why_not(tmp_path: Path) -> None:
    content = changed("number", None)
    del content["measures"][0]["clauses"][0]["indicators"]
    with pytest.raises(ResolutionFault, match="not_shown"):
        read(file_of(content, tmp_path))
    content["measures"][0]["clauses"][0]["not_shown"] = {"vi": "không đếm", "en": "not counted"}
    assert read(file_of(content, tmp_path)).measures[0].clauses[0].aims == ()


def test_a_file_that_is_no_yaml_names_its_line(tmp_path: Path) -> None:
    file = tmp_path / "thu.yml"
    file.write_text("resolution: thu\nkind: [plan\n", encoding="utf-8")
    with pytest.raises(ResolutionFault) as raised:
        read(file)
    assert raised.value.code == "not_yaml" and raised.value.place.startswith("3:")


def test_files_are_in_the_order_of_their_days() -> None:
    days = [one.issued_on for one in KNOWN.values()]
    assert days == sorted(days) and len(list(groupby(KNOWN))) == 4
