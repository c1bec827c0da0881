"""The server's process: Streamlit, with what the pages need imported while the first browser still loads.

A page's first run waits for pandas, DuckDB, plotly and pydeck, about a second. A browser that opens the
dashboard is busy with the server's own files for as long, so they are imported then, beside.
"""

from __future__ import annotations

import contextlib
import importlib
import runpy
import socket
import sys
import threading
import time

# What knows nothing of Streamlit: the widgets register themselves with a page's own run.
_NEEDED = (
    "pandas",
    "grassroots.store",
    "grassroots.queries",
    "grassroots.charts",
    "grassroots.maps",
    "jinja2",
)
_GIVE_UP_SECONDS = 30


def import_early(port: int) -> None:
    """Import what the pages need as soon as the server answers on ``port``."""
    deadline = time.monotonic() + _GIVE_UP_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("localhost", port), timeout=1):
            break
        time.sleep(0.05)
    for module in _NEEDED:
        importlib.import_module(module)


if __name__ == "__main__":
    threading.Thread(target=import_early, args=(int(sys.argv[1]),), daemon=True).start()
    sys.argv = ["streamlit", *sys.argv[2:]]
    runpy.run_module("streamlit", run_name="__main__")
