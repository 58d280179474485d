import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.sync.age.header import MOST_STANZAS, Header, Stanza, read_header
from assistance_desktop.sync.age.refusals import DamagedError, NewerError
from assistance_desktop.sync.age.source import Source

_words = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=20)
_stanzas = st.builds(
    Stanza, kind=_words, arguments=st.lists(_words).map(tuple), body=st.binary(max_size=200)
)
_headers = st.builds(
    Header,
    stanzas=st.lists(_stanzas, min_size=1, max_size=5).map(tuple),
    mac=st.binary(min_size=32, max_size=32),
)


def read(data):
    source = Source(io.BytesIO(data))
    return read_header(source), source.upto(1000)


@given(_headers, st.binary(max_size=30))
def test_a_header_is_read_as_it_was_written_and_the_payload_left(header, payload):
    assert read(header.encode() + payload) == (header, payload)


@given(_headers, st.data())
def test_a_changed_header_is_refused_or_written_back_as_it_was(header, data):
    text = bytearray(header.encode())
    text[data.draw(st.integers(0, len(text) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        found, rest = read(bytes(text))
    except (DamagedError, NewerError):
        return
    assert found.encode() + rest == text


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data):
    with pytest.raises((DamagedError, NewerError)):
        read(b"age-encryption.org/v1\n" + data)
    with pytest.raises((DamagedError, NewerError)):
        read(data)


def test_another_version_is_named_as_newer():
    with pytest.raises(NewerError, match="newer program"):
        read(b"age-encryption.org/v2\nanything")


def test_a_header_without_end_is_given_up_early():
    class Endless:
        given = 0

        def read(self, size, /):
            self.given += size
            return b"A" * size

    for start in (b"", b"age-encryption.org/v1\n-> ", b"age-encryption.org/v1\n-> a\n"):
        endless = Endless()
        source = Source(endless)
        source._ahead = start
        with pytest.raises(DamagedError):
            read_header(source)
        assert endless.given < 32 * 1024


def test_stanzas_and_bodies_without_number_are_refused():
    header = Header((Stanza("a", (), b""),) * (MOST_STANZAS + 1), bytes(32))
    with pytest.raises(DamagedError):
        read(header.encode())
    with pytest.raises(DamagedError):
        read(Header((Stanza("a", (), bytes(20_000)),), bytes(32)).encode())
