"""The smallest Streamlit page: what every page is measured against."""

import streamlit as st

st.write("…")
