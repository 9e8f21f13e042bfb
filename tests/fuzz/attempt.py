"""Tries one input in a process forked for it, within limits, and judges how it ended."""

import os
import re
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

BROKE = 86
"""Exit code of a process whose work ended in an exception; no command of ours gives it."""

GUARD = 4
"""How many times the limit of resident memory may be asked for at once, before the next look at what is used."""

PATIENCE = 4

PAUSE = 0.01
"""Seconds between two looks at a process that is at work."""

OUT, ERRORS = "stdout.txt", "stderr.txt"
_WARNING = re.compile(r"^\S+\.py:\d+: \w*Warning: ", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one input may take.

    Attributes:
        seconds: Of the processor; on the clock, where others may be at work, ``PATIENCE`` times as many.
        resident: Bytes of memory, that of the program itself included.
    """

    seconds: float = 20
    resident: int = 1_500_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How an input ended.

    Attributes:
        verdict: "" if all is well, else "traceback", "time", "memory", "warning", "silent", "exit-N" or "signal-N".
        code: The exit code; None if the process was killed.
        seconds: Of the processor, the making of the input included.
        resident: Most bytes of memory at any time.
        told: What was written to stderr.
    """

    verdict: str
    code: int | None
    seconds: float
    resident: int
    told: str

    @property
    def signature(self) -> str:
        """By which findings are taken for the same: where in our code the traceback ends, else the verdict."""
        if self.verdict == "warning":
            return next(line for line in self.told.splitlines() if _WARNING.match(line))
        if self.verdict != "traceback":
            return self.verdict
        lines = self.told.rstrip().splitlines()
        ours = [line.strip() for line in lines if re.search(r'File ".*/(cosmos_app|models)/', line)]
        return f"{lines[-1].split(':')[0]} at {(ours or lines)[-1].strip()}"


def attempt(work: Callable[[], int], folder: Path, contract: Collection[int], limits: Limits) -> Outcome:
    """Do some work in a process of its own, in a folder of its own; gives how it ended.

    Args:
        work: Makes the input in the present folder, and gives the exit code.
        folder: Where to work; what was printed is left there too.
        contract: The exit codes that are allowed.
        limits: How much it may take.
    """
    begun = time.monotonic()
    process = os.fork()
    if not process:
        _work(work, folder, limits)
    over, resident = "", 0
    while True:
        ended, status, usage = os.wait4(process, os.WNOHANG)
        if ended:
            break
        resident = max(resident, _resident(process))
        if _processor(process) > limits.seconds or time.monotonic() - begun > PATIENCE * limits.seconds:
            over = over or "time"
        if not over and resident > limits.resident:
            over = "memory"
        if over:
            _end(process)
        time.sleep(PAUSE)
    seconds = usage.ru_utime + usage.ru_stime
    _end(process)  # what it has started and left behind
    resident = max(resident, usage.ru_maxrss * 1024)
    code = os.waitstatus_to_exitcode(status)
    told = (folder / ERRORS).read_text(encoding="utf-8", errors="backslashreplace")
    silent = code == 1 and not told.strip() and not (folder / OUT).stat().st_size
    verdict = over or ("memory" if resident > limits.resident else _verdict(code, told, contract))
    return Outcome(
        verdict=verdict or ("silent" if silent else ""),
        code=code if code >= 0 else None,
        seconds=seconds,
        resident=resident,
        told=told,
    )


def _verdict(code: int, told: str, contract: Collection[int]) -> str:
    if code < 0:
        return f"signal-{-code}"
    if code == BROKE or "Traceback (most recent call last)" in told:
        return "traceback"
    if code not in contract:
        return f"exit-{code}"
    return "warning" if _WARNING.search(told) else ""


def _work(work: Callable[[], int], folder: Path, limits: Limits) -> None:
    """Do the work and end this process."""
    code = BROKE
    try:
        os.setsid()
        os.chdir(folder)
        for number, name, how in ((0, os.devnull, os.O_RDONLY), (1, OUT, os.O_WRONLY), (2, ERRORS, os.O_WRONLY)):
            os.dup2(os.open(name, how | os.O_CREAT, 0o600), number)
        sys.stdout = Path("/dev/fd/1").open("w", encoding="utf-8")  # noqa: SIM115  (the process ends before it)
        sys.stderr = Path("/dev/fd/2").open("w", encoding="utf-8", errors="backslashreplace", buffering=1)  # noqa: SIM115
        most, processor = GUARD * limits.resident, int(2 * limits.seconds) + 1
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (processor, processor))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        code = work()
        sys.stdout.flush()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:  # noqa: BLE001  (whatever it is, it is what we look for)
        traceback.print_exc()
        code = BROKE
    finally:
        os._exit(code)


def _resident(process: int) -> int:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * resource.getpagesize()


def _processor(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _end(process: int) -> None:
    try:
        os.killpg(process, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
