"""What leaves the program for people and other programs: charts, reports, exports. No Streamlit here."""
