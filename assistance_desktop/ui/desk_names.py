"""What the desks that wrote something are called, as the roster of this one knows them."""

from collections.abc import Mapping

from assistance_desktop.i18n import _
from assistance_desktop.storage import settings
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync.trust.roster import Roster


def read(connection: Connection) -> dict[str, str]:
    """The desks by the id of their device: this one, and all that the roster ever listed."""
    roster = settings.read(connection, "roster")
    entries = Roster.decode(roster.encode()).entries if roster is not None else ()
    found = {entry.card.device: entry.card.label for entry in entries}
    desk = settings.read(connection, "desk") or {}
    return found | {str(desk.get("device", "")): _("This computer")}


def desk_name(names: Mapping[str, str], device: str) -> str:
    """What a desk is called; a stranger is another one."""
    return names.get(device) or _("Another desk")
