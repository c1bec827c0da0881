"""The slides of a place and period: numbers, charts that can be edited, the map, sources in the notes."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.slide import Slide

from grassroots.briefs.asked import Asked
from grassroots.briefs.deck import BODY, COMMENT, EDGE, PALETTE, WIDTH, Deck, chart, write
from grassroots.briefs.map_picture import MapSheet
from grassroots.briefs.pinned import Pinned
from grassroots.briefs.plates import Chart, Lines, Number, Plate
from grassroots.briefs.slide_map import put_map
from grassroots.briefs.story import story

_COLUMNS, _FEW = 3, 10


def pptx(asked: Asked) -> bytes:
    """The bytes of the slides."""
    deck = Deck(asked)
    cover(deck, asked.title, asked.words("brief.slide.asked"))
    for plate in story(asked):
        put(deck.slide(plate.title, plate.notes), plate, asked)
    return deck.bytes()


def agenda_slides(title: str, pins: Sequence[Pinned], note: str) -> bytes:
    """An agenda as slides: its title and contents, then a slide a pin with its comment."""
    deck = Deck(pins[0].asked, title)
    plates = [one.plate for one in pins]
    contents = [f"{place}. {plate.title}" for place, plate in enumerate(plates, 1)]
    first = deck.slide(title, [note])
    write(first, contents, BODY, 22 if len(contents) <= _FEW else 14, colour=PALETTE.text)
    for one, plate in zip(pins, plates, strict=True):
        deck.asked = one.asked
        notes = [*([one.comment] if one.comment else []), *plate.notes]
        slide = deck.slide(plate.title, notes)
        put(slide, plate, one.asked)
        said = [line for line in (one.comment, one.asked.scenario) if line]
        write(slide, said, COMMENT, 18 if len(said) == 1 else 14, colour=PALETTE.text, middle=True)
    return deck.bytes()


def cover(deck: Deck, title: str, note: str) -> None:
    """The first slide: what all others are of."""
    lines = [line for line in (*deck.asked.says, deck.asked.mark) if line]
    write(deck.slide(title, [note]), lines, (EDGE, 2.0, WIDTH - 2 * EDGE, 3.5), 22, colour=PALETTE.text)


def put(slide: Slide, plate: Plate, asked: Asked) -> None:
    """Draws what the plate shows on its slide."""
    match plate.body:
        case Chart():
            chart(slide, plate.body, alt=plate.title, language=asked.language)
        case MapSheet():
            put_map(slide, plate.body, f"{plate.title}. {asked.filters}")
        case Lines():
            write(slide, plate.body.lines, BODY, 22, colour=PALETTE.text)
        case _:
            _numbers(slide, plate.body)


def _numbers(slide: Slide, numbers: Sequence[Number]) -> None:
    wide, high = BODY[2] / _COLUMNS, BODY[3] / 2
    for place, one in enumerate(numbers):
        left, top = EDGE + place % _COLUMNS * wide, BODY[1] + place // _COLUMNS * high
        size = wide - 0.2
        write(slide, [one.name], (left, top, size, 0.62), 16, colour=PALETTE.text, low=True)
        colour = PALETTE.bad if one.bad else PALETTE.accent
        write(slide, [one.value], (left, top + 0.6, size, 0.85), 48, bold=True, colour=colour)
        write(slide, one.beneath, (left, top + 1.45, size, 0.95), 16)
