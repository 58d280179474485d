import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.sync import plain_json

_scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
)
_values = st.recursive(
    _scalars, lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside), max_leaves=20
)


@given(_values)
def test_what_is_written_is_read_back(value):
    assert plain_json.decode(plain_json.encode(value)) == value


@given(st.binary(max_size=60) | st.text('[]{}":,0123.eE-+ntrufals\\ud8').map(str.encode))
def test_any_bytes_are_refused_or_written_back_as_they_were(data):
    try:
        value = plain_json.decode(data)
    except ValueError:
        return
    assert plain_json.encode(value) == data


@pytest.mark.parametrize(
    "data",
    [
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a": 1}',
        b'{"a":1}\n',
        b'"\\u0041"',
        b'"\\ud800"',
        b"1E5",
        b"1e999",
        b"NaN",
        b"Infinity",
        b"9007199254740992",
        b"9" * 5000,
        b"[" * 33 + b"]" * 33,
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b"\xff",
        b"",
    ],
)
def test_another_spelling_is_refused(data):
    with pytest.raises(ValueError, match=r"\S"):
        plain_json.decode(data)


def test_an_object_is_asked_for_by_name():
    assert plain_json.decode_object(b'{"a":1}') == {"a": 1}
    with pytest.raises(ValueError, match="not an object"):
        plain_json.decode_object(b"[1]")
