"""Looking into a backup and bringing it back, beside the window and in one transaction."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assistance_desktop.cases.changes import Author
from assistance_desktop.errors import AppError
from assistance_desktop.storage import activity, keyslots, recovery, restore
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.storage.keyslots import Keyslots
from assistance_desktop.storage.recovery import Sheet
from assistance_desktop.storage.restore import Look, OtherVaultError, Source
from assistance_desktop.storage.vault import Connection, Vault
from assistance_desktop.sync import incarnation


@dataclass(frozen=True, slots=True)
class Looked:
    """A backup that was read as a whole, and what joining it would do."""

    source: Source
    look: Look


@dataclass(frozen=True, slots=True)
class Closed:
    """A backup of other notes that is still closed; `why` is what the last secret lacked."""

    path: Path
    why: str = ""


def look_into(
    connection: Connection, opened: Vault, path: Path, secret: str = ""
) -> Looked | Closed:
    """Read a backup; one of other notes with what opens them. Raises AppError if it is damaged."""
    try:
        source = restore.open_backup(opened, path)
    except OtherVaultError:
        if not secret:
            return Closed(path)
        try:
            source = restore.open_other(path, lambda slots: _unseal(slots, secret))
        except (keyslots.WrongPassphraseError, keyslots.WrongSheetError) as refusal:
            return Closed(path, str(refusal.problem))
    return Looked(source, restore.look(connection, source, opened.folder.parent))


def bring_back(
    connection: Connection, opened: Vault, source: Source, author: Author, at: datetime
) -> int:
    """Join it, begin with a new device and note it, inside one transaction; how many were new."""
    new = restore.bring_back(connection, source, opened.folder.parent)
    incarnation.renew(connection, at)
    activity.note(connection, Deed(Kind.RESTORED, says={"changes": new}), author, at)
    return new


def _unseal(slots: Keyslots, secret: str) -> bytes:
    """With the sheet if the signs are of one, else with the passphrase."""
    try:
        sheet = Sheet.read(recovery.spread(secret))
    except AppError:
        return keyslots.unseal_passphrase(slots, secret)
    return keyslots.unseal_sheet(slots, sheet.secret)
