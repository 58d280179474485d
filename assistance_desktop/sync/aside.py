"""Bundles that a person looked at and set aside.

Nothing of them is in the cases and no receipt goes out, so the sender's next bundle holds the
same again; only that they came is remembered.
"""

from dataclasses import dataclass
from datetime import datetime

from assistance_desktop.storage import settings
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync.exchange import Preview

_REMEMBERED = 50
_SETTING = "set_aside"


@dataclass(frozen=True, slots=True)
class SetAside:
    """One such bundle; `size` in bytes."""

    peer: str
    digest: str
    at: datetime
    size: int


def put(connection: Connection, looked: Preview, at: datetime) -> None:
    """Remember that a bundle was set aside; inside `vault.transaction`."""
    row = {
        "peer": looked.opened.manifest.sender.device,
        "digest": looked.digest,
        "at": at.isoformat(),
        "size": looked.size,
    }
    before = [each for each in _rows(connection) if each["digest"] != looked.digest]
    settings.write(connection, _SETTING, [row, *before][:_REMEMBERED])


def read(connection: Connection) -> tuple[SetAside, ...]:
    """The bundles set aside, the last one first."""
    return tuple(
        SetAside(
            str(row["peer"]),
            str(row["digest"]),
            datetime.fromisoformat(str(row["at"])),
            int(row["size"]),
        )
        for row in _rows(connection)
    )


def _rows(connection: Connection) -> list[dict[str, str | int]]:
    return settings.read(connection, _SETTING) or []
