"""Which questionnaires this desk has and who may change them, read beside the window."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistance_desktop.i18n import _
from assistance_desktop.storage import questionnaires
from assistance_desktop.storage.questionnaires import Entry, State
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.trust.card import Role


@dataclass(frozen=True, slots=True)
class Standing:
    """The versions in the order of the list, and the desk: its label, and its office if known."""

    label: str
    office: str
    is_office: bool
    in_use: tuple[Entry, ...]
    loaded: tuple[Entry, ...]
    former: tuple[Entry, ...]
    """Published once; cases that were begun with them keep them."""

    def entries(self) -> Iterator[Entry]:
        """All of them; what waits for a look first."""
        yield from self.loaded
        yield from self.in_use
        yield from self.former

    def find(self, form: str, version: str) -> Entry | None:
        """One version."""
        asked = (form, version)
        return next((one for one in self.entries() if (one.form, one.version) == asked), None)


def read(connection: Connection) -> Standing:
    """How things stand now."""
    desk = desks.read(connection)
    mine = desk.roster.entry(desk.device.id) if desk.roster else None
    role = mine.role if mine else desk.device.role
    found = questionnaires.entries(connection)

    def which(state: State) -> tuple[Entry, ...]:
        return tuple(one for one in found if one.state is state)

    return Standing(
        label=desk.device.card.label,
        office=desk.office.label if desk.office else "",
        is_office=role is Role.OFFICE,
        in_use=which(State.PUBLISHED),
        loaded=which(State.LOADED),
        former=which(State.REPLACED),
    )


def who_changes(found: Standing) -> str:
    """Who may change the questionnaires of this desk, in a line."""
    if found.is_office:
        line = _("{desk}. New work begins with what is in use")
        return line.format(desk=found.label)
    if found.office:
        line = _("{office} changes them. You can look, try out and print")
        return line.format(office=found.office)
    return _("An office changes them. You can look, try out and print")
