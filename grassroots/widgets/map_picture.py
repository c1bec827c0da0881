"""Rows of a measure → the picture and legend of its map."""

from __future__ import annotations

from collections.abc import Sequence

from grassroots.maps import Legend, Picture, outlines_of, sheet_digest
from grassroots.widgets.map_choices import Choices
from grassroots.widgets.mapped import Found, Scale, Subject, communes, is_national, legend
from grassroots.widgets.view import View, chosen


def chosen_commune(current: View) -> str | None:
    """The commune singled out: the place itself where it is one, else the one chosen on the page."""
    here = current.place.unit_key if current.place and current.place.level == "commune" else None
    return here or chosen("commune")


def _province(current: View) -> str | None:
    return current.place.province_key if current.place and not is_national(current) else None


def outlines_digest(current: View) -> str:
    """What changes when other outlines of the place at hand are taken in."""
    return sheet_digest(current.place.vintage, _province(current)) if current.place else ""


def picture(
    subject: Subject,
    rows: Sequence[Found],
    by: Scale,
    picked: Choices,
    current: View,
    *,
    at: str | None = None,
) -> Picture:
    """The picture of these rows on a scale, the commune ``at`` singled out."""
    keys = [row["unit_key"] for row in rows]
    return Picture(
        communes=communes(subject, rows, by, current),
        outlines=outlines_of(keys, _province(current)),
        named=tuple(subject.named(rows)),
        chosen=at if at in keys else None,
        circles=picked.drawn_as == "circles",
        national=is_national(current),
    )


def legend_of(
    subject: Subject,
    rows: Sequence[Found],
    by: Scale,
    picked: Choices,
    made: Picture,
    current: View,
    more: tuple[str, ...] = (),
) -> Legend:
    """The legend of a picture, with where its outlines come from."""
    notes = (*more, *((current.words("legend.approximate"),) if made.outlines.approximate else ()))
    if made.circles and subject.circles:
        notes = (subject.circles, *notes)
    if made.national and any(one.unconfirmed for one in made.communes):
        notes = (*notes, current.words("legend.national"))
    caption = subject.captions[picked.way]
    return legend(subject, rows, by, current, caption=caption, notes=notes, national=made.national)
