"""An agenda as a value: what it says of itself, the order of its pins, and what it refuses."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from grassroots.agenda import LONGEST_COMMENT, MOST_PINS, Agenda, AgendaFault, Pin, named, parse
from grassroots.units.spelling import fold

MAP = Pin("complaints", "petitions_where", {"place": "2025-07:75", "period": "2026-m09"}, said="Bản đồ")
SUPPOSED = Pin("complaints", "petitions_where", {**MAP.choices, "scenario": "settle~overdue~all"})
NUMBER = Pin("overview", "number_don_qua_han", {"place": "2025-07:75"}, comment="Hỏi: vì sao?")
THREE = Agenda("giao-ban", "Giao ban", (MAP, SUPPOSED, NUMBER), "20261122T070505")


def test_what_is_written_is_read_back_equal_and_written_the_same() -> None:
    assert parse(str(THREE)) == THREE
    turned = replace(
        MAP, choices={"period": "2026-m09", "place": "2025-07:75"}
    )  # another order, no other pin
    assert str(replace(THREE, pins=(turned, SUPPOSED, NUMBER))) == str(THREE)
    assert turned.key == MAP.key != SUPPOSED.key


def test_a_title_gives_a_name_for_the_url() -> None:
    made = named("  Giao ban  tháng 11/2026 ", fold)
    assert (made.name, made.title) == ("giao-ban-thang-11-2026", "Giao ban tháng 11/2026")


def test_pins_are_put_in_order_changed_and_taken_out() -> None:
    def order(agenda: Agenda) -> list[str]:
        return [pin.key for pin in agenda.pins]

    first, second, third = order(THREE)
    assert order(THREE.moved(third, -1)) == [first, third, second]
    assert order(THREE.moved(first, 9)) == [second, third, first]
    assert THREE.moved(first, -1) == THREE and THREE.moved("nobody", 1) == THREE
    assert order(THREE.without(second)) == [first, third]
    assert THREE.changed(first, comment="Nhìn phía bắc").pins[0].comment == "Nhìn phía bắc"
    assert THREE.holds(replace(MAP, comment="khác")) and not THREE.without(first).holds(MAP)


def test_a_number_alone_names_its_indicator() -> None:
    assert (NUMBER.indicator, MAP.indicator) == ("don_qua_han", None)


def test_what_is_no_agenda_is_named() -> None:
    fields = json.loads(str(THREE))

    def fault(**changed: object) -> str:
        with pytest.raises(AgendaFault) as found:
            parse(json.dumps({**fields, **changed}))
        return found.value.code

    pin = fields["pins"][0]
    assert fault(title="") == fault(name="Giao ban") == "no_title"
    assert fault(title="x" * 81) == "long_title"
    assert fault(pins=[pin, pin]) == "pinned_twice"
    assert fault(pins=[{**pin, "block": f"b{at}"} for at in range(MOST_PINS + 1)]) == "too_many_pins"
    assert fault(pins=[{**pin, "comment": "x" * (LONGEST_COMMENT + 1)}]) == "long_comment"
    for spoilt in ({"page": "../etc"}, {"choices": {"place": 75}}, {"choices": "place"}, {"block": None}):
        assert fault(pins=[{**pin, **spoilt}]) == "unreadable"
    assert fault(frozen="hôm qua") == fault(pins="map") == fault(pins=["map"]) == "unreadable"
    with pytest.raises(AgendaFault, match="no_json"):
        parse("{")
