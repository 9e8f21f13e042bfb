"""Parts of screens that need more than a line: a profile's table, a score's reasons, a factor's card."""

from collections.abc import Mapping
from functools import partial
from html import escape

import streamlit as st

from cosmos_app import library, look, session, widgets
from cosmos_app.charts.axes import Axis, number, stage_name, stage_names
from cosmos_app.navigation import go, link
from cosmos_app.visits import Visit, store
from cosmos_app.words import DIRECTIONS, MARKS, arithmetic, because, known_by, minutes, next_up, plain, said, silence
from models.assessment import Contribution, DimensionResult
from models.catalogues import Factor
from models.definition import DEPTHS, Depth
from models.external_factors import RaisedFactor

FIRST = 3
"""How many raised factors a screen opens with; a room can discuss no more."""


def carry_on(visit: Visit) -> None:
    """Show how far a visit is, and the way on."""
    left = visit.progress
    with st.container(key="card-continue", border=True):
        st.header(plain(visit.questionnaire.title), anchor=False)
        look.bar(left.done, left.shown, f"{left.done} of {left.shown} questions dealt with")
        if not (visit.workshop.takes_answers and left.open):
            link("profile", "See the profile", ":material/arrow_forward:")
        elif st.button("Continue where you were", type="primary", key="continue"):
            session.go_to_section(left.first_open)
            go("answer")


def choices() -> tuple[str, Depth, str | None]:
    """Ask what to begin: the questionnaire's id, which form, and as which role, None if not said."""
    offers = library.offered()
    if refused := {problem.file for problem in library.refused()}:
        st.warning(plain(f"Not on this list, because of faults that cosmos check names: {', '.join(sorted(refused))}."))
    chosen: str = st.radio(
        "What would you like to look at?",
        list(offers),
        format_func=lambda name: plain(offers[name].questionnaire.title),
        captions=[plain(one.questionnaire.summary) for one in offers.values()],
        key="questionnaire",
    )
    times = offers[chosen].questionnaire.minutes
    depth: Depth = st.radio(
        "How much time do you have?",
        DEPTHS,
        format_func=lambda one: f"{'Short' if one == 'short' else 'Full'}, {minutes(times.of(one))}",
        captions=["One question on each theme", "Every question, for a closer look"],
        key="depth",
    )
    roles = library.catalogues().roles
    titles = {role.id: role.title for family in roles.families for role in family.roles}
    role: str = st.selectbox(
        "Who are you to the service?",
        [roles.unsaid.id, *titles],
        format_func=lambda one: titles.get(one, roles.unsaid.title),
        help="Some questions are put differently to people who use the service. Nobody is asked to prove anything.",
        key="role",
    )
    return chosen, depth, role if role in titles else None


def profile_table(rows: tuple[Axis, ...]) -> None:
    """Give a profile's figures as a table, for reading and for screen readers."""
    body = "".join(
        f'<tr><th scope="row">{escape(axis.title)}</th><td>{number(axis.score)}</td>'
        f"<td>{escape(axis.stage) or '–'}</td><td>{len(axis.answers)} of {axis.asked}</td>"
        f"<td>{axis.between}</td><td>{number(axis.target)}</td></tr>"
        for axis in rows
    )
    heads = ("Theme", "Score, 0 to 4", "Stage", "Answered", "Could lie between", "Target")
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    with st.expander("The same as a table", icon=":material/table:"):
        st.html(
            '<div class="cosmos-scroll" tabindex="0" role="region" aria-label="Profile as a table">'
            f'<table class="cosmos-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
        )


def dimension(result: DimensionResult, target: float | None, visit: Visit) -> None:
    """Show one dimension: its score and stage, what stands behind them, and where the group wants to be."""
    label = f"{result.dimension.title} · {len(result.counted)} of {result.asked} answered"
    with st.expander(plain(label), key=f"dimension-{result.dimension.id}"):
        st.markdown(plain(result.dimension.about))
        _reasons(result, visit)
        if result.dimension.discuss:
            st.markdown("**To talk about**\n" + "".join(f"\n- {plain(one)}" for one in result.dimension.discuss))
        _target(result, target, visit)


def _reasons(result: DimensionResult, visit: Visit) -> None:
    st.markdown("**Why this score**")
    for part in result.trace:
        if part.state != "not_asked":
            st.html(_contribution(part, visit.seat.family))
    st.markdown(plain(arithmetic(result)))
    if result.stage is None:
        return
    stage = stage_name(visit.questionnaire, result.stage)
    st.markdown(
        f"**Stage: {plain(stage)}.** The score is the average of the answers; the stage is what every one of them "
        "reaches, so it can be lower."
    )
    if result.blocked_by:
        following = stage_name(visit.questionnaire, result.stage + 1)
        situations = [next_up(part, result.stage + 1) for part in result.trace if part.blocks]
        st.markdown(
            f"What “{plain(following)}” would look like here:\n" + "".join(f"\n- {plain(one)}" for one in situations)
        )


def _contribution(part: Contribution, family: str | None) -> str:
    worth = f"{part.worth:g} of 4" if part.worth is not None else silence(part.state)
    more = [
        part.response.why and f"Why: {part.response.why}",
        part.response.known_by and known_by(part.response.known_by),
    ]
    extra = "".join(f"<br><small>{escape(one)}</small>" for one in more if one)
    answer = said(part.item, part.answer) if part.state == "value" else ""
    return (
        f'<div class="cosmos-answer"><p><strong>{escape(part.item.stem(family))}</strong></p>'
        f"<p>{escape(answer)}{extra}</p><p class='cosmos-worth'>{escape(worth)}</p></div>"
    )


def _target(result: DimensionResult, target: float | None, visit: Visit) -> None:
    stages = stage_names(visit.questionnaire)
    scale = {str(stage): f"{stage} {name}" for stage, name in enumerate(stages)}

    def keep(stage: str | None) -> None:
        value = None if stage is None else float(stage)
        store().set_target(visit.seat.workshop, visit.questionnaire.id, result.dimension.id, value)

    held = None if target is None else str(round(target))
    question = "Where do you want the score to be, in a year or so?"
    widgets.pick(question, scale, held, f"target-{result.dimension.id}", keep)


def raised(one: RaisedFactor, mark: str | None, visit: Visit) -> None:
    """Show a raised factor: why it matters, why here, what to ask, and whose hands it is in."""
    with st.container(border=True, key=f"factor-{one.factor.id}"):
        st.html(_factor_head(one.factor))
        why_here = because(one, visit.questionnaire, visit.sheet, visit.seat.family)
        reasons = "".join(f"<li>{escape(reason)}</li>" for reason in why_here)
        st.html(f"<p><strong>Why here?</strong></p><ul>{reasons}</ul>")
        _questions(one.factor)
        marks(one.factor.id, mark, visit)


def browsed(factor: Factor, mark: str | None, visit: Visit) -> None:
    """Show a factor that nothing raised."""
    st.html(_factor_head(factor))
    _questions(factor)
    marks(factor.id, mark, visit)


def _factor_head(factor: Factor) -> str:
    return (
        f'<p class="cosmos-direction cosmos-{factor.direction}">{DIRECTIONS[factor.direction]}</p>'
        f'<h3 class="cosmos-factor">{escape(factor.name)}</h3><p>{escape(factor.why)}</p>'
    )


def _questions(factor: Factor) -> None:
    st.markdown("**To talk about**\n" + "".join(f"\n- {plain(one)}" for one in factor.questions))


def marks(factor: str, mark: str | None, visit: Visit) -> None:
    """Let people say whose hands a factor is in."""
    keep = partial(store().mark_factor, visit.seat.workshop, factor)
    widgets.pick("Whose hands is this in?", MARKS, mark, f"mark-{factor}", keep)


def own_factors(visit: Visit, marked: Mapping[str, str]) -> None:
    """List the factors people named themselves, and let them name another."""
    workshop = visit.seat.workshop
    for own in store().own_factors(workshop):
        with st.container(border=True, key=f"own-{own.id}"):
            # Markdown would make a link of every address in what people wrote.
            st.html(f'<h3 class="cosmos-factor">{escape(own.name)}</h3><p>{escape(own.note)}</p>')
            marks(own.id, marked.get(own.id), visit)
            if st.button(f"Remove “{plain(own.name)}”", key=f"drop-{own.id}"):
                session.keep(partial(store().drop_own_factor, workshop, own.id))
                st.rerun()
    with st.form("own-factor", clear_on_submit=True):
        name = st.text_input("What else shapes this work from outside?", max_chars=120)
        text = st.text_area(
            "A word about it, if you like", max_chars=1000, height=80, placeholder="Please don't name anyone."
        )
        if st.form_submit_button("Add it") and name.strip():
            session.keep(partial(store().add_own_factor, workshop, name.strip(), text.strip()))
            st.rerun()


def downloads(visit: Visit) -> None:
    """Offer the report and the files."""
    from cosmos_app.report.files import answers_csv, bundle_json  # noqa: PLC0415  (pages before need no files)
    from cosmos_app.report.html import html_report  # noqa: PLC0415

    name = f"cosmos-{visit.questionnaire.id}"
    own_words = not st.checkbox(
        "Leave out of the report what I wrote in my own words",
        key="no-words",
        help="In a small team, words tell who wrote them. The files below the report hold them all the same.",
    )
    files = (
        (
            "Report",
            "To read, print or send: opens in any browser",
            partial(html_report, own_words=own_words),
            ".html",
            "text/html",
        ),
        (
            "Answers as a table",
            "CSV, one row: for spreadsheets and for “cosmos score”",
            answers_csv,
            ".csv",
            "text/csv",
        ),
        (
            "Everything",
            "JSON: answers, scores and the definition they belong to",
            bundle_json,
            ".json",
            "application/json",
        ),
    )
    for label, what, make, ending, mime in files:
        with st.container(border=True, key=f"file{ending.replace('.', '-')}"):
            words, door = st.columns([3, 1], vertical_alignment="center")
            words.markdown(f"**{label}**  \n{what}")
            door.download_button(
                "Download",
                partial(make, visit),
                f"{name}{ending}",
                mime,
                key=f"get{ending}",
                on_click="ignore",
                help=label,
            )


def show_code(visit: Visit) -> None:
    """Make a resume code and show it, this once."""
    code = session.new_code(visit)
    if code:
        look.said(code, "cosmos-code")
