"""Screens: one script each; Streamlit runs the one in front of the visitor at every click."""
