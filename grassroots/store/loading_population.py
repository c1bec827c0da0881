"""Loading a population file: read whole, or refused line by line, then one entry of the journal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from grassroots import population
from grassroots.store import inhabitants, journal
from grassroots.store.acting import opened


@dataclass(frozen=True, slots=True)
class PopulationLoaded:
    """What a population file brought."""

    file_name: str
    rows: int
    units: int
    years: tuple[int, ...]


def load_population(
    content: bytes, file_name: str, *, by: str, folder: Path | str | None = None
) -> PopulationLoaded:
    """Takes in a population file; what was known of the same units and years is replaced.

    Raises UnusablePopulation, and DecisionRefused without a name.
    """
    rows = population.read(content)
    with opened(folder, by) as (store, connection):
        kept = [[one.unit_key, one.year, one.persons, one.source, one.line] for one in rows]
        entry = journal.new_entry(inhabitants.KIND, by, {"file_name": file_name, "rows": kept})
        inhabitants.apply(connection, journal.append(store.journal, [entry])[0])
    years = tuple(sorted({one.year for one in rows}))
    return PopulationLoaded(file_name, len(rows), len({one.unit_key for one in rows}), years)
