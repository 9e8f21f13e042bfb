"""The profile of one person: its pictures, their table, and the reasons for each score."""

from html import escape

import streamlit as st

from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.alt import dots_alt, radar_alt
from cosmos_app.outputs.charts.dots import profile_dots
from cosmos_app.outputs.charts.radar_plotly import maturity_radar
from cosmos_app.outputs.charts.solo_profile_svg import dots_svg, radar_svg
from cosmos_app.outputs.charts.view_models import Axis, stage_name
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.numbers import NOTHING, number, worth
from cosmos_app.texts.page import AS_A_TABLE, TO_TALK_ABOUT
from cosmos_app.texts.silences import effect
from cosmos_app.texts.solo import profile as texts
from cosmos_app.texts.solo.factors import LOCI
from cosmos_app.texts.solo.questions import KNOWN_BY
from cosmos_app.texts.values import answer_read
from cosmos_app.web import elements, session, theme
from cosmos_app.web.views.solo import targets
from cosmos_app.workshop.participation import Participation
from models.assessment import Contribution, DimensionResult
from models.definition import TOP


def figures(rows: tuple[Axis, ...]) -> None:
    """Show a profile as a radar, beside it the answers it rests on, and below both as a table."""
    bare = {"displayModeBar": False, "scrollZoom": False}
    palette = theme.palette()
    radar, dots = st.columns(2, gap="medium")
    with radar, st.container(key="picture-radar", border=True):
        st.header(texts.THE_SHAPE(), anchor=False)
        st.plotly_chart(maturity_radar(rows, palette), config=bare, theme=None, key="radar", alt=radar_alt(rows))
        elements.picture(radar_svg(rows, VARIABLES), "cosmos-still")
    with dots, st.container(key="picture-dots", border=True):
        st.header(texts.THE_ANSWERS(), anchor=False)
        st.plotly_chart(profile_dots(rows, palette), config=bare, theme=None, key="dots", alt=dots_alt(rows))
        elements.picture(dots_svg(rows, VARIABLES), "cosmos-still")
    profile_table(rows)


def profile_table(rows: tuple[Axis, ...]) -> None:
    """Show a profile's figures as a table, which screen readers can read too."""
    body = "".join(
        f'<tr><th scope="row">{escape(axis.title)}</th><td>{number(axis.score)}</td>'
        f"<td>{escape(axis.stage) or NOTHING}</td><td>{texts.ANSWERED_OF(n=len(axis.answers), asked=axis.asked)}</td>"
        f"<td>{axis.between}</td><td>{number(axis.target)}</td><td>{escape(axis.hands) or NOTHING}</td></tr>"
        for axis in rows
    )
    head = "".join(f'<th scope="col">{column()}</th>' for column in texts.PROFILE_HEADS)
    with st.expander(AS_A_TABLE(), icon=":material/table:"):
        st.html(
            f'<div class="cosmos-scroll" tabindex="0" role="region" aria-label="{escape(texts.PROFILE_AS_A_TABLE())}">'
            f'<table class="cosmos-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
        )


def dimension(result: DimensionResult, target: float | None, locus: str | None, participation: Participation) -> None:
    """Show one dimension: its score and stage with the answers behind them, whose hands it is in, and its target."""
    hands = f" · {LOCI[locus]()}" if locus else ""
    label = f"{result.dimension.title} · {texts.answered(result)}{hands}"
    with st.expander(plain(label), key=f"dimension:{result.dimension.id}"):
        st.markdown(plain(result.dimension.about))
        _reasons(result, participation)
        if result.dimension.discuss:
            st.markdown(elements.list_under(TO_TALK_ABOUT(), result.dimension.discuss))
        mine = session.holder_of(participation.seat)
        targets.whose_hands(participation.seat.workshop, participation.subject_of(result.dimension.id), locus, mine)
        targets.target(participation.seat.workshop, participation.questionnaire, result.dimension.id, target, mine)


def _reasons(result: DimensionResult, participation: Participation) -> None:
    st.markdown(f"**{texts.WHY_THIS_SCORE()}**")
    for part in result.trace:
        if part.state != "not_asked":
            st.html(_contribution(part, participation.seat.family))
    st.markdown(plain(texts.arithmetic(result)))
    if result.stage is None:
        return
    stage = stage_name(participation.questionnaire, result.stage)
    st.markdown(texts.STAGE(stage=plain(stage)))
    if result.blocked_by:
        following = stage_name(participation.questionnaire, result.stage + 1)
        situations = [texts.next_up(part, result.stage + 1) for part in result.trace if part.blocks]
        lines = "".join(f"\n- {plain(situation)}" for situation in situations)
        st.markdown(f"{texts.NEXT_STAGE(stage=plain(following))}\n{lines}")


def _contribution(part: Contribution, family: str | None) -> str:
    value = texts.WORTH(worth=worth(part.worth), top=TOP) if part.worth is not None else effect(part.state)
    why, how = part.response.why, part.response.known_by
    more = [texts.WHY(words=why) if why else "", KNOWN_BY[how]() if how else ""]
    answer = escape(answer_read(part.item, part.answer)) if part.state == "value" else ""
    lines = [answer, *(f"<small>{escape(line)}</small>" for line in more if line)]
    return (
        f'<div class="cosmos-answer"><p><strong>{escape(part.item.stem(family))}</strong></p>'
        f"<p>{'<br>'.join(filter(None, lines))}</p><p class='cosmos-worth'>{escape(value)}</p></div>"
    )
