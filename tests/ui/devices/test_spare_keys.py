"""A locked laptop asks its office for the key, and the office gives it back."""

import pytest

from assistance_desktop.storage import activity, asking, keys, keyslots, vault
from assistance_desktop.storage.deeds import Kind as Deed
from assistance_desktop.storage.keyslots import Kind
from assistance_desktop.sync import escrow
from assistance_desktop.sync.age.hybrid import HybridIdentity
from tests.conftest import PASSPHRASE
from tests.ui.devices.test_devices_page import said, until

NEW = "nine wandering kettles humming"


@pytest.fixture
def laptop(tmp_path, office):
    """A locked vault with a spare key at the office."""
    opened = vault.create(tmp_path / "laptop", PASSPHRASE, name="Halla", cost=keys.FLOOR)
    opened.put_slot(lambda master, vid: escrow.slot(master, vid, office.card, "2026-11-23"))
    opened.close()
    return tmp_path / "laptop"


@pytest.fixture
def request_file(laptop, stick):
    slots = keyslots.read(laptop)[0]
    asked = asking.begin(
        laptop,
        NEW,
        "2026-12-01",
        lambda secret: escrow.ask(slots, HybridIdentity(secret)).encode(),
        cost=keys.FLOOR,
    )
    (stick / "key.desk").write_bytes(asked)
    return stick / "key.desk"


def lines(office):
    return [line.deed.kind for line in activity.read(office.session.reader, activity.Filters())]


def test_the_office_compares_six_words_and_gives_the_key_back(
    qtbot, open_page, office, laptop, request_file, stick
):
    page = open_page(office)
    assert page.give_key.isVisibleTo(page)
    until(qtbot, page.spare_keys.asked, page.spare_keys.open_request, request_file)
    assert page.comparing.words.words == escrow.read_request(request_file.read_bytes()).words
    qtbot.waitUntil(lambda: any("Halla" in words for words in said(page)))
    assert not page.comparing.agree.isEnabled()
    page.comparing.tick.click()
    until(qtbot, page.spare_keys.answered, page.spare_keys.answer, stick / "answer.desk")
    assert page.comparing is None
    identity = HybridIdentity(asking.recall(laptop, NEW))
    file = (stick / "answer.desk").read_bytes()
    opened = vault.unlock_with(
        laptop, Kind.ESCROW, lambda slots: escrow.take(slots, file, identity)
    )
    opened.close()
    assert Deed.ESCROW_OPENED in lines(office)


def test_a_file_that_is_no_request_is_told(qtbot, open_page, office, stick):
    (stick / "else.desk").write_bytes(b"{}")
    page = open_page(office)
    page.spare_keys.open_request(stick / "else.desk")
    qtbot.waitUntil(lambda: any("not a request for a spare key" in words for words in said(page)))
    assert page.comparing is None


def test_a_key_of_another_office_is_not_given_and_nothing_is_noted(
    qtbot, open_page, office, field, laptop, request_file, stick
):
    page = open_page(field)
    assert not page.give_key.isVisibleTo(page)
    until(qtbot, page.spare_keys.asked, page.spare_keys.open_request, request_file)
    page.spare_keys.answer(stick / "answer.desk")
    qtbot.waitUntil(lambda: any("no spare key to those" in words for words in said(page)))
    assert not (stick / "answer.desk").exists()
    assert Deed.ESCROW_OPENED not in lines(field)


def test_words_that_differ_give_nothing(qtbot, open_page, office, request_file, stick):
    page = open_page(office)
    until(qtbot, page.spare_keys.asked, page.spare_keys.open_request, request_file)
    page.comparing.refuse.click()
    assert page.comparing is None
    assert Deed.ESCROW_OPENED not in lines(office)
