"""A vault of this program's schema, to be kept as vaults/schema-N: run with the new folder.

Run it before a released schema changes; the reserve and the lock file are not kept.
"""

import itertools
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistance_desktop.cases.changes import Author, Unanswered
from assistance_desktop.storage import case_store, editing, keys, settings, vault
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.sync import desk
from assistance_desktop.sync.trust.card import Role

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "seven cranberry lanterns drifting"


def edits(name, number):
    return [
        Edit("case", "pseudonym", name),
        Edit("case", "number", number),
        Edit("case", "opened_on", "2026-11-23"),
        Edit("case", "worker", "Pihlaja"),
        Edit("intake", "/data/need", "A bed near the frozen lake"),
        Edit("intake", "/data/age", Unanswered.UNKNOWN),
        Edit("intake", "/data/language", ["ru", "fi"]),
        Edit("plan/HOUSING", "due", "2026-12-03"),
        Edit("plan/HOUSING", "next_step", "Call the shelter"),
    ]


def main(folder):
    minutes, numbers = itertools.count(), itertools.count(1)

    def clock():
        return START + timedelta(minutes=next(minutes))

    def new_id():
        return f"{next(numbers):032x}"

    made = vault.create(
        folder,
        PASSPHRASE,
        cost=keys.FLOOR,
        fill=lambda c: desk.found(c, "Pihlaja", "Laptop 1", Role.FIELD, clock()),
    )
    connection = made.connect()
    pen = Pen(Author("Pihlaja", settings.read(connection, "desk")["device"]), clock, new_id)
    with vault.transaction(connection):
        for name, number in (("Aurora", "K7-4M2Q"), ("Tuisku", "H5-6HBW")):
            case = new_id()
            need = editing.write(connection, case, edits(name, number), pen)[4]
            far = Edit("intake", "/data/need", "A bed far from the frozen lake", amends=need.id)
            editing.write(connection, case, [far], pen)
            editing.write(connection, case, [Edit("case", "opened_on", "2026-11-24")], pen)
    with vault.transaction(connection):
        case_store.seal(connection, [need.id])
    connection.close()
    made.close()
    for name in ("vault.reserve", "vault.lock"):
        (folder / name).unlink(missing_ok=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
