"""A page's title: a sentence made from its numbers by the first template that they can fill."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from grassroots.text import Language, t
from grassroots.text.catalogue import words
from grassroots.widgets.clickable import clickable
from grassroots.widgets.present import page_says, presenting
from grassroots.widgets.render import render
from grassroots.widgets.view import view


def page_title(page: str, facts: Mapping[str, str | None], *, source: str | None = None) -> None:
    """Draws the title sentence and the line under it.

    Templates are ``title.<page>.1``, ``.2`` …, best first, and ``sub_1`` … for the parts of the line under
    it, which are joined by dots. One whose facts are not all there is passed over; the last resort is the
    plain title ``title.plain``. The sentence opens ``source`` where one is given.
    """
    current = view()
    plain = {"page": t(f"page.nav.{page}", current.language), "place": current.place_name()}
    known = {**plain, "period": current.period_name(), **facts}
    said = sentence(f"title.{page}", known, current.language) or t("title.plain", current.language, **known)
    beneath = _beneath(page, known, current.language)
    page_says(said, beneath, known)
    if presenting():
        return
    body = render(
        "title",
        current.language,
        sentence=said,
        beneath=beneath,
        source=source,
        supposed=bool(current.scenario),
    )
    clickable(body, key="page_title")


def sentence(prefix: str, facts: Mapping[str, str | None], language: Language) -> str | None:
    """The first of ``<prefix>.1``, ``.2`` … whose every field is among the facts; None when none is."""
    templates, place = words(language), 1
    while (key := f"{prefix}.{place}") in templates:
        if all(facts.get(field) is not None for field in _fields(templates[key])):
            return t(key, language, **facts)
        place += 1
    return None


def _beneath(page: str, facts: Mapping[str, str | None], language: Language) -> list[str | None]:
    templates = words(language)
    prefix = f"title.{page}" if f"title.{page}.sub_1.1" in templates else "title"
    parts, place = [], 1
    while f"{prefix}.sub_{place}.1" in templates:
        parts.append(sentence(f"{prefix}.sub_{place}", facts, language))
        place += 1
    return parts


def _fields(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name]
