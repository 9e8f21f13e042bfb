"""Other devices than the laptop that CoSMoS runs on, where its network is open to them (``cosmos run --lan``).

There everything travels unencrypted, so the desk stays on the laptop itself. By a code that is shown at the laptop and
works once, it admits a second desk, or a phone as a remote control of one room. All this is kept in memory alone: a
device that was admitted is admitted until CoSMoS is stopped, or until the desk sends all others away.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from threading import Lock
from time import monotonic
from typing import Literal

from cosmos_app.storage.codes import clean_code, new_code
from cosmos_app.storage.seats import token_hash
from cosmos_app.workshop.throttle import LOCAL_ADDRESS

Part = Literal["desk", "remote"]

CODE_LETTERS = 6
CODE_SECONDS = 300
"""How long a code can be used: as long as it takes to carry a phone to it."""

MOST_WRONG = 10
"""Wrong codes after which the right one ends too."""

REACHED_SECONDS = 600
"""How long it counts that another device has reached this one; networks change while people look for chairs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A code by which another device is admitted, once.

    Attributes:
        code: As it is shown.
        part: What the device may be.
        workshop: Id of the room that a remote control is for; "" for a desk.
        until: When it ends, on the clock of ``Devices``.
    """

    code: str
    part: Part
    workshop: str
    until: float


def is_here(address: str) -> bool:
    """Whether an address is that of the machine CoSMoS runs on, reached without any network.

    >>> is_here("127.0.0.1"), is_here("::1"), is_here("192.168.1.7"), is_here("")
    (True, True, False, False)
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return address == LOCAL_ADDRESS
    mapped = getattr(parsed, "ipv4_mapped", None)
    return parsed.is_loopback or (mapped is not None and mapped.is_loopback)


class Devices:
    """What this process knows of other devices; shared by its threads.

    Attributes:
        on_network: Whether other machines of an unencrypted network can connect.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.on_network = False
        self._clock = clock
        self._lock = Lock()
        self._invitation: Invitation | None = None
        self._wrong = 0
        self._desks: set[str] = set()
        self._remotes: dict[str, str] = {}
        self._reached: float | None = None

    def may_be_desk(self, token: str, address: str) -> bool:
        """Whether a browser may be at the desk as far as the network goes: here, or admitted by a code."""
        return not self.on_network or is_here(address) or token_hash(token) in self._desks

    def room_of(self, token: str) -> str:
        """Id of the room that the browser with this token turns the pages of; "" for none."""
        return self._remotes.get(token_hash(token), "") if token else ""

    def invite(self, part: Part, workshop: str = "") -> Invitation:
        """Make a code; it takes the place of the last one."""
        with self._lock:
            self._wrong = 0
            self._invitation = Invitation(
                code=new_code(CODE_LETTERS), part=part, workshop=workshop, until=self._clock() + CODE_SECONDS
            )
            return self._invitation

    def redeem(self, typed: str) -> Invitation | None:
        """Use up a code; None if it is not the present one."""
        with self._lock:
            held = self._invitation
            if held is None or self._clock() > held.until:
                return None
            if not secrets.compare_digest(clean_code(typed), held.code):
                self._wrong += 1
                if self._wrong >= MOST_WRONG:
                    self._invitation = None
                return None
            self._invitation = None
            return held

    def is_waiting(self, code: str) -> bool:
        """Whether a code was neither used nor has ended."""
        held = self._invitation
        return held is not None and held.code == code and self._clock() <= held.until

    def admit(self, invitation: Invitation, token: str) -> None:
        """Let the browser with this token be what it was invited to be."""
        with self._lock:
            if invitation.part == "desk":
                self._desks.add(token_hash(token))
            else:
                self._remotes[token_hash(token)] = invitation.workshop

    def send_away(self, but: str = "") -> None:
        """Forget every device that was admitted, and the code, but for the browser with the token *but*."""
        with self._lock:
            self._invitation = None
            self._desks &= {token_hash(but)}
            self._remotes.clear()

    def note_reached(self, address: str) -> None:
        """Note that a page was asked for; from another device, it shows that others can reach this one."""
        if not is_here(address):
            self._reached = self._clock()

    @property
    def was_reached(self) -> bool:
        """Whether another device has asked for a page a short time ago."""
        return self._reached is not None and self._clock() - self._reached < REACHED_SECONDS


DEVICES = Devices()
"""Of this process."""
