"""Checks what no schema can: references, whether conditions can be true, what scores rest on, how texts are written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from models.catalogues import Catalogues, Factors, Placement, PracticeCase, Roles
from models.conditions import Condition, items_named
from models.definition import Questionnaire
from models.lint.forms import form_problems
from models.lint.maps import map_problems, placing_problems
from models.lint.naming import near_duplicate_ids, unknown_id
from models.lint.pointers import (
    Place,
    condition_places,
    factors_texts,
    in_authored_order,
    item_places,
    placements_texts,
    practice_texts,
    questionnaire_texts,
    roles_texts,
    row_places,
    tension_places,
)
from models.lint.practice import practice_problems
from models.lint.reachability import raised_problems, shown_problems, table_problems
from models.lint.references import (
    Named,
    circles_of,
    condition_references,
    later_versions,
    order_problems,
    reference_problems,
    unknown_sources,
)
from models.lint.states import has_values
from models.lint.weighing import weighing_problems
from models.lint.wording import text_problems, wording_problems
from models.problems import IdKind, Problem, pointer
from models.structure import duplicate_ids


def lint_questionnaire(questionnaire: Questionnaire, catalogues: Catalogues, file: str) -> Iterator[Problem]:
    """Check one questionnaire.

    Args:
        questionnaire: As ``parse_questionnaire`` built it.
        catalogues: The roles, factors and maps that it may name.
        file: Name of its file, for messages.

    Returns:
        Every problem, errors and warnings, in authored order.
    """
    yield from in_authored_order(_questionnaire(questionnaire, catalogues, file))


def lint_factors(
    factors: Factors,
    questionnaires: Mapping[str, Questionnaire],
    file: str,
    placements: Mapping[str, Placement] | None = None,
) -> Iterator[Problem]:
    """Check a catalogue of external factors.

    Args:
        factors: As ``parse_factors`` built it.
        questionnaires: Those whose answers may raise them, by id.
        file: Name of its file, for messages.
        placements: The maps that conditions may name, by id.
    """
    found = list(_factors(factors, questionnaires, file))
    for name, questionnaire in questionnaires.items():
        named = Named(questionnaire=questionnaire, placements=placements or {}, file=file)
        found += _raised(factors, name, named)
    yield from in_authored_order(found)


def lint_roles(roles: Roles, file: str) -> Iterator[Problem]:
    """Check a catalogue of roles."""
    families = [(pointer("families", f, "id"), family.id) for f, family in enumerate(roles.families)]
    every = [
        (pointer("families", f, "roles", r, "id"), role.id)
        for f, family in enumerate(roles.families)
        for r, role in enumerate(family.roles)
    ]
    found = [
        *_ids(families, "families", file),
        *_ids([*every, ("/unsaid/id", roles.unsaid.id)], "roles", file),
        *text_problems(roles_texts(roles), file),
    ]
    yield from in_authored_order(found)


def lint_placements(
    placements: Mapping[str, Placement], factors: Factors, questionnaires: Mapping[str, Questionnaire], file: str
) -> Iterator[Problem]:
    """Check a catalogue of maps.

    Args:
        placements: As ``parse_placements`` built it.
        factors: The factors that places may lead to.
        questionnaires: Those to whose dimensions places may lead, by id.
        file: Name of its file, for messages.
    """
    found = list(_ids([(pointer("placements", p, "id"), name) for p, name in enumerate(placements)], "maps", file))
    for p, placement in enumerate(placements.values()):
        at = pointer("placements", p)
        for axis, body in placement.axes.items():
            found += _ids(
                [(at + pointer("axes", axis, "positions", name), name) for name in body.positions], "ids", file
            )
        named = [(at + pointer("places", n, "id"), place) for n, place in enumerate(placement.places)]
        found += _ids(named, "places", file)
        found += map_problems(at, placement, factors, questionnaires, file)
    found += text_problems(placements_texts(placements), file)
    yield from in_authored_order(found)


def lint_practice(
    cases: Mapping[str, PracticeCase], questionnaires: Mapping[str, Questionnaire], file: str
) -> Iterator[Problem]:
    """Check a catalogue of practice cases.

    Args:
        cases: As ``parse_practice`` built it.
        questionnaires: Those whose items they are rated with, by id.
        file: Name of its file, for messages.
    """
    found = list(_ids([(pointer("cases", c, "id"), name) for c, name in enumerate(cases)], "cases", file))
    for c, case in enumerate(cases.values()):
        found += practice_problems(pointer("cases", c), case, questionnaires, file)
    found += text_problems(practice_texts(cases), file)
    yield from in_authored_order(found)


def _questionnaire(questionnaire: Questionnaire, catalogues: Catalogues, file: str) -> Iterator[Problem]:
    circles = circles_of(questionnaire)
    yield from _questionnaire_ids(questionnaire, file)
    yield from later_versions(questionnaire, file)
    yield from reference_problems(questionnaire, catalogues, file)
    yield from order_problems(questionnaire, circles, file)
    named = Named(questionnaire=questionnaire, placements=catalogues.placements, file=file)
    yield from placing_problems(questionnaire, catalogues.placements, file)
    every = [*condition_places(questionnaire), *row_places(questionnaire), *tension_places(questionnaire)]
    faults = _condition_faults(every, named)
    yield from (problem for found in faults.values() for problem in found)
    unclear = _unclear(every, faults, named) | _out_of_order(questionnaire, circles)
    yield from shown_problems(questionnaire, catalogues.placements, unclear, file)
    yield from table_problems(questionnaire, catalogues.placements, unclear, file)
    tensions = [(place, when) for place, when in tension_places(questionnaire) if place not in unclear]
    yield from raised_problems(tensions, questionnaire, catalogues.placements, file)
    yield from form_problems(questionnaire, catalogues.roles.families, file)
    yield from weighing_problems(questionnaire, file)
    yield from text_problems(questionnaire_texts(questionnaire), file)
    yield from wording_problems(questionnaire, file)


def _questionnaire_ids(questionnaire: Questionnaire, file: str) -> Iterator[Problem]:
    dimensions = [(pointer("dimensions", d, "id"), body.id) for d, body in enumerate(questionnaire.dimensions)]
    sections = [(pointer("sections", s, "id"), body.id) for s, body in enumerate(questionnaire.sections)]
    yield from near_duplicate_ids([(pointer("scales", name), name) for name in questionnaire.scales], "scales", file)
    yield from _ids(dimensions, "dimensions", file)
    yield from _ids(sections, "sections", file)
    yield from _ids([(f"{at}/id", item.id) for at, item in item_places(questionnaire)], "items", file)
    for at, item in item_places(questionnaire):
        if not item.scale:
            options = [(at + pointer("options", o, "value"), str(body.value)) for o, body in enumerate(item.choices)]
            yield from _ids(options, "options", file)


def _factors(factors: Factors, questionnaires: Mapping[str, Questionnaire], file: str) -> Iterator[Problem]:
    categories = list(factors.categories)
    yield from _ids([(pointer("categories", c, "id"), name) for c, name in enumerate(categories)], "categories", file)
    yield from _ids([(pointer("factors", f, "id"), body.id) for f, body in enumerate(factors.factors)], "factors", file)
    yield from text_problems(factors_texts(factors), file)
    for f, factor in enumerate(factors.factors):
        at = pointer("factors", f)
        yield from unknown_sources(f"{at}/source", factor.source, factors.sources, file)
        if factor.category not in categories:
            yield unknown_id("unknown-category", f"{at}/category", factor.category, categories, file)
        for name in factor.raise_if:
            if name not in questionnaires:
                place = at + pointer("raise_if", name)
                yield unknown_id("unknown-questionnaire", place, name, list(questionnaires), file)


def _raised(factors: Factors, name: str, named: Named) -> Iterator[Problem]:
    """Check the conditions by which the answers to one questionnaire raise factors."""
    every = [
        (pointer("factors", f, "raise_if", name), factor.raise_if[name])
        for f, factor in enumerate(factors.factors)
        if name in factor.raise_if
    ]
    faults = _condition_faults(every, named)
    yield from (problem for found in faults.values() for problem in found)
    unclear = _unclear(every, faults, named)
    clear = [(place, condition) for place, condition in every if place not in unclear]
    yield from raised_problems(clear, named.questionnaire, named.placements, named.file)


def _ids(named: Sequence[Place], among: IdKind, file: str) -> Iterator[Problem]:
    yield from duplicate_ids(named, among, file)
    yield from near_duplicate_ids(named, among, file)


def _condition_faults(every: Iterable[tuple[str, Condition]], named: Named) -> Mapping[str, list[Problem]]:
    return {place: list(condition_references(place, condition, named)) for place, condition in every}


def _unclear(every: Iterable[tuple[str, Condition]], faults: Mapping[str, Sequence[Problem]], named: Named) -> set[str]:
    """Places of conditions with faults, or on items with faults: nothing more can be checked about them."""
    doubtful = {item.id for item in named.questionnaire.items if not has_values(item)} | named.ambiguous
    return {place for place, condition in every if faults[place] or not doubtful.isdisjoint(items_named(condition))}


def _out_of_order(questionnaire: Questionnaire, circles: Iterable[Sequence[str]]) -> set[str]:
    """Places of conditions on items that are not asked before."""
    in_circles = {name for circle in circles for name in circle}
    found: set[str] = set()
    before: set[str] = set()
    for at, item in item_places(questionnaire):
        late = item.show_if is not None and not items_named(item.show_if) <= before
        if late or item.id in in_circles:
            found.add(f"{at}/show_if")
        before.add(item.id)
    return found
