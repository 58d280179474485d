"""What a first start is told: how the person works, what they are called here, which desk.

The vault and its desk are made in one go, so that there is never a vault that is no desk.
"""

import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assistance_desktop.storage import vault
from assistance_desktop.storage.recovery import Sheet
from assistance_desktop.storage.vault import Vault
from assistance_desktop.sync import desk
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui.session import now


class Way(StrEnum):
    """How a desk begins (mock-up 18)."""

    ALONE = "alone"
    OFFICE = "office"
    JOIN = "join"


@dataclass
class Start:
    """What was answered so far. The passphrase is never part of it."""

    way: Way = Way.ALONE
    worker: str = ""
    label: str = ""

    @property
    def role(self) -> Role:
        """What the device is: an office keeps the list of trusted devices."""
        return Role.OFFICE if self.way is Way.OFFICE else Role.FIELD


def found(folder: Path, passphrase: str, sheet: Sheet, start: Start) -> Vault:
    """Make the vault and its desk, and open a copy with the sheet; takes some seconds.

    Raises what `vault.create` and `vault.prove_sheet` raise; a vault whose sheet did not prove
    itself is gone again.
    """
    made = vault.create(
        folder,
        passphrase,
        sheet=sheet.secret,
        name=start.worker,
        fill=lambda connection: desk.found(
            connection, start.worker, start.label, start.role, now()
        ),
    )
    proved = False
    try:
        vault.prove_sheet(made, sheet.secret)
        proved = True
    finally:
        if not proved:
            made.close()
            shutil.rmtree(folder, ignore_errors=True)
    return made
