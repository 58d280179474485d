"""Where two engines show the same form differently after the same answers."""

from dataclasses import dataclass
from typing import Any

ASPECTS = ("relevant", "required", "readonly", "values", "choices", "labels")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two engines tell differently."""

    form: str
    aspect: str
    path: str
    ours: str
    theirs: str


def differences(form: str, ours: dict[str, Any], theirs: dict[str, Any]) -> list[Difference]:
    """Compare all that both tell."""
    found: list[Difference] = []
    for aspect in ASPECTS:
        for path, told in theirs[aspect].items():
            mine = _plain(aspect, ours[aspect].get(path, "(not there)"))
            other = _plain(aspect, told)
            if mine != other and not (aspect == "values" and _same_number(mine, other)):
                found.append(Difference(form, aspect, path, mine, other))
    for path in sorted(set(ours["invalid"]) ^ set(theirs["invalid"])):
        mine, other = str(path in ours["invalid"]), str(path in theirs["invalid"])
        found.append(Difference(form, "invalid", path, mine, other))
    return found


def _plain(aspect: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(str(part) for part in value)
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    text = str(value)
    return " ".join(text.split()) if aspect == "labels" else text


def _same_number(mine: str, other: str) -> bool:
    try:
        return float(mine) == float(other)
    except ValueError:
        return False
