"""Charts: an assessment in, a figure out. No Streamlit here, so that reports can draw the same."""
