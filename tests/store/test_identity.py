"""Which report a file is: known, a copy, a revision, or a new one."""

from __future__ import annotations

from datetime import date

import duckdb
from made_readings import entry as journal_entry
from made_readings import figure, load, prepared, reading

from grassroots.store.outcome import ChangedFigure
from grassroots.store.taking_in import Load, take_in

SETTLED = figure("don_da_giai_quyet", 132)
ACCEPTED = figure("don_thu_ly", 142)


def count(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    row = connection.execute(query).fetchone()
    assert row is not None
    return int(row[0])


def test_the_same_bytes_change_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    first = load(connection, reading(SETTLED), "a.docx")
    again = load(connection, reading(SETTLED), "a.docx")
    assert (first.outcome, again.outcome, again.report_id) == ("new", "same", first.report_id)
    assert count(connection, "select count(*) from report_file") == 1
    assert count(connection, "select count(*) from figure") == 1


def test_equal_figures_are_another_copy(connection: duckdb.DuckDBPyConnection) -> None:
    word = load(connection, reading(SETTLED, ACCEPTED), "a.docx")
    pdf = load(connection, reading(ACCEPTED, SETTLED), "a.pdf")
    assert (pdf.outcome, pdf.report_id) == ("copy", word.report_id)
    assert count(connection, "select count(*) from report") == 1
    assert count(connection, "select count(*) from report_file") == 2
    assert count(connection, "select count(*) from figure") == 2


def test_a_draft_without_number_is_a_copy_of_the_signed_report(connection: duckdb.DuckDBPyConnection) -> None:
    load(connection, reading(SETTLED, number=None), "draft.docx")
    assert load(connection, reading(SETTLED, number="213/BC-UBND"), "signed.pdf").outcome == "copy"


def test_equal_figures_under_another_number_are_a_revision(connection: duckdb.DuckDBPyConnection) -> None:
    first = load(connection, reading(SETTLED, number="213/BC-UBND"), "a.docx")
    second = load(connection, reading(SETTLED, number="230/BC-UBND"), "b.docx")
    assert (second.outcome, second.replaces, second.changed) == ("revision", first.report_id, ())


def test_a_revision_says_which_figures_changed(connection: duckdb.DuckDBPyConnection) -> None:
    first = load(connection, reading(SETTLED, ACCEPTED, figure("don_qua_han", 4)), "a.docx")
    second = load(
        connection, reading(figure("don_da_giai_quyet", 130), ACCEPTED, figure("vi_pham", 0)), "b.docx"
    )
    assert (second.outcome, second.replaces) == ("revision", first.report_id)
    assert second.changed == (
        ChangedFigure("don_da_giai_quyet", None, 132, 130),
        ChangedFigure("vi_pham", None, None, 0),
        ChangedFigure("don_qua_han", None, 4, None),
    )
    assert count(connection, "select count(*) from report") == 2, "the older one stays readable"


def test_a_figure_of_a_part_is_not_the_total(connection: duckdb.DuckDBPyConnection) -> None:
    load(connection, reading(SETTLED), "a.docx")
    of_a_part = figure("don_da_giai_quyet", 132, part="lĩnh vực đất đai", part_kind="field")
    assert load(connection, reading(of_a_part), "b.docx").outcome == "revision"


def test_a_report_issued_earlier_but_loaded_later_is_superseded(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    newest = load(connection, reading(figure("don_thu_ly", 3), issued_on=date(2024, 11, 20)), "c.docx")
    oldest = load(connection, reading(figure("don_thu_ly", 1), issued_on=date(2024, 11, 1)), "a.docx")
    between = load(connection, reading(figure("don_thu_ly", 2), issued_on=date(2024, 11, 10)), "b.docx")
    chain = connection.execute("select report_id, replaces from report").fetchall()
    assert dict(chain) == {
        newest.report_id: between.report_id,
        between.report_id: oldest.report_id,
        oldest.report_id: None,
    }


def test_form_and_narrative_stand_side_by_side_with_their_differences(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    load(connection, reading(SETTLED, ACCEPTED), "a.docx")
    form = load(connection, reading(figure("don_da_giai_quyet", 130), ACCEPTED, kind="form"), "a.xlsx")
    assert (form.outcome, form.issues) == ("new", 1)
    issues = connection.execute("select rule, expected, found, details->>'indicator' from issue").fetchall()
    assert issues == [("form_against_narrative", 132.0, 130.0, "don_da_giai_quyet")]


def test_what_differs_in_scope_subject_or_kind_of_figures_stands_beside(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    load(connection, reading(SETTLED), "area.docx")
    own = load(connection, reading(figure("don_da_giai_quyet", 7), scope="own_agency"), "own.docx")
    other_matters = load(connection, reading(figure("tap_huan_lop", 3)), "training.docx")
    sample = load(connection, reading(figure("don_da_giai_quyet", 9)), "sample.docx", illustrative=True)
    assert [one.outcome for one in (own, other_matters, sample)] == ["new", "new", "new"]


def test_reports_of_one_unit_in_one_group_see_each_other(connection: duckdb.DuckDBPyConnection) -> None:
    files = {
        "a.docx": reading(SETTLED),
        "a.pdf": reading(SETTLED),
        "b.docx": reading(figure("don_da_giai_quyet", 1)),
    }
    loads = [Load(journal_entry(), prepared(read, name), name) for name, read in files.items()]
    assert [one.outcome for one in take_in(connection, loads)] == ["new", "copy", "revision"]


def test_a_report_the_tables_refuse_takes_no_other_with_it(connection: duckdb.DuckDBPyConnection) -> None:
    good, bad = prepared(reading(SETTLED), "a.docx"), prepared(reading(SETTLED, number="1/BC"), "b.docx")
    bad.lists["figure"].append(dict(bad.lists["figure"][0]))  # the same figure_id twice
    results = take_in(
        connection, [Load(journal_entry(), good, "a.docx"), Load(journal_entry(), bad, "b.docx")]
    )
    assert [one.outcome for one in results] == ["new", "failed"]
    assert connection.execute("select outcome from journal_entry order by position").fetchall() == [
        ("new",),
        ("failed",),
    ]
    assert count(connection, "select count(*) from figure") == 1
