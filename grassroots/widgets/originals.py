"""Pages of a stored original as pictures for the review page: drawn when they come near, kept for a while."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st
from streamlit import runtime

from grassroots import page_pictures, store
from grassroots.widgets.data import rows

MOST_PAGES = 6  # drawn and handed out at once
_FORMATS = ("pdf", "scan", "picture", "jpg", "jpeg", "png", "tif", "tiff", "webp", "bmp")


@st.cache_resource(max_entries=64, show_spinner=False)
def _sizes(folder: str, sha256: str) -> list[tuple[float, float]]:
    return page_pictures.sizes(store.original_path(sha256, folder))


@st.cache_resource(max_entries=48, show_spinner=False)  # under 10 MB
def _picture(folder: str, sha256: str, page: int) -> bytes:
    return page_pictures.picture(store.original_path(sha256, folder), page)


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
    """Where the browser finds these pages: on this server, as long as this visit shows them."""
    original = next(iter(rows("report_original", report_id=report_id)), None)
    if original is None or not runtime.exists():
        return {}
    files = runtime.get_instance().media_file_mgr
    found = {}
    for page in sorted(set(pages))[:MOST_PAGES]:
        try:
            drawn = _picture(_folder(), original["sha256"], page)
        except (page_pictures.PageNotDrawn, FileNotFoundError):
            continue
        found[page] = files.add(drawn, "image/jpeg", f"review.{report_id}.{page}")
    return found


def _folder() -> str:
    from grassroots.settings import store_folder

    return str(store_folder())
