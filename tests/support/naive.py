"""Scoring one person at a time in plain loops, written from the design alone: the oracle for the kernel."""

from itertools import product
from math import floor, isclose

from models.answers import Value
from models.conditions import All, AnyOf, ItemIs, Not
from models.silences import DontKnow, NotApplicable, OutsideOurControl, Skipped

WORDS = {DontKnow: "DK", NotApplicable: "NA", OutsideOurControl: "OUT", Skipped: ""}


def holds(condition, seen):
    """True, False or None (unknown), by Kleene; *seen* gives what counts of each earlier item."""
    match condition:
        case All(parts):
            truths = [holds(part, seen) for part in parts]
            return False if False in truths else None if None in truths else True
        case AnyOf(parts):
            truths = [holds(part, seen) for part in parts]
            return True if True in truths else None if None in truths else False
        case Not(part):
            truth = holds(part, seen)
            return None if truth is None else not truth
        case ItemIs(item, "answered", wanted):
            return isinstance(seen[item], Value) == wanted
        case ItemIs(item, "not_given", words):
            return WORDS.get(type(seen[item])) in words
        case ItemIs(item, operator, operand):
            if not isinstance(seen[item], Value):
                return None
            value = seen[item].value
            return {
                "is": lambda: value == operand,
                "is_one_of": lambda: value in operand,
                "includes": lambda: operand in value,
                "at_least": lambda: value >= operand,
                "at_most": lambda: value <= operand,
            }[operator]()


def outcomes(condition, seen):
    """What may come of a condition once all that is asked is answered; what is not asked (None) stays unknown."""
    match condition:
        case All(parts) | AnyOf(parts):
            decided = []
            for truths in product(*(outcomes(part, seen) for part in parts)):
                decisive = isinstance(condition, AnyOf)
                decided.append(decisive if decisive in truths else None if None in truths else not decisive)
            return set(decided)
        case Not(part):
            return {None if truth is None else not truth for truth in outcomes(part, seen)}
        case ItemIs(item):
            truth = holds(condition, seen)
            return {True, False} if truth is None and seen[item] is not None else {truth}


def what_counts(questionnaire, answers, depth, family):
    """The answer that counts of each item: None if it was not asked, ``Skipped`` behind what is open.

    One behind an unknown condition is open only if answers to what is asked could still show it.
    """
    seen = {}
    for item in questionnaire.items:
        answer = answers.get(item.id, Skipped())
        in_depth = depth == "full" or item.core
        for_them = not item.asked_of or family is None or family in item.asked_of
        truth = True if item.show_if is None else holds(item.show_if, seen)
        waits_in_vain = not truth and True not in outcomes(item.show_if, seen)
        if not in_depth or not for_them or waits_in_vain:
            seen[item.id] = None
        else:
            seen[item.id] = answer if truth else Skipped()
    return seen


def position(item, value):
    worth = {choice.value: choice.score for choice in item.choices}
    if item.kind == "checklist":
        most = sum(score for score in worth.values() if score > 0)
        u = min(1.0, max(0.0, sum(worth[one] for one in value) / most))
    else:
        u = (worth[value] - min(worth.values())) / (max(worth.values()) - min(worth.values()))
    return 1 - u if item.reverse else u


def by_mean(items, seen, dimension):
    reached = valued = applicable = best = 0.0
    for item in items:
        weight, answer = item.scores[dimension.id], seen[item.id]
        if answer is None or isinstance(answer, NotApplicable):
            continue
        applicable += weight
        if isinstance(answer, Value):
            valued += weight
            reached += weight * position(item, answer.value)
            best += weight * position(item, answer.value)
        else:
            best += weight
    score = 4 * reached / valued if valued else None
    return score, 4 * reached / applicable, 4 * best / applicable


def by_table(rows, seen):
    """The first row that is true; a row that may be leaves the score open among all that may come first."""
    could = []
    for row in rows:
        truth = True if row.when is None else holds(row.when, seen)
        if truth is not False:
            could.append(row.score)
        if truth is True:
            break
    sure = len(could) == 1 and truth is True
    return (could[0] if sure else None), (min(could) if could else None), (max(could) if could else None)


def score_person(questionnaire, answers, depth="full", family=None):
    """By dimension id: score, completeness, lower, upper, stage, blocked_by."""
    seen = what_counts(questionnaire, answers, depth, family)
    results = {}
    for dimension in questionnaire.dimensions:
        items = [item for item in questionnaire.items if dimension.id in item.scores]
        asked = [item for item in items if seen[item.id] is not None]
        applicable = sum(item.scores[dimension.id] for item in asked if not isinstance(seen[item.id], NotApplicable))
        given = [item for item in asked if isinstance(seen[item.id], Value)]
        valued = sum(item.scores[dimension.id] for item in given)
        if applicable == 0:
            results[dimension.id] = (None, None, None, None, None, [])
            continue
        completeness = valued / applicable
        if questionnaire.scoring.rule == "rule-table":
            score, lower, upper = by_table(questionnaire.scoring.tables[dimension.id], seen)
        else:
            score, lower, upper = by_mean(items, seen, dimension)
        if valued == 0 or completeness < dimension.min_answered - 1e-9:
            score = None
        steps = {item.id: floor(4 * position(item, seen[item.id].value) + 1e-9) for item in given}
        stage = None if score is None else min(steps.values())
        blocked = [] if stage in (None, 4) else [item.id for item in given if steps[item.id] < stage + 1]
        results[dimension.id] = (score, completeness, lower, upper, stage, blocked)
    return results


def close(one, other):
    """Whether two results are the same up to rounding."""
    numbers = zip(one[:4], other[:4], strict=True)
    same = all(a is b if a is None or b is None else isclose(a, b, abs_tol=1e-9) for a, b in numbers)
    return same and one[4:] == other[4:]
