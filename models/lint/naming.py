"""Checks ids: whether one is easily taken for another; and says that nothing has an id."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from models.lint.pointers import Place
from models.problems import IdKind, Problem, excerpt, nearest

LONG_WORD = 5
"""Number of letters from which two words are easily confused that differ by one letter more or less."""

LONGER_WORD = 8
"""Number of letters from which two words are easily confused that differ in one letter; *heard* and *heart* are not."""

_JOINTS = re.compile(r"(?<![0-9])[._-]|[._-](?![0-9])")


def near_duplicate_ids(named: Sequence[Place], among: IdKind, file: str) -> Iterator[Problem]:
    """Report each id that is easily taken for an earlier one; *among* says what kind of ids they are."""
    place_of = {name: place for place, name in reversed(named)}
    for later, earlier in _near(list(dict.fromkeys(name for _, name in named))).items():
        yield Problem(
            message="near-duplicate-id",
            file=file,
            pointer=place_of[later],
            values={"among": among, "id": later, "earlier": earlier},
        )


def unknown_id(message: str, place: str, name: str, known: Sequence[str], file: str, **home: str) -> Problem:
    """The problem that nothing has the id *name*.

    Args:
        message: Which sentences say it.
        place: JSON Pointer to the place that names it.
        name: The id that nothing has.
        known: The ids there are.
        file: The file, for messages.
        home: Where one could be added, as far as the sentences name it.
    """
    values = {"id": excerpt(name), "known": tuple(known), "nearest": nearest(name, known)}
    return Problem(message=message, file=file, pointer=place, values=values | home)


def _near(names: Sequence[str]) -> dict[str, str]:
    """The first earlier id that each id looks like; ids that differ in a digit are taken to be meant."""
    by_look: dict[str, str] = {}
    by_gap: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    near: dict[str, str] = {}
    for name in names:
        if (first := by_look.setdefault(_look(name), name)) != name:
            near[name] = first
        words = re.split(r"[._-]", name)
        for index, word in enumerate(words):
            for part in _parts(word) if len(word) >= LONG_WORD else ():
                alike = by_gap[(*words[:index], "", part, *words[index + 1 :])]
                for other_word, other in alike:
                    if _slip(word, other_word):
                        near.setdefault(name, other)
                alike.append((word, name))
    return near


def _parts(word: str) -> Iterable[str]:
    """A word, whole and without each of its letters: two words that differ by one slip have one of these in common."""
    return dict.fromkeys((word, *(word[:n] + word[n + 1 :] for n in range(len(word)))))


def _look(name: str) -> str:
    """An id without what readers overlook: separators (except between digits) and the plural s."""
    bare = _JOINTS.sub("", name).replace(".", "_").replace("-", "_")
    return bare[:-1] if len(bare) >= LONG_WORD and bare.endswith("s") else bare


def _slip(word: str, other: str) -> bool:
    """Whether one typing slip turns one word into the other.

    >>> _slip("decides", "decide"), _slip("decides", "decidse"), _slip("heard", "heart")
    (True, True, False)
    """
    if word == other or abs(len(word) - len(other)) > 1 or not (word + other).isalpha():
        return False
    short, long = sorted((word, other), key=len)
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    if short[start + 1 :] == long[start + 1 :]:
        return len(short) >= LONGER_WORD
    return short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
