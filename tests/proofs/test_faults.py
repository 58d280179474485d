"""A disk that is full or fails costs a sentence, never a traceback and nothing acknowledged."""

import errno
import itertools
import random
import shutil
from dataclasses import dataclass, field

import pytest

from assistance_desktop.errors import AppError
from assistance_desktop.storage import keys, reserve, vault
from assistance_desktop.storage.database import as_refusal
from assistance_desktop.ui import failure
from tests.proofs import deeds
from tests.proofs.deeds import SHEET, GapFoundError
from tests.proofs.often import often

WHAT = ("space", "write", "fsync", "read", "name")


@pytest.fixture
def bugs():
    """What would have shown a crash page."""
    pages = []
    failure.install(pages.append)
    yield pages
    failure.uninstall()


@dataclass
class Trial:
    """One vault that goes through fault after fault, and what it must hold."""

    disk: object
    ground: object
    chance: random.Random
    folder: object
    numbers: object = field(default_factory=deeds.numbered)
    bundles: object = None
    acknowledged: int = 0
    struck: int = 0
    refused: int = 0
    passphrases: tuple[int, ...] = (0,)

    def begin(self):
        """A fresh vault, before any fault."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.ground.copy(self.folder)
        self.bundles = iter(enumerate(self.ground.bundles))
        self.passphrases = (0,)

    def break_disk(self):
        what = self.chance.choice(WHAT)
        if what == "space":
            self.disk.fail(what, self.chance.choice((0, 100, 4096, 20_000, 100_000)))
            return what
        code = errno.ENOSPC if what == "write" and self.chance.random() < 0.4 else errno.EIO
        late = int(self.chance.expovariate(1 / 12)) + 1
        self.disk.fail(what, late, code, lasting=self.chance.random() < 0.5)
        return what

    def go_through(self, deed):
        """Do a deed on a failing disk; what it acknowledged. AppError is what a person reads."""
        told = []
        try:
            deed(self, told.append)
        except GapFoundError:
            self.refused += 1
        except Exception as error:
            # An AppError, or what the program shows as one (ui/failure.py).
            if not isinstance(error, AppError) and as_refusal(error) is None:
                raise
            self.refused += 1
        finally:
            _log, struck = self.disk.tell()
            self.disk.heal()
        self.struck += struck > 0
        self.acknowledged += len(told)
        return told

    def check(self, told):
        found = deeds.look(self.folder, self.ground.ids)
        assert found.gap.is_none, found.gap
        assert found.whole
        missing = deeds.lost(told, found, self.ground.ids)
        assert not missing, missing
        assert not deeds.halves(found, self.ground.ids)


def typing(trial, tell):
    trial.break_disk()
    hand = deeds.sit_down(trial.folder)
    try:
        for _time in range(4):
            try:
                deeds.type_answers(hand, tell, trial.chance, trial.numbers, 2)
            except AppError:
                trial.refused += 1
    finally:
        hand.session.close()


def typing_on_after_unlocking(trial, tell):
    hand = deeds.sit_down(trial.folder)
    trial.break_disk()
    try:
        deeds.type_answers(hand, tell, trial.chance, trial.numbers, 4)
    finally:
        hand.session.close()


def taking_in(trial, tell):
    hand = deeds.sit_down(trial.folder)
    following = next(trial.bundles, None)
    trial.break_disk()
    try:
        if following is not None:
            deeds.take_in(hand, tell, *following)
    finally:
        hand.session.close()


def locking(trial, tell):
    hand = deeds.sit_down(trial.folder)
    deeds.type_answers(hand, tell, trial.chance, trial.numbers, 1)
    kept = (trial.folder / reserve.FILE).exists()
    told = []
    what = trial.break_disk()
    deeds.lock_half_typed(hand, told.append, trial.chance, trial.numbers)
    # For a full disk there is the reserve; against a failing one nothing helps.
    if what == "space" and kept:
        tell(told[0])


def changing_passphrase(trial, tell):
    opened = vault.unlock_with_sheet(trial.folder, SHEET)
    trial.break_disk()
    number = next(trial.numbers)
    try:
        opened.change_passphrase(deeds.words(number), cost=keys.FLOOR)
        trial.passphrases = (number,)
        tell({"passphrase": number})
    except AppError:
        trial.passphrases = (*trial.passphrases, number)
        raise
    finally:
        opened.close()


DEEDS = (typing, typing_on_after_unlocking, taking_in, locking, changing_passphrase)


@often(75, 4000)
def test_at_work(disk, ground, qapp, bugs, seed, say, count):
    chance = random.Random(seed)  # noqa: S311
    trial = Trial(disk, ground, chance, disk.root / "trial")
    for number in range(count):
        if number % 40 == 0:
            trial.begin()
        deed = DEEDS[number % len(DEEDS)]
        trial.check(trial.go_through(deed))
        assert not bugs, (deed.__name__, bugs)
        if deed is changing_passphrase and number % 3 == 0:
            assert deeds.passphrase_that_opens(trial.folder, trial.passphrases[::-1]) is not None
    shutil.rmtree(trial.folder)
    assert trial.struck > count / 4
    say(f"disk full and I/O errors at work: {count} ordered, {trial.struck} struck,"
        f" refused with a sentence {trial.refused}, acknowledged {trial.acknowledged}, lost 0,"
        f" tracebacks 0, seed {seed}")  # fmt: skip


def test_a_disk_that_is_full_takes_what_is_half_typed_when_the_vault_locks(disk, ground, qapp):
    folder = ground.copy(disk.root / "full")
    hand = deeds.sit_down(folder)
    told = []
    disk.fail("space", 0)
    deeds.lock_half_typed(hand, told.append, random.Random(1), deeds.numbered(7))  # noqa: S311
    assert not (folder / reserve.FILE).exists()
    disk.heal()
    found = deeds.look(folder)
    shutil.rmtree(folder)
    assert found.gap.is_none
    assert not deeds.lost(told, found)


@often(25, 1000)
def test_while_an_old_vault_is_brought_up_to_date(disk, old_ground, seed, say, count):
    chance = random.Random(seed)  # noqa: S311
    olds = itertools.cycle(sorted(old_ground.iterdir()))
    trial = Trial(disk, None, chance, disk.root / "old")
    for _number in range(count):
        shutil.copytree(next(olds), trial.folder)
        trial.go_through(migrating)
        assert deeds.is_migrated(trial.folder)
        shutil.rmtree(trial.folder)
    say(f"disk full and I/O errors during migration: {count} ordered, {trial.struck} struck,"
        f" refused with a sentence {trial.refused}, lost 0, tracebacks 0, seed {seed}")  # fmt: skip


def migrating(trial, _tell):
    trial.break_disk()
    opened = vault.unlock_with_sheet(trial.folder, SHEET)
    opened.close()
