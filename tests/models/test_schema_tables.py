"""The JSON Schemas and the tables in the code offer exactly the same, and the schemas explain themselves."""

import pytest
from support.builders import SHIPPED, shipped

from cosmos_app.interchange.answer_files import READ
from cosmos_app.interchange.table_files import READERS
from models.answers import VALID
from models.catalogues import MAP_KINDS
from models.conditions import OPERATORS, VALUE_OPERATORS
from models.definition import LEVELS
from models.items import KINDS, SMALLEST_WEIGHT
from models.layout import NOT_ASKED
from models.scoring import SCORING_RULES
from models.silences import BY_CODE, NON_VALUES, SILENCES

SCHEMAS = sorted(path.name for path in SHIPPED.glob("*.schema.json"))


@pytest.fixture(scope="module")
def schema():
    return shipped("questionnaire.schema.json")


def test_the_schema_offers_exactly_the_kinds_we_have(schema):
    offered = schema["$defs"]["kind"]["enum"]
    assert len(offered) == len(set(offered))
    assert set(offered) == set(KINDS) == set(VALID) == set(READ)


def test_the_schema_offers_exactly_the_rules_we_have(schema):
    assert set(schema["$defs"]["scoring_rule"]["enum"]) == set(SCORING_RULES)


def test_the_schema_offers_exactly_the_levels_we_have(schema):
    assert schema["properties"]["level"]["enum"] == list(LEVELS)


@pytest.mark.parametrize("name", ["questionnaire.schema.json", "factors.schema.json"])
def test_the_schema_offers_exactly_the_operators_we_have(name):
    condition = shipped(name)["$defs"]["condition"]
    joints = {"all", "any", "not"}
    subjects = {"item"} | ({"dimension", "placement", "disagreement"} if name.startswith("factors") else set())
    assert set(condition["properties"]) == set(OPERATORS) | joints | subjects
    assert condition["properties"]["not_given"]["items"]["enum"] == list(NON_VALUES)


def test_a_finding_is_a_condition_that_may_look_at_scores_too(schema):
    condition, finding = (schema["$defs"][name] for name in ("condition", "finding"))
    assert set(finding["properties"]) == {*condition["properties"], "dimension"}


def test_the_schema_offers_exactly_the_kinds_of_map_we_draw():
    placement = shipped("placements.schema.json")["properties"]["placements"]["items"]
    assert placement["properties"]["kind"]["enum"] == list(MAP_KINDS)


def test_every_operator_of_a_kind_is_one_we_have():
    assert {operator for kind in KINDS.values() for operator in kind.operators} <= set(VALUE_OPERATORS)


def test_silences_have_one_code_everywhere():
    assert set(NON_VALUES) == set(BY_CODE) - {""}
    assert len({silence.number for silence in SILENCES.values()} | {NOT_ASKED}) == len(SILENCES) + 1


def test_the_schema_tells_the_smallest_weight(schema):
    assert f"{SMALLEST_WEIGHT}" in schema["$defs"]["item"]["properties"]["scores"]["description"]


def test_answer_files_come_in_two_kinds():
    assert set(READERS) == {".csv", ".parquet"}


def undescribed(body, schema, place=""):
    """Places of properties that say nothing of themselves."""
    if isinstance(body, list):
        return [found for index, part in enumerate(body) for found in undescribed(part, schema, f"{place}/{index}")]
    if not isinstance(body, dict):
        return []
    silent = []
    for key, part in body.items():
        inside = f"{place}/{key}"
        # Rules such as if/then and oneOf repeat properties described elsewhere.
        if key in ("if", "then", "else", "allOf", "oneOf", "enum", "required"):
            continue
        if key == "properties":
            silent += [f"{inside}/{name}" for name, one in part.items() if not one.get("description")]
        silent += undescribed(part, schema, inside)
    return silent


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_says_what_it_is(name):
    body = shipped(name)
    assert undescribed(body, body) == []
    assert body["description"]
