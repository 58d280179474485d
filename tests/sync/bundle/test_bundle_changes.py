import gzip
import io
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.sync import plain_json
from assistance_desktop.sync.bundle.changes import (
    LARGEST,
    LARGEST_CHANGE,
    compress,
    decompress,
    in_parts,
)
from assistance_desktop.sync.bundle.refusals import BundleDamagedError, BundleTooLargeError


def packed(*lines):
    return gzip.compress(b"".join(line + b"\n" for line in lines), mtime=0)


def refused(data):
    with pytest.raises(BundleDamagedError):
        list(decompress(data))
    return True


def test_changes_are_read_as_they_were_written(some_changes):
    assert list(decompress(compress(some_changes))) == some_changes
    assert list(decompress(compress([]))) == []
    assert compress(some_changes) == compress(some_changes)


def test_anybody_can_read_them(some_changes):
    lines = gzip.decompress(compress(some_changes)).splitlines()
    assert [plain_json.decode(line) for line in lines] == some_changes


@pytest.mark.parametrize(
    "other",
    [
        {"id": ""},
        {"id": 3},
        {"case": None},
        {"record": "x" * 513},
        {"field": []},
        {"author": {}},
        {"device": True},
        {"replaces": "abc"},
        {"replaces": [""]},
        {"replaces": [1]},
        {"replaces": ["x"] * 1025},
        {"at": "yesterday"},
        {"at": "2026-11-23T09:02:00"},
        {"at": "2026-11-23T09:02:00+02:00"},
        {"at": "2026-13-23T09:02:00+00:00"},
        {"at": 5},
        {"value": {"unanswered": "perhaps"}},
        {"value": {"unanswered": []}},
        {"more": 1},
    ],
)
def test_a_change_of_another_shape_is_neither_written_nor_read(some_changes, other):
    change = some_changes[0] | other
    assert refused(packed(plain_json.encode(change)))
    with pytest.raises(ValueError, match=r"\S"):
        compress([change])


def test_a_change_that_lacks_a_key_is_refused(some_changes):
    for key in some_changes[0]:
        change = {name: value for name, value in some_changes[0].items() if name != key}
        assert refused(packed(plain_json.encode(change)))


def test_a_change_of_a_newer_writer_may_say_more(some_changes):
    change = some_changes[0] | {"more": 1}
    assert list(decompress(packed(plain_json.encode(change)), newer=True)) == [change]
    with pytest.raises(BundleDamagedError):
        list(decompress(packed(plain_json.encode({"more": 1})), newer=True))


def test_another_spelling_of_a_change_is_refused(some_changes):
    line = plain_json.encode(some_changes[0])
    assert refused(packed(line.replace(b":", b": ", 1)))
    assert refused(packed(line, b""))
    assert refused(packed(line + b"\r"))
    assert refused(gzip.compress(line, mtime=0))
    assert refused(packed(b"[" * 100_000))


def test_a_stream_that_ends_early_or_late_is_refused(some_changes):
    data = compress(some_changes)
    assert refused(data + b"\0")
    assert refused(data + data)
    for end in range(len(data)):
        assert refused(data[:end])


@given(st.binary(max_size=100))
def test_any_bytes_for_changes_are_refused(data):
    assert refused(data)
    assert refused(packed(data))


def test_a_bomb_is_given_up_before_it_fills_the_memory():
    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb", mtime=0) as stream:
        for _ in range(300):
            stream.write(bytes(1024 * 1024))
    tracemalloc.start()
    assert refused(bomb.getvalue())
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * 1024 * 1024


def test_a_bomb_of_whole_lines_is_given_up_too(some_changes):
    line = plain_json.encode(some_changes[0])
    assert refused(packed(*[line] * 50_000))


def test_what_looks_like_a_bomb_is_written_without_compression(some_changes):
    change = some_changes[0] | {"value": "Kielo" * 100_000}
    changes = [change | {"id": str(number)} for number in range(10)]
    data = compress(changes)
    assert len(data) > 5_000_000
    assert list(decompress(data)) == changes


def test_too_much_is_refused_before_it_is_sent(some_changes):
    long = some_changes[0] | {"value": "x" * (LARGEST_CHANGE // 2)}
    with pytest.raises(BundleTooLargeError):
        compress([long] * (LARGEST // (LARGEST_CHANGE // 2) + 1))
    with pytest.raises(BundleTooLargeError):
        compress([long | {"value": "x" * LARGEST_CHANGE}])


def test_many_changes_are_parted_in_order(some_changes):
    long = some_changes[0] | {"value": "x" * 700_000}
    changes = [long | {"id": str(number)} for number in range(30)]
    parts = list(in_parts(changes))
    assert [change for part in parts for change in part] == changes
    assert len(parts) > 1
    assert all(compress(part) for part in parts)
    assert list(in_parts([])) == []
