"""Parts of typing in what people wrote on paper: the sheets, a line for each answer, two typings compared."""

from functools import partial
from html import escape

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.storage import Paper, Room, Which
from cosmos_app.storage.current import store
from cosmos_app.texts import paper as words
from cosmos_app.texts.solo import plain
from cosmos_app.texts.values import answer_read
from cosmos_app.web import elements, session, widgets
from cosmos_app.web.routes import go
from cosmos_app.workshop.paper import desk
from cosmos_app.workshop.paper.codes import Question
from cosmos_app.workshop.paper.entries import Entry, MisreadError, how_to_type
from cosmos_app.workshop.paper.form import only_for
from cosmos_app.workshop.paper.sheets import Difference, Sheet, settle
from models.answers import Value
from models.silences import Skipped


def way_in(room: Room) -> None:
    """Lead to the forms on paper, as long as one can be counted."""
    if desk.standing(room) != "refused":
        with st.expander(words.TO_TYPING, icon=":material/edit_document:", key="on-paper"):
            forms(room)
            if st.button(words.GO_TYPING, icon=":material/keyboard:", key="go-paper"):
                go("paper")


def waiting(room: Room, call: str = "") -> str:
    """How many papers nobody has counted yet, and what a step that is to be taken does to them; "" for none."""
    number = len(store().papers(room.id)) if desk.standing(room) != "refused" else 0
    means = words.WAITING_MEANS.get(call, "")
    return f"{words.WAITING.format(number=number)} {means}".strip() if number else ""


def forms(room: Room) -> None:
    """Offer the form of a room as a file, in two sizes."""
    with st.container(key="forms", horizontal=True):
        for large, label in ((False, words.GET_FORM), (True, words.GET_LARGE)):
            st.download_button(
                label,
                partial(desk.form_pdf, room, large=large),
                f"cosmos-form{'-large' if large else ''}.pdf",
                "application/pdf",
                icon=":material/print:",
                key=f"form{'-large' if large else ''}",
                on_click="ignore",
            )


def fits(room: Room) -> None:
    """Say by what to see that a form on paper is the one that is asked here."""
    marks = (f"{part.questionnaire.title}: {part.mark}" for part in desk.form_of(room).parts)
    st.html(
        f'<p class="cosmos-note">{escape(words.CHECK_FITS)}</p><ul class="cosmos-note">{elements.bullets(marks)}</ul>'
    )


def begin(room: Room) -> None:
    """Ask for the number of the next paper."""

    def take(number: str) -> widgets.Heard:
        session.keep(lambda: session.take_sheet(desk.begin(room, number)))
        return widgets.Heard(words="")

    widgets.line(words.NEW_SHEET, words.NEW_SHEET_BUTTON, "new-sheet", take)


def sheets(room: Room) -> None:
    """List the papers that are being typed in, and how far each is."""
    every = store().papers(room.id)
    if not every:
        elements.nothing_yet(words.NO_SHEETS)
    for one in every:
        with st.container(key=f"sheet-{one.id}", border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{plain(words.SHEET_TITLE['first'].format(label=one.label))}**  \n{_how_far(room, one)}")
            if st.button(
                words.OPEN_SHEET, key=f"open-{one.id}", help=plain(words.SHEET_TITLE["first"].format(label=one.label))
            ):
                session.take_sheet(one.id, again=one.second is not None)
                st.rerun()


def typing(room: Room, one: Paper, which: Which) -> Sheet:
    """Take what stands on a paper line by line; gives what is typed by now."""
    sheet = desk.sheet(room, one, which)

    def take(line: str) -> widgets.Heard:
        now = desk.paper(room, one.id)
        if now is None:
            return widgets.Heard(words=words.GONE, left=line)
        try:
            after, entry = desk.sheet(room, now, which).take(line)
        except MisreadError as error:
            return widgets.Heard(words=words.MISREAD.format(line=line, wrong=error.wrong, mend=error.mend), left=line)
        kept = session.keep(partial(desk.keep, now, {which: after}))
        return (
            widgets.Heard(words=_understood(after, entry)) if kept else widgets.Heard(words=words.NOT_KEPT, left=line)
        )

    _next(sheet)
    widgets.line(words.TYPE_HERE, words.TAKE, f"typing-{which}-{one.id}", take)
    return sheet


def _next(sheet: Sheet) -> None:
    """Say what a line without a code answers."""
    question = sheet.following
    if question is None:
        elements.note(words.ALL_TYPED)
        return
    st.markdown(f"**{plain(words.NEXT.format(code=question.code, ask=question.item.ask or words.ROLE_ASKED))}**")
    elements.note(how_to_type(question))


def so_far(room: Room, one: Paper, which: Which, sheet: Sheet) -> None:
    """List what is typed and what is missing, and offer to leave the rest blank."""
    missing = [question.code for question in sheet.missing]
    if missing:
        elements.note(words.STILL_MISSING.format(number=len(missing), codes=", ".join(missing)))
        pressed = st.button(words.REST_BLANK, key="rest-blank", icon=":material/check_box_outline_blank:")
        if pressed and session.keep(partial(desk.keep, one, {which: sheet.rest_blank()})):
            st.rerun()
    if sheet.typed:
        with st.expander(words.TYPED_SO_FAR.format(number=len(sheet.typed)), key=f"typed-{which}"):
            order = (question.key for question in sheet.form.questions)
            rows = (_told(sheet.typed[key]) for key in order if key in sheet.typed)
            st.html(f'<ul class="cosmos-note">{elements.bullets(rows)}</ul>')
    with st.expander(words.HOW_IT_WORKS, icon=":material/keyboard:", key="language"):
        st.html(f'<ul class="cosmos-note">{elements.bullets(words.LANGUAGE)}</ul>')


def compare(room: Room, one: Paper) -> None:
    """Show what two typings of a paper differ in, each to be settled by a look at the paper."""
    found = desk.unsettled(room, one)
    if not found:
        elements.note(words.NO_DIFFERENCE)
        return
    elements.note(words.DIFFER.format(number=len(found)))
    for difference in found:
        with st.container(key=f"differ-{widgets.slug(difference.question.key).replace('/', '-')}", border=True):
            st.markdown(f"**{plain(_asked(difference))}**")
            _choose(room, one, difference, "first")
            _choose(room, one, difference, "second")


def lead_on(room: Room, one: Paper, which: Which, sheet: Sheet) -> None:
    """Move the focus to what comes next: the field, what can be done with a whole sheet, or a difference to settle."""
    place = f"{one.id}-{which}"
    if not sheet.entries or sheet.missing:
        elements.lead_to(f"line-typing-{which}-{one.id}", place)
    elif which == "first":
        elements.lead_to("type-again", f"{place}-whole")
    elif found := desk.unsettled(room, one):
        side: Which = "first" if found[0].first else "second"
        elements.lead_to(_key(side, found[0].question), f"{place}-{found[0].question.code}")
    else:
        elements.lead_to("count-sheet", f"{place}-settled")


def _key(which: Which, question: Question) -> str:
    return f"settle-{which}-{widgets.slug(question.key).replace('/', '-')}"


def _choose(room: Room, one: Paper, difference: Difference, which: Which) -> None:
    entry = difference.first if which == "first" else difference.second
    if entry is None:
        return
    st.markdown(plain(words.DIFFER_SAYS[which].format(told=_told(entry))))
    label = words.DIFFER_RIGHT[which].format(code=entry.question.code)
    if st.button(label, key=_key(which, entry.question)):
        first, second = settle(desk.sheet(room, one, "first"), desk.sheet(room, one, "second"), entry)
        if session.keep(partial(desk.keep, one, {"first": first, "second": second})):
            st.rerun()


def finish(room: Room, one: Paper, which: Which) -> None:
    """Offer what comes after the last answer: a second typing, or to count the paper."""
    if which == "first":
        elements.note(words.AGAIN_WHY)
        if st.button(words.AGAIN, type="primary", key="type-again", icon=":material/repeat:"):
            session.take_sheet(one.id, again=True)
            st.rerun()
    elif desk.unsettled(room, one):
        return
    elements.note(words.COUNT_MEANS)
    label = words.COUNT if which == "second" else words.COUNT_AFTER_ONE
    primary = which == "second"
    pressed = st.button(
        label, type="primary" if primary else "secondary", key="count-sheet", icon=":material/done_all:"
    )
    if pressed and session.keep(partial(desk.count, room, one)):
        session.put_sheet_away()
        session.remember_news(words.COUNTED.format(label=one.label))
        st.rerun()


def leave(one: Paper) -> None:
    """Offer to go back to all papers, or to throw this one away."""
    if st.button(words.BACK_TO_SHEETS, icon=":material/arrow_back:", key="all-sheets"):
        session.put_sheet_away()
        st.rerun()
    with st.expander(words.THROW_AWAY, icon=":material/delete:", key="throw-away"):
        elements.note(words.THROW_AWAY_SURE)
        if st.button(words.THROW_AWAY, key="drop-sheet") and session.keep(partial(store().drop_paper, one.id)):
            session.put_sheet_away()
            st.rerun()


def _how_far(room: Room, one: Paper) -> str:
    first, second = desk.sheet(room, one, "first"), desk.sheet(room, one, "second")
    differences = len(desk.unsettled(room, one))
    match bool(first.missing), one.second is not None, bool(second.missing), bool(differences):
        case True, _, _, _:
            state, sheet = "first", first
        case _, False, _, _:
            state, sheet = "typed", first
        case _, _, True, _:
            state, sheet = "second", second
        case _, _, _, True:
            state, sheet = "differs", second
        case _:
            state, sheet = "same", second
    return words.SHEET_STANDS[state].format(typed=len(sheet.typed), missing=len(sheet.missing), differences=differences)


def _understood(sheet: Sheet, entry: Entry) -> str:
    """What a line was taken for, and whether it counts."""
    told = f"{_told(entry)}."
    if entry.question in sheet.unasked:
        why = " ".join(only_for(sheet.form, entry.question, catalogue.catalogues().roles))
        told += f" {words.NOT_ASKED_OF_THEM.format(why=why)}"
    return told


def _told(entry: Entry) -> str:
    """An answer as it was typed, and what that stands for."""
    question, answer = entry.question, entry.response.answer
    if isinstance(answer, Value) and not question.choices:
        return f"{question.code} {entry.text}"
    if isinstance(answer, Skipped):
        return words.BLANK_TOLD.format(code=question.code)
    return words.UNDERSTOOD.format(code=question.code, text=entry.text, told=_label(entry))


def _label(entry: Entry) -> str:
    answer, choices = entry.response.answer, entry.question.choices.values()
    if not isinstance(answer, Value):
        return answer_read(entry.question.item, answer, notes=False)
    several = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return "; ".join(choice.label.rstrip(".") for choice in choices if choice.value in several)


def _asked(difference: Difference) -> str:
    question = difference.question
    return f"{question.code}. {question.item.ask or words.ROLE_ASKED}"
