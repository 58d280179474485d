"""Bringing a vault's schema up to this program, one transaction a step.

`PRAGMA user_version` is the number of the last step. A vault from a newer program is refused.
"""

from pathlib import Path

from sqlcipher3 import dbapi2

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

_SCHEMA = Path(__file__).parent / "schema"


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


def migrate(connection: dbapi2.Connection) -> None:
    """Run the steps that the vault lacks. Raises VaultNewerError for one from the future."""
    present = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if present > newest():
        raise VaultNewerError(
            _("These notes were written by a newer version of this program."),
            _("Update the program on this computer. Nothing was changed."),
        )
    for number, sql in steps():
        if number > present:
            connection.executescript(f"BEGIN;\n{sql}\nPRAGMA user_version = {number};\nCOMMIT;")
