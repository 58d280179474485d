"""What is done to a vault while something goes wrong, and what must be there afterwards.

Every deed tells what was acknowledged the moment it is: an answer, a bundle, a passphrase. Each
answer bears a number that only grows, so that a later one proves that an earlier one was saved.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject
from sqlcipher3 import dbapi2

from assistance_desktop.cases.case import CASE
from assistance_desktop.storage import (
    backup,
    backup_shelf,
    case_store,
    keys,
    keyslots,
    migrate,
    restore,
    vault,
)
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.gap import Gap
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync import exchange
from assistance_desktop.ui.session import Session
from tests.conftest import PASSPHRASE

SHEET = b"s" * 20
"""The secret of a sheet, which opens without stretching anything."""
BACKED_UP = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""When the first backup would have been written; one a minute."""
CASES = tuple(f"{number:032x}" for number in range(1, 5))
FIELDS = tuple(f"/intake/about/{name}" for name in ("home", "need", "work", "language", "friend"))

Told = dict[str, Any]
Tell = Callable[[Told], None]


class GapFoundError(Exception):
    """The vault would have opened with a gap, while the disk failed."""


@dataclass
class Hand:
    """A person at a session: writes, and waits until it is told what became of it."""

    session: Session
    owner: QObject = field(default_factory=QObject)

    def write(self, job):
        """Raises the refusal when it was refused."""
        told, refused = [], []
        self.session.write(job, self.owner, told.append, refused.append)
        while not told and not refused:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if refused:
            raise refused[0]
        return told[0]

    def put(self, case_id, edit):
        told, refused = [], []
        self.session.edit(case_id, [edit], self.owner, told.extend, refused.append)
        while not told and not refused:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if refused:
            raise refused[0]
        return told[0]


def sit_down(folder):
    """Unlock with the sheet, and begin a session."""
    opened = vault.unlock_with_sheet(folder, SHEET)
    if not opened.gap.is_none:
        opened.close()
        raise GapFoundError
    try:
        return Hand(Session(opened))
    except BaseException:
        opened.close()
        raise


def type_answers(hand, tell, chance, numbers, times):
    """Answers here and there, some typed on letter by letter."""
    for _time in range(times):
        case_id, name = chance.choice(CASES), chance.choice(FIELDS)
        made = ""
        for _letter in range(chance.randint(1, 3)):
            number = next(numbers)
            change = hand.put(case_id, Edit("intake", name, f"snow {number}", amends=made))
            made = change.id
            tell({"case": case_id, "field": name, "number": number})
    hand.put(chance.choice(CASES), Edit(CASE, "pseudonym", "Aurora"))


def take_in(hand, tell, number, content):
    """One bundle from a field desk."""
    session = hand.session
    desk = desks.read(session.reader)
    looked = exchange.preview(session.reader, desk, content)
    pen = vault_pen(session)
    hand.write(lambda connection: exchange.accept(connection, desk, looked, [], pen))
    tell({"bundle": number})


def vault_pen(session):
    return exchange.Pen(session.author, session.clock, session.new_id)


def lock_half_typed(hand, tell, chance, numbers):
    """Lock while a word is half typed; it counts as saved once the vault is locked."""
    session = hand.session
    case_id, name, number = chance.choice(CASES), chance.choice(FIELDS), next(numbers)

    def hand_over():
        edit = Edit("intake", name, f"snow {number}")
        session.edit(case_id, [edit], hand.owner, lambda _changes: None, lambda _refusal: None)

    session.closing.connect(hand_over)
    session.close()
    tell({"case": case_id, "field": name, "number": number})


# Deeds that are done until the process is killed. -------------------------------------------


def typing(folder, tell, chance, numbers, _bundles):
    hand = sit_down(folder)
    while True:
        type_answers(hand, tell, chance, numbers, 5)


def taking_in(folder, tell, chance, numbers, bundles):
    hand = sit_down(folder)
    for number, content in enumerate(bundles):
        take_in(hand, tell, number, content)
    while True:
        type_answers(hand, tell, chance, numbers, 5)


def locking(folder, tell, chance, numbers, _bundles):
    while True:
        hand = sit_down(folder)
        type_answers(hand, tell, chance, numbers, 1)
        lock_half_typed(hand, tell, chance, numbers)


def changing_passphrase(folder, tell, _chance, numbers, _bundles):
    opened = vault.unlock_with_sheet(folder, SHEET)
    for number in numbers:
        opened.change_passphrase(words(number), cost=keys.FLOOR)
        tell({"passphrase": number})


def backing_up(folder, tell, chance, numbers, _bundles):
    """One backup after the other beside the vault, with an answer between them."""
    hand = sit_down(folder)
    for number in numbers:
        type_answers(hand, tell, chance, numbers, 1)
        at = BACKED_UP + timedelta(minutes=number)
        backup.write(hand.session.vault, folder.parent, at)
        tell({"backup": number})


def migrating(folder, tell, _chance, _numbers, _bundles):
    """As many old vaults as there are beside each other, one after the other."""
    for old in sorted(folder.glob("old-*")):
        tell({"began": old.name})
        vault.unlock_with_sheet(old, SHEET).close()
        tell({"migrated": old.name})


def words(number):
    return f"{PASSPHRASE} {number}" if number else PASSPHRASE


# What must be there afterwards. --------------------------------------------------------------


@dataclass(frozen=True)
class Found:
    """What a vault holds, opened anew."""

    gap: Gap
    numbers: dict[tuple[str, str], int]
    bundles: tuple[int, ...]
    """How many changes of each bundle are there."""
    whole: bool
    """Whether every table fits its indexes."""


def look(folder, bundles=()):
    """Open a vault and read everything. Raises what unlocking raises."""
    opened = vault.unlock_with_sheet(folder, SHEET)
    connection = opened.connect(read_only=True)
    try:
        return Found(opened.gap, *_everything(connection, bundles))
    except dbapi2.DatabaseError:
        return Found(opened.gap, {}, (), whole=False)
    finally:
        connection.close()
        opened.close()


def _everything(connection, bundles):
    numbers = {}
    for case_id in CASES:
        case = case_store.load(connection, case_id)
        for name in FIELDS:
            value = case.text("intake", name)
            numbers[case_id, name] = int(value.removeprefix("snow ")) if value else 0
    there = tuple(len(case_store.known(connection, ids)) for ids in bundles)
    whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    return numbers, there, whole


def lost(told, found, bundles=()):
    """What was acknowledged and is not there."""
    missing = []
    for one in told:
        if "case" in one and found.numbers[one["case"], one["field"]] < one["number"]:
            missing.append(one)
        if "bundle" in one and found.bundles[one["bundle"]] != len(bundles[one["bundle"]]):
            missing.append(one)
    return missing


def halves(found, bundles):
    """Bundles of which a part is there and a part not."""
    return [n for n, ids in enumerate(bundles) if found.bundles[n] not in (0, len(ids))]


def passphrase_that_opens(folder, numbers):
    """Which of these passphrases opens, None when none does."""
    for number in numbers:
        try:
            vault.unlock(folder, words(number)).close()
        except keyslots.WrongPassphraseError:
            continue
        return number
    return None


def whole_backups(folder):
    """How many backups lie beside a vault; each is read as a whole. Raises when one is not."""
    opened = vault.unlock_with_sheet(folder, SHEET)
    try:
        found = backup_shelf.found(backup_shelf.home(folder.parent, opened.id))
        for one in found:
            restore.open_backup(opened, one.path)
        return len(found)
    finally:
        opened.close()


def is_migrated(folder):
    """Whether everything of an old vault is there, in the newest schema."""
    opened = vault.unlock_with_sheet(folder, SHEET)
    connection = opened.connect(read_only=True)
    try:
        changes = connection.execute("SELECT count(*) FROM change").fetchone()[0]
        newest = migrate.present(connection) == migrate.newest()
        return newest and changes == 20 and opened.gap.is_none
    finally:
        connection.close()
        opened.close()


def numbered(start=1):
    return itertools.count(start)
