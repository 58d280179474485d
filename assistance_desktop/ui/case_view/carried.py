"""The bundles that took something of a case to another desk or brought it, in the timeline."""

from collections.abc import Iterator
from datetime import date

from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage import outbox
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui import desk_names
from assistance_desktop.ui.case_view.happening import Happening, at_moment


def carried(connection: Connection, case_id: str, today: date) -> Iterator[Happening]:
    """Each bundle with how much of the case it held, and whether it was received."""
    bundles = outbox.carried(connection, case_id)
    if not bundles:
        return
    desks = desk_names.read(connection)
    for bundle in bundles:
        desk = desks.name(bundle.peer)
        words = ngettext("{count} change", "{count} changes", bundle.changes)
        count = words.format(count=bundle.changes)
        if not bundle.outgoing:
            title = _("Read from: {desk}").format(desk=desk)
            yield at_moment(bundle.at, today, title, count, "in")
            continue
        line = _("{changes}, received") if bundle.received else _("{changes}, not confirmed yet")
        title = _("Sent to: {desk}").format(desk=desk)
        yield at_moment(bundle.at, today, title, line.format(changes=count), "out")
