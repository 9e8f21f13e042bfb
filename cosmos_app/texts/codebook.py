"""Texts of the files for other programs: what each column and each measure is, and what lies in the archive."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text
from cosmos_app.texts.silences import SILENCE_TEXTS
from models.silences import SILENCES

COLUMNS: Mapping[str, Text] = {
    "questionnaire": Text("Id of the questionnaire"),
    "version": Text("Version of its definition"),
    "definition": Text("SHA-256 of its definition, which the JSON bundle holds whole"),
    "practice": Text(
        "1: an invented story that people practised on, which tells nothing of their work; 0: their own work"
    ),
    "round": Text("Round of answering, from 1"),
    "group_kind": Text("Everyone together, or one family of roles"),
    "group": Text(
        'Id of the family; empty for everyone, "not-said" for people who did not say who they are to the service'
    ),
    "group_n": Text("People in the group whose answers count; empty where the group is not shown"),
    "about": Text("What the figure is about: an item, a theme (dimension), a map, an external factor"),
    "id": Text("Id of the item, theme or factor; of a map its id, the moment and the table"),
    "title": Text("Its name, as people read it"),
    "measure": Text("What is counted or computed; see the measures in the codebook"),
    "option": Text("What was chosen or reached, where people or answers are counted by it; else empty"),
    "option_label": Text("The same in words, as people read it"),
    "value": Text("The figure; empty where it is hidden, or where there can be none"),
    "hidden": Text(
        "1: not shown here, because too few people stand behind it, others could be told by it, or, of a theme, too "
        "few of its questions are shown; 0: shown"
    ),
    "because": Text("Of a factor: ids of the items, themes and maps whose answers brought it up"),
    "not_shown": Text("What is not shown of this group, as about.id; its columns are empty"),
    "kind": Text("What it is: agreed, seen in two ways, target, whose hands, named by the room, left for another time"),
    "answer": Text("The answer agreed on; of a target where the room wants to be, from 0 to 4"),
    "one_side": Text("Why some see it one way"),
    "other_side": Text("Why others see it another way"),
    "note": Text("What else was noted"),
    "evidence": Text("What others could look at"),
    "evidence_date": Text("Its date, as YYYY-MM-DD; empty where nobody gave one"),
    "link": Text("Its web address"),
    "what": Text("What the room means to do"),
    "owner": Text("Who sees to it"),
    "due": Text("By when"),
    "subject": Text("What it came from"),
    "status": Text("open, done or dropped"),
    "became": Text("What became of it"),
    "caution": Text("What these figures are, and what not; beside the first row of each CSV file"),
    "part": Text("What this line explains: a column, a measure, an item, a theme, a map, a source"),
    "name": Text("The name that it has in the tables"),
    "label": Text("What it is, in words"),
    "values": Text("What it can be"),
    "scale": Text("Id of the scale that its answers come from"),
    "weights": Text("Weight in each theme; reversed: a high answer speaks against the theme"),
    "source": Text("What it is taken from: names of sources, each with its page or part; see their own lines"),
    "columns": Text("Its columns in the wide table"),
}
"""Every column of every table, in words."""

MEASURES: Mapping[str, tuple[Text, Text]] = {
    "n": (
        Text("People who gave a value, or said where; of a theme or factor, the fewest in any table it rests on"),
        Text("whole number"),
    ),
    "distribution": (Text("People by answer; of a checklist those who ticked the option"), Text("whole number")),
    **{name: (SILENCE_TEXTS[name].measure, Text("whole number")) for name in SILENCES},
    "agreement": (
        Text("Agreement A (van der Eijk 2001): 1 all alike, 0 spread evenly, -1 two opposite camps"),
        Text("-1 to 1"),
    ),
    "consensus": (Text("Consensus (Tastle and Wierman 2007): 1 all alike, 0 two opposite camps"), Text("0 to 1")),
    "known_by": (Text("People by how they know what they answered"), Text("whole number")),
    "mean": (Text("Mean of the means of the questions shown, by weight, to one decimal"), Text("0 to 4")),
    "items": (Text("Questions of the theme that are shown; the mean rests on these"), Text("whole number")),
    "asked": (Text("Questions of the theme that the group is asked"), Text("whole number")),
    "lower": (Text("The mean if everything missing were at its worst"), Text("0 to 4")),
    "upper": (Text("The mean if everything missing were at its best"), Text("0 to 4")),
    "median": (
        Text("Median of people's scores; only of ten people or more who answered all of its questions"),
        Text("0 to 4"),
    ),
    "sd": (Text("Standard deviation of people's scores (n - 1); only where there is a median"), Text("0 or more")),
    "completeness": (Text("Share of the answers to the questions shown, by weight, that hold a value"), Text("0 to 1")),
    "stages": (
        Text("Answers to the questions shown, by the stage that they reach; ticks of checklists are left out"),
        Text("whole number"),
    ),
    "balanced": (Text("Mean of the means of the families that are shown, each counting alike"), Text("0 to 4")),
    "agreed_stage": (Text("Stage of the answers that the room agreed on"), Text("0 to 4")),
    "cells": (Text("People by where they see the work on the map"), Text("whole number")),
    "strength": (
        Text("How strongly answers bring up the factor, on average over the answers shown"),
        Text("0 to 1"),
    ),
}
"""Every measure: what it is, and its range."""

GROUP_KINDS: Mapping[str, Text] = {
    "everyone": Text("Everyone together"),
    "family": Text("One family of roles"),
}
ABOUTS: Mapping[str, Text] = {
    "item": Text("A question"),
    "theme": Text("A theme (dimension)"),
    "map": Text("A map"),
    "factor": Text("An external factor"),
}
HIDDEN: Mapping[int, Text] = {0: Text("Shown"), 1: Text("Not shown here")}

AGREED_KINDS: Mapping[str, Text] = {
    "agreed": Text("agreed"),
    "apart": Text("seen in two ways"),
    "target": Text("target"),
    "mark": Text("whose hands"),
    "own_factor": Text("named by the room"),
    "parked": Text("left for another time"),
}

NOT_FOR_WEIGHTING = Text(
    "Each row is one figure of one group, and no row is a person: rows are not to be added up or weighted by n. The "
    "weights of items in themes are in the codebook."
)

FORMULAS = Text(
    "A text that a spreadsheet could run as a formula stands behind an apostrophe in the CSV files. Decimal points are "
    "points, texts are UTF-8."
)

FACTS: Mapping[str, Text] = {
    "site": Text("Site"),
    "initiative": Text("What people have in common"),
    "wave": Text("Which time"),
    "started_on": Text("Begun on"),
    "phase": Text("Phase"),
    "depth": Text("Form"),
    "smallest_group": Text("Smallest group shown, in people"),
    "practice": Text("Practice case rated first"),
    "example": Text("Invented"),
    "engine": Text("Version of CoSMoS"),
}
"""Facts of the workshop itself, by their names in ``exports.facts``."""

ARCHIVE: Mapping[str, Text] = {
    "long.csv": Text("Every figure in a row of its own. Begin here."),
    "wide.csv": Text("The same figures: a row for each questionnaire, round and group, a column for each figure."),
    "codebook.csv": Text("What every column, measure, item, theme and map is; answers, weights, sources."),
    "agreed.csv": Text("What the room agreed on, sees in two ways, aims at, and left for another time."),
    "actions.csv": Text("What it means to do, and what became of it."),
    "room.json": Text("All of it in one file, with the whole definitions: for archives and other programs."),
}
"""The files of the archive."""

LINE_OF_README = Text("{label}: {value}")
SHEETS: Mapping[str, Text] = {
    "about": Text("About"),
    "long": Text("Long"),
    "wide": Text("Wide"),
    "codebook": Text("Codebook"),
    "agreed": Text("Agreed"),
    "actions": Text("Actions"),
}
"""Names of the sheets of a workbook."""

WHAT_THIS_IS = Text("What this is")
NOT_TO_BE_WEIGHTED = Text("Not to be weighted")
YES_OR_NO: Mapping[bool, Text] = {True: Text("yes"), False: Text("no")}
WORKBOOK_TITLE = Text("{site}: {initiative}")
FILE_LABEL = Text("CoSMoS: {site}")

VALUE = Text("{value} = {label}")
THEME = Text("{title}: {about}")
SCORE_RANGE = Text("0 to 4")
WEIGHT = Text("{theme} {weight}")
WEIGHT_REVERSED = Text("{theme} {weight} (reversed)")
"""Lines of the codebook."""
