"""What was flipped or put back is noticed, or nothing that the anchor knows of is lost by it."""

import itertools
import random
import shutil

import pytest
from sqlcipher3 import dbapi2

from assistance_desktop.errors import AppError
from assistance_desktop.storage import vault
from tests.proofs import deeds
from tests.proofs.deeds import SHEET
from tests.proofs.often import often

FILES = ("vault.db", "vault.db-wal", "vault.anchor")


def states(ground, folder, chance, count, copies):
    """Copies of a vault at moments of its life, and the numbers that had been acknowledged."""
    ground.copy(folder)
    numbers, told, held = deeds.numbered(), [], []
    for at in range(count):
        hand = deeds.sit_down(folder)
        deeds.type_answers(hand, told.append, chance, numbers, 4)
        if at % 2 == 0:
            hand.session.close()
        wait_for_the_anchor(hand)
        shutil.copytree(folder, copies / str(at))
        held.append(list(told))
        hand.session.close()
    return held


def wait_for_the_anchor(hand):
    """Until the writer has nothing to do any more."""
    if hand.session.is_open:
        hand.write(lambda _connection: None)


def everything(folder):
    """All that can be read of a vault, and its gap. Raises what reading raises."""
    opened = vault.unlock_with_sheet(folder, SHEET)
    connection = opened.connect(read_only=True)
    try:
        changes = connection.execute("SELECT * FROM change ORDER BY n").fetchall()
        rows = connection.execute("SELECT * FROM case_row ORDER BY case_id").fetchall()
        connection.execute("SELECT count(*) FROM link, setting").fetchone()
        return opened.gap, [tuple(row) for row in (*changes, *rows)]
    finally:
        connection.close()
        opened.close()


@often(60, 20_000)
def test_a_flipped_bit_is_noticed_or_harmless(ground, qapp, tmp_path, seed, say, count):
    """After a crash, when no hash of the file helps: a flip never makes other words of ours."""
    chance = random.Random(seed)  # noqa: S311
    states(ground, tmp_path / "notes", chance, 2, tmp_path)
    crashed, copy = tmp_path / "1", tmp_path / "copy"
    shutil.copytree(crashed, copy)
    before = everything(copy)
    noticed = 0
    for _number in range(count):
        shutil.rmtree(copy)
        shutil.copytree(crashed, copy)
        path = copy / chance.choice(FILES)
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        try:
            after = everything(copy)
        except (AppError, dbapi2.DatabaseError):
            noticed += 1
            continue
        noticed += not after[0].is_none
        assert after == before or not after[0].is_none, path
    say(f"bits flipped after a crash: {count}, noticed {noticed}, harmless {count - noticed},"
        f" other words 0, seed {seed}")  # fmt: skip


@pytest.mark.parametrize("count", [3, pytest.param(8, marks=pytest.mark.long)])
def test_every_mixture_of_older_and_newer_files(ground, qapp, tmp_path, seed, say, count):
    """An older anchor with its own older database is the one thing the folder cannot tell."""
    chance = random.Random(seed)  # noqa: S311
    held = states(ground, tmp_path / "notes", chance, count, tmp_path)
    tried = named = 0
    for taken in itertools.product(range(count), repeat=3):
        mixed = tmp_path / "mixed"
        shutil.copytree(tmp_path / str(taken[2]), mixed)
        for name, at in zip(FILES, taken, strict=True):
            (mixed / name).unlink(missing_ok=True)
            if (tmp_path / str(at) / name).exists():
                shutil.copyfile(tmp_path / str(at) / name, mixed / name)
        tried += 1
        try:
            found = deeds.look(mixed)
        except AppError:
            named += 1
        else:
            named += not found.gap.is_none
            sound = found.whole and not deeds.lost(held[taken[2]], found)
            assert sound or not found.gap.is_none, taken
        shutil.rmtree(mixed)
    say(f"older and newer files mixed: {tried}, named {named}, the rest lack nothing that their"
        f" anchor knows, seed {seed}")  # fmt: skip
