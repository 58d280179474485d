"""What reads a key file or an anchor meets any bytes with a refusal, and believes none of them."""

import json
import random
import tempfile
import zlib
from pathlib import Path

import pytest

from assistance_desktop.errors import AppError
from assistance_desktop.storage import anchor, keys, keyslots
from assistance_desktop.storage.anchor import Record, Step, Tally
from assistance_desktop.storage.keyslots import Keyslots
from tests.conftest import PASSPHRASE
from tests.proofs.often import often

VAULT = "ab" * 16
MASTER = bytes(range(32))
SHEET = b"s" * 20
STRANGE = (None, True, -1, 0, 1 << 64, float("inf"), float("nan"), "", "\ud800", "x" * 300, [], {},
           [[]], {"kind": []}, [None] * 50)  # fmt: skip
DEEP = (b"[" * 100_000, b'{"format":' * 20_000, b'{"slots":' + b"[" * 60_000)


def mutated(data, chance):
    """Bits flipped, bytes put in, taken out or doubled."""
    made = bytearray(data)
    for _time in range(chance.choice((1, 1, 2, 8))):
        at = chance.randrange(len(made))
        match chance.randrange(5):
            case 0:
                made[at] ^= 1 << chance.randrange(8)
            case 1:
                made[at:at] = chance.randbytes(chance.randint(1, 9))
            case 2:
                del made[at : at + chance.randint(1, 40)]
            case 3:
                made[at:at] = made[at : at + chance.randint(1, 80)]
            case _:
                made[at] = chance.choice(b'{}[]",:0-e\\u')
        made = made or bytearray(b"x")
    return bytes(made)


def bent(plain, chance):
    """JSON with something strange in the place of a value or a name, somewhere in it."""
    if isinstance(plain, dict) and plain and chance.random() < 0.9:
        name = chance.choice(list(plain))
        return {**plain, name: bent(plain[name], chance)}
    if isinstance(plain, list) and plain and chance.random() < 0.9:
        at = chance.randrange(len(plain))
        return [*plain[:at], bent(plain[at], chance), *plain[at + 1 :]]
    return chance.choice(STRANGE)


@pytest.fixture
def quick_folder(tmp_path):
    """A folder in memory, where there is one."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own in it
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def slots(tmp_path_factory):
    """A folder with key files, and what is in them."""
    folder = tmp_path_factory.mktemp("slots")
    sealed = (
        keyslots.seal_passphrase(MASTER, PASSPHRASE, VAULT, keys.FLOOR, "2026-11-23"),
        keyslots.seal_sheet(MASTER, SHEET, VAULT, "2026-11-23"),
    )
    keyslots.write(folder, Keyslots(VAULT, sealed, "Pihlaja"), MASTER)
    return folder, (folder / keyslots.FILES[0]).read_bytes()


def read_slots(folder, data):
    """Whether such a key file is believed: it opens, and counts as our own."""
    (folder / keyslots.FILES[0]).write_bytes(data)
    try:
        (copy,) = keyslots.read(folder)
    except AppError:
        return False
    try:
        return copy.is_genuine(keyslots.unseal_sheet(copy, SHEET)) and bool(copy.seal)
    except AppError:
        return False


@often(5_000, 1_000_000)
def test_no_key_file_is_believed_but_our_own(slots, quick_folder, seed, say, count):
    chance = random.Random(seed)  # noqa: S311
    _folder, whole = slots
    assert read_slots(quick_folder, whole)
    for data in DEEP:
        assert not read_slots(quick_folder, data)
    plain = json.loads(whole)
    for number in range(count):
        if number % 2:
            data = mutated(whole, chance)
        else:
            data = json.dumps(bent(plain, chance), indent=1, sort_keys=True).encode()
        assert data == whole or not read_slots(quick_folder, data), data
    say(f"key files: {count} mutations, unexpected exceptions 0, believed 0, seed {seed}")


def test_a_slot_with_strange_parameters_is_refused(slots):
    whole = json.loads(slots[1])
    words, sheet = whole["slots"]
    for name in ("memory_kib", "passes", "lanes", "salt"):
        for strange in STRANGE:
            slot = {**words, name: strange}
            with pytest.raises(AppError):
                keyslots.unseal_passphrase(Keyslots(VAULT, (slot,)), PASSPHRASE)
    for name in ("nonce", "sealed", "made", "kind"):
        for strange in STRANGE:
            with pytest.raises(AppError):
                keyslots.unseal_sheet(Keyslots(VAULT, ({**sheet, name: strange},)), SHEET)


@often(5_000, 1_000_000)
def test_no_anchor_is_believed_but_our_own(quick_folder, seed, say, count):
    chance = random.Random(seed)  # noqa: S311
    tally = Tally(3, "2026-11-01T09", "2026-11-02T09")
    anchor.write(
        quick_folder, VAULT, MASTER, Record((Step(3, "ab" * 32, {"a": tally}),), 2, "cd" * 32)
    )
    whole = (quick_folder / anchor.FILE).read_bytes()
    for _number in range(count):
        data = mutated(whole, chance)
        (quick_folder / anchor.FILE).write_bytes(data)
        assert data == whole or anchor.read(quick_folder, VAULT, MASTER) is None
    say(f"anchors: {count} mutations, unexpected exceptions 0, believed 0, seed {seed}")


def test_a_strange_anchor_under_our_own_seal_raises_nothing(quick_folder, seed):
    """It could only come from a faulty program of ours; then it counts as none."""
    chance = random.Random(seed)  # noqa: S311
    tally = Tally(3, "2026-11-01T09", "2026-11-02T09")
    plain = anchor._as_json(Record((Step(3, "ab" * 32, {"a": tally}),), 2, "cd" * 32, (7, "ef")))
    cipher = anchor._cipher(MASTER)
    texts = [json.dumps(bent(plain, chance)).encode() for _each in range(2000)] + list(DEEP)
    for text in texts:
        sealed = cipher.encrypt(bytes(12), zlib.compress(text), VAULT.encode())
        (quick_folder / anchor.FILE).write_bytes(bytes(12) + sealed)
        anchor.read(quick_folder, VAULT, MASTER)
