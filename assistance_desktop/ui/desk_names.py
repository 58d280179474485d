"""What the desks that wrote something are called, as the roster of this one knows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistance_desktop.i18n import _
from assistance_desktop.storage import settings
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync.trust.roster import Roster


@dataclass(frozen=True, slots=True)
class DeskNames:
    """The labels of the desks by the id of their device; `here` is this one's.

    `formerly` are the devices that this desk was before it was restored.
    """

    here: str = ""
    labels: Mapping[str, str] = field(default_factory=dict[str, str])
    formerly: frozenset[str] = frozenset()

    def name(self, device: str) -> str:
        """What a desk is called by itself."""
        if self._is_here(device):
            return _("This computer")
        return self.labels.get(device) or _("Another desk")

    def after(self, worker: str, device: str) -> str:
        """Who wrote and where, in one line: "Pihlaja, this computer"."""
        if self._is_here(device):
            desk = _("this computer")
        else:
            desk = self.labels.get(device) or _("another desk")
        return _("{worker}, {desk}").format(worker=worker, desk=desk) if worker else desk

    def _is_here(self, device: str) -> bool:
        return device == self.here or device in self.formerly


def read(connection: Connection) -> DeskNames:
    """This desk, and all that its roster ever listed."""
    roster = settings.read(connection, "roster")
    entries = Roster.decode(roster.encode()).entries if roster is not None else ()
    desk = settings.read(connection, "desk") or {}
    labels = {entry.card.device: entry.card.label for entry in entries}
    formerly = frozenset(settings.read(connection, "former_devices") or ())
    return DeskNames(str(desk.get("device", "")), labels, formerly)
