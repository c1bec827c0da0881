"""Population files onto rows: an entry of the journal has all rows of one, so that a rebuild has them too."""

from __future__ import annotations

import duckdb

from grassroots.store import schema, taking_in
from grassroots.store.journal import Entry
from grassroots.store.rows import append

KIND = "load_population"


def apply(connection: duckdb.DuckDBPyConnection, entry: Entry) -> None:
    """Takes in the rows of one file, now and in a rebuild."""
    with schema.transaction(connection):
        rows = [
            {
                "entry_id": entry.entry_id,
                "unit_key": unit_key,
                "year": year,
                "persons": persons,
                "source": source,
                "file_name": entry.content["file_name"],
                "line": line,
                "loaded_by": entry.by,
                "loaded_at": entry.at,
                "position": entry.position,
            }
            for unit_key, year, persons, source, line in entry.content["rows"]
        ]
        append(connection, "population", rows)
        append(connection, "journal_entry", [taking_in.entry_row(entry, "done")])
