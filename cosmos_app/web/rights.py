"""Who may be at the desk and who may compare sites: the links that let browsers in, and the right of a browser.

A right is asked for at the moment of every deed, from the store, so that whoever was sent away can do nothing more: not
with a page that is still open, not by an address they have noted.

Public: ``LINKS``, ``is_desk``, ``is_lead``, ``room_turned_by``, ``seat_token``.
"""

import secrets
from collections.abc import Mapping

from cosmos_app.settings import seat_cookie
from cosmos_app.storage.access_tokens import Access
from cosmos_app.storage.current import store
from cosmos_app.web.devices import DEVICES
from cosmos_app.workshop.participation import new_token

LINK_PATHS: dict[Access, str] = {"desk": "/facilitate", "lead": "/exchange"}
"""What the address of a link begins with."""


class SecretLink:
    """A link with a secret at its end: whoever follows it is let in, until it is renewed.

    Attributes:
        access: What it gives access to.
        key: The secret; "" before the server has started, when there is no link.
    """

    def __init__(self, access: Access) -> None:
        self.access = access
        self.key = ""

    def open(self, key: str) -> None:
        """Begin with a key."""
        store().open_link(self.access, key)
        self.key = key

    def admit(self, key: str, token: str) -> bool:
        """Let the browser with this token in, if the key it came with is this link's; whether it was."""
        now = self.key
        if not now or not secrets.compare_digest(key.encode(), now.encode()):
            return False
        return store().admit(self.access, now, token)

    def keep_only(self, token: str) -> None:
        """Send every other browser away from the desk, and renew its link.

        Raises:
            NotAllowedError: If this browser was sent away itself.
            StoreError: If it could not be kept; then nothing has changed.
        """
        fresh = new_token()
        store().keep_only_desk(token, fresh)
        self.key = fresh
        DEVICES.send_away(but=token)

    def send_away(self) -> None:
        """Send everybody away who compares sites, and renew their link.

        Raises:
            StoreError: If it could not be kept; then nothing has changed.
        """
        fresh = new_token()
        store().drop_leads(fresh)
        self.key = fresh

    def address(self, origin: str) -> str:
        """The whole link, at the origin where people reach this server."""
        return f"{origin}{LINK_PATHS[self.access]}/{self.key}"


LINKS: dict[Access, SecretLink] = {"desk": SecretLink("desk"), "lead": SecretLink("lead")}
"""The links of this process."""


SHORTEST_TOKEN = 40
"""Letters of a cookie of ours; a shorter one was set by hand, to guess codes without being throttled."""


def seat_token(cookies: Mapping[str, str]) -> str:
    """The token of the seat that a browser's cookies lead to; "" without one."""
    held = cookies.get(seat_cookie()) or ""
    return held if len(held) >= SHORTEST_TOKEN else ""


def is_desk(token: str | None, address: str) -> bool:
    """Whether the browser with this token, at this address, may be at the desk now."""
    return bool(token) and DEVICES.may_be_desk(str(token), address) and store().is_desk(str(token))


def room_turned_by(token: str | None) -> str:
    """Id of the room that the browser with this token is a remote control of now; "" for none."""
    room = DEVICES.room_of(token or "")
    return room if room and store().is_open_link("desk", LINKS["desk"].key) else ""


def is_lead(token: str | None) -> bool:
    """Whether the browser with this token came in by the link for comparing sites, and was not sent away."""
    return bool(token) and store().is_lead(str(token))
