"""Where things lie. The store is named by one setting, ``GRASSROOTS_STORE``."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "data" / "reference"
SAMPLE = ROOT / "data" / "sample"
BOUNDARIES = ROOT / "data" / "boundaries"
FONTS = ROOT / "data" / "fonts"
QUERIES = ROOT / "queries"
SCHEMA = QUERIES / "schema"
VIEWS = QUERIES / "views"


def store_folder() -> Path:
    """The folder of the store: the database, its published copies, the originals and the journal."""
    return Path(os.environ.get("GRASSROOTS_STORE", ROOT / "data" / "store")).resolve()
