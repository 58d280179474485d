"""Between the key and the first page: a vault that lacks something is opened all the same.

A person decided so. What was missing stays marked in the cases, what is folded beside the
changes is made anew, and from now on the anchor vouches for what is there.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime

from assistance_desktop.cases.changes import Author
from assistance_desktop.storage import activity, case_store, gap, settings
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.storage.gap import Gap
from assistance_desktop.storage.vault import Connection, Vault, transaction


def accept(opened: Vault, clock: Callable[[], datetime]) -> Vault:
    """Open it as it is. Beside the window; raises StorageFullError, and then nothing changed."""
    found, at = opened.gap, clock()
    with closing(opened.connect()) as connection:
        with transaction(connection):
            if found.missing:
                gap.mark(connection, found, at)
            if found.touched or not found.damage.is_none:
                case_store.fold_all(connection)
            activity.note(connection, _deed(found), _author(connection), at)
        opened.accept_gap(connection)
    if found.keyslots_touched:
        opened.drop_slots()  # nothing goes; both files are written anew
    return opened


def _deed(found: Gap) -> Deed:
    says = {"missing": found.missing, "cases": len(found.cases)}
    return Deed(Kind.OPENED_WITH_GAP, says=says)


def _author(connection: Connection) -> Author:
    desk = settings.read(connection, "desk") or {}
    return Author(str(desk.get("worker", "")), str(desk.get("device", "")))
