import io
import tarfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.sync.age.source import Source
from assistance_desktop.sync.bundle import tar
from assistance_desktop.sync.bundle.refusals import BundleDamagedError

_names = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=100)
_members = st.lists(st.tuples(_names, st.binary(max_size=1500)), max_size=4)


def read(data, count):
    source = Source(io.BytesIO(data))
    found = []
    for _ in range(count):
        head = tar.read_head(source)
        found.append((head.name, tar.read_content(source, head, 2000)))
    tar.read_end(source)
    return found


@given(_members)
def test_members_are_read_as_they_were_written(members):
    data = tar.write(members)
    assert read(data, len(members)) == members
    assert len(data) == tar.measure(len(content) for _name, content in members)


def test_any_tar_program_reads_it():
    members = [("manifest.json", b"{}"), ("pad", bytes(1000)), ("empty", b"")]
    with tarfile.open(fileobj=io.BytesIO(tar.write(members))) as opened:
        found = [(each.name, opened.extractfile(each).read()) for each in opened.getmembers()]
        assert all(each.isreg() and each.mode == 0o600 for each in opened.getmembers())
    assert found == members


def test_a_changed_byte_of_a_tar_is_refused_or_is_content():
    data = bytearray(tar.write([("manifest.json", b"{}"), ("pad", bytes(3))]))
    for place in range(len(data)):
        for bit in (1, 128):
            data[place] ^= bit
            with suppress(BundleDamagedError):
                assert [content for _name, content in read(bytes(data), 2)] != [b"{}", bytes(3)]
            data[place] ^= bit


@given(st.binary(max_size=1200))
def test_any_bytes_for_a_tar_are_refused(data):
    with pytest.raises(BundleDamagedError):
        read(data, 1)


def test_a_member_is_not_read_beyond_its_limit():
    source = Source(io.BytesIO(tar.write([("pad", bytes(2001))])))
    with pytest.raises(BundleDamagedError):
        tar.read_content(source, tar.read_head(source), 2000)
