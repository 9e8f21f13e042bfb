from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from cosmos_app.design import fonts as ours
from cosmos_app.design.fonts import LETTERS, REDUCED, Fonts, icons, keep
from cosmos_app.design.streamlit_internals import FILES, folder

FOLDER = folder()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    fonts = Fonts(FOLDER, tmp_path_factory.mktemp("fonts"))
    fonts.prepare().join()
    return fonts


def fonts_in(made):
    for name in REDUCED:
        [file] = FOLDER.glob(FILES[name].text)
        yield name, file, made.small(file.name)


def test_what_a_phone_loads_of_fonts_is_a_fraction_of_what_they_are(made):
    before, after = zip(*((file.stat().st_size, len(small)) for _, file, small in fonts_in(made)), strict=True)
    assert sum(after) < sum(before) / 5


def test_every_letter_of_the_languages_of_europe_stays(made, tmp_path):
    for name, file, small in fonts_in(made):
        if name == "sans":
            path = tmp_path / file.name
            path.write_bytes(small)
            kept, had = (set(TTFont(font).getBestCmap()) for font in (path, file))
            assert kept >= had & set(LETTERS)
            assert {ord(letter) for letter in "äßñçłőșžğøåæœćĐΩжїю€“”–…"} <= kept


def test_every_icon_that_is_named_stays(made, tmp_path):
    assert {"arrow_forward", "lock", "keyboard_arrow_down"} <= icons(FOLDER)
    for name, file, small in fonts_in(made):
        if name == "icons":
            path = tmp_path / file.name
            path.write_bytes(small)
            font = TTFont(path)
            letters = {glyph: chr(min(codes)).lower() for glyph, codes in font["cmap"].buildReversed().items()}
            tables = [getattr(one, "ExtSubTable", one) for one in font["GSUB"].table.LookupList.Lookup[0].SubTable]
            named = {
                "".join(letters[part] for part in (first, *one.Component))
                for table in tables
                for first, every in table.ligatures.items()
                for one in every
            }
            assert (
                {"arrow_forward", "lock", "keyboard_arrow_down", "check", "groups", "qr_code"} <= named <= icons(FOLDER)
            )


def test_what_was_made_once_is_read_from_the_cache(made, monkeypatch):
    monkeypatch.setattr(ours, "_reduced", lambda *_: pytest.fail("made again"))
    again = Fonts(FOLDER, made.cache)
    again.prepare().join()
    assert [again.small(file.name) for _, file, _ in fonts_in(made)] == [small for *_, small in fonts_in(made)]


def test_where_it_fails_browsers_get_the_font_as_it_is(tmp_path):
    broken = tmp_path / FILES["sans"].text.replace("*", "ttf.x")
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"no font")
    fonts = Fonts(tmp_path, tmp_path / "cache")
    fonts.prepare().join()
    assert fonts.small(broken.name) is None


def test_two_programs_that_make_a_font_at_once_do_not_write_over_each_other(tmp_path, monkeypatch):
    file, at_once = tmp_path / "faces" / "sans.ttf", []

    def interrupted(part, body):
        at_once.append(part)
        with part.open("wb") as stream:
            stream.write(body[:2])
            stream.flush()
            if len(at_once) == 1:
                monkeypatch.setattr("os.getpid", lambda: 2)
                keep(file, b"second")
                assert file.read_bytes() == b"second"
            stream.write(body[2:])

    monkeypatch.setattr("os.getpid", lambda: 1)
    monkeypatch.setattr(Path, "write_bytes", interrupted)
    keep(file, b"first one")
    assert file.read_bytes() == b"first one"
    assert len(set(at_once)) == 2
    assert list(file.parent.iterdir()) == [file]


def test_a_font_that_cannot_be_kept_leaves_nothing_half_written(tmp_path, monkeypatch):
    def full(part, body):
        with part.open("wb") as stream:
            stream.write(body[:2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        keep(tmp_path / "sans.ttf", b"a font")
    assert list(tmp_path.iterdir()) == []
