"""Between the key and the first page: what has to be put right before anything is written.

A vault that lacks something is opened because a person decided so: what was missing stays
marked in the cases, what is folded beside the changes is made anew, and the desk gets a new
device, for bundles of the old one may name what is not here. A backup that became a vault gets
one too.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime

from assistance_desktop.cases.changes import Author
from assistance_desktop.storage import activity, case_store, gap, settings
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.storage.gap import Gap
from assistance_desktop.storage.vault import Connection, Vault, transaction
from assistance_desktop.sync import incarnation


def accept(opened: Vault, clock: Callable[[], datetime]) -> Vault:
    """Open it as it is. Beside the window; raises StorageFullError, and then nothing changed."""
    found, at = opened.gap, clock()
    with closing(opened.connect()) as connection:
        with transaction(connection):
            if found.missing:
                gap.mark(connection, found, at)
            if found.missing or found.unwitnessed:
                # Without an anchor nobody knows whether this is a copy that came back.
                incarnation.renew(connection, at)
            if found.touched or not found.damage.is_none:
                case_store.fold_all(connection)
            activity.note(connection, _deed(found), _author(connection), at)
        opened.accept_gap(connection)
    if found.keyslots_touched:
        opened.drop_slots()  # nothing goes; both files are written anew
    return opened


def settle(opened: Vault, at: datetime) -> None:
    """Before the notes are shown: a copy becomes a vault of its own, and a vault has a name.

    Raises StorageFullError.
    """
    incarnation.renew_copy(opened, at)
    if not opened.keyslots.name:
        with closing(opened.connect(read_only=True)) as connection:
            worker = _author(connection).name
        if worker:
            opened.rename(worker)


def _deed(found: Gap) -> Deed:
    says = {"missing": found.missing, "cases": len(found.cases)}
    return Deed(Kind.OPENED_WITH_GAP, says=says)


def _author(connection: Connection) -> Author:
    desk = settings.read(connection, "desk") or {}
    return Author(str(desk.get("worker", "")), str(desk.get("device", "")))
