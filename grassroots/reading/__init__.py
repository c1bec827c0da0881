"""Report file → document → figures. No database, no Streamlit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from grassroots.reading import model
from grassroots.reading.documents import document_of, format_of, notes_of
from grassroots.reading.model import Reading, UnreadableReport

READER_VERSION = "1"

__all__ = ["READER_VERSION", "model", "read_file"]


def read_file(path: Path) -> Reading:
    """Reads one report: a workbook of the tool's own form or of official ones, or a narrative.

    Pure and deterministic: the same bytes give the same reading. Raises ``UnreadableReport``.
    """
    path = Path(path)
    file_format = format_of(path)
    if file_format == "txt" and path.suffix.lower() == ".csv":
        return _read_csv(path)
    if file_format == "txt" and path.suffix.lower() == ".xlsx":
        raise UnreadableReport("form_problem.not_a_workbook")  # a spoilt form, not a report in prose
    named_a_workbook = path.suffix.lower() in (".xls", ".xlsx")
    if file_format in ("xlsx", "xls") or (file_format == "html" and named_a_workbook):
        return replace(_read_workbook(path, file_format), notes=notes_of(path, file_format))
    from grassroots.reading.narrative import read_passages

    document = document_of(path, file_format)
    reading = read_passages(document.passages, file_format)
    return replace(reading, lines=document.lines, notes=document.notes)


def _read_csv(path: Path) -> Reading:
    from grassroots.reading.score_tables import csv_sheet, read_score_table

    reading = read_score_table([csv_sheet(path)], "csv")
    if reading is None:
        raise UnreadableReport("form_problem.not_a_score_table")
    return reading


def _read_workbook(path: Path, file_format: str) -> Reading:
    """The tool's own form says what it is; any other workbook must hold scores or official forms."""
    from grassroots.reading.form import is_own_form, read_form

    if file_format == "xlsx" and is_own_form(path):
        return read_form(path)
    from grassroots.reading.score_tables import read_score_table
    from grassroots.reading.statistics import read_statistics, sheets_of

    sheets = sheets_of(path, file_format)
    return read_score_table(sheets, file_format) or read_statistics(path, file_format, sheets=sheets)
