"""Places on Earth as people copy them from maps and papers, and as forms keep them.

A point is kept as "latitude longitude altitude accuracy" in degrees and metres, a line as points
between semicolons (ODK XForms specification, geopoint, geotrace, geoshape).
"""

import re

from assistance_desktop.i18n import _

_FIGURE = r"[+\-\u2212]?\d+(?:[.,]\d+)?"
_ANGLE = re.compile(
    rf"(?P<before>[NSEW])?\s*(?P<degrees>{_FIGURE})\s*°"
    rf"\s*(?:(?P<minutes>{_FIGURE})\s*['′’]\s*)?(?:(?P<seconds>{_FIGURE})\s*[\"″”]\s*)?"
    r"(?P<after>[NSEW])?",
    re.IGNORECASE,
)


class NoSuchPlaceError(ValueError):
    """What was typed is no place; the text is a sentence for the person who typed it."""


def read_places(text: str, fewest: int) -> str:
    """The points that were typed, one a line, as forms keep them.

    One point when `fewest` is 1, else at least so many; a shape of three is closed by its first.
    Raises NoSuchPlaceError with what to do.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    points = [_read_point(line, number, len(lines)) for number, line in enumerate(lines, 1)]
    if fewest == 1 and len(points) != 1:
        raise NoSuchPlaceError(_("Write one place, such as 60.17, 24.94."))
    if len(set(points)) < fewest:
        said = _("Write at least {count} places, one on each line.")
        raise NoSuchPlaceError(said.format(count=fewest))
    if fewest == 3 and points[0] != points[-1]:
        points.append(points[0])
    return ";".join(points)


def show_places(value: str) -> str:
    """Kept points as they are typed, one a line; altitude and accuracy when they are known."""
    lines: list[str] = []
    for point in value.split(";"):
        parts = [_short(part) for part in point.split()]
        while len(parts) > 2 and parts[-1] == "0":
            parts.pop()
        if parts:
            lines.append(", ".join(parts))
    return "\n".join(lines)


def _read_point(line: str, number: int, of: int) -> str:
    angles = list(_ANGLE.finditer(line))
    numbers = _angles(angles) if angles else _figures(line)
    fits = numbers is not None and 2 <= len(numbers) <= 4
    if not fits or numbers is None or abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
        if of == 1:
            raise NoSuchPlaceError(_("Write latitude and longitude, such as 60.17, 24.94."))
        said = _("Line {line} is no place. Write latitude and longitude, such as 60.17, 24.94.")
        raise NoSuchPlaceError(said.format(line=number))
    return " ".join(_short(each) for each in numbers)


def _angles(found: list[re.Match[str]]) -> list[float] | None:
    """Degrees, minutes and seconds; the letters say which of the two is the latitude."""
    if len(found) != 2:
        return None
    values: list[float] = []
    letters: list[str] = []
    for each in found:
        letter = (each["before"] or each["after"] or "").upper()
        parts = [_number(each[name] or "0") for name in ("degrees", "minutes", "seconds")]
        if not (0 <= parts[1] < 60 and 0 <= parts[2] < 60):
            return None
        sign = -1 if letter in ("S", "W") or parts[0] < 0 else 1
        size = abs(parts[0]) + parts[1] / 60 + parts[2] / 3600
        values.append(sign * round(size, 7))
        letters.append(letter)
    if letters[0] in ("E", "W") and letters[1] in ("", "N", "S"):
        values.reverse()
    elif {*letters} <= {"N", "S"} and "" not in letters:
        return None
    return values


def _figures(line: str) -> list[float] | None:
    """Two to four numbers: with points and commas between, or Finnish ones with spaces between."""
    plain = line.strip().strip(";").strip()
    if ";" in plain:
        parts = plain.split(";")
    elif "." in plain or (plain.count(",") == 1 and not re.search(r"\d,\d", plain)):
        parts = plain.replace(",", " ").split()
    elif " " in plain:
        parts = [part.strip(",") for part in plain.split()]
    else:
        parts = plain.split(",")
    try:
        return [_number(part.strip()) for part in parts]
    except ValueError:
        return None


def _number(text: str) -> float:
    return float(text.replace(",", ".").replace("\u2212", "-"))


def _short(number: float | str) -> str:
    """A number with seven decimals (1 cm) at most, and none that say nothing."""
    return f"{float(number):.7f}".rstrip("0").rstrip(".") or "0"
