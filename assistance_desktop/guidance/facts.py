"""What is known about a person's situation, and what is not.

Every fact may be unknown, its parts too; unknown is kept apart from false, from null and from
an empty list (facts.md 3.1, commands.md "plan").
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, cast

from assistance_desktop.errors import AppError
from assistance_desktop.guidance import fields
from assistance_desktop.guidance.fields import UNKNOWN, Child, Grant, Known, Language, Unknown
from assistance_desktop.i18n import _

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

SERVICES = (
    "HOUSING", "HEALTH", "SOCIAL", "MONEY", "LEGAL", "COUNSEL", "SUPPORT",
    "INTERP", "RETURN", "PERMIT", "REFLECT", "COMP", "REPORT",
)  # fmt: skip
"""The thirteen services in the order in which they are listed (commands.md)."""

_GRANTORS = ("assistance_system", "police", "border_guard")
_HIDE_FROM = ("employer", "family", "spouse", "home_authorities", "community", "other")
_BASES = (
    "citizen", "eu_right", "permit", "visa", "asylum_pending",
    "temporary_protection", "reflection_period", "none",
)  # fmt: skip

READERS: Mapping[str, fields.Reader] = {
    "role": fields.choice("possible_victim", "witness", "child_of_victim", "unclear"),
    "in_finland": fields.truth,
    "date_of_birth": fields.day,
    "citizenships": fields.words(fields.country),
    "stay.basis": fields.choice(*_BASES),
    "stay.until": fields.day_or_none,
    "municipality": fields.name_or_none,
    "customer": fields.choice("not_proposed", "proposed", "admitted", "refused", "left"),
    "proposal_consent": fields.choice("not_asked", "given", "refused", "withdrawn"),
    "children": fields.entries(Child, {"date_of_birth": fields.day, "in_finland": fields.truth}),
    "languages": fields.entries(Language, {"code": fields.language, "reads": fields.truth}),
    "worker_languages": fields.words(fields.language),
    "income": fields.choice("none", "some", "enough"),
    "home_safe": fields.truth,
    "health_need": fields.truth,
    "needs_help": fields.truth,
    "threat.serious": fields.truth,
    "threat.against": fields.choice("life", "health", "freedom", "property", "none"),
    "threat.target": fields.choice(
        "client", "worker", "another_victim", "close_person", "other", "none"
    ),
    "police.wish": fields.choice("yes", "no", "undecided", "reported"),
    "police.process": fields.choice("none", "pre_trial", "court"),
    "own_offence.mentioned": fields.truth,
    "own_offence.under_pressure": fields.truth,
    "losses": fields.truth,
    "wants_return": fields.truth,
    "support_person_wanted": fields.truth,
    **{
        f"decisions.{code}": fields.choice("accepts", "declines", "later")
        for code in (*SERVICES, "all")
    },
    "reflection.grants": fields.entries(
        Grant, {"start": fields.day, "end": fields.day, "by": fields.choice(*_GRANTORS)}
    ),
    "reflection.interrupted": fields.day_or_none,
    "reflection.permit_applied": fields.day_or_none,
    "do_not_tell": fields.words(fields.choice(*_HIDE_FROM)),
    "companion.present": fields.truth,
    "companion.suspected": fields.truth,
    "guardian": fields.choice("none", "parent", "representative", "suspected"),
}
"""Every fact by its dotted path, and how its value is read."""

_PARTS: dict[str, list[str]] = {}
for _path in READERS:
    _PARTS.setdefault(_path.partition(".")[0], []).append(_path.partition(".")[2])


@dataclass(frozen=True)
class Facts:
    """What is known, by dotted path. A path that is not held is unknown."""

    known: Mapping[str, Known]

    def __getitem__(self, path: str) -> Known | Unknown:
        return self.known.get(path, UNKNOWN)

    def nothing_of(self, parent: str) -> bool:
        """Whether no part of a fact such as `stay` is known."""
        return not any(path.partition(".")[0] == parent for path in self.known)

    def as_json(self, path: str) -> Json:
        """A known fact as FACTS.json writes it; None also for one that is unknown."""
        return _as_json(self.known.get(path))


def read_facts(source: object) -> Facts:
    """The facts of a FACTS.json object. `print` belongs to `document` and is left alone.

    Raises AppError that names the key when a key is unknown or its value does not fit.
    """
    if not isinstance(source, dict):
        raise AppError(
            _("The facts are not an object."), _("Write them in curly brackets, as in the manual.")
        )
    known: dict[str, Known] = {}
    for key, value in cast("dict[str, object]", source).items():
        if key == "print":
            continue
        if key not in _PARTS:
            raise fields.stranger(key, tuple(_PARTS))
        if value == "unknown":
            continue
        if _PARTS[key] == [""]:
            known[key] = READERS[key](key, value)
        else:
            known.update(_read_parts(key, fields.mapping(key, value)))
    return Facts(known)


def _read_parts(parent: str, given: Mapping[str, object]) -> dict[str, Known]:
    known: dict[str, Known] = {}
    for part, value in given.items():
        path = f"{parent}.{part}"
        if path not in READERS:
            raise fields.stranger(path, _PARTS[parent])
        if value != "unknown":
            known[path] = READERS[path](path, value)
    return known


def _as_json(value: object) -> Json:
    if isinstance(value, Unknown):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_as_json(one) for one in cast("tuple[object, ...]", value)]
    if isinstance(value, Child | Language | Grant):
        return {
            part.name: _as_json(getattr(value, part.name)) for part in dataclasses.fields(value)
        }
    return cast("Json", value)
