"""Our content is in our own words: no twelve words in a row stand in one of the sources.

The sources themselves are not ours to keep here. ``copied_wording.digests`` holds a digest of every twelve words in a
row of them, five bytes each. To make it anew: ``python tests/content/test_own_words.py SOURCE.txt ...``.
"""

import json
import re
import sys
from hashlib import blake2b
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FILE = HERE / "copied_wording.digests"
IN_A_ROW, BYTES = 12, 5
CONTENT = sorted(path for path in (HERE.parents[1] / "questionnaires").glob("*.json") if "schema" not in path.name)


SENTINEL = "This sentence of ours stands among the sources so that we see the digests still match."
"""Put among the digests: if words were ever counted otherwise, it would not be found any more."""


def twelves(text):
    """Each twelve words in a row of a text, with its digest."""
    words = re.findall(r"[a-z0-9]+", text.casefold().replace("'", "").replace("’", ""))
    for start in range(len(words) - IN_A_ROW + 1):
        row = " ".join(words[start : start + IN_A_ROW])
        yield row, blake2b(row.encode(), digest_size=BYTES).digest()


def kept():
    held = FILE.read_bytes()
    return {held[start : start + BYTES] for start in range(0, len(held), BYTES)}


def texts(body, key=""):
    """Every text in a JSON document but citations, which must be the source's own words."""
    if isinstance(body, dict):
        for name, part in body.items():
            yield from texts(part, name)
    elif isinstance(body, list):
        for part in body:
            yield from texts(part, key)
    elif isinstance(body, str) and key != "citation":
        yield body


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem)
def test_no_twelve_words_in_a_row_are_from_a_source(path):
    sources = kept()
    body = json.loads(path.read_text(encoding="utf-8"))
    assert [row for text in texts(body) for row, digest in twelves(text) if digest in sources] == []


def test_twelve_words_of_a_source_would_be_found_wherever_they_stand():
    source = "Nobody asked the ferryman why the boat was late; he had been waiting for the nurse since dawn."
    digests = {digest for _, digest in twelves(source)}
    ours = "We heard: nobody asked the ferryman why the boat was late he had been told twice."
    assert [row for row, digest in twelves(ours) if digest in digests] == [
        "nobody asked the ferryman why the boat was late he had been"
    ]
    assert not any(digest in digests for _, digest in twelves(ours.replace("ferryman", "boatman")))


def test_the_digests_that_are_kept_are_made_as_ours_are():
    assert {digest for _, digest in twelves(SENTINEL)} <= kept()


def test_the_digests_are_of_texts_as_long_as_the_sources():
    assert len(kept()) > 15_000
    assert FILE.stat().st_size % BYTES == 0


if __name__ == "__main__":
    found = {digest for name in sys.argv[1:] for _, digest in twelves(Path(name).read_text(encoding="utf-8"))}
    found |= {digest for _, digest in twelves(SENTINEL)}
    FILE.write_bytes(b"".join(sorted(found)))
