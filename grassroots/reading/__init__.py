"""Report file → document → figures. No database, no Streamlit."""
