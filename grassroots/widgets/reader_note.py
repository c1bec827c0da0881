"""How often people left alone what the reader gave, by how sure it was: a note on the page of sources."""

from __future__ import annotations

import streamlit as st

from grassroots.text import count, decimal, percent
from grassroots.widgets.data import rows
from grassroots.widgets.render import render
from grassroots.widgets.view import view

FEW = 20  # decided figures below which a share says little


def reader_note() -> None:
    """Nothing while no figure read in a sentence has been decided."""
    current = view()
    found = rows("reader_accuracy")
    if not found:
        return
    bands = [
        {
            "least": decimal(row["least"], current.language, 2),
            "unchanged": count(row["unchanged"], current.language),
            "figures": count(row["figures"], current.language),
            "share": percent(row["unchanged_percent"], current.language) if row["figures"] >= FEW else None,
        }
        for row in found
    ]
    total = {
        name: sum(row[name] for row in found) for name in ("figures", "unchanged", "corrected", "rejected")
    }
    said = {name: count(value, current.language) for name, value in total.items()}
    st.html(render("reader_note", current.language, bands=bands, said=said))
