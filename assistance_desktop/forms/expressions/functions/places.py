"""Functions about places on Earth: area, distance, inside or outside (ODK XForms specification)."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from assistance_desktop.forms.expressions.functions.signature import (
    ANY_NUMBER,
    Signature,
    each_text,
    lazily,
)
from assistance_desktop.forms.expressions.paths import Evaluate
from assistance_desktop.forms.expressions.values import Value
from assistance_desktop.forms.expressions.world import Scope

_RADIUS = 6_378_100.0
"""Metres, at the equator; the figure that Collect and Web Forms share."""
Point: TypeAlias = tuple[float, float]


def point(text: str) -> Point | None:
    """Latitude and longitude in degrees; None when the text is no place on Earth."""
    parts = text.split()
    if not 2 <= len(parts) <= 4:
        return None
    try:
        latitude, longitude = float(parts[0]), float(parts[1])
    except ValueError:
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _line(texts: list[str]) -> list[Point]:
    if len(texts) == 1:
        texts = [part for part in texts[0].split(";") if part.strip()]
    points = [point(text) for text in texts]
    return [p for p in points if p is not None] if None not in points else []


def _area(scope: Scope, given: Sequence[Evaluate]) -> Value:
    """Square metres inside a line that is closed if need be."""
    points = _line(each_text(scope, given))
    if len(points) < 3:
        return 0.0
    total = 0.0
    for (lat1, lon1), (lat2, lon2) in zip(points, points[1:] + points[:1], strict=True):
        total += math.radians(lon2 - lon1) * (
            2 + math.sin(math.radians(lat2)) + math.sin(math.radians(lat1))
        )
    return abs(_hundredth(total * _RADIUS * _RADIUS / 2))


def _distance(scope: Scope, given: Sequence[Evaluate]) -> Value:
    """Metres along a line."""
    points = _line(each_text(scope, given))
    return _hundredth(sum(map(_between, points, points[1:])))


def _between(start: Point, end: Point) -> float:
    lat1, lat2 = math.radians(start[0]), math.radians(end[0])
    turn = math.radians(start[1] - end[1])
    cosine = math.sin(lat1) * math.sin(lat2) + math.cos(lat1) * math.cos(lat2) * math.cos(turn)
    return math.acos(max(-1.0, min(1.0, cosine))) * _RADIUS


def _hundredth(number: float) -> float:
    return math.floor(number * 100 + 0.5) / 100


def _geofence(scope: Scope, given: Sequence[Evaluate]) -> Value:
    """Whether a point lies inside a closed shape."""
    texts = each_text(scope, given)
    here = point(texts[0]) if len(texts) == 2 else None
    shape = _line(texts[1:])
    if here is None or len(shape) < 3 or shape[0] != shape[-1]:
        return False
    inside = False
    for (lat1, lon1), (lat2, lon2) in pairwise(shape):
        if (lat1 > here[0]) == (lat2 > here[0]):
            continue
        if here[1] < (lon2 - lon1) * (here[0] - lat1) / (lat2 - lat1) + lon1:
            inside = not inside
    return inside


FUNCTIONS: dict[str, Signature] = {
    "area": lazily(_area, 1, ANY_NUMBER),
    "distance": lazily(_distance, 1, ANY_NUMBER),
    "geofence": lazily(_geofence, 2),
}
