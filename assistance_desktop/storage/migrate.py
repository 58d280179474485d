"""Bringing a vault's schema up to this program, one transaction a step.

`PRAGMA user_version` is the number of the last step. A vault from a newer program is refused.
What SQL cannot make of the rows that are there already, a step's filling does, in the same
transaction.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from sqlcipher3 import dbapi2

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import chain
from assistance_desktop.storage.words import index

_SCHEMA = Path(__file__).parent / "schema"

ANCHORED = 6
"""From this schema on a vault has an anchor."""

_FILLINGS: Mapping[int, Callable[[dbapi2.Connection], None]] = {
    6: chain.fill,
    7: index.fill,
}
"""What follows the SQL of a step, by its number."""


class VaultNewerError(AppError):
    """The vault was written by a newer program."""


def steps() -> list[tuple[int, str]]:
    """Every step as its number and its SQL, in order."""
    return [
        (int(path.name.partition("_")[0]), path.read_text("utf-8"))
        for path in sorted(_SCHEMA.glob("[0-9]*.sql"))
    ]


def newest() -> int:
    """The schema number that this program writes."""
    return steps()[-1][0]


def present(connection: dbapi2.Connection) -> int:
    """The schema number of a vault. Raises VaultNewerError for one from the future."""
    number = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if number > newest():
        raise VaultNewerError(
            _("These notes were written by a newer version of this program."),
            _("Update the program on this computer. Nothing was changed."),
        )
    return number


def migrate(connection: dbapi2.Connection) -> None:
    """Run the steps that the vault lacks. Raises VaultNewerError for one from the future."""
    last = present(connection)
    for number, sql in steps():
        if number > last:
            _step(connection, number, sql)


def _step(connection: dbapi2.Connection, number: int, sql: str) -> None:
    """One step, whole or not at all."""
    try:
        connection.executescript(f"BEGIN IMMEDIATE;\n{sql}")
        if number in _FILLINGS:
            _FILLINGS[number](connection)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
