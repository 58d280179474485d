"""A file on its way into a case: kept, refused, stopped, and locked in the middle."""

import hashlib
import os
import resource

import pytest
from PySide6.QtGui import QColor, QImage

from assistance_desktop.storage import arrivals, attachments
from assistance_desktop.storage.attachments import PIECE
from assistance_desktop.ui import taking
from assistance_desktop.ui.incoming import Wanted
from assistance_desktop.ui.taking import Taking

MARK = b"taken in Aurora's yard"


@pytest.fixture
def photo(tmp_path):
    """A photograph in which the camera wrote where it was taken."""
    path = tmp_path / "Aurora.jpg"
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(QColor("seagreen"))
    image.save(str(path))
    plain = path.read_bytes()
    exif = b"Exif\0\0II*\0\x08\0\0\0\0\0" + MARK
    length = (len(exif) + 2).to_bytes(2, "big")
    path.write_bytes(plain[:2] + b"\xff\xe1" + length + exif + plain[2:])
    assert MARK in path.read_bytes()
    return path


@pytest.fixture
def take(session, owner, qtbot):
    """Takes a file in and waits for how it ends: a Taken, an AppError or "stopped"."""

    def do(path, wanted=None, during=None):
        ends = []
        made = Taking(session, "aurora", path, wanted or Wanted(), owner)
        made.taken.connect(ends.append)
        made.failed.connect(ends.append)
        made.stopped.connect(lambda: ends.append("stopped"))
        if during is not None:
            made.moved.connect(lambda done, whole: during(made, done, whole))
        made.start()
        qtbot.waitUntil(lambda: bool(ends), timeout=120_000)
        return ends[0]

    return do


def large(tmp_path, size, name="recording.mp3"):
    """A file of random bytes."""
    path = tmp_path / name
    with path.open("wb") as content:
        for _at in range(size // PIECE):
            content.write(os.urandom(PIECE))
        content.write(os.urandom(size % PIECE))
    return path


def pieces(session):
    return session.reader.execute("SELECT count(*) FROM attachment_piece").fetchone()[0]


def test_a_photograph_is_kept_without_what_its_camera_wrote(take, session, photo):
    found = take(photo)
    kept = attachments.read(session.reader, found.made.hash)
    assert MARK not in kept
    assert QImage.fromData(kept).size() == QImage(str(photo)).size()
    assert found.original is None
    assert attachments.of_case(session.reader, "aurora") == [found.made]


def test_the_original_is_kept_bit_by_bit_when_it_is_evidence(take, session, photo):
    found = take(photo, Wanted(original=True))
    original = attachments.read(session.reader, found.original.hash)
    assert original == photo.read_bytes()
    assert found.original.hash == hashlib.sha256(photo.read_bytes()).hexdigest()
    assert found.original.name == "original.jpg"
    assert MARK not in attachments.read(session.reader, found.made.hash)
    linked = attachments.find(session.reader, "aurora", found.made.hash)
    assert linked.original == found.original.hash


@pytest.mark.parametrize("size", [0, 5, PIECE, 3 * PIECE + 1])
def test_any_other_file_is_kept_as_it_is(take, session, tmp_path, size):
    path = large(tmp_path, size, "paper.PDF")
    found = take(path)
    assert found.made.name == "file.pdf"
    assert attachments.read(session.reader, found.made.hash) == path.read_bytes()


def test_two_gigabytes_are_refused_at_once_by_their_size(take, session, tmp_path):
    path = tmp_path / "film.mp4"
    with path.open("wb") as content:
        content.truncate(2_000_000_000)
    refusal = take(path)
    assert str(refusal).startswith("This file is larger than 200 MB.")
    assert pieces(session) == 0


def kept_within(take, session, path, room):
    """Keeps a file and says that the program did not grow with it."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = take(path)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert grown < room
    assert found.made.size == path.stat().st_size
    assert attachments.find(session.reader, "aurora", found.made.hash) == found.made


def test_twenty_megabytes_are_kept_in_little_memory(take, session, tmp_path):
    kept_within(take, session, large(tmp_path, 20_000_000), 40_000_000)


@pytest.mark.long
def test_two_hundred_megabytes_are_kept_in_little_memory(take, session, tmp_path):
    kept_within(take, session, large(tmp_path, 200_000_000), 40_000_000)


def test_a_stopped_file_leaves_nothing(take, session, tmp_path):
    path = large(tmp_path, 12 * PIECE)

    def stop(one, done, _whole):
        if done >= 10 * PIECE:
            one.stop()

    assert take(path, during=stop) == "stopped"
    assert pieces(session) == 0
    assert arrivals.under_way(session.reader) == []


def test_typing_goes_between_the_pieces(take, session, owner, tmp_path):
    written = []

    def type_on(_one, done, _whole):
        if done == 2 * PIECE:
            session.write(
                arrivals.under_way,
                owner,
                lambda found: written.append((len(found), pieces(session))),
                written.append,
            )

    take(large(tmp_path, 12 * PIECE), during=type_on)
    assert written[0][0] == 1, "the write had its turn while the file was half there"
    assert written[0][1] < 12


def test_a_file_that_changes_meanwhile_is_refused(take, session, tmp_path):
    path = large(tmp_path, 4 * PIECE)

    def change(_one, done, _whole):
        if done == PIECE:
            with path.open("r+b") as content:
                content.seek(3 * PIECE)
                content.write(b"other")

    refusal = take(path, during=change)
    assert str(refusal).startswith("The file changed while it was being kept.")
    assert pieces(session) == 0


def test_a_file_that_is_gone_is_said_so(take, tmp_path):
    assert "could not be read" in str(take(tmp_path / "gone.pdf"))
    assert "could not be read" in str(take(tmp_path))


def test_a_full_disk_is_said_in_words_and_leaves_nothing(take, session, tmp_path):
    count = session._writing.execute("PRAGMA page_count").fetchone()[0]
    session._writing.execute(f"PRAGMA max_page_count = {count + 800}")
    refusal = take(large(tmp_path, 8 * PIECE))
    assert refusal.problem == "There is no room on the disk for this file."
    assert pieces(session) == 0


def test_locking_in_the_middle_is_quick_and_the_next_opening_takes_the_rest_out(
    session, owner, qtbot, tmp_path
):
    made = Taking(session, "aurora", large(tmp_path, 12 * PIECE), Wanted(), owner)
    halfway = []
    made.moved.connect(lambda done, _whole: halfway.append(done))
    made.start()
    qtbot.waitUntil(lambda: bool(halfway) and halfway[-1] >= 4 * PIECE)
    again = session.vault.connect()
    session.close()
    assert attachments.of_case(again, "aurora") == []
    assert len(arrivals.under_way(again)) == 1
    again.close()


def test_what_was_left_is_taken_out_after_unlocking(session, owner, qtbot):
    made = attachments.name("file.bin", "", b"x" * (3 * PIECE))
    connection = session.vault.connect()
    arrivals.begin(connection, "aurora", made)
    for n in range(3):
        arrivals.keep_piece(connection, made.hash, n, b"x" * PIECE)
    connection.close()
    taking.sweep(session)
    qtbot.waitUntil(lambda: pieces(session) == 0)
    assert arrivals.under_way(session.reader) == []


@pytest.mark.parametrize("kind", ["image", "any"])
def test_a_torn_photograph_breaks_nothing(take, session, photo, kind):
    photo.write_bytes(photo.read_bytes()[:200])
    found = take(photo, Wanted(kind))
    if kind == "image":
        assert "no picture" in str(found)
        assert pieces(session) == 0
    else:
        assert found.made.name == "file.jpg"
