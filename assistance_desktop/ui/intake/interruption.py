"""Where an interview was when the program ended without being asked to: a crash, a dead battery.

The vault remembers which interview is open, from its first answer until it is paused, finished or
locked. What is remembered when the notes are opened was interrupted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from assistance_desktop.cases.case import CASE, INTAKE
from assistance_desktop.i18n import _
from assistance_desktop.storage import settings
from assistance_desktop.storage.editing import Pen
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.intake import steps
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.standing import place_in_words
from assistance_desktop.ui.session import Session

_OPEN = "intake_open"


@dataclass(frozen=True, slots=True)
class Interruption:
    """An interview that was open: its case, its record in it, and the step."""

    case_id: str
    record: str
    place: str


class OpenInterview(QObject):
    """Remembers in the vault which interview is open and where; nothing of it is a change."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known: Interruption | None = None
        session.closing.connect(self.leave)

    def be_at(self, case_id: str, record: str, place: str) -> None:
        """The interview is here now."""
        here = Interruption(case_id, record, place)
        if here != self._known:
            self._known = here
            self._write({"case": case_id, "record": record, "place": place}, case_id)

    def leave(self) -> None:
        """The interview was left as a person leaves it."""
        if self._known is not None:
            about, self._known = self._known.case_id, None
            self._write(None, about)

    def _write(self, value: Mapping[str, str] | None, about: str) -> None:
        self._session.write(
            lambda connection: settings.write(connection, _OPEN, value),
            self,
            lambda _nothing: None,
            lambda _refusal: None,  # the disk is full: the line in the foot says so already
            about=about,
        )


def interrupted(connection: Connection) -> Interruption | None:
    """The interview that was open when the program ended, None when it ended as it should."""
    found: Any = settings.read(connection, _OPEN)
    return Interruption(found["case"], found["record"], found["place"]) if found else None


def forget(connection: Connection) -> None:
    """Somebody has seen that it was interrupted; inside `vault.transaction`."""
    settings.write(connection, _OPEN, None)


def in_words(found: Interruption, session: Session, content: Content) -> str:
    """What was interrupted, for the notice; "" when nothing of the case was written yet."""
    case = session.case(found.case_id)
    if not case.changes:
        return ""
    filling = Filling(
        case, content, Pen(session.author, session.clock, session.new_id), found.record
    )
    name = case.text(CASE, "pseudonym")
    if found.record == INTAKE:
        lead = _("You were in the middle of {name}’s intake.").format(name=name)
    else:
        lead = _("You were in the middle of “{title}” with {name}.").format(
            title=filling.questionnaire.title, name=name
        )
    step = steps.holding(filling.steps, found.place)
    where = f"{place_in_words(filling, step)}." if step is not None else ""
    return " ".join(part for part in (lead, where) if part)
