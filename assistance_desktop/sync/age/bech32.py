"""Keys as text with a checksum: Bech32 (BIP 173) without its length limit, as age uses it.

Upper or lower case, never both; every spelling that is accepted is written back as it was.
"""

from functools import reduce
from operator import xor

from assistance_desktop.sync.age.refusals import UnreadableKeyError

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_STEPS = tuple(
    reduce(xor, (part for place, part in enumerate(_GENERATOR) if top >> place & 1), 0)
    for top in range(32)
)
_CHECKSUM = 6  # letters
_LONGEST = 4096  # letters; a hybrid recipient has 1 959


def encode(prefix: str, data: bytes) -> str:
    """`prefix`, the separator 1, the data and the checksum, in the case of the prefix."""
    values = _regroup(data, 8, 5, pad=True)
    check = _polymod([*_expand(prefix), *values, *[0] * _CHECKSUM]) ^ 1
    values += [check >> 5 * (_CHECKSUM - 1 - place) & 31 for place in range(_CHECKSUM)]
    letters = "".join(_LETTERS[value] for value in values)
    return f"{prefix}1{letters.upper() if prefix.isupper() else letters}"


def decode(text: str, prefix: str) -> bytes:
    """The data of a text that `encode` would write so; UnreadableKeyError otherwise."""
    front, found, letters = text.rpartition("1")
    if not found or front != prefix or len(text) > _LONGEST or len(letters) < _CHECKSUM:
        raise UnreadableKeyError
    values = [_LETTERS.find(letter) for letter in letters.lower()]
    if -1 in values or _polymod([*_expand(prefix), *values]) != 1:
        raise UnreadableKeyError
    data = bytes(_regroup(values[:-_CHECKSUM], 5, 8, pad=False))
    if encode(prefix, data) != text:
        raise UnreadableKeyError
    return data


def _expand(prefix: str) -> list[int]:
    lower = prefix.lower().encode()
    return [letter >> 5 for letter in lower] + [0] + [letter & 31 for letter in lower]


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        check = (check & 0x1FFFFFF) << 5 ^ value ^ _STEPS[check >> 25]
    return check


def _regroup(values: bytes | list[int], width: int, new_width: int, *, pad: bool) -> list[int]:
    """Bits in groups of another width; what does not fill a group is padded or dropped."""
    waiting = bits = 0
    groups: list[int] = []
    for value in values:
        waiting = (waiting << width | value) & 0xFFF
        bits += width
        while bits >= new_width:
            bits -= new_width
            groups.append(waiting >> bits & (1 << new_width) - 1)
    if pad and bits:
        groups.append(waiting << new_width - bits & (1 << new_width) - 1)
    return groups
