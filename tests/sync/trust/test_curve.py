import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assistance_desktop.sync.trust import curve
from assistance_desktop.sync.trust.curve import is_sound

P = 2**255 - 19


def low_order_points():
    """The eight points whose order divides 8, found by multiplying any points by the order."""
    found = set()
    for y in range(2, 200):
        point = curve._point(y.to_bytes(32, "little"))
        if point:
            x, y1, z, _t = curve._times(curve._ORDER, point)
            inverse = pow(z, -1, P)
            x, y1 = x * inverse % P, y1 * inverse % P
            found.add((y1 | (x & 1) << 255).to_bytes(32, "little"))
    return sorted(found)


def test_every_key_that_is_generated_is_sound():
    for _ in range(5):
        assert is_sound(Ed25519PrivateKey.generate().public_key().public_bytes_raw())


def test_there_are_eight_points_of_low_order_and_none_is_sound():
    points = low_order_points()
    assert len(points) == 8
    assert not any(is_sound(point) for point in points)


def test_a_sound_key_with_a_low_order_part_is_not_sound():
    key = curve._point(Ed25519PrivateKey.generate().public_key().public_bytes_raw())
    for low in low_order_points()[1:]:
        x, y, z, _t = curve._plus(key, curve._point(low))
        inverse = pow(z, -1, P)
        x, y = x * inverse % P, y * inverse % P
        mixed = (y | (x & 1) << 255).to_bytes(32, "little")
        assert is_sound(mixed) == (curve._is_zero(curve._point(low)))


@pytest.mark.parametrize("number", [0, 1, P - 1, P, P + 1, 2**255 - 1, 2**255 + 1, 2**256 - 1, 2])
def test_other_spellings_and_what_is_no_point_are_not_sound(number):
    assert not is_sound(number.to_bytes(32, "little"))
