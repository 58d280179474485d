"""For emergencies: the spare key, the journey, and erasing."""

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.storage import activity, case_store, editing, leaving
from assistance_desktop.storage.deeds import Kind as Deed
from assistance_desktop.storage.keyslots import Kind
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.switch import TickBox
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.settings.leaving_card import LeavingCard
from tests.ui.exchange.desks_at_work import consent, person


@pytest.fixture
def show(qtbot):
    def make(session):
        window = QMainWindow()
        qtbot.addWidget(window)
        notices = Notices()
        card = LeavingCard(session, notices, lambda: None)
        card.kept = window
        card.body.addWidget(notices)
        window.setCentralWidget(card)
        window.resize(1000, 700)
        window.show()
        with qtbot.waitSignal(card.shown):
            card.refresh()
        return card

    return make


def said(card):
    return {words.text() for words in card.window().findChildren(Words)}


def says(card, part):
    return any(part in words for words in said(card))


def lines(place):
    return [line.deed.kind for line in activity.read(place.session.reader, activity.Filters())]


@pytest.fixture
def joined(qtbot, field, office, show):
    """The card of a field desk whose office has a spare key."""
    card = show(field.session)
    with qtbot.waitSignal(card.shown):
        card.spare.click()
    return card


def test_alone_there_is_nobody_to_give_a_spare_key_to(session, show):
    card = show(session)
    assert not card.spare.isEnabled()
    assert not card.journey.isEnabled()
    assert says(card, "belongs to no office yet")


def test_the_office_gets_a_spare_key_with_one_click(qtbot, joined, field):
    assert field.vault.keyslots.of(Kind.ESCROW)["label"] == "Helsinki office"
    assert says(joined, "Sealed for Helsinki office")
    assert Deed.ESCROW_GIVEN in lines(field)
    assert joined.journey.isEnabled()


def test_a_journey_waits_until_everything_is_at_the_office(qtbot, joined, field):
    field.write("c", *person("Aurora", "K7-4M2Q"), *consent())
    with qtbot.waitSignal(joined.shown):
        joined.refresh()
    joined.journey.click()
    assert joined.dialog is None
    assert says(joined, "not at the office yet")


def test_closing_for_a_journey_names_what_stays_and_leaves_only_the_office(qtbot, joined, field):
    field.write("c", *person("Aurora", "K7-4M2Q"))
    with qtbot.waitSignal(joined.shown):
        joined.refresh()
    joined.journey.click()
    assert says(joined, "1 case is not at the office: nobody agreed to that.")
    assert joined.dialog._keep.hasFocus()
    with qtbot.waitSignal(joined.lock_wanted):
        joined.dialog._act.click()
    assert leaving.is_closed_for_journey(field.vault.folder)
    assert Deed.CLOSED_FOR_JOURNEY in lines(field)


def test_erasing_asks_for_a_tick_and_names_what_is_lost(qtbot, session, show, pen):
    connection = session.vault.connect()
    with transaction(connection):
        editing.write(connection, "c", person("Aurora", "K7-4M2Q"), pen)
    connection.close()
    assert case_store.count_unsealed(session.reader) == 1
    card = show(session)
    card.erase.click()
    assert says(card, "1 case holds changes that are in no bundle yet. They are lost.")
    assert not card.dialog._act.isEnabled()
    with qtbot.waitSignal(card.erase_wanted):
        card.dialog.findChild(TickBox).click()
        card.dialog._act.click()


def test_keeping_erases_nothing(session, show):
    card = show(session)
    asked = []
    card.erase_wanted.connect(lambda: asked.append(True))
    card.erase.click()
    card.dialog._keep.click()
    assert asked == []
    assert card.dialog is None
