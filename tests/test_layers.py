"""The layers' rules, each with its reason. A rule that has to change is changed here, in sight."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import sources

PAGES = [path for path in sources.product() if path.parts[0] == "pages"]
PAGE_LINES = 80


@dataclass(frozen=True)
class Only:
    """A library that may be imported in some places only."""

    library: str
    places: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Never:
    """A part of the package that never imports some others."""

    part: str
    others: tuple[str, ...]
    reason: str


LIBRARIES = [
    Only(
        "streamlit",
        ("dashboard.py", "pages/", "grassroots/widgets/"),
        "what is drawn changes with the screen; what is read, stored and computed must not",
    ),
    Only(
        "duckdb",
        ("grassroots/store/",),
        "one place opens the database, so that one place knows who writes and who reads",
    ),
    Only(
        "openpyxl",
        ("grassroots/forms/", "grassroots/reading/", "grassroots/sample/", "grassroots/briefs/"),
        "workbooks are written where forms are made and read where reports are read",
    ),
    Only(
        "docx",
        ("grassroots/reading/", "grassroots/sample/", "grassroots/briefs/"),
        "Word files are reports coming in or briefs going out",
    ),
    Only(
        "xlsxwriter",
        ("grassroots/briefs/",),
        "forms are read again, briefs are read by people: they need formulas with their results",
    ),
    Only("pptx", ("grassroots/briefs/",), "slides only go out"),
    Only(
        "typst",
        ("grassroots/briefs/typesetting_child.py",),
        "the library keeps what it has laid out until its process ends",
    ),
    Only(
        "plotly",
        ("grassroots/charts", "grassroots/widgets/"),
        "every chart shares one template",
    ),
    Only("pydeck", ("grassroots/maps",), "every map shares one style that asks nobody outside"),
]

LAYERS = [
    Never(
        "grassroots.text",
        ("reading", "store", "queries", "widgets", "forms", "sample", "checks", "charts", "maps", "tables"),
        "words are data: they know nothing of who says them",
    ),
    Never(
        "grassroots.periods",
        ("reading", "store", "queries", "widgets", "forms", "sample", "checks"),
        "periods are dates and the units valid on them",
    ),
    Never(
        "grassroots.units",
        ("periods", "reading", "store", "queries", "widgets", "forms", "sample", "checks"),
        "units are reference data that everything else leans on",
    ),
    Never(
        "grassroots.reading",
        ("store", "queries", "widgets", "sample", "checks", "cli", "charts", "maps", "tables"),
        "a reader is a function of the file alone: the same bytes give the same figures anywhere",
    ),
    Never(
        "grassroots.forms",
        ("store", "queries", "widgets", "sample", "checks", "cli"),
        "a form is made from a unit, a period and reference data",
    ),
    Never(
        "grassroots.checks",
        ("store", "queries", "widgets", "sample", "cli"),
        "a check sees the figures of a report, not how they are kept",
    ),
    Never(
        "grassroots.store",
        ("queries", "widgets", "sample", "cli", "charts", "maps", "tables"),
        "facts don't depend on the questions asked of them",
    ),
    Never(
        "grassroots.sample",
        ("store", "queries", "widgets", "cli"),
        "the sample is files like any others; they enter through the same loader",
    ),
    Never(
        "grassroots.queries",
        ("reading", "widgets", "forms", "sample", "cli", "charts", "maps", "tables"),
        "a query knows measures, not files and not pictures",
    ),
    *(
        Never(
            f"grassroots.{part}",
            ("reading", "store", "queries", "widgets", "forms", "sample", "cli"),
            "a picture is made from a frame and nothing else, so that a test can draw it",
        )
        for part in ("charts", "maps", "tables")
    ),
    Never(
        "grassroots.briefs",
        ("reading", "store", "widgets", "forms", "sample", "checks", "cli"),
        "a brief is made of answers to questions, wherever they come from",
    ),
    Never(
        "grassroots.widgets",
        ("cli", "sample"),
        "commands and screens are two doors to the same rooms",
    ),
]


def _inside(path: Path, places: tuple[str, ...]) -> bool:
    return any(path.as_posix().startswith(place) for place in places)


@pytest.mark.parametrize("rule", LIBRARIES, ids=lambda rule: rule.library)
def test_a_library_is_imported_only_where_it_belongs(rule: Only) -> None:
    elsewhere = [
        path.as_posix()
        for path in sources.product()
        if not _inside(path, rule.places)
        and any(sources.belongs(name, rule.library) for name in sources.imports(path))
    ]
    assert not elsewhere, f"{rule.library} belongs to {', '.join(rule.places)}: {rule.reason}"


@pytest.mark.parametrize("rule", LAYERS, ids=lambda rule: rule.part)
def test_nothing_imports_from_further_right(rule: Never) -> None:
    wrong = [
        f"{path.as_posix()} imports {name}"
        for path in sources.product()
        if sources.belongs(sources.module_name(path), rule.part)
        for name in sorted(sources.imports(path))
        if any(sources.belongs(name, f"grassroots.{other}") for other in rule.others)
    ]
    assert not wrong, f"{rule.part}: {rule.reason}"


def test_every_rule_about_a_part_finds_that_part() -> None:
    """A rule about a part that was renamed would hold for ever without saying anything."""
    modules = {sources.module_name(path) for path in sources.product()}
    lost = [rule.part for rule in LAYERS if not any(sources.belongs(name, rule.part) for name in modules)]
    assert not lost


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_page_is_a_table_of_contents(page: Path) -> None:
    """Layout only: what is drawn lies in widgets, what is asked in queries, what is said in text."""
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
    assert not [node for node in ast.walk(sources.tree(page)) if isinstance(node, definitions)]
    foreign = [
        name
        for name in sources.imports(page)
        if not any(sources.belongs(name, ours) for ours in ("streamlit", "grassroots.widgets", "__future__"))
        and name != "grassroots"
    ]
    assert not foreign, "a page calls widgets and Streamlit's layout"
    lines = (sources.ROOT / page).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= PAGE_LINES


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_page_holds_no_words_for_readers(page: Path) -> None:
    """Codes and keys are lower-case ASCII; a sentence, a heading or SQL is not."""
    words = [node.value for node in sources.strings(page) if not re.fullmatch(r"[a-z0-9_./:-]*", node.value)]
    assert not words


def test_sql_is_never_put_together_from_pieces() -> None:
    """Values are bound; a statement spliced from strings is where both mistakes and attacks come in."""
    statement = re.compile(
        r"\b(select\b.+\bfrom|insert\s+into|update\s+\w+\s+set|delete\s+from)\b", re.IGNORECASE | re.DOTALL
    )
    spliced = []
    for path in sources.product():
        for node in ast.walk(sources.tree(path)):
            if isinstance(node, ast.JoinedStr):
                text = " ".join(piece.value for piece in node.values if isinstance(piece, ast.Constant))
                if statement.search(text):
                    spliced.append(f"{path.as_posix()}:{node.lineno}")
    assert not spliced


def test_no_path_of_one_machine_stands_in_the_tree() -> None:
    home = re.compile(rb"(?<![\w.~-])/(?:home|root|work|Users)/[\w.]|[A-Z]:\\\\?Users\\")
    binary = {".png", ".xlsx", ".docx", ".pdf", ".zip", ".doc"}
    found = [
        path.as_posix()
        for path in sources.files()
        if path.suffix not in binary and path.name != Path(__file__).name
        if home.search((sources.ROOT / path).read_bytes())
    ]
    assert not found
