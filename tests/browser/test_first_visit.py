"""What a phone has to load before its first answer, counted as it comes over the wire."""

from browser.roomful import join, open_workshop
from browser.visitor import DESKTOP, PHONE

MOST = 900_000
"""Bytes: some seconds on the shared wireless of a meeting room, for everyone at once."""


def test_a_phone_loads_little_to_join_and_neither_plotly_nor_pandas(visitors, server):
    code = open_workshop(visitors(DESKTOP), server, "First visit")
    phone = visitors(PHONE, first_visit=True)
    wire = phone.context.new_cdp_session(phone.page)
    wire.send("Network.enable")
    loaded, asked = [], []
    wire.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    wire.on("Network.webSocketFrameReceived", lambda event: loaded.append(len(event["response"]["payloadData"])))
    wire.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    join(phone, code)
    print(f"{sum(loaded):,} bytes in {len(asked)} requests")
    assert 100_000 < sum(loaded) <= MOST
    assert not [url for url in asked if "plotly" in url.lower() or "vega" in url.lower()]
