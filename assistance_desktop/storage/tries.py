"""Wrong passphrases that were typed before the vault opened: when, and nothing else.

The vault cannot be written while it is closed, so the moments lie in a small file beside it
until it opens; then they become a line of its activity log. Whoever can write beside the vault
can take the file away: it keeps a pause going and tells an honest owner, it guards nothing.
"""

import contextlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assistance_desktop.storage.files import write_whole

FILE = "vault.tries"
LARGEST = 64 * 1024
KEPT = 100
"""Moments that are kept, the last ones; the count goes on."""
MOST = 9_999
"""Where the count ends."""


@dataclass(frozen=True, slots=True)
class Tries:
    """How many passphrases did not open the vault since it last opened, and when the last ones."""

    count: int = 0
    moments: tuple[datetime, ...] = ()

    @property
    def last(self) -> datetime | None:
        """When the last one was typed."""
        return self.moments[-1] if self.moments else None


def read(folder: Path) -> Tries:
    """The tries since the vault last opened; none when the file is not there or says nothing."""
    try:
        with (folder / FILE).open("rb") as file:
            plain = json.loads(file.read(LARGEST))
        moments = tuple(datetime.fromisoformat(each) for each in plain["moments"][-KEPT:])
        count = min(max(int(plain["count"]), len(moments)), MOST)
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return Tries()
    return Tries(count, moments) if all(each.tzinfo for each in moments) else Tries()


def add(folder: Path, at: datetime) -> Tries:
    """One more; a disk that does not take it keeps nobody out."""
    before = read(folder)
    tries = Tries(min(before.count + 1, MOST), (*before.moments, at)[-KEPT:])
    plain = {"count": tries.count, "moments": [each.isoformat() for each in tries.moments]}
    with contextlib.suppress(OSError):
        write_whole(folder / FILE, json.dumps(plain).encode())
    return tries


def forget(folder: Path) -> None:
    """The vault is open, and its activity log holds them."""
    with contextlib.suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)
