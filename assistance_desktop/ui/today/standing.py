"""How the day stands over all cases, read in one go beside the window, as plain values.

Cases are found by the days that are kept of them and by their list rows; none is opened but those
whose clock may run.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from assistance_desktop.cases.agenda import Appointment, Kept, Task
from assistance_desktop.storage import agenda, at_hand, case_store
from assistance_desktop.storage.agenda import Entry
from assistance_desktop.storage.at_hand import Unsent
from assistance_desktop.storage.case_store import CaseRow
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.today import running
from assistance_desktop.ui.today.running import Running

T = TypeVar("T")

WEEK = 7
"""Days of the week view, today the first."""

_LOOKED_BACK = 14
"""Days for which an appointment of which nobody has said what became of it is asked about."""


@dataclass(frozen=True, slots=True)
class Whose(Generic[T]):
    """Something on the agenda, and the case that it belongs to, by its pseudonym."""

    case_id: str
    name: str
    what: T


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that the page shows of a day and the six after it."""

    today: date
    appointments: tuple[Whose[Appointment], ...]
    unsaid: tuple[Whose[Appointment], ...]
    """Appointments of the days before, of which nobody has said what became of them."""
    tasks: tuple[Whose[Task], ...]
    steps: tuple[CaseRow, ...]
    threats: tuple[CaseRow, ...]
    recent: tuple[CaseRow, ...]
    cases: int
    unsent: Unsent
    clocks: tuple[Running, ...]

    def met_on(self, day: date) -> tuple[Whose[Appointment], ...]:
        """The appointments of a day."""
        return tuple(one for one in self.appointments if one.what.day == day)

    def due_on(self, day: date) -> tuple[Whose[Task], ...]:
        """The tasks of a day; today also those that are overdue."""
        return tuple(one for one in self.tasks if _counts_on(one.what.due, day, self.today))

    def steps_on(self, day: date) -> tuple[CaseRow, ...]:
        """The next steps of a day; today also those that are overdue."""
        return tuple(row for row in self.steps if _counts_on(row.due, day, self.today))


def read(connection: Connection, content: Content, today: date) -> Standing:
    """How the day stands."""
    last = today + timedelta(days=WEEK - 1)
    yesterday = today - timedelta(days=1)
    met = agenda.appointments(connection, today, last)
    before = agenda.appointments(connection, today - timedelta(days=_LOOKED_BACK), yesterday)
    unsaid = [one for one in before if one.what.state is Kept.OPEN]
    due = agenda.tasks(connection, last)
    names = _names(connection, {one.case_id for one in (*met, *unsaid, *due)})
    return Standing(
        today=today,
        appointments=_whose(met, names),
        unsaid=_whose(unsaid, names),
        tasks=_whose(due, names),
        steps=tuple(at_hand.stepping(connection, last)),
        threats=tuple(at_hand.threatened(connection)),
        recent=tuple(at_hand.latest(connection)),
        cases=at_hand.count(connection),
        unsent=at_hand.unsent(connection),
        clocks=running.read(connection, content, today),
    )


def _counts_on(due: date | None, day: date, today: date) -> bool:
    return due is not None and (due <= day if day == today else due == day)


def _names(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    listed = sorted(ids)
    pages = [listed[at : at + case_store.PAGE] for at in range(0, len(listed), case_store.PAGE)]
    return {
        row.case_id: row.pseudonym for page in pages for row in case_store.rows(connection, page)
    }


def _whose(found: Iterable[Entry[T]], names: dict[str, str]) -> tuple[Whose[T], ...]:
    return tuple(Whose(one.case_id, names.get(one.case_id, ""), one.what) for one in found)
