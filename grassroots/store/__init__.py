"""The store: reports as received, what was read from them, and what people decided. Opens DuckDB for all.

One folder: ``writer.duckdb`` (opened under a lock, briefly), ``published/`` (read-only copies that readers
use), ``originals/`` (the files by sha256) and ``journal.jsonl`` (what happened, in order).
"""

from grassroots.store.reader import Reader
from grassroots.store.schema import Statement, statements
from grassroots.store.writing import memory

__all__ = ["Reader", "Statement", "memory", "statements"]
