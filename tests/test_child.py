"""Files from strangers in a process of their own: hostile ones end there, and nothing else does."""

import json
import os
import struct
import sys
import time
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from assistance_desktop import child, i18n, paths
from assistance_desktop.child import ChildError, ChildStoppedError, run, unwrap, wrap

MEMORY = 900_000_000


def look(data, longest=400, memory=MEMORY, **more):
    """The picture job of the real program."""
    return unwrap(
        run("picture", wrap({"longest": longest}, data), seconds=20, memory=memory, **more)
    )


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height):
    """A small file that claims to be a large grey picture, and is one when it is unpacked."""
    squeezed = zlib.compressobj(9)
    rows = b"".join(squeezed.compress(bytes(1 + width)) for _row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", rows + squeezed.flush()), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.fixture
def photo(tmp_path):
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 200, 30))
    image.save(str(tmp_path / "photo.jpg"))
    return (tmp_path / "photo.jpg").read_bytes()


def test_a_picture_comes_back_as_bare_pixels_within_its_bound(photo):
    told, pixels = look(photo)
    assert (told["width"], told["height"]) == (400, 300)
    assert len(pixels) == 400 * 300 * 4
    red, green, blue, alpha = pixels[:4]
    assert green > 190
    assert max(red, blue) < 40
    assert alpha == 255


@pytest.mark.parametrize("data", [b"", b"no picture", b"<svg/>", b"\x89PNG\r\n\x1a\n", bytes(64)])
def test_what_is_no_picture_is_told_so(data):
    assert look(data)[0]["width"] == 0


def test_a_torn_picture_ends_in_pixels_or_none_and_never_in_a_crash(photo):
    for length in (3, 20, 200, len(photo) // 2, len(photo) - 1):
        told, pixels = look(photo[:length])
        assert len(pixels) == told["width"] * told["height"] * 4


def test_a_hundred_megabytes_of_nothing_are_no_picture():
    assert look(bytes(100_000_000))[0]["width"] == 0


def test_a_bomb_is_refused_by_what_it_claims():
    bomb = png(30_000, 100).replace(
        struct.pack(">II", 30_000, 100), struct.pack(">II", 30_000, 30_000)
    )
    head = bomb[12:29]
    bomb = bomb[:29] + struct.pack(">I", zlib.crc32(head)) + bomb[33:]
    with pytest.raises(ChildError, match="more than 100 million pixels"):
        look(bomb)


def test_whoever_takes_too_much_memory_is_ended(photo):
    assert look(png(6000, 6000), longest=0, memory=MEMORY)[0]["width"] == 6000
    with pytest.raises(ChildError, match="could not be read"):
        look(png(6000, 6000), longest=0, memory=60_000_000)


def intake():
    """A questionnaire that takes longer than a blink."""
    source = (paths.resources() / "packs" / "finland" / "intake.md").read_bytes()
    return wrap({"name": "intake.md", "lists": []}, source)


def test_whoever_takes_too_long_is_killed_at_the_time():
    begun = time.monotonic()
    with pytest.raises(ChildError, match="takes too long"):
        run("workbook", intake(), seconds=0.15, memory=MEMORY)
    assert time.monotonic() - begun < 2


def test_who_waits_no_more_ends_the_child_at_once():
    asked = []
    begun = time.monotonic()
    with pytest.raises(ChildStoppedError):
        run(
            "workbook",
            intake(),
            seconds=60,
            memory=MEMORY,
            stop=lambda: asked.append(1) or len(asked) > 1,
        )
    assert time.monotonic() - begun < 2


def children():
    """The processes that this one has started and that are still there."""
    mine = Path(f"/proc/self/task/{os.getpid()}/children")
    return mine.read_text("ascii").split()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_no_process_and_no_pipe_is_left_behind(photo):
    before, open_before = children(), len(list(Path("/proc/self/fd").iterdir()))
    look(photo)
    for seconds in (0.01, 0.1):
        with pytest.raises(ChildError):
            run("workbook", intake(), seconds=seconds, memory=MEMORY)
    assert children() == before
    assert len(list(Path("/proc/self/fd").iterdir())) == open_before


def test_a_job_that_nobody_knows_is_an_error_and_no_crash():
    with pytest.raises(ChildError, match="could not be read"):
        run("nothing", b"", seconds=10, memory=MEMORY)


def test_a_refusal_speaks_the_language_of_the_screens():
    i18n.use_language("fi")
    with pytest.raises(ChildError) as refused:
        run("strip", wrap({"longest": 0, "needed": True}, b"no"), seconds=10, memory=MEMORY)
    assert refused.value.problem == i18n._("This file is no picture that can be read here.")


@pytest.mark.parametrize(
    "parcel", [b"", b"no line", b"[1]\n", b"{\n", b"\xff\n", b"[" * 9999 + b"\n"]
)
def test_what_a_child_sends_is_not_believed(parcel):
    with pytest.raises(ChildError):
        unwrap(parcel)


def test_the_sentence_of_a_child_is_words_and_cut_short():
    said = json.dumps(["x" * 9000, ["y"]]).encode()
    refusal = child._refusal(said)
    assert len(refusal.problem) == 2000
    assert "could not be read" in str(child._refusal(b"[1, 2, 3]"))


def test_a_telephones_photo_that_cannot_be_read_is_named():
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)
    with pytest.raises(ChildError, match="HEIC"):
        run("strip", wrap({"longest": 0, "needed": True}, heic), seconds=10, memory=MEMORY)
    told, nothing = unwrap(
        run("strip", wrap({"longest": 0, "needed": False}, heic), seconds=10, memory=MEMORY)
    )
    assert told["ending"] == ""
    assert not nothing


def test_a_damaged_paper_and_a_damaged_recording_are_refused_in_words():
    for data in (b"%PDF-1.7 torn", b"", bytes(1000)):
        with pytest.raises(ChildError, match="it is damaged"):
            run("pdf", wrap({"page": 0, "longest": 400}, data), seconds=10, memory=MEMORY)
        with pytest.raises(ChildError, match="cannot be played"):
            run("sound", wrap({}, data), seconds=10, memory=MEMORY)
