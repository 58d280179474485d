"""What the desks that wrote something are called, as the roster of this one knows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistance_desktop.i18n import _
from assistance_desktop.storage import settings
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync.trust.roster import Roster


@dataclass(frozen=True, slots=True)
class DeskNames:
    """The labels of the desks by the id of their device; `here` is this one's."""

    here: str = ""
    labels: Mapping[str, str] = field(default_factory=dict[str, str])

    def name(self, device: str) -> str:
        """What a desk is called by itself."""
        if device == self.here:
            return _("This computer")
        return self.labels.get(device) or _("Another desk")

    def after(self, worker: str, device: str) -> str:
        """Who wrote and where, in one line: "Pihlaja, this computer"."""
        if device == self.here:
            desk = _("this computer")
        else:
            desk = self.labels.get(device) or _("another desk")
        return _("{worker}, {desk}").format(worker=worker, desk=desk) if worker else desk


def read(connection: Connection) -> DeskNames:
    """This desk, and all that its roster ever listed."""
    roster = settings.read(connection, "roster")
    entries = Roster.decode(roster.encode()).entries if roster is not None else ()
    desk = settings.read(connection, "desk") or {}
    labels = {entry.card.device: entry.card.label for entry in entries}
    return DeskNames(str(desk.get("device", "")), labels)
