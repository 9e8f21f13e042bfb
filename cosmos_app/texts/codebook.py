"""Words of the files for other programs: what each column and each measure is, and what lies in the archive."""

from collections.abc import Mapping

from cosmos_app.texts.silences import SILENCE_TEXTS
from models.silences import SILENCES

COLUMNS: Mapping[str, str] = {
    "questionnaire": "Id of the questionnaire",
    "version": "Version of its definition",
    "definition": "SHA-256 of its definition, which the JSON bundle holds whole",
    "practice": "1: an invented story that people practised on, which tells nothing of their work; 0: their own work",
    "round": "Round of answering, from 1",
    "group_kind": "Everyone together, or one family of roles",
    "group": 'Id of the family; empty for everyone, "not-said" for people who did not say who they are to the service',
    "group_n": "People in the group whose answers count; empty where the group is not shown",
    "about": "What the figure is about: an item, a theme (dimension), a map, an external factor",
    "id": "Id of the item, theme or factor; of a map its id, the moment and the table",
    "title": "Its name, as people read it",
    "measure": "What is counted or computed; see the measures in the codebook",
    "option": "What was chosen or reached, where people are counted by it; else empty",
    "option_label": "The same in words, as people read it",
    "value": "The figure; empty where it is hidden, or where there can be none",
    "hidden": "1: not shown here, because too few people stand behind it, or others could be told by it; 0: shown",
    "because": "Of a factor: ids of the items, themes and maps whose answers brought it up",
    "not_shown": "What is not shown of this group, as about.id; its columns are empty",
    "kind": "What it is: agreed, seen in two ways, target, whose hands, named by the room, left for another time",
    "answer": "The answer agreed on; of a target where the room wants to be, from 0 to 4",
    "one_side": "Why some see it one way",
    "other_side": "Why others see it another way",
    "note": "What else was noted",
    "evidence": "What others could look at",
    "evidence_date": "Its date, as YYYY-MM-DD; empty where nobody gave one",
    "link": "Its web address",
    "what": "What the room means to do",
    "owner": "Who sees to it",
    "due": "By when",
    "subject": "What it came from",
    "status": "open, done or dropped",
    "became": "What became of it",
    "caution": "What these figures are, and what not; beside the first row of each CSV file",
    "part": "What this line explains: a column, a measure, an item, a theme, a map, a source",
    "name": "The name that it has in the tables",
    "label": "What it is, in words",
    "values": "What it can be",
    "scale": "Id of the scale that its answers come from",
    "weights": "Weight in each theme; reversed: a high answer speaks against the theme",
    "source": "What it is taken from: names of sources, each with its page or part; see their own lines",
    "columns": "Its columns in the wide table",
}
"""Every column of every table, in words."""

MEASURES: Mapping[str, tuple[str, str]] = {
    "n": ("People behind the figure: those who gave a value, have a score, or said where", "whole number"),
    "distribution": ("People by answer; of a checklist those who ticked the option", "whole number"),
    **{name: (SILENCE_TEXTS[name].measure.english, "whole number") for name in SILENCES},
    "agreement": ("Agreement A (van der Eijk 2001): 1 all alike, 0 spread evenly, -1 two opposite camps", "-1 to 1"),
    "consensus": ("Consensus (Tastle and Wierman 2007): 1 all alike, 0 two opposite camps", "0 to 1"),
    "known_by": ("People by how they know what they answered", "whole number"),
    "mean": ("Mean of the scores of the people in the group", "0 to 4"),
    "median": ("Median of their scores", "0 to 4"),
    "sd": ("Standard deviation of their scores (n - 1)", "0 or more"),
    "completeness": ("Mean share of the weight of a theme that they answered", "0 to 1"),
    "stages": ("People by the stage that they reach by their own answers", "whole number"),
    "balanced": ("Mean of the means of the families that are shown, each counting alike", "0 to 4"),
    "agreed_stage": ("Stage of the answers that the room agreed on", "0 to 4"),
    "cells": ("People by where they see the work on the map", "whole number"),
    "strength": ("How strongly answers bring up the factor, on average of those whose answers can tell", "0 to 1"),
}
"""Every measure: what it is, and its range."""

GROUP_KINDS: Mapping[str, str] = {"everyone": "Everyone together", "family": "One family of roles"}
ABOUTS: Mapping[str, str] = {
    "item": "A question",
    "theme": "A theme (dimension)",
    "map": "A map",
    "factor": "An external factor",
}
HIDDEN: Mapping[int, str] = {0: "Shown", 1: "Not shown here"}

AGREED_KINDS: Mapping[str, str] = {
    "agreed": "agreed",
    "apart": "seen in two ways",
    "target": "target",
    "mark": "whose hands",
    "own_factor": "named by the room",
    "parked": "left for another time",
}

NOT_FOR_WEIGHTING = (
    "Each row is one figure of one group, and no row is a person: rows are not to be added up or weighted by n. The "
    "weights of items in themes are in the codebook."
)

FORMULAS = (
    "A text that a spreadsheet could run as a formula stands behind an apostrophe in the CSV files. Decimal points are "
    "points, texts are UTF-8."
)

ABOUT: Mapping[str, str] = {
    "site": "Site",
    "initiative": "What people have in common",
    "wave": "Which time",
    "started_on": "Begun on",
    "phase": "Phase",
    "depth": "Form",
    "smallest_group": "Smallest group shown, in people",
    "practice": "Practice case rated first",
    "example": "Invented",
    "engine": "Version of CoSMoS",
}
"""What is told of the workshop itself; attributes of ``Figures`` with their words."""

ARCHIVE: Mapping[str, str] = {
    "long.csv": "Every figure in a row of its own. Begin here.",
    "wide.csv": "The same figures: a row for each questionnaire, round and group, a column for each figure.",
    "codebook.csv": "What every column, measure, item, theme and map is; answers, weights, sources.",
    "agreed.csv": "What the room agreed on, sees in two ways, aims at, and left for another time.",
    "actions.csv": "What it means to do, and what became of it.",
    "room.json": "All of it in one file, with the whole definitions: for archives and other programs.",
}
"""The files of the archive."""
