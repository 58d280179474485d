"""After a power cut the vault opens with everything acknowledged, and raises no false alarm."""

import itertools
import json
import random
import shutil

from assistance_desktop.errors import AppError
from assistance_desktop.storage import keys, settings, vault
from assistance_desktop.storage.vault import transaction
from tests.conftest import PASSPHRASE
from tests.proofs import deeds, power
from tests.proofs.deeds import SHEET
from tests.proofs.often import often
from tests.storage.conftest import VAULTS

NUMBERS = itertools.count()


class Recording:
    """A log of what was done in one folder of the disk, and where in it that began."""

    def __init__(self, disk):
        self.disk = disk
        self.name = f"/{next(NUMBERS)}"
        self.folder = disk.root / self.name[1:]
        self.log, self.base = [], 0
        self.folder.mkdir()

    def begin(self):
        """What is there by now is on the disk for certain."""
        self.disk.mark("begin")

    def end(self):
        self.log, _struck = self.disk.tell()
        marks = [n for n, entry in enumerate(self.log) if entry == ("mark", '"begin"')]
        self.base = marks[0] if marks else 0
        shutil.rmtree(self.folder)
        return self

    def told(self, at):
        marks = [json.loads(entry[1]) for entry in self.log[self.base : at] if entry[0] == "mark"]
        return [mark for mark in marks if isinstance(mark, dict)]

    def cut(self, chance, folder, **how):
        """The disk after a cut at some moment, laid out; what had been acknowledged by then."""
        at = chance.randint(self.base + 1, len(self.log))
        lying = how.pop("lying", ())
        lying = [f"{self.name}/notes/{name}" for name in lying]
        names, contents = power.cut(self.log, self.base, at, chance, lying=lying, **how)
        power.lay_out(names, contents, folder, self.name)
        return self.told(at)


def work(disk, ground, chance):
    """Two sittings: typing, bundles, a new passphrase, and locking with a half typed word."""
    made, numbers = Recording(disk), deeds.numbered()
    ground.copy(made.folder / "notes")
    made.begin()
    bundles = iter(enumerate(ground.bundles))
    for sitting in (1, 2):
        hand = deeds.sit_down(made.folder / "notes")
        for _time in range(3):
            deeds.type_answers(hand, disk.mark, chance, numbers, 3)
            deeds.take_in(hand, disk.mark, *next(bundles))
        hand.session.vault.change_passphrase(deeds.words(sitting), cost=keys.FLOOR)
        disk.mark({"passphrase": sitting})
        deeds.lock_half_typed(hand, disk.mark, chance, numbers)
    return made.end()


def check(told, folder, ground):
    found = deeds.look(folder, ground.ids)
    assert found.gap.is_none, found.gap
    assert found.whole
    assert not deeds.lost(told, found, ground.ids)
    assert not deeds.halves(found, ground.ids)
    return len(told)


@often(40, 2000)
def test_a_cut_loses_nothing_acknowledged(disk, ground, qapp, tmp_path, seed, say, count):
    chance = random.Random(seed)  # noqa: S311
    acknowledged = 0
    for number in range(count):
        if number % 200 == 0:
            recording = work(disk, ground, chance)
        cut = tmp_path / str(number)
        told = recording.cut(chance, cut, orderly=bool(number % 2))
        acknowledged += check(told, cut / "notes", ground)
        if number % 10 == 0:
            last = max((one["passphrase"] for one in told if "passphrase" in one), default=0)
            numbers = (last, last + 1)
            assert deeds.passphrase_that_opens(cut / "notes", numbers) is not None
        shutil.rmtree(cut)
    say(f"power cuts at work: {count}, acknowledged {acknowledged}, lost 0, false alarms 0,"
        f" seed {seed}")  # fmt: skip


@often(20, 400)
def test_a_cut_while_a_vault_is_made(disk, qapp, tmp_path, seed, say, count):
    chance = random.Random(seed)  # noqa: S311
    made = Recording(disk)
    opened = vault.create(made.folder / "notes", PASSPHRASE, sheet=SHEET, cost=keys.FLOOR)
    disk.mark({"made": 1})
    connection = opened.connect()
    with transaction(connection):
        settings.write(connection, "desk", {"worker": "Pihlaja", "device": "laptop-1"})
    connection.close()
    opened.close()
    hand, numbers = deeds.sit_down(made.folder / "notes"), deeds.numbered()
    deeds.type_answers(hand, disk.mark, chance, numbers, 4)
    deeds.lock_half_typed(hand, disk.mark, chance, numbers)
    made.end()
    there = 0
    for number in range(count):
        cut = tmp_path / str(number)
        told = made.cut(chance, cut, orderly=bool(number % 2))
        if told or vault.exists(cut / "notes"):
            found = deeds.look(cut / "notes")
            assert found.gap.is_none
            assert not deeds.lost(told, found)
            there += 1
        shutil.rmtree(cut, ignore_errors=True)
    say(f"power cuts while a vault is made: {count}, made {there}, half made 0, seed {seed}")


@often(20, 400)
def test_a_cut_while_an_old_vault_is_brought_up_to_date(
    disk, old_ground, tmp_path, seed, say, count
):
    chance = random.Random(seed)  # noqa: S311
    made = Recording(disk)
    shutil.copytree(old_ground, made.folder, dirs_exist_ok=True)
    made.begin()
    deeds.migrating(made.folder, disk.mark, chance, None, None)
    made.end()
    for number in range(count):
        cut = tmp_path / str(number)
        made.cut(chance, cut, orderly=bool(number % 2))
        olds = sorted(cut.iterdir())
        assert len(olds) == len(list(VAULTS.glob("schema-*")))
        for old in olds:
            assert deeds.is_migrated(old)
        shutil.rmtree(cut)
    say(f"power cuts during migration: {count}, lost 0, false alarms 0, seed {seed}")


@often(40, 600)
def test_what_a_lying_drive_lost_is_named(disk, ground, qapp, tmp_path, seed, say, count):
    """Its flushes of the database and its journal only seemed to happen; the anchor's did."""
    chance = random.Random(seed)  # noqa: S311
    recording = work(disk, ground, chance)
    gone = named = refused = 0
    for number in range(count):
        cut = tmp_path / str(number)
        told = recording.cut(chance, cut, orderly=True, lying=("vault.db", "vault.db-wal"))
        try:
            found = deeds.look(cut / "notes", ground.ids)
        except AppError:
            refused += 1
        else:
            # The last answer may be acknowledged a moment before the anchor hears of it.
            if not found.whole or len(deeds.lost(told, found, ground.ids)) > 1:
                gone += 1
                named += not found.gap.is_none
                assert not found.gap.is_none, found.whole
        shutil.rmtree(cut)
    assert gone + refused
    say(f"cuts on a lying drive: {count}, of these lost something {gone}, named {named},"
        f" refused as damaged {refused}, seed {seed}")  # fmt: skip
