"""A process that is killed at any moment lost nothing that it had called saved."""

import random
import shutil
import sys

import pytest

from tests.proofs import deeds
from tests.proofs.killing import Work, kill_during
from tests.proofs.often import often

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")

SIGKILLED = -9


def report(say, what, count, acknowledged, missing, seed):
    say(f"kills during {what}: {count}, acknowledged {acknowledged}, lost {missing}, seed {seed}")


def kill_often(ground, tmp_path, chance, count, deed, furthest):
    """Kill a deed on the same vault again and again; what was acknowledged over all."""
    folder = ground.copy(tmp_path / "notes")
    acknowledged, number = 0, 1
    for _kill in range(count):
        work = Work(deed, str(folder), chance.getrandbits(32), number, ground.bundles)
        told, status = kill_during(work, chance.randint(0, furthest), chance.uniform(0, 0.02))
        assert status == SIGKILLED
        found = deeds.look(folder, ground.ids)
        assert found.gap.is_none
        assert found.whole
        assert not deeds.lost(told, found, ground.ids)
        assert not deeds.halves(found, ground.ids)
        acknowledged += len(told) - 1
        number = max(number, *found.numbers.values()) + 1
        if deed == "taking_in" and found.bundles[-1]:
            shutil.rmtree(folder)
            ground.copy(folder)
    return acknowledged


@often(20, 1000)
def test_while_answers_are_typed(ground, tmp_path, seed, say, count):
    chance = random.Random(seed)  # noqa: S311 - a moment, not a secret
    acknowledged = kill_often(ground, tmp_path, chance, count, "typing", 15)
    assert acknowledged > 3 * count
    report(say, "typing", count, acknowledged, 0, seed)


@often(10, 400)
def test_while_bundles_are_taken_in(ground, tmp_path, seed, say, count):
    chance = random.Random(seed)  # noqa: S311
    acknowledged = kill_often(ground, tmp_path, chance, count, "taking_in", 8)
    report(say, "import", count, acknowledged, 0, seed)


@often(10, 300)
def test_while_the_vault_is_locked(ground, tmp_path, seed, say, count):
    chance = random.Random(seed)  # noqa: S311
    acknowledged = kill_often(ground, tmp_path, chance, count, "locking", 10)
    report(say, "locking", count, acknowledged, 0, seed)


@often(10, 100)
def test_while_a_backup_is_written(ground, tmp_path, seed, say, count):
    """The vault is whole, and whatever is called a backup is one."""
    chance = random.Random(seed)  # noqa: S311
    folder = ground.copy(tmp_path / "notes")
    acknowledged, number, whole = 0, 1, 0
    for _kill in range(count):
        work = Work("backing_up", str(folder), chance.getrandbits(32), number)
        told, status = kill_during(work, chance.randint(1, 8), chance.uniform(0, 0.03))
        assert status == SIGKILLED
        backups = deeds.whole_backups(folder)
        assert backups >= sum("backup" in one for one in told)
        found = deeds.look(folder)
        assert found.gap.is_none
        assert not deeds.lost(told, found)
        acknowledged += len(told) - 1
        number = max(number, *found.numbers.values()) + 10
        whole += backups
        shutil.rmtree(folder.parent)
        folder.parent.mkdir()
        ground.copy(folder)
    assert whole
    report(say, f"backups ({whole} whole, 0 half)", count, acknowledged, 0, seed)


@often(10, 150)
def test_while_the_passphrase_is_changed(ground, tmp_path, seed, say, count):
    chance = random.Random(seed)  # noqa: S311
    folder = ground.copy(tmp_path / "notes")
    acknowledged = last = 0
    for _kill in range(count):
        work = Work("changing_passphrase", str(folder), 0, last + 1)
        told, status = kill_during(work, chance.randint(0, 1), chance.uniform(0, 0.12))
        assert status == SIGKILLED
        acknowledged += len(told) - 1
        changed = [one["passphrase"] for one in told if "passphrase" in one]
        assert deeds.look(folder).gap.is_none
        # The last that was acknowledged opens, or the one after it.
        following = changed[-1] + 1 if changed else last + 1
        last = deeds.passphrase_that_opens(folder, (changed[-1] if changed else last, following))
        assert last is not None
    report(say, "a passphrase change", count, acknowledged, 0, seed)


@often(10, 150)
def test_while_an_old_vault_is_brought_up_to_date(old_ground, tmp_path, seed, say, count):
    chance = random.Random(seed)  # noqa: S311
    killed = acknowledged = 0
    while killed < count:
        folder = tmp_path / str(killed)
        shutil.copytree(old_ground, folder)
        work = Work("migrating", str(folder), 0, 0)
        told, status = kill_during(work, chance.randint(1, 5), chance.uniform(0, 0.06))
        killed += status == SIGKILLED and {"finished"} != set(told[-1])
        for old in sorted(folder.iterdir()):
            assert deeds.is_migrated(old)
        acknowledged += sum("migrated" in one for one in told)
        shutil.rmtree(folder)
    report(say, "migration", killed, acknowledged, 0, seed)
