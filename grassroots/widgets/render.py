"""Jinja templates of ``html/``: words, numbers and dates of the reader's language, everything escaped."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from grassroots.names import counted, indicator_name, period_name, unit_heading, unit_name
from grassroots.text import Language, change, count, day, decimal, moment, percent, points, t
from grassroots.text.numbers import maximum

_FOLDER = Path(__file__).parent / "html"


_WRITTEN: tuple[Callable[..., str], ...] = (
    *(change, count, counted, day, decimal, indicator_name),
    *(maximum, moment, percent, period_name, points),
)


@cache
def _environment(language: Language) -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["t"] = lambda key, **fields: t(key, language, **fields)
    made.filters.update({function.__name__: _in(function, language) for function in _WRITTEN})
    made.globals["unit_name"] = lambda name, kind: unit_name(name, kind, language)
    made.globals["unit_heading"] = lambda name, kind: unit_heading(name, kind, language)
    made.filters["emphasis"] = emphasis
    made.filters["supposed"] = supposed
    return made


def _in(function: Callable[..., str], language: Language) -> Callable[..., str]:
    return lambda value, *more: function(value, language, *more)


def render(template: str, language: Language, **fields: Any) -> str:
    """The HTML of ``html/<template>.html`` in a language."""
    return _environment(language).get_template(f"{template}.html").render(**fields)


def emphasis(sentence: str) -> Markup:
    """``**137 đơn quá hạn**`` in the colour of what needs attention; the rest escaped."""
    return _marked(sentence, Markup('<span class="g-bad">{}</span>'))


def supposed(sentence: str) -> Markup:
    """``lên **95,8 %**`` in the colour of what is only supposed."""
    return _marked(sentence, Markup('<span class="g-supposed">{}</span>'))


def _marked(sentence: str, mark: Markup) -> Markup:
    parts = str(sentence).split("**")
    return Markup("").join(
        mark.format(part) if place % 2 else escape(part) for place, part in enumerate(parts)
    )
