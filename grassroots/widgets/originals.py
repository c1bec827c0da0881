"""Pages of a stored original as pictures for the review page: drawn when they come near, kept for a while."""

from __future__ import annotations

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Iterable

import streamlit as st
from streamlit import runtime

from grassroots import page_pictures, store
from grassroots.widgets.data import rows
from grassroots.widgets.handed_out import handed_out

MOST_PAGES = 6  # drawn and handed out at once
KEPT_PICTURES = 96  # under 20 MB


@st.cache_resource(max_entries=64, show_spinner=False)
def _sizes(folder: str, sha256: str) -> list[tuple[float, float]]:
    return page_pictures.sizes(store.original_path(sha256, folder))


class Shelf:
    """Pictures that were handed out, each kept until :data:`KEPT_PICTURES` others were asked for after it."""

    def __init__(self) -> None:
        self._addresses: OrderedDict[tuple[str, str, int], tuple[str, int]] = OrderedDict()
        self._lock = threading.Lock()

    def address(self, folder: str, sha256: str, page: int) -> str:
        """Where the browser finds a page of an original. Raises PageNotDrawn, FileNotFoundError."""
        key = (folder, sha256, page)
        with self._lock:
            if key not in self._addresses:
                drawn = page_pictures.picture(store.original_path(sha256, folder), page)
                full = len(self._addresses) >= KEPT_PICTURES
                place = self._addresses.popitem(last=False)[1][1] if full else len(self._addresses)
                self._addresses[key] = (handed_out(drawn, "image/jpeg", f"review.{place}"), place)
            self._addresses.move_to_end(key)
            return self._addresses[key][0]


@st.cache_resource(show_spinner=False)
def _shelf() -> Shelf:
    return Shelf()


def page_sizes(report_id: str) -> list[tuple[float, float]]:
    """Width and height of each page of the file a report was read from; empty where it has none."""
    original = next(iter(rows("report_original", report_id=report_id)), None)
    if original is None:
        return []
    try:
        return _sizes(_folder(), original["sha256"])
    except (page_pictures.PageNotDrawn, FileNotFoundError):
        return []


def page_addresses(report_id: str, pages: Iterable[int]) -> dict[int, str]:
    """Where the browser finds these pages: on this server, for a while."""
    original = next(iter(rows("report_original", report_id=report_id)), None)
    if original is None or not runtime.exists():
        return {}
    found = {}
    for page in sorted(set(pages))[:MOST_PAGES]:
        with contextlib.suppress(page_pictures.PageNotDrawn, FileNotFoundError):
            found[page] = _shelf().address(_folder(), original["sha256"], page)
    return found


def _folder() -> str:
    from grassroots.settings import store_folder

    return str(store_folder())
