"""Agendas saved by name: in the journal alone, alive after a rebuild, seen at once without a publication."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from grassroots import store
from grassroots.agenda import Agenda, AgendaFault, Pin
from grassroots.conclusions import Conclusion, ConclusionFault, Then, due_of
from grassroots.store import journal, publishing
from grassroots.store.folder import Folder

MAP = Pin("complaints", "petitions_where", {"place": "2025-07:75"})
TABLE = Pin("complaints", "petitions_by_unit", {"place": "2025-07:75"}, "Hỏi ba xã")
MEETING = Agenda("giao-ban", "Giao ban", (MAP,))


def test_an_agenda_is_saved_changed_and_outlives_a_rebuild(store_folder: Path) -> None:
    store.save_agenda(MEETING, by="Lan")
    store.save_agenda(Agenda("hop-dan", "Họp dân"), by="Bình")
    after = store.change_agenda("giao-ban", lambda found: found.with_pin(TABLE), by="Chi")
    assert after == store.agenda("giao-ban") == MEETING.with_pin(TABLE)
    told = [(one.agenda.name, one.saved_by) for one in store.agendas()]
    assert told == [("giao-ban", "Chi"), ("hop-dan", "Bình")]
    line = json.loads((store_folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert (line["kind"], line["by"], line["stated"], line["agenda"]["pins"][1]["comment"]) == (
        "save_agenda", "Chi", True, "Hỏi ba xã",
    )  # fmt: skip
    store.rebuild()
    assert [(one.agenda.name, one.saved_by) for one in store.agendas()] == told
    store.drop_agenda("hop-dan", by="Bình")
    assert store.agenda("hop-dan") is None and len(store.agendas()) == 1


def test_what_is_noted_is_taken_in_but_publishes_nothing(store_folder: Path) -> None:
    store.Reader()  # publishes
    folder = Folder.of(store_folder)
    copy = publishing.newest(folder)
    store.save_agenda(MEETING, by="Lan")
    assert publishing.newest(folder) == copy and store.agenda("giao-ban") == MEETING
    store.Reader()  # nor when the store is opened again, or kept for the meeting
    store.keep()
    assert publishing.newest(folder) == copy
    with store.writing.writing(folder, publish=False) as connection:
        taken = connection.execute("select max(position), max(outcome) from journal_entry").fetchone()
    assert taken == (journal.size(folder.journal), "done")


def test_others_notes_and_a_line_being_written_are_read_in_their_time(store_folder: Path) -> None:
    store.save_agenda(MEETING, by="Lan")
    file = store_folder / "journal.jsonl"
    whole = file.read_bytes()
    other = whole.replace(b"giao-ban", b"hop-dan")
    file.write_bytes(whole + other[:-9])
    assert [one.agenda.name for one in store.agendas()] == ["giao-ban"]
    file.write_bytes(whole + other)
    assert [one.agenda.name for one in store.agendas()] == ["hop-dan", "giao-ban"]
    file.write_bytes(other)  # a shorter journal in its place
    assert [one.agenda.name for one in store.agendas()] == ["hop-dan"]


def test_what_can_not_be_saved(store_folder: Path) -> None:
    store.save_agenda(MEETING, by="Lan")
    for refused, code in (
        (lambda: store.save_agenda(MEETING, by="Bình"), "agenda_exists"),
        (lambda: store.save_agenda(Agenda("khac", "Khác"), by=" "), "no_name"),
        (lambda: store.drop_agenda("nobody", by="Chi"), "unknown_agenda"),
        (lambda: store.change_agenda("nobody", lambda one: one, by="Chi"), "unknown_agenda"),
    ):
        with pytest.raises(store.DecisionRefused) as found:
            refused()
        assert found.value.code == code
    with pytest.raises(AgendaFault):
        store.change_agenda("giao-ban", lambda one: one.with_pin(MAP), by="Chi")  # pinned twice
    assert store.agenda("giao-ban") == MEETING


def test_a_conclusion_is_noted_with_its_number_closed_once_and_outlives_a_rebuild(store_folder: Path) -> None:
    made = Conclusion(
        "Giải quyết dứt điểm 6 đơn", "UBND xã Đồng Phú", date(2026, 12, 15), "giao-ban", MAP,
        Then("don_qua_han", "2025-07:25363", "2026-m09", False, 6.0),
    )  # fmt: skip
    first = store.conclude(made, by="Lan")
    store.conclude(Conclusion("Gửi lại biểu", "Phòng Nội vụ"), by="Lan")
    before = store.conclusions()
    assert [(one.conclusion, one.by, one.closing) for one in before] == [
        (made, "Lan", None), (Conclusion("Gửi lại biểu", "Phòng Nội vụ"), "Lan", None),
    ]  # fmt: skip
    assert [before[0].days_over(date(2026, 12, day)) for day in (15, 16, 20)] == [0, 1, 5]
    assert sorted([before[1], before[0]], key=lambda one: one.urgency) == before  # without a date last
    store.close_conclusion(first, " Đã xong ", by="Bình")
    with pytest.raises(store.DecisionRefused, match="unknown_conclusion"):
        store.close_conclusion(first, "", by="Bình")
    store.rebuild()
    closed, still_open = store.conclusions()
    assert closed.closing and (closed.closing.note, closed.closing.by) == ("Đã xong", "Bình")
    assert still_open == before[1] and closed.days_over(date(2027, 1, 1)) == 0


def test_what_is_no_conclusion() -> None:
    for code, what, who in (("no_what", " ", "Lan"), ("no_who", "Họp lại", ""), ("too_long", "x" * 601, "L")):
        with pytest.raises(ConclusionFault, match=code):
            Conclusion(what, who)
    with pytest.raises(ConclusionFault, match="no_date"):
        due_of("31/02/2026")
    assert (due_of(" 5/1/2027"), due_of("")) == (date(2027, 1, 5), None)
