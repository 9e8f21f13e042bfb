"""Views of typing in what people wrote on paper: the sheets, a line for each answer, two typings compared."""

from functools import partial
from html import escape

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.storage import EntryPass, PaperSheet, Room
from cosmos_app.storage.current import store
from cosmos_app.texts import paper as texts
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.values import answer_read
from cosmos_app.web import elements, file_addresses, session, widgets
from cosmos_app.web.routes import go
from cosmos_app.workshop.paper import intake
from cosmos_app.workshop.paper.entries import Entry, MisreadError, how_to_type
from cosmos_app.workshop.paper.form import only_for
from cosmos_app.workshop.paper.question_codes import Question
from cosmos_app.workshop.paper.typings import Difference, Typing, resolve
from models.answers import Value
from models.silences import Skipped
from models.workshop import ROUNDS, Acceptance


def way_in(room: Room) -> None:
    """Lead to the forms on paper, as long as one can be counted."""
    if intake.acceptance(room) != "refused":
        with st.expander(texts.TITLE(), icon=":material/edit_document:", key="on-paper"):
            forms(room)
            if st.button(texts.GO_TYPING(), icon=":material/keyboard:", key="go-paper"):
                go("paper")


def waiting(room: Room, step: str = "") -> str:
    """How many papers nobody has counted yet, and what a step that is to be taken does to them; "" for none."""
    number = len(intake.papers(room)) if intake.acceptance(room) != "refused" else 0
    return texts.WAITING_MEANS.get(step, texts.WAITING)(number=number) if number else ""


def say_what_becomes(acceptance: Acceptance) -> None:
    """Say what becomes of a paper that is counted now, unless it simply counts."""
    if acceptance in texts.ACCEPTANCE:
        st.warning(texts.ACCEPTANCE[acceptance](), icon=":material/schedule:")


def forms(room: Room) -> None:
    """Offer the form of a room as a file, in two sizes."""
    with st.container(key="forms", horizontal=True):
        for large, label in ((False, texts.GET_FORM), (True, texts.GET_LARGE)):
            elements.download(label(), file_addresses.form_of(room, large=large), f"form{'-large' if large else ''}")


def fits(room: Room) -> None:
    """Show the fingerprints by which to check that a form on paper is the one this room asks."""
    fingerprints = elements.bullets(
        texts.FINGERPRINT(title=part.questionnaire.title, fingerprint=part.fingerprint)
        for part in intake.form_of(room).parts
    )
    st.html(f'<p class="cosmos-note">{escape(texts.CHECK_FITS())}</p><ul class="cosmos-note">{fingerprints}</ul>')


def begin(room: Room) -> None:
    """Ask for the number of the next paper."""

    def take(number: str) -> widgets.Heard:
        session.keep(lambda: session.take_sheet(intake.begin(room, number)))
        return widgets.Heard(words="")

    asked = texts.NEW_SHEET if room.workshop.round == ROUNDS[0] else texts.NEW_SECOND_SHEET
    widgets.line(asked(), texts.NEW_SHEET_BUTTON(), "new-sheet", take)


def papers(room: Room) -> None:
    """List the papers that are being typed in, and how far each is."""
    every = intake.papers(room)
    if not every:
        elements.nothing_yet(texts.NO_SHEETS())
    for paper in every:
        title = plain(texts.SHEET_TITLE["first"](label=paper.label))
        with st.container(key=f"sheet-{paper.id}", border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{title}**  \n{_progress(room, paper)}")
            if st.button(texts.OPEN_SHEET(), key=f"open-{paper.id}", help=title):
                session.take_sheet(paper.id, again=paper.second is not None)
                st.rerun()


def type_in(room: Room, paper: PaperSheet, which: EntryPass) -> Typing:
    """Ask for what stands on a paper, line by line; returns what is typed by now."""
    typing = intake.typing(room, paper, which)

    def take(line: str) -> widgets.Heard:
        now = intake.find(room, paper.id)
        if now is None:
            return widgets.Heard(words=texts.GONE(), left=line)
        try:
            after, entry = intake.typing(room, now, which).take(line)
        except MisreadError as error:
            return widgets.Heard(words=texts.MISREAD(line=line, wrong=error.wrong, mend=error.mend), left=line)
        if not session.keep(partial(intake.keep, now, {which: after})):
            return widgets.Heard(words=texts.NOT_KEPT(), left=line)
        return widgets.Heard(words=_taken(after, entry))

    _next(typing)
    widgets.line(texts.TYPE_HERE(), texts.TAKE(), f"typing-{which}-{paper.id}", take)
    return typing


def _next(typing: Typing) -> None:
    """Name the question that a line without a code answers."""
    question = typing.following
    if question is None:
        elements.note(texts.ALL_TYPED())
        return
    st.markdown(f"**{plain(_asked(question))}**")
    elements.note(how_to_type(question))


def so_far(paper: PaperSheet, which: EntryPass, typing: Typing) -> None:
    """List what is typed and what is missing, and offer to leave the rest blank."""
    missing = [question.code for question in typing.missing]
    if missing:
        elements.note(texts.STILL_MISSING(number=len(missing), codes=", ".join(missing)))
        pressed = st.button(texts.REST_BLANK(), key="rest-blank", icon=":material/check_box_outline_blank:")
        if pressed and session.keep(partial(intake.keep, paper, {which: typing.rest_blank()})):
            st.rerun()
    if typing.typed:
        with st.expander(texts.TYPED_SO_FAR(number=len(typing.typed)), key=f"typed-{which}"):
            order = (question.key for question in typing.form.questions)
            rows = (_understood(typing.typed[key]) for key in order if key in typing.typed)
            st.html(f'<ul class="cosmos-note">{elements.bullets(rows)}</ul>')
    with st.expander(texts.HOW_IT_WORKS(), icon=":material/keyboard:", key="language"):
        rules = elements.bullets(line() for line in texts.LANGUAGE)
        st.html(f'<ul class="cosmos-note">{rules}</ul>')


def compare(room: Room, paper: PaperSheet) -> None:
    """Show what two typings of a paper differ in, each to be resolved by a look at the paper."""
    found = intake.unresolved(room, paper)
    if not found:
        elements.note(texts.NO_DIFFERENCE())
        return
    elements.note(texts.DIFFER(number=len(found)))
    for difference in found:
        with st.container(key=f"differ-{difference.question.code}", border=True):
            st.markdown(f"**{plain(_asked(difference.question))}**")
            _choose(room, paper, difference, "first")
            _choose(room, paper, difference, "second")


def lead_on(room: Room, paper: PaperSheet, which: EntryPass, typing: Typing) -> None:
    """Move the focus to what comes next: the field, what can be done with a whole sheet, or an open difference."""
    sheet = f"{paper.id}-{which}"
    if not typing.entries or typing.missing:
        elements.lead_to(f"line-typing-{which}-{paper.id}", sheet)
    elif which == "first":
        elements.lead_to("type-again", f"{sheet}-whole")
    elif found := intake.unresolved(room, paper):
        side: EntryPass = "first" if found[0].first else "second"
        elements.lead_to(_key(side, found[0].question), f"{sheet}-{found[0].question.code}")
    else:
        elements.lead_to("count-sheet", f"{sheet}-settled")


def _key(which: EntryPass, question: Question) -> str:
    return f"settle-{which}-{question.code}"


def _choose(room: Room, paper: PaperSheet, difference: Difference, which: EntryPass) -> None:
    entry = difference.first if which == "first" else difference.second
    if entry is None:
        return
    st.markdown(plain(texts.DIFFER_SAYS[which](entry=_understood(entry))))
    label = texts.DIFFER_RIGHT[which](code=entry.question.code)
    if st.button(label, key=_key(which, entry.question)):
        first, second = resolve(intake.typing(room, paper, "first"), intake.typing(room, paper, "second"), entry)
        if session.keep(partial(intake.keep, paper, {"first": first, "second": second})):
            st.rerun()


def finish(room: Room, paper: PaperSheet, which: EntryPass) -> None:
    """Offer what comes after the last answer: a second typing, or to count the paper."""
    if which == "first":
        elements.note(texts.AGAIN_WHY())
        if st.button(texts.AGAIN(), type="primary", key="type-again", icon=":material/repeat:"):
            session.take_sheet(paper.id, again=True)
            st.rerun()
    elif intake.unresolved(room, paper):
        return
    elements.note(texts.COUNT_MEANS())
    label = texts.COUNT() if which == "second" else texts.COUNT_AFTER_ONE()
    primary = which == "second"
    pressed = st.button(
        label, type="primary" if primary else "secondary", key="count-sheet", icon=":material/done_all:"
    )
    if pressed and session.keep(partial(intake.count, room, paper)):
        session.put_sheet_away()
        session.flash(texts.COUNTED(label=paper.label))
        st.rerun()


def leave(paper: PaperSheet) -> None:
    """Offer to go back to all papers, or to throw this one away."""
    if st.button(texts.BACK_TO_SHEETS(), icon=":material/arrow_back:", key="all-sheets"):
        session.put_sheet_away()
        st.rerun()
    with st.expander(texts.THROW_AWAY(), icon=":material/delete:", key="throw-away"):
        elements.note(texts.THROW_AWAY_SURE())
        if st.button(texts.THROW_AWAY(), key="drop-sheet") and session.keep(partial(store().drop_paper, paper.id)):
            session.put_sheet_away()
            st.rerun()


def _progress(room: Room, paper: PaperSheet) -> str:
    first, second = intake.typing(room, paper, "first"), intake.typing(room, paper, "second")
    differences = len(intake.unresolved(room, paper))
    match bool(first.missing), paper.second is not None, bool(second.missing), bool(differences):
        case True, _, _, _:
            state, typing = "first", first
        case _, False, _, _:
            state, typing = "typed", first
        case _, _, True, _:
            state, typing = "second", second
        case _, _, _, True:
            state, typing = "differs", second
        case _:
            state, typing = "same", second
    return texts.PROGRESS[state](typed=len(typing.typed), missing=len(typing.missing), differences=differences)


def _taken(typing: Typing, entry: Entry) -> str:
    """What a line was taken for, and whether it counts."""
    if entry.question not in typing.unasked:
        return texts.TAKEN(entry=_understood(entry))
    why = paragraph(*only_for(typing.form, entry.question, catalogue.catalogues().roles))
    return texts.NOT_ASKED_OF_THEM(entry=_understood(entry), why=why)


def _understood(entry: Entry) -> str:
    """An answer as it was typed, and what that stands for."""
    code, answer = entry.question.code, entry.response.answer
    if isinstance(answer, Value) and not entry.question.choices:
        return texts.UNDERSTOOD_WORDS(code=code, text=entry.text)
    if isinstance(answer, Skipped):
        return texts.UNDERSTOOD_BLANK(code=code)
    return texts.UNDERSTOOD(code=code, text=entry.text, meaning=_meaning(entry))


def _meaning(entry: Entry) -> str:
    answer, choices = entry.response.answer, entry.question.choices.values()
    if not isinstance(answer, Value):
        return answer_read(entry.question.item, answer, notes=False)
    several = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return "; ".join(choice.label.rstrip(".") for choice in choices if choice.value in several)


def _asked(question: Question) -> str:
    return texts.QUESTION(code=question.code, ask=question.item.ask or texts.ROLE_ASKED())
