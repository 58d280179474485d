"""Points of edwards25519, and which are fit to be somebody's public key.

OpenSSL verifies under points of low order, where one signature fits any message
(vault-and-sync.md section 3). So a key is checked once, when its device is enrolled. The
arithmetic is not constant in time: it sees public keys only.
"""

from typing import TypeAlias

_P = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)  # a square root of -1

_Point: TypeAlias = tuple[int, int, int, int]  # extended coordinates X, Y, Z, T (RFC 8032, 5.1.4)
_ZERO: _Point = (0, 1, 1, 0)


def is_sound(key: bytes) -> bool:
    """Whether 32 bytes spell, in the one canonical way, a point of the full prime order."""
    point = _point(key)
    return point is not None and not _is_zero(point) and _is_zero(_times(_ORDER, point))


def _point(key: bytes) -> _Point | None:
    """RFC 8032, 5.1.3."""
    number = int.from_bytes(key, "little")
    y, odd = number & (1 << 255) - 1, number >> 255
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if (x * x - square) % _P or (x == 0 and odd):
        return None
    x = _P - x if x & 1 != odd else x
    return (x, y, 1, x * y % _P)


def _plus(one: _Point, other: _Point) -> _Point:
    x1, y1, z1, t1 = one
    x2, y2, z2, t2 = other
    a, b = (y1 - x1) * (y2 - x2) % _P, (y1 + x1) * (y2 + x2) % _P
    c, d = 2 * t1 * t2 * _D % _P, 2 * z1 * z2 % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % _P, g * h % _P, f * g % _P, e * h % _P)


def _times(factor: int, point: _Point) -> _Point:
    total = _ZERO
    while factor:
        total = _plus(total, point) if factor & 1 else total
        point = _plus(point, point)
        factor >>= 1
    return total


def _is_zero(point: _Point) -> bool:
    x, y, z, _t = point
    return x % _P == 0 and (y - z) % _P == 0
