"""Parts of the profile: the pictures, their table, and the reasons for each score."""

from html import escape

import streamlit as st

from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.alt import dots_alt, radar_alt
from cosmos_app.outputs.charts.dots import profile_dots
from cosmos_app.outputs.charts.radar import maturity_radar
from cosmos_app.outputs.charts.static import dots_svg, radar_svg
from cosmos_app.outputs.charts.view_models import Axis, stage_name
from cosmos_app.texts.numbers import number
from cosmos_app.texts.silences import effect
from cosmos_app.texts.solo import MARKS, answered, arithmetic, known_by, next_up, plain
from cosmos_app.texts.values import answer_read
from cosmos_app.web import elements, theme
from cosmos_app.web.views import targets
from cosmos_app.workshop.participation import Participation
from models.assessment import Contribution, DimensionResult


def figures(rows: tuple[Axis, ...]) -> None:
    """Show a profile as a radar, beside it the answers it rests on, and below both as a table."""
    bare = {"displayModeBar": False, "scrollZoom": False}
    palette = theme.palette()
    radar, dots = st.columns(2, gap="medium")
    with radar, st.container(key="picture-radar", border=True):
        st.header("The shape", anchor=False)
        st.plotly_chart(maturity_radar(rows, palette), config=bare, theme=None, key="radar", alt=radar_alt(rows))
        elements.picture(radar_svg(rows, VARIABLES), "cosmos-still")
    with dots, st.container(key="picture-dots", border=True):
        st.header("The answers behind it", anchor=False)
        st.plotly_chart(profile_dots(rows, palette), config=bare, theme=None, key="dots", alt=dots_alt(rows))
        elements.picture(dots_svg(rows, VARIABLES), "cosmos-still")
    profile_table(rows)


def profile_table(rows: tuple[Axis, ...]) -> None:
    """Give a profile's figures as a table, for reading and for screen readers."""
    body = "".join(
        f'<tr><th scope="row">{escape(axis.title)}</th><td>{number(axis.score)}</td>'
        f"<td>{escape(axis.stage) or '–'}</td><td>{len(axis.answers)} of {axis.asked}</td>"
        f"<td>{axis.between}</td><td>{number(axis.target)}</td><td>{escape(axis.hands) or '–'}</td></tr>"
        for axis in rows
    )
    heads = ("Theme", "Score, 0 to 4", "Stage", "Answered", "Could lie between", "Target", "Whose hands")
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    with st.expander("The same as a table", icon=":material/table:"):
        st.html(
            '<div class="cosmos-scroll" tabindex="0" role="region" aria-label="Profile as a table">'
            f'<table class="cosmos-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
        )


def dimension(result: DimensionResult, target: float | None, mark: str | None, participation: Participation) -> None:
    """Show one dimension: its score and stage, what stands behind them, whose hands it is in, and where to be."""
    hands = f" · {MARKS[mark]}" if mark else ""
    label = f"{result.dimension.title} · {answered(result)}{hands}"
    with st.expander(plain(label), key=f"dimension-{result.dimension.id}"):
        st.markdown(plain(result.dimension.about))
        _reasons(result, participation)
        if result.dimension.discuss:
            st.markdown("**To talk about**\n" + "".join(f"\n- {plain(one)}" for one in result.dimension.discuss))
        targets.whose_hands(participation.seat.workshop, participation.subject_of(result.dimension.id), mark)
        targets.target(participation.seat.workshop, participation.questionnaire, result.dimension.id, target)


def _reasons(result: DimensionResult, participation: Participation) -> None:
    st.markdown("**Why this score**")
    for part in result.trace:
        if part.state != "not_asked":
            st.html(_contribution(part, participation.seat.family))
    st.markdown(plain(arithmetic(result)))
    if result.stage is None:
        return
    stage = stage_name(participation.questionnaire, result.stage)
    st.markdown(
        f"**Stage: {plain(stage)}.** The score is the average of the answers; the stage is what every one of them "
        "reaches, so it can be lower."
    )
    if result.blocked_by:
        following = stage_name(participation.questionnaire, result.stage + 1)
        situations = [next_up(part, result.stage + 1) for part in result.trace if part.blocks]
        st.markdown(
            f"What “{plain(following)}” would look like here:\n" + "".join(f"\n- {plain(one)}" for one in situations)
        )


def _contribution(part: Contribution, family: str | None) -> str:
    worth = f"{part.worth:g} of 4" if part.worth is not None else effect(part.state)
    more = [
        part.response.why and f"Why: {part.response.why}",
        part.response.known_by and known_by(part.response.known_by),
    ]
    answer = escape(answer_read(part.item, part.answer)) if part.state == "value" else ""
    lines = [answer, *(f"<small>{escape(one)}</small>" for one in more if one)]
    return (
        f'<div class="cosmos-answer"><p><strong>{escape(part.item.stem(family))}</strong></p>'
        f"<p>{'<br>'.join(filter(None, lines))}</p><p class='cosmos-worth'>{escape(worth)}</p></div>"
    )
