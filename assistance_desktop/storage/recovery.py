"""The recovery sheet: 160 bits as eight groups of five signs that a hand can write and type.

The fifth sign of a group checks the four before it and the place of the group: every single
wrong sign, every swap of two signs and every group in the wrong place is found. What may be
wrong is only told, never put right: a sheet that opens was typed by a person.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import N_, _

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O and U, since hands and eyes take them for 1, 0 and V."""

GROUPS = 8
LENGTH = 5
"""Signs of a group, the check sign among them."""

_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})
_BETWEEN = " \u00a0\u2009\u202f\t\r\n-\u2010\u2011\u2012\u2013\u2014_.,;:|"
"""What people put between groups and signs; it means nothing."""

_ALIKE = "8B 5S 2Z 0D 0Q DQ 17 VW VY MN 6G CG EF 4A 49 PR KX HN HM 38 J1 6B 0C T7 VX 9G 3B 5J 0G"
"""Signs that are taken for each other in print or in handwriting."""

_LOOK_AT = (
    N_("Look at the first sign: {one} or {other}?"),
    N_("Look at the second sign: {one} or {other}?"),
    N_("Look at the third sign: {one} or {other}?"),
    N_("Look at the fourth sign: {one} or {other}?"),
    N_("Look at the last sign: {one} or {other}?"),
)


class WrongGroupError(AppError):
    """A group of a sheet is not right; `place` is which one, from 1 to 8."""

    def __init__(self, place: int, problem: str) -> None:
        super().__init__(problem)
        self.place = place


@dataclass(frozen=True, slots=True)
class Sheet:
    """The secret of a recovery sheet, 20 bytes, and the groups in which it is written."""

    secret: bytes = field(repr=False)

    @classmethod
    def draw(cls, random: Callable[[int], bytes] = secrets.token_bytes) -> "Sheet":
        """A new sheet by chance."""
        return cls(random(GROUPS * (LENGTH - 1) * 5 // 8))

    @classmethod
    def read(cls, groups: Sequence[str]) -> "Sheet":
        """The sheet that was typed in. Raises WrongGroupError for the first group that is wrong."""
        number = 0
        for place in range(1, GROUPS + 1):
            group = clean(groups[place - 1]) if place <= len(groups) else ""
            if wrong := what_is_wrong(group, place):
                raise WrongGroupError(place, wrong)
            for sign in group[:-1]:
                number = number << 5 | SIGNS.index(sign)
        return cls(number.to_bytes(GROUPS * (LENGTH - 1) * 5 // 8, "big"))

    @property
    def groups(self) -> tuple[str, ...]:
        """Eight groups of five signs, in order."""
        number = int.from_bytes(self.secret, "big")
        count = GROUPS * (LENGTH - 1)
        signs = "".join(SIGNS[number >> 5 * (count - 1 - each) & 31] for each in range(count))
        starts = range(0, count, LENGTH - 1)
        return tuple(
            _with_check(signs[start : start + LENGTH - 1], place)
            for place, start in enumerate(starts, 1)
        )


def clean(typed: str) -> str:
    """What was typed as the sheet would write it; signs that no sheet has stay as they are."""
    upper = "".join(one for one in typed.upper() if one not in _BETWEEN)
    return upper.translate(_MISREAD)


def spread(typed: str) -> tuple[str, ...]:
    """Groups that were typed or pasted in one go, with or without their numbers between them."""
    words = [clean(word) for word in typed.split()]
    whole = [word for word in words if len(word) == LENGTH]
    if len(words) > 1 and len(whole) == GROUPS:
        return tuple(whole)
    signs = clean(typed)
    return tuple(signs[start : start + LENGTH] for start in range(0, len(signs), LENGTH))


def what_is_wrong(group: str, place: int) -> str:
    """A sentence about a group at its place from 1 to 8; "" when it is right."""
    if any(sign not in SIGNS for sign in group):
        return _("There is a sign here that no sheet has. Only A to Z and 0 to 9 are used.")
    if len(group) != LENGTH:
        return _("A group has five signs.")
    left = _remainder(group)
    if left == place:
        return ""
    hints = list(_hints(group, place))
    if not hints and 1 <= left <= GROUPS:
        hints = [_("It would fit as group {number}.").format(number=left)]
    return " ".join([_("The check sign does not fit."), *hints[:2]])


def _hints(group: str, place: int) -> list[str]:
    """Where one sign was perhaps taken for another that looks like it; the last one first."""
    hints: list[str] = []
    for at in reversed(range(LENGTH)):
        for other in SIGNS:
            if not _alike(group[at], other):
                continue
            if _remainder(group[:at] + other + group[at + 1 :]) == place:
                hints.append(_(_LOOK_AT[at]).format(one=other, other=group[at]))
    return hints


def _alike(one: str, other: str) -> bool:
    return one + other in _ALIKE or other + one in _ALIKE


def _with_check(four: str, place: int) -> str:
    """The group whose remainder is its place."""
    return four + SIGNS[_remainder(four + SIGNS[0]) ^ place]


def _remainder(group: str) -> int:
    """The signs as a polynomial over GF(32), at a primitive element: s1 a^4 + ... + s4 a + s5.

    Powers of a are neither zero nor the same, so a wrong sign and a swap change the value; the
    value is the place of the group, so a right group in another place is wrong.
    """
    value = 0
    for sign in group:
        value = _times_a(value) ^ SIGNS.index(sign)
    return value


def _times_a(value: int) -> int:
    """Multiply by a in GF(32) with a^5 = a^2 + 1."""
    doubled = value << 1
    return doubled ^ 0b100101 if doubled & 32 else doubled
