import hashlib
import secrets

import pytest

from assistance_desktop.storage import attachments, editing
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction

LETTER = b"%PDF-1.7 a letter"


def kept(connection, data, name="file.pdf", case_id="c1"):
    with transaction(connection):
        return attachments.keep(connection, case_id, name, "application/pdf", data)


def test_a_file_comes_back_as_it_was_kept(connection):
    made = kept(connection, LETTER)
    assert attachments.read(connection, made.hash) == LETTER
    assert attachments.of_case(connection, "c1") == [made]
    assert attachments.of_case(connection, "c2") == []


def test_a_value_names_what_it_holds_and_not_what_it_was_called(connection):
    made = kept(connection, LETTER)
    assert made.value == f"file-{hashlib.sha256(LETTER).hexdigest()}.pdf"
    assert attachments.hash_in(made.value) == made.hash
    with pytest.raises(ValueError, match="Aurora"):
        kept(connection, LETTER, name="Aurora passport.pdf")


@pytest.mark.parametrize("value", [None, "", "picture.jpg", 3, ["a"], f"../{'0' * 64}"])
def test_what_names_no_attachment_is_none(value):
    assert attachments.hash_in(value) == ""


def test_pieces_are_as_bundles_carry_them(connection):
    data = secrets.token_bytes(2 * attachments.PIECE + 1)
    made = kept(connection, data)
    rows = connection.execute("SELECT n, length(content) FROM attachment_piece ORDER BY n")
    assert [tuple(row) for row in rows] == [
        (0, attachments.PIECE),
        (1, attachments.PIECE),
        (2, 1),
    ]
    assert attachments.read(connection, made.hash) == data


def test_what_did_not_come_whole_is_not_read(connection):
    made = kept(connection, secrets.token_bytes(attachments.PIECE + 1))
    connection.execute("DELETE FROM attachment_piece WHERE n = 1")
    assert attachments.read(connection, made.hash) is None
    assert attachments.read(connection, "0" * 64) is None


def test_the_same_file_twice_is_one(connection):
    assert kept(connection, LETTER) == kept(connection, LETTER)
    kept(connection, LETTER, case_id="c2")
    assert connection.execute("SELECT count(*) FROM attachment_piece").fetchone()[0] == 1


def test_an_empty_file_is_a_file(connection):
    assert attachments.read(connection, kept(connection, b"").hash) == b""


def test_a_file_beyond_200_mb_is_refused_by_its_size_with_a_sentence(connection):
    digest = "0" * 64
    with pytest.raises(attachments.AttachmentTooLargeError, match="larger than 200 MB"):
        attachments.name_by_hash("file.pdf", "", digest, attachments.LARGEST + 1)
    assert attachments.name_by_hash("file.pdf", "", digest, attachments.LARGEST).hash == digest
    assert attachments.of_case(connection, "c1") == []


def test_nothing_of_a_file_lies_readable_on_the_disk(connection, tmp_path):
    marker = secrets.token_hex(32).encode()
    kept(connection, marker)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not any(marker in path.read_bytes() for path in files)


def test_what_was_drawn_over_goes_unless_an_answer_names_it(connection, pen):
    first, second = kept(connection, b"one stroke"), kept(connection, b"two strokes")
    with transaction(connection):
        edit = Edit("intake", "/intake/signed", second.value)
        editing.write(connection, "c1", [edit], pen)
        attachments.keep(
            connection, "c1", "file.pdf", "", b"three", instead_of=(first.hash, second.hash)
        )
    assert attachments.read(connection, first.hash) is None
    assert attachments.read(connection, second.hash) == b"two strokes"


def test_a_working_copy_names_the_original_that_is_kept_beside_it(connection):
    original, copy = kept(connection, b"as it was taken"), kept(connection, b"drawn anew")
    with transaction(connection):
        attachments.link_original(connection, "c1", copy, original.hash)
    assert attachments.find(connection, "c1", copy.hash).original == original.hash
    assert attachments.find(connection, "c1", original.hash).original == ""
    assert attachments.find(connection, "c2", copy.hash) is None
