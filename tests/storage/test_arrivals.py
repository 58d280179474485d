"""Large files, piece by piece: seen when whole, and gone without a trace when not."""

import secrets

import pytest

from assistance_desktop.storage import arrivals, attachments, editing, vault
from assistance_desktop.storage.attachments import PIECE
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction


def expected(data):
    return attachments.name("recording.mp3", "audio/*", data)


def begin(connection, made, case_id="c1"):
    with transaction(connection):
        return arrivals.begin(connection, case_id, made)


def bring(connection, data, pieces=None):
    made = expected(data)
    assert begin(connection, made)
    for n in range(-(-len(data) // PIECE)) if pieces is None else pieces:
        with transaction(connection):
            piece = data[n * PIECE : (n + 1) * PIECE]
            arrivals.keep_piece(connection, made.hash, n, piece)
    return made


def abandon(connection, made, case_id="c1"):
    """Takes out everything; in how many goes."""
    goes = 1
    while True:
        with transaction(connection):
            if arrivals.abandon(connection, case_id, made.hash):
                return goes
        goes += 1


def pieces(connection):
    return connection.execute("SELECT count(*) FROM attachment_piece").fetchone()[0]


DATA = secrets.token_bytes(3 * PIECE + 5)


def test_a_file_is_seen_when_its_last_piece_is_there_and_not_before(connection):
    made = bring(connection, DATA)
    assert attachments.of_case(connection, "c1") == []
    assert arrivals.under_way(connection) == [("c1", made.hash)]
    with transaction(connection):
        arrivals.finish(connection, "c1", made)
    assert attachments.of_case(connection, "c1") == [made]
    assert attachments.read(connection, made.hash) == DATA
    assert arrivals.under_way(connection) == []


@pytest.mark.parametrize("came", [(), (0, 1), (0, 1, 3)])
def test_what_did_not_come_whole_is_refused_and_never_seen(connection, came):
    made = bring(connection, DATA, came)
    with pytest.raises(arrivals.FileChangedError), transaction(connection):
        arrivals.finish(connection, "c1", made)
    assert attachments.of_case(connection, "c1") == []


def test_a_stopped_file_leaves_nothing_behind(connection):
    data = secrets.token_bytes(17 * PIECE)
    made = bring(connection, data)
    assert abandon(connection, made) == 3, "eight pieces in one go"
    assert pieces(connection) == 0
    assert arrivals.under_way(connection) == []
    assert begin(connection, made), "it can be begun anew"


def test_a_kept_file_is_not_taken_out_by_a_stop(connection):
    made = bring(connection, DATA)
    with transaction(connection):
        arrivals.finish(connection, "c1", made)
    assert abandon(connection, made) == 1
    assert attachments.read(connection, made.hash) == DATA


def test_a_file_that_is_here_already_is_not_read_again(connection):
    made = bring(connection, DATA)
    with transaction(connection):
        arrivals.finish(connection, "c1", made)
    assert not begin(connection, made)
    assert not begin(connection, made, "c2"), "another case shares the pieces"
    assert attachments.of_case(connection, "c2") == [made]


def test_stopping_takes_no_piece_of_a_file_that_another_case_has(connection):
    made = bring(connection, DATA)
    with transaction(connection):
        arrivals.finish(connection, "c1", made)
    connection.execute(
        "INSERT INTO attachment (case_id, hash, name, media_type, size, state)"
        " VALUES ('c2', ?, 'file', '', 1, 'arriving')",
        (made.hash,),
    )
    assert abandon(connection, made, "c2") == 1
    assert attachments.read(connection, made.hash) == DATA


def test_a_full_disk_in_the_middle_changes_nothing(connection, pen):
    with transaction(connection):
        editing.write(connection, "c1", [Edit("case", "pseudonym", "Aurora")], pen)
    before = connection.execute("PRAGMA page_count").fetchone()[0]
    size = int(connection.execute("PRAGMA cipher_page_size").fetchone()[0])
    connection.execute(f"PRAGMA max_page_count = {before + 3 * PIECE // 2 // size}")
    with pytest.raises(vault.StorageFullError):
        bring(connection, DATA)
    made = expected(DATA)
    assert attachments.of_case(connection, "c1") == []
    abandon(connection, made)
    assert pieces(connection) == 0


def test_what_a_killed_program_left_is_known_when_the_notes_are_opened_again(open_vault):
    first = open_vault.connect()
    made = bring(first, DATA, (0, 1))
    first.close()  # no stop, no finish: the program is gone
    again = open_vault.connect()
    assert arrivals.under_way(again) == [("c1", made.hash)]
    assert attachments.of_case(again, "c1") == []
    abandon(again, made)
    assert pieces(again) == 0
    again.close()
