"""A spare key: only the office opens it, only for the request, and only the person gets it."""

from dataclasses import replace

import pytest

from assistance_desktop.storage import asking, keys, keyslots, leaving, vault
from assistance_desktop.storage.keyslots import Kind
from assistance_desktop.sync import escrow
from assistance_desktop.sync.age.hybrid import HybridIdentity
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.sync.trust.device import Device
from tests.conftest import PASSPHRASE

NEW = "nine wandering kettles humming"
OFFICE = Device.generate("Office desk", Role.OFFICE)
OTHER = Device.generate("Another desk", Role.OFFICE)


@pytest.fixture
def folder(tmp_path):
    opened = vault.create(tmp_path / "notes", PASSPHRASE, name="Pihlaja", cost=keys.FLOOR)
    opened.put_slot(lambda master, vid: escrow.slot(master, vid, OFFICE.card, "2026-11-23"))
    opened.close()
    return tmp_path / "notes"


def ask(folder):
    slots = keyslots.read(folder)[0]
    asked = asking.begin(
        folder,
        NEW,
        "2026-12-01",
        lambda secret: escrow.ask(slots, HybridIdentity(secret)).encode(),
        cost=keys.FLOOR,
    )
    assert asking.request(folder) == asked
    return escrow.read_request(asked)


def test_an_office_gives_the_key_back_and_a_new_passphrase_opens(folder):
    request = ask(folder)
    at_office = escrow.read_request(request.encode())
    assert at_office.words == request.words
    assert at_office.name == "Pihlaja"
    file = escrow.answer(at_office, OFFICE.identity)
    identity = HybridIdentity(asking.recall(folder, NEW))
    opened = vault.unlock_with(
        folder, Kind.ESCROW, lambda slots: escrow.take(slots, file, identity)
    )
    opened.change_passphrase(NEW, cost=keys.FLOOR)
    opened.close()
    asking.end(folder)
    assert opened.opened_by is Kind.ESCROW
    assert asking.since(folder) == ""
    vault.unlock(folder, NEW).close()


def test_the_key_stands_nowhere_in_request_or_answer(folder):
    opened = vault.unlock(folder, PASSPHRASE)
    master = opened._open_master()
    opened.close()
    request = ask(folder)
    answer = escrow.answer(request, OFFICE.identity)
    for data in (request.encode(), answer, *(path.read_bytes() for path in folder.iterdir())):
        assert master not in data
        assert keyslots.to_text(master).encode() not in data


def test_another_office_cannot_answer(folder):
    with pytest.raises(escrow.NotOurSpareKeyError, match="no spare key"):
        escrow.answer(ask(folder), OTHER.identity)


def test_a_spare_key_that_was_put_into_another_request_is_not_given(folder, tmp_path):
    other = vault.create(tmp_path / "other", PASSPHRASE, cost=keys.FLOOR)
    other.put_slot(lambda master, vid: escrow.slot(master, vid, OFFICE.card, "2026-11-23"))
    other.close()
    stolen = keyslots.read(tmp_path / "other")[0].of(Kind.ESCROW)
    mixed = keyslots.read(folder)[0].having(stolen)
    request = escrow.ask(mixed, HybridIdentity.generate())
    with pytest.raises(escrow.NotOurSpareKeyError):
        escrow.answer(request, OFFICE.identity)


def test_an_answer_opens_for_its_own_request_only(folder):
    answer = escrow.answer(ask(folder), OFFICE.identity)
    slots = keyslots.read(folder)[0]
    with pytest.raises(escrow.WrongAnswerError, match="new request"):
        escrow.take(slots, answer, HybridIdentity.generate())
    ask(folder)
    later = HybridIdentity(asking.recall(folder, NEW))
    with pytest.raises(escrow.WrongAnswerError):
        escrow.take(slots, answer, later)


def test_an_answer_with_another_key_is_refused(folder):
    request = ask(folder)
    forged = escrow._seal(bytes(32), request.vault_id, request.recipient)
    identity = HybridIdentity(asking.recall(folder, NEW))
    with pytest.raises(escrow.WrongAnswerError):
        escrow.take(keyslots.read(folder)[0], forged, identity)


def test_the_six_words_change_with_every_part_of_a_request(folder):
    request = ask(folder)
    words = {request.words}
    for name, value in (
        ("vault_id", "f" * 32),
        ("name", "Halla"),
        ("sealed", request.sealed + b"x"),
        ("recipient", OTHER.identity.recipient),
    ):
        words.add(replace(request, **{name: value}).words)
    assert len(words) == 5


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"\xff", b"x" * 70_000, b'{"format":"workspace key request 1"}']
)
def test_rubbish_is_no_request(data):
    with pytest.raises(escrow.UnreadableRequestError):
        escrow.read_request(data)


def test_the_wrong_new_passphrase_is_told(folder):
    ask(folder)
    with pytest.raises(keyslots.WrongPassphraseError):
        asking.recall(folder, PASSPHRASE)


def test_without_a_request_there_is_nothing_to_answer(folder):
    with pytest.raises(asking.NotAskedError):
        asking.recall(folder, NEW)


def test_a_vault_without_a_spare_key_cannot_ask(tmp_path):
    vault.create(tmp_path / "alone", PASSPHRASE, cost=keys.FLOOR).close()
    with pytest.raises(escrow.NotOurSpareKeyError, match="No office"):
        escrow.ask(keyslots.read(tmp_path / "alone")[0], HybridIdentity.generate())


def test_a_vault_closed_for_a_journey_opens_only_through_its_office(folder):
    opened = vault.unlock(folder, PASSPHRASE)
    assert not leaving.is_closed_for_journey(folder)
    leaving.close_for_journey(opened)
    opened.close()
    assert leaving.is_closed_for_journey(folder)
    with pytest.raises(keyslots.WrongPassphraseError):
        vault.unlock(folder, PASSPHRASE)
    request = ask(folder)
    file = escrow.answer(request, OFFICE.identity)
    identity = HybridIdentity(asking.recall(folder, NEW))
    back = vault.unlock_with(folder, Kind.ESCROW, lambda slots: escrow.take(slots, file, identity))
    assert back.gap.is_none
    back.close()


def test_no_journey_without_a_spare_key(tmp_path):
    opened = vault.create(tmp_path / "alone", PASSPHRASE, cost=keys.FLOOR)
    with pytest.raises(leaving.NoSpareKeyError, match="spare key"):
        leaving.close_for_journey(opened)
    opened.close()
    vault.unlock(tmp_path / "alone", PASSPHRASE).close()
