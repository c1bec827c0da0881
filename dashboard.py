"""The dashboard: ``streamlit run dashboard.py``. The frame lies in grassroots/widgets, the pages in pages."""

import gc

import streamlit as st

from grassroots import units
from grassroots.widgets.shell import run_page


@st.cache_resource
def freeze_imports() -> None:
    """Streamlit collects garbage after each run; what the imports made, and the country's units, need not be
    looked through then."""
    units.all_units()
    gc.collect()
    gc.freeze()


freeze_imports()
run_page()
