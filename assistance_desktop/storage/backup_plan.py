"""When and where backups are made by themselves, and what became of the last one.

Kept in the vault, so that no file beside it tells which sticks somebody has. Nothing is made by
itself until a person has chosen so.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from assistance_desktop.storage import settings
from assistance_desktop.storage.backup_shelf import Written
from assistance_desktop.storage.vault import Connection

DAYS = 30
"""How long a backup is kept at most; the newest stays."""

STALE = timedelta(days=7)
"""How old the last backup may be before a person is reminded; so long a reminder is put off."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where backups may go: a folder, and the name of the stick or disk that it was seen on.

    `within` is its path on that disk: another computer may show the stick elsewhere.
    """

    path: str
    volume: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """`daily` is a clock time as HH:MM, "" for never; `daily_place` the path where it goes."""

    places: tuple[Place, ...] = ()
    with_stick: bool = True
    daily: str = ""
    daily_place: str = ""
    keep: int = 10
    put_off: date | None = None


@dataclass(frozen=True, slots=True)
class Last:
    """The last backup that was written; `place` is the path of its place. `at` is aware."""

    at: datetime
    place: str
    cases: int
    changes: int
    bytes: int


def read(connection: Connection) -> Plan:
    """The plan as it was left; one without places at first."""
    kept: Mapping[str, Any] | None = settings.read(connection, "backup")
    if kept is None:
        return Plan()
    put_off = kept["put_off"]
    return Plan(
        tuple(Place(**each) for each in kept["places"]),
        bool(kept["with_stick"]),
        str(kept["daily"]),
        str(kept["daily_place"]),
        int(kept["keep"]),
        date.fromisoformat(put_off) if put_off else None,
    )


def keep(connection: Connection, plan: Plan) -> None:
    """Remember a plan; inside `vault.transaction`."""
    put_off = plan.put_off.isoformat() if plan.put_off else None
    settings.write(connection, "backup", {**asdict(plan), "put_off": put_off})


def having(plan: Plan, place: Place) -> Plan:
    """With one more place."""
    others = tuple(each for each in plan.places if each.path != place.path)
    return replace(plan, places=(*others, place))


def without(plan: Plan, path: str) -> Plan:
    """Without a place; backups that lie there stay."""
    places = tuple(each for each in plan.places if each.path != path)
    gone = plan.daily_place == path
    daily, where = ("", "") if gone else (plan.daily, plan.daily_place)
    return replace(plan, places=places, daily=daily, daily_place=where)


def read_last(connection: Connection) -> Last | None:
    """The last backup; None before the first."""
    kept: Mapping[str, Any] | None = settings.read(connection, "backup_last")
    if kept is None:
        return None
    at, place = datetime.fromisoformat(kept["at"]), str(kept["place"])
    return Last(at, place, int(kept["cases"]), int(kept["changes"]), int(kept["bytes"]))


def read_daily(connection: Connection) -> datetime | None:
    """When a backup last went to the place of every day."""
    kept = settings.read(connection, "backup_daily")
    return datetime.fromisoformat(kept) if kept else None


def note(connection: Connection, made: Written, place: str) -> None:
    """Remember that a backup was written to a place; inside `vault.transaction`."""
    last = Last(made.at, place, made.cases, made.changes, made.bytes)
    settings.write(connection, "backup_last", {**asdict(last), "at": made.at.isoformat()})
    if place == read(connection).daily_place:
        settings.write(connection, "backup_daily", made.at.isoformat())


def due_since(plan: Plan, last: datetime | None, now: datetime) -> datetime | None:
    """The moment of every day that went by since the last backup; None when none did.

    `now` is by the clock on the wall.
    """
    if not plan.daily or not plan.daily_place:
        return None
    at = datetime.combine(now.date(), time.fromisoformat(plan.daily), now.tzinfo)
    if at > now:
        at -= timedelta(days=1)
    return at if last is None or last < at else None


def is_stale(plan: Plan, last: Last | None, cases: int, now: datetime) -> bool:
    """Whether a person should be reminded: there are cases, and no backup of these days."""
    if not cases or (plan.put_off is not None and now.date() < plan.put_off):
        return False
    return last is None or now - last.at > STALE
