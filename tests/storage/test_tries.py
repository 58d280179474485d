from datetime import UTC, datetime, timedelta

import pytest

from assistance_desktop.storage import tries
from assistance_desktop.storage.tries import Tries

AT = datetime(2026, 11, 23, 8, 57, tzinfo=UTC)


def test_tries_are_counted_and_forgotten_once_the_notes_are_open(tmp_path):
    assert tries.read(tmp_path) == Tries()
    tries.add(tmp_path, AT)
    tries.add(tmp_path, AT + timedelta(seconds=9))
    assert tries.read(tmp_path) == Tries(2, (AT, AT + timedelta(seconds=9)))
    assert tries.read(tmp_path).last == AT + timedelta(seconds=9)
    tries.forget(tmp_path)
    assert list(tmp_path.iterdir()) == []
    tries.forget(tmp_path)


def test_the_file_is_its_owners_and_holds_moments_only(tmp_path):
    tries.add(tmp_path, AT)
    file = tmp_path / tries.FILE
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_text() == '{"count": 1, "moments": ["2026-11-23T08:57:00+00:00"]}'


def test_the_count_goes_on_when_the_oldest_moments_are_let_go(tmp_path):
    for second in range(tries.KEPT + 3):
        tries.add(tmp_path, AT + timedelta(seconds=second))
    found = tries.read(tmp_path)
    assert (found.count, len(found.moments)) == (tries.KEPT + 3, tries.KEPT)
    assert found.moments[0] == AT + timedelta(seconds=3)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"count": "many", "moments": []}',
        b'{"count": 1, "moments": 7}',
        b'{"count": 1, "moments": ["soon"]}',
        b'{"count": 1, "moments": ["2026-11-23T08:57:00"]}',
        b'{"count": 1e999, "moments": []}',
        b"[" * 60_000,
    ],
)
def test_a_file_that_says_nothing_keeps_nobody_out(tmp_path, content):
    (tmp_path / tries.FILE).write_bytes(content)
    assert tries.read(tmp_path) == Tries()


def test_a_count_out_of_all_reason_ends_somewhere(tmp_path):
    (tmp_path / tries.FILE).write_bytes(b'{"count": 10000000000000, "moments": []}')
    assert tries.read(tmp_path).count == tries.MOST


def test_a_folder_that_cannot_be_written_keeps_nobody_out(tmp_path):
    assert tries.add(tmp_path / "away", AT).count == 1
    assert tries.read(tmp_path / "away") == Tries()
