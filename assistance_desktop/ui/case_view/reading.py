"""Reading the questionnaires of a case beside the window, with what the desks are called."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui import desk_names
from assistance_desktop.ui.case_view import differing, filled
from assistance_desktop.ui.case_view.filled import Filled
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.desk_names import DeskNames


@dataclass(frozen=True, slots=True)
class Reading:
    """What a thread brought home: of which case, some questionnaires, the names of the desks."""

    of: Case
    filled: tuple[Filled, ...]
    desks: DeskNames


def read(
    case: Case, content: Content, today: date, records: Sequence[str], connection: Connection
) -> Reading:
    """The questionnaires in some records; with the intake also what differs besides."""
    found = [filled.read(case, content, today, record) for record in records]
    others = differing.read(case, content) if INTAKE in records else None
    if others is not None:
        found.append(others)
    return Reading(case, tuple(found), desk_names.read(connection))
