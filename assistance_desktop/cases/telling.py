"""The disclosure log: what was told to whom, when, on which consent or duty, and by whom.

A record `told/<id>` is written when something was told and is never changed afterwards; the
register of prints is read with it, so that the log is complete (facts.md 9.1).
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Answer
from assistance_desktop.cases.consent import CLIENT

TOLD = "told"
"""The kind of record."""


class Ground(StrEnum):
    """What allowed it."""

    CONSENT = "consent"
    THREAT = "duty_threat"
    """A serious threat to life, health or freedom (S39)."""
    CHILD = "duty_child"
    """The protection of a child (D23)."""
    NO_NAME = "no_name"
    """Nothing was told by which the person could be known."""
    CLIENT = ""
    """It went to the person themselves."""


DUTIES = (Ground.THREAT, Ground.CHILD)
"""The grounds that need a person's reason."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing that was told. `what` are ids of topics, `said` one sentence if there is one.

    `on` is the day in Finland, `at` its time as HH:MM or "", `how` phone, meeting, letter,
    paper, bundle or form; `consent` the record of the consent; `by` the worker.
    """

    record: str
    recipient: str
    kind: str = ""
    purpose: str = ""
    what: tuple[str, ...] = ()
    said: str = ""
    on: date | None = None
    at: str = ""
    how: str = ""
    ground: Ground = Ground.CONSENT
    consent: str = ""
    reason: str = ""
    by: str = ""


def told(case: Case) -> tuple[Telling, ...]:
    """Everything that was told to others, the last first."""
    return _last_first(_read(case, record) for record in case.records(TOLD))


def log(case: Case) -> tuple[Telling, ...]:
    """The disclosure log: what was told to others, and every paper that was made."""
    return _last_first([*told(case), *(_print(case, one) for one in case.records("print"))])


def written(telling: Telling) -> tuple[tuple[str, str, Answer], ...]:
    """What writes a telling down: record, field and value of all that is said of it."""
    plain: dict[str, Answer] = {
        one.name: getattr(telling, one.name) for one in fields(telling) if one.name != "record"
    }
    plain["what"] = list(telling.what)
    plain["on"] = telling.on.isoformat() if telling.on is not None else ""
    plain["ground"] = telling.ground.value
    return tuple(
        (telling.record, field, value) for field, value in plain.items() if value not in ("", [])
    )


def _last_first(found: Iterable[Telling]) -> tuple[Telling, ...]:
    return tuple(sorted(found, key=lambda one: (one.on or date.min, one.at), reverse=True))


def _read(case: Case, record: str) -> Telling:
    ground = case.text(record, "ground")
    listed = case.value(record, "what")
    what = [one for one in listed if isinstance(one, str)] if isinstance(listed, list) else []
    return Telling(
        record=record,
        recipient=case.text(record, "recipient"),
        kind=case.text(record, "kind"),
        purpose=case.text(record, "purpose"),
        what=tuple(what),
        said=case.text(record, "said"),
        on=_day(case, record),
        at=case.text(record, "at"),
        how=case.text(record, "how"),
        ground=Ground(ground) if ground in set(Ground) else Ground.CONSENT,
        consent=case.text(record, "consent"),
        reason=case.text(record, "reason"),
        by=case.text(record, "by"),
    )


def _print(case: Case, record: str) -> Telling:
    """A paper for the client, as the register of prints has it: never its text."""
    return Telling(
        record=record,
        recipient=CLIENT,
        kind=case.text(record, "kind"),
        on=_day(case, record),
        how="paper",
        ground=Ground.CLIENT,
    )


def _day(case: Case, record: str) -> date | None:
    try:
        return date.fromisoformat(case.text(record, "on"))
    except ValueError:
        return None
