"""The paper that this browser is typing in; it stands in the address, so that a reload leads back to it."""

import streamlit as st

_SHEET, _AGAIN = "sheet", "again"


def sheet_in_hand() -> tuple[str, bool]:
    """Id of the paper that is being typed in, "" for none, and whether it is for the second time."""
    return st.query_params.get(_SHEET, ""), _AGAIN in st.query_params


def take_sheet(paper: str, *, again: bool = False) -> None:
    """Turn to a paper, to type it in the first or the second time."""
    st.query_params[_SHEET] = paper
    if again:
        st.query_params[_AGAIN] = "1"
    else:
        st.query_params.pop(_AGAIN, None)


def put_sheet_away() -> None:
    """Turn back to all papers."""
    for name in (_SHEET, _AGAIN):
        st.query_params.pop(name, None)
