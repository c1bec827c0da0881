"""Every word a reader sees is there in both languages, with the same fields, and is used."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
import sources

from grassroots.text.catalogue import LANGUAGES, Language, words

_KEY = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def _fields(template: str) -> set[str]:
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in Formatter().parse(template) if name}


@cache
def _topics() -> frozenset[str]:
    return frozenset(key.split(".")[0] for key in words("vi"))


@cache
def _literal_keys() -> frozenset[str]:
    """String constants that look like keys, in Python and in the widgets' HTML templates."""
    constants = {node.value for path in sources.product() for node in sources.strings(path)}
    for path in _templates():
        constants |= {key for _, key in re.findall(r"""(["'])([^"']+)\1""", _text(path))}
    return frozenset(constant for constant in constants if _KEY.fullmatch(constant))


def _templates() -> list[Path]:
    return [path for path in sources.files() if path.suffix == ".html" and path.parts[0] == "grassroots"]


def _text(path: Path) -> str:
    return (sources.ROOT / path).read_text(encoding="utf-8")


def _pattern(node: ast.JoinedStr) -> str | None:
    """``f"problem.{code}"`` → ``problem\\..+``; None for an f-string that can't be a key."""
    pattern = ""
    for piece in node.values:
        if isinstance(piece, ast.Constant):
            if not re.fullmatch(r"[a-z0-9_.]+", str(piece.value)):
                return None
            pattern += re.escape(str(piece.value))
        else:
            pattern += ".+"
    first = node.values[0]
    names_topic = isinstance(first, ast.Constant) and str(first.value).split(".")[0] in _topics()
    return pattern if names_topic and "\\." in pattern else None


@cache
def _patterns() -> frozenset[str]:
    found = set()
    for path in sources.product():
        for node in ast.walk(sources.tree(path)):
            if isinstance(node, ast.JoinedStr) and (pattern := _pattern(node)):
                found.add(pattern)
    for path in _templates():  # t("measure.mark." ~ kind)
        found |= {
            re.escape(start) + ".+" for start in re.findall(r"""["']([a-z0-9_.]+\.)["'] ~""", _text(path))
        }
    return frozenset(found)


def _says(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):
        return function.attr == "words"
    return isinstance(function, ast.Name) and function.id == "t"


def _calls() -> list[tuple[str, str, ast.Call]]:
    """Calls of ``t`` or of a view's ``words`` with a literal key: where, the key, the call."""
    found = []
    for path in sources.product():
        for node in ast.walk(sources.tree(path)):
            if not isinstance(node, ast.Call) or not _says(node.func):
                continue
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.append((f"{path.as_posix()}:{node.lineno}", first.value, node))
    return found


def _shared(language: Language) -> set[str]:
    """All keys but ``counted.…``: there the Vietnamese word is the key, and only English says it."""
    return {key for key in words(language) if not key.startswith("counted.")}


def test_both_languages_have_the_same_keys() -> None:
    assert _shared("vi") == _shared("en")


def test_a_template_has_the_same_fields_in_both_languages() -> None:
    different = [
        key
        for key in sorted(set(words("vi")) & set(words("en")))
        if _fields(words("vi")[key]) != _fields(words("en")[key])
    ]
    assert not different


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_template_is_empty(language: Language) -> None:
    assert not [key for key, template in words(language).items() if not template.strip()]


def test_no_key_is_missing() -> None:
    asked = [(place, key) for place, key, _ in _calls()]
    for path in _templates():
        called = re.findall(r"""\bt\(\s*["']([^"']+)["'](?! *~)""", _text(path))
        asked += [(path.as_posix(), key) for key in called]
    missing = [f"{place}: {key}" for place, key in asked if key not in words("vi")]
    assert not missing
    dead = [
        pattern
        for pattern in sorted(_patterns())
        if not any(re.fullmatch(pattern, key) for key in words("vi"))
    ]
    assert not dead, "keys made from these patterns don't exist"


def test_no_key_is_unused() -> None:
    unused = [
        key
        for key in sorted(words("vi"))
        if key not in _literal_keys() and not any(re.fullmatch(pattern, key) for pattern in _patterns())
    ]
    assert not unused


def test_a_call_fills_every_field_of_its_template() -> None:
    wanting = []
    for place, key, call in _calls():
        given = {keyword.arg for keyword in call.keywords}
        if None in given or key not in words("vi"):
            continue
        lacking = _fields(words("vi")[key]) - {str(name) for name in given}
        if lacking:
            wanting.append(f"{place}: {key} lacks {', '.join(sorted(lacking))}")
    assert not wanting


def test_english_is_not_a_copy_of_the_vietnamese() -> None:
    """A sentence that is the same in both languages was forgotten; a name or a code may be."""
    same = [
        key
        for key in sorted(set(words("vi")) & set(words("en")))
        if words("vi")[key] == words("en")[key]
        and re.search(r"[^\x00-\x7f]", words("vi")[key])
        and len(_LETTERS.findall(re.sub(r"\{[^}]*\}", "", words("vi")[key]))) > 4
    ]
    assert not same
