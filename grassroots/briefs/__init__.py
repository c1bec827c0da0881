"""Frames → files that people carry out of a meeting: workbook, flat tables, report, slides. No SQL."""

from __future__ import annotations

import importlib

from grassroots.briefs.asked import Asked, asked

# Ending → the function that makes it, imported when a file is asked for: Word and PowerPoint take a while.
_MADE_BY = {
    "docx": ("word", "docx"),
    "pdf": ("pdf", "pdf"),
    "pptx": ("slides", "pptx"),
    "xlsx": ("workbook", "workbook"),
    "csv": ("flat", "csv"),
    "parquet": ("flat", "parquet"),
}
MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}
ENDINGS = tuple(ending for ending in MIME if ending in _MADE_BY)
# Pages that have tables of their own; every page has the report and the slides of its place and period.
TABLES_OF = ("overview", "complaints", "training", "models", "what_if")


def endings_of(page: str) -> tuple[str, ...]:
    """What a page can be handed out as."""
    return ENDINGS if page in TABLES_OF else tuple(one for one in ENDINGS if one in ("docx", "pdf", "pptx"))


def hand_out(asked: Asked, ending: str) -> bytes:
    """The file of a choice. Raises ``KeyError`` for an ending that nothing is made for."""
    module, name = _MADE_BY[ending]
    made: bytes = getattr(importlib.import_module(f"{__name__}.{module}"), name)(asked)
    return made


__all__ = ["ENDINGS", "MIME", "Asked", "asked", "endings_of", "hand_out"]
