"""Bundles come in whole and within the rules, or not at all; what is kept of them is what a site agreed to share."""

import json
from copy import deepcopy
from dataclasses import replace

import pytest
from support.older_bundles import of_format_2
from support.refusals import refused
from support.room_builders import ITEMS, PLAN, ROLES, SAYS, two_worlds

from cosmos_app.cli.main import main
from cosmos_app.interchange.bundles import InvalidBundleError, read_bundle, shareable
from cosmos_app.outputs import exports
from cosmos_app.outputs.released import gather
from cosmos_app.storage import Decision, current, open_store
from cosmos_app.texts.problems import mend_of, wrong_of
from cosmos_app.workshop import put_example
from models.answers import Evidence, Response
from models.sites import SharingAgreement, SiteCard
from models.workshop import NotAllowedError

ALL = SharingAgreement(figures=True, stories=True, asked=True, contact="harbour@put_example.org")


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    with two_worlds(tmp_path_factory.mktemp("worlds")) as made:
        yield made


def room_of(world, people=9, consent=False):
    for number in range(people):
        world.join(list(ROLES)[number % 3])
        world.agree(number, consent)
        for item in ITEMS:
            world.say(number, item, Response(answer=SAYS[item][number % len(SAYS[item])]))
    world.go("frozen", "revealed")
    behind = Evidence(note="A letter", link="https://example.org", date="2026-01-01")
    world.settle("q1", Decision(value=2, note="So be it.", evidence=behind))
    world.settle("q2", Decision(one_side="We are asked.", other_side="We are not."))
    world.go("agreed")
    factor = current.store().add_own_factor(world.id, "Short contracts", "Said the one who has one.")
    current.store().add_action(world.id, "Open on Saturdays", owner="Ann", due="In May", subject=factor)
    current.store().set_locus(world.id, factor, "concern")
    current.store().park(world.id, "The roof")
    return world.now


def bundles(worlds, agreement, plan=PLAN, **how):
    """The whole bundle of a room whose site agreed to this, and the one to share."""

    def play(world, _side):
        room = room_of(world, **how)
        current.store().keep_card(room.plan.site, SiteCard(service="Visits", country="Norway"))
        current.store().agree_to_share(room.plan.site, agreement)
        return exports.bundle(gather(room)), json.loads(exports.export_to_share(room))

    return worlds.one(play, plan)


@pytest.fixture(scope="module")
def shared(worlds):
    return bundles(worlds, ALL)[1]


def written(folder, body):
    file = folder / "room.json"
    file.write_text(json.dumps(body) if not isinstance(body, str) else body)
    return file


def codes(folder, body):
    with pytest.raises(InvalidBundleError) as told:
        read_bundle(written(folder, body))
    assert all(wrong_of(problem) and mend_of(problem) for problem in told.value.problems)
    return {(problem.pointer, problem.code) for problem in told.value.problems}


def test_a_bundle_comes_in_as_it_went_out(tmp_path, shared):
    assert read_bundle(written(tmp_path, shared)) == shared
    assert shareable(shared) == shared, "what is shared is cut once"


def test_what_is_shared_holds_themes_of_everyone_and_no_more(shared):
    [group] = shared["questionnaires"]["small"]["rounds"]["1"]["groups"]
    assert group["by"] == {}
    assert set(group) <= {"by", "n", "suppressed", "dimensions", "factors"}
    assert group["dimensions"]["trust"]["n"] == 9
    assert group["dimensions"]["trust"].keys() & {"balanced", "agreed_stage"} == set()
    assert shared["card"]["country"] == "Norway"
    assert shared["agreement"]["contact"] == ALL.contact


def test_of_what_was_settled_only_evidence_is_shared_and_of_actions_nobodys_name(shared):
    unsaid = {"value": None, "one_side": "", "other_side": "", "note": ""}
    behind = {"note": "A letter", "link": "https://example.org", "date": "2026-01-01"}
    assert shared["questionnaires"]["small"]["settled"] == {"q1": {**unsaid, "evidence": behind}}
    [action], [own] = shared["actions"], shared["own_factors"]
    assert (action["what"], action["owner"], action["due"]) == ("Open on Saturdays", "", "")
    assert (own["name"], own["note"]) == ("Short contracts", "")
    assert action["subject"] == own["id"], "what an action is about is found again"
    assert shared["marks"] == {}
    assert shared["parked"] == []


def test_only_the_last_round_and_what_every_room_is_asked_are_shared(shared):
    whole = deepcopy(shared)
    asked = whole["questionnaires"]["small"]
    asked["rounds"] = {"1": asked["rounds"]["1"], "2": deepcopy(asked["rounds"]["1"])}
    whole["questionnaires"]["local"] = {**asked, "document": {"id": "local", "sections": []}}
    told = shareable(whole)["questionnaires"]
    assert {name: list(one["rounds"]) for name, one in told.items()} == {"small": ["2"]}


FACTORS = [
    {"id": "workload", "n": 6, "strength": 1.0, "because": ["q1"]},
    {"id": "austerity", "n": 2, "strength": 1.0, "because": ["q2"]},
]


def test_a_factor_that_few_settle_is_not_shared_nor_what_brought_one_up(shared):
    whole = deepcopy(shared)
    whole["smallest_group"] = 5
    [group] = whole["questionnaires"]["small"]["rounds"]["1"]["groups"]
    group["factors"] = FACTORS
    [told] = shareable(whole)["questionnaires"]["small"]["rounds"]["1"]["groups"]
    assert told["factors"] == [{**FACTORS[0], "because": []}]
    whole["agreement"]["stories"] = False
    [told] = shareable(whole)["questionnaires"]["small"]["rounds"]["1"]["groups"]
    assert "factors" not in told


def test_a_site_that_shares_figures_alone_shares_no_stories_and_no_contact(worlds):
    _, shared = bundles(worlds, SharingAgreement(figures=True))
    assert shared["actions"] == shared["own_factors"] == []
    assert shared["marks"] == shared["questionnaires"]["small"]["settled"] == {}
    assert shared["agreement"]["contact"] == ""


@pytest.mark.parametrize("agreement", [SharingAgreement(), SharingAgreement(stories=True)])
def test_nothing_is_shared_of_a_site_that_has_not_agreed(worlds, agreement):
    with refused(NotAllowedError, match="has not agreed"):
        bundles(worlds, agreement)


def test_a_room_that_showed_small_groups_to_itself_shares_them_with_nobody(worlds, tmp_path):
    whole, shared = bundles(worlds, ALL, plan=replace(PLAN, smallest_group=5), consent=True)
    assert [one["n"] for one in whole["questionnaires"]["small"]["rounds"]["1"]["groups"]] == [9, 3, 3, 3]
    assert {code for _, code in codes(tmp_path, whole)} == {"small-group"}
    assert read_bundle(written(tmp_path, shared))["smallest_group"] == 5


def change(*steps, to):
    """Put something else at a place of a bundle."""

    def tamper(body):
        *way, last = steps
        for step in way:
            body = body[step]
        body[last] = to

    return tamper


def without(*steps):
    """Take something out of a bundle."""

    def tamper(body):
        *way, last = steps
        for step in way:
            body = body[step]
        del body[last]

    return tamper


AT = ("questionnaires", "small", "rounds", "1", "groups", 0)
TRUST = (*AT, "dimensions", "trust")
TAMPERED = {
    "format": (change("format", to="cosmos-room/1"), "/format", "other-format"),
    "future": (change("format", to="cosmos-room/9"), "/format", "other-format"),
    "no bundle": (change("format", to="a letter"), "/format", "wrong-value"),
    "k of two": (change("smallest_group", to=2), "/smallest_group", "wrong-value"),
    "a larger k": (change("smallest_group", to=10), "/questionnaires/small/rounds/1/groups/0/n", "small-group"),
    "few in a theme": (change(*TRUST, "n", to=2), "/questionnaires/small/rounds/1/groups/0/dimensions/trust/n", None),
    "few in all": (change(*AT, "n", to=2), "/questionnaires/small/rounds/1/groups/0/n", "small-group"),
    "more than all": (change(*TRUST, "n", to=90), None, "contradiction"),
    "stages": (change(*TRUST, "stages", "0", to=7), None, "contradiction"),
    "mean": (change(*TRUST, "mean", to=4.5), None, "wrong-value"),
    "not hidden": (change(*TRUST, "n", to=None), None, "contradiction"),
    "suppressed": (change(*AT, "suppressed", to=True), None, "contradiction"),
    "no everyone": (change(*AT, "by", to={"role": "around-it"}), None, "groups"),
    "no such theme": (change(*AT, "dimensions", "joy", to={"n": None}), None, "unknown-subject"),
    "definition": (change("questionnaires", "small", "document", "title", to="Other"), None, "other-definition"),
    "no mean": (without(*TRUST, "mean"), None, "missing-key"),
    "no count of questions": (without(*TRUST, "items"), None, "missing-key"),
    "no bounds": (without(*TRUST, "lower"), None, "missing-key"),
    "more shown than asked": (change(*TRUST, "items", to=9), None, "contradiction"),
    "more answers than questions": (change(*TRUST, "stages", "0", to=90), None, "contradiction"),
    "a stage beyond": (change(*TRUST, "stages", "5", to=1), None, "wrong-value"),
    "a link that runs": (
        change(
            "questionnaires", "small", "settled", "q1", "evidence", to={"link": "javascript:1", "date": "", "note": ""}
        ),
        "/questionnaires/small/settled/q1/evidence/link",
        "wrong-value",
    ),
    "nonsense": (change("questionnaires", "small", "document", to={"sections": [1]}), None, "wrong-type"),
    "broken definition": (change("questionnaires", "small", "document", "sections", to=[]), None, "wrong-value"),
    "no agreement": (change("agreement", "figures", to=False), "/agreement/figures", "not-agreed"),
    "unknown key": (change("people", to=["Ann"]), "/people", "unknown-key"),
}


def test_a_bundle_of_the_format_before_still_comes_in(tmp_path, shared):
    older = of_format_2(shared)
    assert read_bundle(written(tmp_path, older)) == older
    assert shared["format"] == "cosmos-room/3"
    older["format"] = "cosmos-room/3"
    assert "missing-key" in {code for _, code in codes(tmp_path, older)}, "only of the format before"


@pytest.mark.parametrize("name", TAMPERED)
def test_a_bundle_that_was_changed_is_refused(tmp_path, shared, name):
    tamper, place, code = TAMPERED[name]
    body = deepcopy(shared)
    tamper(body)
    found = codes(tmp_path, body)
    assert [one for one in found if (place is None or one[0] == place) and (code is None or one[1] == code)], found


def test_every_fault_is_told_at_once_with_its_line(tmp_path, shared):
    body = deepcopy(shared)
    change("agreement", "figures", to=False)(body)
    change(*TRUST, "n", to=2)(body)
    with pytest.raises(InvalidBundleError) as told:
        read_bundle(written(tmp_path, json.dumps(body, indent=1)))
    assert {"not-agreed", "small-group"} <= {problem.code for problem in told.value.problems}
    assert all(problem.line > 1 for problem in told.value.problems)


def test_families_that_leave_a_few_by_subtraction_are_refused(tmp_path, shared):
    body = deepcopy(shared)
    groups = body["questionnaires"]["small"]["rounds"]["1"]["groups"]
    groups.append({"by": {"role": "around-it"}, "n": 7, "suppressed": False})
    groups.append({"by": {"role": None}, "n": None, "suppressed": True})
    assert codes(tmp_path, body) == {("/questionnaires/small/rounds/1/groups", "small-group")}


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty-file"), ("{", "not-json"), ("[]", "wrong-type"), ('{"a": 1, "a": 2}', "duplicate-key")],
)
def test_what_is_no_bundle_is_told(tmp_path, text, code):
    assert code in {code for _, code in codes(tmp_path, text)}


# The commands


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A folder with the invented site, which agreed to share."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch, open_store(f"sqlite:///{folder}/cosmos.sqlite3") as store:
        patch.setattr(current, "open_store", lambda _address: store)
        current.store.cache_clear()
        ids = put_example.put_workshops()
        store.agree_to_share(store.room(ids["finished"]).plan.site, ALL)
        current.store.cache_clear()
    return folder, ids


@pytest.fixture(autouse=True)
def _no_other_store(monkeypatch):
    monkeypatch.delenv("COSMOS_DATABASE_URL", raising=False)


def test_a_workshop_is_found_by_the_beginning_of_its_id(tmp_path, data, capsys):
    folder, ids = data
    out = tmp_path / "room.csv"
    assert main(["export", ids["finished"][:12], "-o", str(out), "--data", str(folder)]) == 0
    assert out.read_bytes().startswith("\ufeffquestionnaire,".encode())
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{out} is written: ")


def test_a_workshop_that_is_not_there_is_answered_with_those_that_are(tmp_path, data, capsys):
    folder, ids = data
    assert main(["export", "nowhere", "-o", str(tmp_path / "a.csv"), "--data", str(folder)]) == 1
    told = capsys.readouterr().err
    assert all(one in told for one in ids.values())
    assert "draft" in told
    assert list(tmp_path.iterdir()) == []


def test_the_latest_workshop_is_one_that_was_revealed(tmp_path, data, capsys):
    folder, _ = data
    code = main(["export", "latest", "-o", str(tmp_path / "a.csv"), "--data", str(folder)])
    assert code == 0 or "can mean each of these" in capsys.readouterr().err


@pytest.mark.parametrize(
    "more", [["-o", "a.cvs"], ["-o", "a.json", "--wide"], ["-o", "a.csv", "--shared"]], ids=["suffix", "wide", "shared"]
)
def test_a_command_that_makes_no_sense_is_a_wrong_command(data, more, capsys):
    folder, _ = data
    assert main(["export", "latest", *more, "--data", str(folder)]) == 2
    assert capsys.readouterr().err


def test_a_room_that_was_not_revealed_and_a_folder_without_data_are_told(tmp_path, data, capsys):
    folder, ids = data
    out = str(tmp_path / "a.csv")
    assert main(["export", ids["running"], "-o", out, "--data", str(folder)]) == 1
    assert "Nothing is revealed yet" in capsys.readouterr().err
    assert main(["export", "latest", "-o", out, "--data", str(tmp_path)]) == 1
    assert "holds no CoSMoS data" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [], "looking leaves nothing behind"


def test_a_place_that_cannot_be_written_is_told(tmp_path, data, capsys):
    folder, ids = data
    assert main(["export", ids["finished"], "-o", str(tmp_path / "no" / "a.csv"), "--data", str(folder)]) == 1
    assert "[unwritable]" in capsys.readouterr().err


def test_a_bundle_goes_from_one_server_to_another_once(tmp_path, data, capsys):
    folder, ids = data
    file, lead = tmp_path / "a.json", tmp_path / "lead"
    assert main(["export", ids["finished"], "-o", str(file), "--shared", "--data", str(folder)]) == 0
    assert "In it: the site's card, what everyone together gave by theme" in (told := capsys.readouterr().err)
    assert "Not in it: answers, groups by role" in told
    assert main(["import", str(file), "--data", str(lead)]) == 0
    assert "Kept for comparisons" in capsys.readouterr().out
    assert main(["import", str(file), "--data", str(lead)]) == 0
    assert "received before" in capsys.readouterr().out
    body = json.loads(file.read_text())
    body["actions"] = []
    file.write_text(json.dumps(body))
    assert main(["import", str(file), "--data", str(lead)]) == 1
    assert "[received-before]" in capsys.readouterr().err
    with open_store(f"sqlite:///{lead}/cosmos.sqlite3") as store:
        [one] = store.received()
    assert one.site == body["site"]
    assert one.body["actions"]
    assert [list(told["groups"][0]["by"]) for told in one.body["questionnaires"]["project"]["rounds"].values()]


def test_nothing_is_kept_of_a_bundle_that_is_refused(tmp_path, capsys):
    (tmp_path / "a.json").write_text("{}")
    assert main(["import", str(tmp_path / "a.json"), "--data", str(tmp_path / "lead")]) == 1
    assert "[missing-key]" in capsys.readouterr().err
    assert not (tmp_path / "lead").exists()
