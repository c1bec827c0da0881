"""The smallest Streamlit page with a filter: what a filter on a page with a map is measured against."""

import streamlit as st

st.write(st.selectbox("…", ["2026", "2025"], label_visibility="collapsed"))
