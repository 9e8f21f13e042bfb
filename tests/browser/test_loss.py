"""Whatever happens to the server or its disk, no answer is lost that was said to be saved."""

import os
import resource
import shutil
import subprocess
import sys
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from browser.long_form import FIRST, NOT_APPLICABLE
from browser.served import ROOT, Server, free_port, served
from playwright.sync_api import expect

from models.answers import Value
from models.silences import NotApplicable

ROUNDS = 3


@pytest.fixture(scope="module")
def server(browser, tmp_path_factory):
    """A server that is ended and started again."""
    yield from served(tmp_path_factory.mktemp("loss"))


@pytest.fixture
def full(desktop):
    """A visitor in front of the first page of the full form, whose server may go away."""
    desktop.away_is_fine = True
    desktop.begin(depth="full")
    desktop.page.evaluate("window.never = 'reloaded'")
    return desktop


def said(visitor):
    """The number of the last thing that the page said; it changes when something new is said."""
    return visitor.page.locator(".cosmos-said").get_attribute("data-say")


@contextmanager
def saved(visitor):
    """Wait until the page says that what is done inside was saved."""
    before = said(visitor)
    yield
    line = visitor.page.locator(".cosmos-said")
    expect(line).not_to_have_attribute("data-say", before)
    expect(line).to_have_text("Saved.")


def click(visitor, item, place):
    visitor.options(item).nth(place).click()


def answers(server, visitor):
    with closing(server.store()) as store:
        return {item: response.answer for item, response in visitor.sheet(store).responses.items()}


def go_away(server, visitor):
    """End the server as a power cut would, and see the page say so."""
    server.kill()
    away = visitor.page.locator("#cosmos-away")
    expect(away).to_be_visible()
    expect(away).to_contain_text("What was saved is kept")
    expect(visitor.options(FIRST[0]).first.locator("input")).to_be_disabled()


def come_back(server, visitor):
    server.start()
    expect(visitor.page.locator("#cosmos-away")).to_have_count(0, timeout=30_000)


def test_a_server_killed_under_clicks_loses_nothing_it_acknowledged(full, server):
    acknowledged = {}
    for turn in range(ROUNDS):
        for count, item in enumerate(FIRST):
            place = (turn + count) % 5
            with saved(full):
                click(full, item, place)
            acknowledged[item] = Value(place)
        in_flight = FIRST[turn]
        click(full, in_flight, (turn * 2 + 4) % 5)
        go_away(server, full)
        kept = answers(server, full)
        assert {item: kept[item] for item in FIRST if item != in_flight} == {
            item: value for item, value in acknowledged.items() if item != in_flight
        }
        assert kept[in_flight] in (acknowledged[in_flight], Value((turn * 2 + 4) % 5))

        come_back(server, full)
        with saved(full):
            click(full, FIRST[3], (turn + 1) % 5)
        acknowledged[FIRST[3]] = Value((turn + 1) % 5)
        after = answers(server, full)
        assert after[FIRST[3]] == acknowledged[FIRST[3]], "the first click after the restart counts"
        full.sees_chosen({item: after[item].value for item in FIRST})
        acknowledged[in_flight] = after[in_flight]
        assert after == acknowledged
    assert full.page.evaluate("window.never") == "reloaded", "the page came back by itself"


def test_words_half_written_when_the_server_goes_are_kept_when_it_is_back(full, server):
    full.choose(FIRST[0], NOT_APPLICABLE)
    note = full.question(FIRST[0]).get_by_label("Why does it not apply?")
    note.fill("There was no")
    go_away(server, full)
    come_back(server, full)
    expect(note).to_have_value("There was no")
    note.fill("There was no time")
    with saved(full):
        note.press("Tab")
    assert answers(server, full)[FIRST[0]] == NotApplicable("There was no time")


def test_a_page_that_slept_does_not_undo_what_was_answered_elsewhere(full, server, visitors):
    for place, item in enumerate(FIRST):
        full.choose(item, place)
    other = visitors()
    other.context.add_cookies(full.context.cookies())
    other.goto("answer?part=1")
    full.context.set_offline(True)
    other.choose(FIRST[0], 4)
    other.away_is_fine = True
    go_away(server, full)
    full.context.set_offline(False)
    come_back(server, full)
    with saved(full):
        click(full, FIRST[3], 1)
    assert answers(server, full) == dict(zip(FIRST, map(Value, (4, 1, 2, 1)), strict=True))
    full.sees_chosen(dict(zip(FIRST, (4, 1, 2, 1), strict=True)))


def test_the_first_target_and_mark_after_a_restart_are_kept(full, server):
    full.choose(FIRST[0], 1)
    full.choose(FIRST[1], 2)
    full.step("Profile")
    full.open("dimension-purpose")
    server.kill()
    expect(full.page.locator("#cosmos-away")).to_be_visible()
    come_back(server, full)
    full.keyed("dimension-purpose").get_by_text("3 Established", exact=True).last.click()
    expect(full.page.locator(".cosmos-table td").filter(has_text="3.0")).to_have_count(1)
    with closing(server.store()) as store:
        assert store.targets(full.seat(store).workshop, "project") == {"purpose": 3.0}


# --- the disk ----------------------------------------------------------------------------------------------------


class SmallDisk:
    """A disk of a few hundred kilobytes, of its own."""

    def __init__(self, folder, rights):
        self.folder = folder
        self.rights = rights

    @classmethod
    def mount(cls, folder):
        """Mount one at a folder; None if that is not allowed here."""
        size = f"size=900k,uid={os.getuid()},gid={os.getgid()}"
        for rights in ([], ["sudo", "-n"]):
            command = [*rights, "mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)]
            if shutil.which(command[0]) and not subprocess.run(command, capture_output=True, check=False).returncode:
                return cls(folder, rights)
        return None

    def fill(self, server):
        """Leave no byte."""
        with (self.folder / "ballast").open("wb", buffering=0) as file:
            for size in (4096, 1):
                with suppress(OSError):
                    while True:
                        file.write(b"." * size)

    def free(self, server):
        (self.folder / "ballast").unlink()

    def remove(self):
        subprocess.run([*self.rights, "umount", "--lazy", str(self.folder)], check=True)


class Quota:
    """Where no disk may be mounted, a container say: the server's files may not grow."""

    def __init__(self, folder):
        self.folder = folder

    def fill(self, server):
        log = server.file.with_name(f"{server.file.name}-wal")
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (log.stat().st_size, resource.RLIM_INFINITY))

    def free(self, server):
        both = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, both)

    def remove(self):
        pass


@pytest.fixture(params=["small disk", "quota"])
def disk(request, tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    chosen = Quota(folder) if request.param == "quota" else SmallDisk.mount(folder) or Quota(folder)
    yield chosen
    chosen.remove()


def test_a_full_disk_is_said_keeps_nothing_half_and_is_over_when_there_is_space(disk, tmp_path, visitors):
    server = Server(disk.folder / "data", tmp_path / "log").start()
    try:
        visitor = visitors()
        visitor.address = server.address
        visitor.begin(depth="full")
        visitor.choose(FIRST[0], 1)
        disk.fill(server)
        trouble = visitor.page.get_by_role("alert").filter(has_text="the last change was not kept")
        place = 0
        while not trouble.count():  # the write-ahead log may have room for a few more
            place = (place + 1) % 5
            assert (kept := answers(server, visitor)) is not None
            visitor.choose(FIRST[1], place)
            if not trouble.count():
                assert answers(server, visitor)[FIRST[1]] == Value(place), "what is not complained of is kept"
        expect(trouble).to_be_in_viewport()
        assert visitor.page.locator(".cosmos-said").inner_text() == ""
        assert answers(server, visitor) == kept
        visitor.goto()
        visitor.press("begin")
        expect(trouble).to_be_in_viewport()
        assert answers(server, visitor) == kept, "the way back to the earlier answers is still there"
        visitor.goto("answer?part=1")

        visitor.choose(FIRST[2], 3)
        expect(trouble).to_be_in_viewport()
        disk.free(server)
        visitor.choose(FIRST[1], (place + 1) % 5)
        expect(trouble).to_have_count(0)
        assert answers(server, visitor) == {FIRST[0]: Value(1), FIRST[1]: Value((place + 1) % 5), FIRST[2]: Value(3)}, (
            "what could not be kept before was kept with the next click"
        )
    finally:
        server.stop()


def locked_folder(tmp_path):
    """A folder where this account may write nothing, and the command's beginning that makes it so."""
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    if os.getuid() != 0:
        return locked, []
    for parent in (tmp_path, *tmp_path.parents[:3]):  # pytest's folders are for their owner only
        if parent.owner() == locked.owner():
            parent.chmod(parent.stat().st_mode | 0o055)
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    tried = subprocess.run([*nobody, sys.executable, "-c", "import cosmos_app.cli.main"], cwd=ROOT, check=False)
    return (Path("/proc"), []) if tried.returncode else (locked, nobody)  # where not even root may


def test_a_folder_that_can_t_be_written_is_one_plain_message(tmp_path):
    folder, account = locked_folder(tmp_path)
    command = [*account, sys.executable, "-m", "cosmos_app.cli", "run", "--no-browser"]
    command += ["--port", str(free_port()), "--data", str(folder / "data")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "can't be written" in ended.stderr
    assert "choose another folder" in ended.stderr
