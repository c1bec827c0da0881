"""Training courses, models and commendations read back, one for each row that has any words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from grassroots.forms.cells import Problems, day, number, words, written
from grassroots.forms.layout import Layout
from grassroots.forms.read_tables import Row, Rows, table_rows
from grassroots.reading.model import Award, TrainingCourse


def read_courses(layout: Layout, rows: Rows, problems: Problems) -> tuple[TrainingCourse, ...]:
    columns = ("topic", "held_on", "days", "participants", "audience")
    courses = []
    for row in table_rows(layout.courses, rows, problems):
        if not _filled(row, columns):
            continue
        topic = words(row["topic"])
        if topic is None:
            problems.add("words_missing", row.place("topic"), heading=layout.courses.columns["topic"].heading)
        held_on = day(row["held_on"], row.place("held_on"), problems)
        days = number(row["days"], row.place("days"), problems, whole=False)
        people = number(row["participants"], row.place("participants"), problems, whole=True)
        courses.append(
            TrainingCourse(
                topic=topic or "",
                held_on=held_on,
                days=days,
                participants=None if people is None else int(people),
                audience=words(row["audience"]),
                quote=row.quote(*columns),
                place=row.span("topic", "audience"),
            )
        )
    return tuple(courses)


def read_awards(layout: Layout, rows: Rows, problems: Problems) -> tuple[Award, ...]:
    columns = ("kind", "name", "holder", "stage", "level", "form", "subject_field")
    table, awards = layout.awards, []
    for row in table_rows(table, rows, problems):
        if not _filled(row, columns):
            continue
        name = words(row["name"])
        for column in ("kind", "name"):
            if row[column] is None:
                problems.add("words_missing", row.place(column), heading=table.columns[column].heading)
        kind: Any = code_of(table.words["kinds"], row, "kind", problems)
        stage = code_of(table.words["stages"], row, "stage", problems)
        if kind == "model" and row["stage"] is None:
            problems.add("words_missing", row.place("stage"), heading=table.columns["stage"].heading)
        awards.append(
            Award(
                kind=kind or "model",
                name=name or "",
                holder=words(row["holder"]),
                stage=stage,
                level=code_of(table.words["levels"], row, "level", problems),
                form=words(row["form"]),
                subject_field=words(row["subject_field"]),
                quote=row.quote(*columns),
                place=row.span("kind", "subject_field"),
            )
        )
    return tuple(awards)


def _filled(row: Row, columns: tuple[str, ...]) -> bool:
    return any(row[column] is not None for column in columns)


def code_of(names: Mapping[str, str], row: Row, column: str, problems: Problems) -> str | None:
    """The code of the words chosen from a list; None for an empty cell."""
    if row[column] is None:
        return None
    chosen = written(row[column])
    for code, name in names.items():
        if name.casefold() == chosen.casefold():
            return code
    problems.add("not_in_list", row.place(column), found=chosen, allowed=" · ".join(names.values()))
    return None
