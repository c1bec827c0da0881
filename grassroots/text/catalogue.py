"""The catalogue of words: YAML files below this folder, one folder a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")
# a safe loader either way; the one in C reads the words in a tenth of the time, at every start
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def words(language: Language) -> dict[str, str]:
    """All templates of a language by their full key."""
    folder = Path(__file__).parent / language
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.yml")):
        tree = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER) or {}
        _flatten(tree, file.stem, found)
    return found


def _flatten(tree: dict[str, Any], prefix: str, into: dict[str, str]) -> None:
    for name, value in tree.items():
        key = f"{prefix}.{name}"
        if isinstance(value, dict):
            _flatten(value, key, into)
        else:
            into[key] = str(value)


def t(key: str, language: Language = "vi", /, **fields: object) -> str:
    """The words for a key, filled with fields. Raises KeyError for a key that no file has."""
    template = words(language)[key]
    return template.format(**fields) if fields else template
