"""The fuzzing command finds faults that are planted, and nothing in a few inputs of every kind."""

import re
import subprocess
import sys

from support.checkout import ROOT

RUN = (sys.executable, str(ROOT / "tests" / "fuzz" / "run.py"))
PLANTED = {"traceback", "time", "memory", "exit-3", "silent", "warning"}


def run(*arguments):
    return subprocess.run([*RUN, *arguments], capture_output=True, text=True, check=False)


def test_faults_that_are_planted_are_found_and_kept_with_their_command(tmp_path):
    done = run(
        "--kinds",
        "planted",
        "--seed=1",
        f"--inputs={len(PLANTED)}",
        "--limit-seconds=1",
        "--limit-megabytes=700",
        f"--keep={tmp_path}",
    )
    assert done.returncode == 1, done.stderr
    kept = {folder.name: folder for folder in tmp_path.iterdir()}
    assert kept.keys() == {f"planted-{fault}-1-0-{fault}" for fault in PLANTED}
    for folder in kept.values():
        assert "--seed 1 --first 0 --inputs 1" in (folder / "command.txt").read_text()
    assert "ValueError" in (kept["planted-traceback-1-0-traceback"] / "stderr.txt").read_text()


def test_a_hundred_inputs_are_clean(tmp_path):
    done = run("--seed=2026", "--inputs=96", f"--keep={tmp_path}")
    assert done.returncode == 0, done.stdout + done.stderr
    tried = [int(number) for number in re.findall(r"(\d+) inputs", done.stdout)]
    assert sum(tried) == 96
    assert min(tried) >= 6
    assert not list(tmp_path.iterdir())
