"""The section of a report on what changed since the workshop before: theme by theme, with what to keep in mind."""

from cosmos_app.charts.axes import number
from cosmos_app.charts.change import ChangeRow, Moment, change_alt, change_svg
from cosmos_app.design import VARIABLES
from cosmos_app.report.material import Asked, Material
from cosmos_app.report.tree import Block, Bullets, Chart, Figure, Paragraph, Section, Table
from cosmos_app.sites import since_last_time
from models.comparison import Change, ThemeChange
from models.definition import TOP
from models.waves import ThemeTold, Wave


def change(of: Material, asked: Asked) -> tuple[Section, ...]:
    """What changed in a level since last time, told of the whole room only."""
    if not asked.is_scored or (found := since_last_time(of.here, asked.questionnaire.id)) is None:
        return ()
    words = of.words
    blocks: list[Block] = [Paragraph(text=_who(of, found)), Paragraph(text=words.keep_in_mind)]
    blocks.append(Bullets(items=tuple(words.cautions[one] for one in found.cautions)))
    if found.themes:
        blocks.append(_themes(of, asked, found))
    return (Section(title=words.parts["change"], blocks=tuple(blocks), depth=2),)


def _who(of: Material, found: Change) -> str:
    """Who they were both times, as far as that may be told."""
    words = of.words
    both = " → ".join(
        f"{_when(one)}: {of.people(one.n)}, {one.questionnaire.id} {one.questionnaire.version}"
        for one in (found.before, found.after)
    )
    same = [told.format(n=n) for name, told in words.overlap.items() if (n := getattr(found.overlap, name)) is not None]
    return f"{both}. {' '.join(same) or words.not_said_who}"


def _themes(of: Material, asked: Asked, found: Change) -> Figure:
    words = of.words
    titles = {one.id: one.title for one in (*found.before.questionnaire.dimensions, *asked.questionnaire.dimensions)}
    names = (_when(found.before), _when(found.after))
    rows = [
        ChangeRow(title=titles[one.dimension], before=_moment(one.before), after=_moment(one.after))
        for one in found.themes
    ]
    answered = [one.after.completeness for one in found.themes if one.after is not None]
    source = of.source(asked, found.after.n, sum(answered) / len(answered) if answered else None)
    return Figure(
        svg=change_svg(names, rows, VARIABLES),
        alt=change_alt(names, rows),
        caption=words.theme_by_theme,
        source=source,
        table=Table(
            head=(words.theme, *names, words.difference, words.could_lie, words.in_common),
            rows=tuple(_row(of, found, one, titles[one.dimension]) for one in found.themes),
            caption=words.theme_by_theme,
            source=source,
        ),
        chart=Chart(
            kind="bars",
            categories=tuple(row.title for row in rows),
            series=(
                (names[0], tuple(row.before.score if row.before else None for row in rows)),
                (names[1], tuple(row.after.score if row.after else None for row in rows)),
            ),
            top=TOP,
        ),
    )


def _row(of: Material, found: Change, one: ThemeChange, title: str) -> tuple[str, ...]:
    told = [of.words.hidden if at is None else f"{number(at.mean)} (n {at.n})" for at in (one.before, one.after)]
    bounds = () if one.lower is None or one.upper is None else (_signed(one.lower), _signed(one.upper))
    could = " / ".join(bounds) if len({*bounds}) > 1 else "–"
    difference = "–" if one.difference is None else _signed(one.difference)
    common, every = found.shared.dimensions[one.dimension]
    return (title, *told, difference, could, f"{common} / {every}")


def _moment(told: ThemeTold | None) -> Moment | None:
    return None if told is None else Moment(score=told.mean, lower=told.lower, upper=told.upper, n=told.n)


def _signed(value: float) -> str:
    """A difference as people read it: with its sign, but none for what rounds to nothing."""
    size = number(abs(value))
    return size if size == "0.0" else f"{'+' if value > 0 else '−'}{size}"


def _when(wave: Wave) -> str:
    return wave.name or wave.on
