"""Two desks come to know each other, and one is put off the list."""

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from assistance_desktop.storage.editing import Edit
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui.exchange.page import ExchangePage
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.review.page import ReviewPage
from tests.ui.exchange.desks_at_work import consent, names, open_place, person


def said(page):
    return {words.text() for words in page.findChildren(Words) if words.isVisibleTo(page)}


def shows(qtbot, page, *sentences):
    qtbot.waitUntil(lambda: set(sentences) <= said(page))


def until(qtbot, signal, deed, *arguments):
    with qtbot.waitSignal(signal) as told:
        deed(*arguments)
    return told.args


def introduce_by_hand(qtbot, open_page, field, office, stick):
    """Through both pages, as people do it; each compares the other's words."""
    page = open_page(field)
    until(qtbot, page.request_saved, page.save_request, stick / "request.desk")
    page = open_page(office)
    until(qtbot, page.asked, page.open_request, stick / "request.desk")
    assert page.comparing.words.words == field.card.words
    page.comparing.tick.click()
    until(qtbot, page.welcome_saved, page.approve, stick / "welcome.desk")
    page = open_page(field)
    until(qtbot, page.asked, page.open_welcome, stick / "welcome.desk")
    assert page.comparing.words.words == office.card.words
    page.comparing.tick.click()
    until(qtbot, page.joined, page.comparing.agree.click)
    return page


def test_a_lone_desk_sees_itself_and_the_three_steps(qtbot, strangers, open_page):
    page = open_page(strangers[0])
    shows(
        qtbot,
        page,
        "Laptop 3",
        "Pihlaja, field desk",
        "Make a request",
        "Read these six words to the office",
        "Open the welcome file",
    )
    assert not page.add.isVisible()


def test_request_approval_welcome_and_joining(qtbot, strangers, open_page, stick):
    field, office = strangers
    page = introduce_by_hand(qtbot, open_page, field, office, stick)
    assert [card.label for card in field.desk.peers] == ["Helsinki office"]
    assert [card.label for card in office.desk.peers] == ["Laptop 3"]
    shows(qtbot, page, "Helsinki office", "Office, on the list since: Today")
    assert page.comparing is None


def test_the_whole_round_through_the_pages(qtbot, strangers, open_page, stick):
    field, office = strangers
    introduce_by_hand(qtbot, open_page, field, office, stick)
    field.write("c", *consent(), *person("Aurora", "K7-4M2Q"), Edit("intake", "/q", "x"))
    carry(qtbot, open_page, field, office, stick)
    assert office.case().changes == field.case().changes
    office.write("c", Edit("plan/HOUSING", "next_step", "Move in"))
    carry(qtbot, open_page, office, field, stick)
    assert field.case().value("plan/HOUSING", "next_step") == "Move in"
    assert all(row.acknowledged for row in field.bundles() if row.outgoing)


def carry(qtbot, open_page, sender, receiver, stick):
    page = open_page(sender, ExchangePage)
    (path,) = until(qtbot, page.written, page.write_bundle, stick, page.standing.to)
    page = open_page(receiver, ExchangePage)
    (preview,) = until(qtbot, page.bundle_opened, page.read_bundle, path)
    page = open_page(receiver, ReviewPage)
    page.show_preview(preview)
    until(qtbot, page.accepted, page.frame.accept.click)


def test_nobody_approves_before_the_box_is_ticked(qtbot, strangers, open_page, stick):
    field, office = strangers
    page = open_page(field)
    until(qtbot, page.request_saved, page.save_request, stick / "request.desk")
    page = open_page(office)
    until(qtbot, page.asked, page.open_request, stick / "request.desk")
    shows(qtbot, page, "Laptop 3 asks to join as field desk.")
    assert not page.comparing.agree.isEnabled()
    qtbot.keyClick(page.comparing.tick, Qt.Key.Key_Space)
    assert page.comparing.agree.isEnabled()


def test_other_words_are_refused_calmly_and_nothing_changes(qtbot, strangers, open_page, stick):
    field, office = strangers
    page = open_page(field)
    until(qtbot, page.request_saved, page.save_request, stick / "request.desk")
    page = open_page(office)
    until(qtbot, page.asked, page.open_request, stick / "request.desk")
    before = office.everything()
    page.comparing.refuse.click()
    shows(qtbot, page, "Nothing was changed.")
    assert page.comparing is None
    assert office.everything() == before


def test_a_changed_request_is_refused(qtbot, strangers, open_page, stick):
    field, office = strangers
    page = open_page(field)
    (path,) = until(qtbot, page.request_saved, page.save_request, stick / "request.desk")
    path.write_bytes(path.read_bytes().replace(b"Laptop 3", b"Laptop 9"))
    page = open_page(office)
    page.open_request(path)
    shows(qtbot, page, "This was changed after it was signed, or somebody else signed it.")
    assert page.comparing is None


def test_a_changed_welcome_is_refused(qtbot, field, office, open_page, stick):
    page = open_page(office)
    (path,) = until(qtbot, page.welcome_saved, page.save_welcome, stick / "welcome.desk")
    path.write_bytes(path.read_bytes().replace(b"Laptop 3", b"Laptop 9"))
    page = open_page(field)
    page.open_welcome(path)
    shows(qtbot, page, "This was changed after it was signed, or somebody else signed it.")


def test_a_welcome_for_others_says_what_is_missing(qtbot, office, open_page, stick, tmp_path):
    stranger = open_place(tmp_path / "third", "Tuisku", "Laptop 5", Role.FIELD)
    page = open_page(office)
    (path,) = until(qtbot, page.welcome_saved, page.save_welcome, stick / "welcome.desk")
    page = open_page(stranger)
    until(qtbot, page.asked, page.open_welcome, path)
    page.join()
    shows(qtbot, page, "This computer is not on the list in the welcome file.")
    assert stranger.desk.roster is None
    stranger.close()


@pytest.mark.parametrize("kind", ["missing", "folder", "noise", "huge"])
def test_a_file_that_is_no_request_is_told(qtbot, office, open_page, stick, kind):
    path = stick / "request.desk"
    if kind == "folder":
        path.mkdir()
    elif kind == "noise":
        path.write_bytes(b"\x00\xff noise")
    elif kind == "huge":
        path.write_bytes(b"{" * 100_000)
    page = open_page(office)
    page.open_request(path)
    sentence = {
        "missing": "This file cannot be read.",
        "folder": "This file cannot be read.",
    }.get(kind, "This is not a request of a device that can be read.")
    shows(qtbot, page, sentence)


def test_a_file_that_cannot_be_saved_is_told(qtbot, strangers, open_page, stick):
    page = open_page(strangers[0])
    page.save_request(stick / "gone" / "request.desk")
    shows(qtbot, page, "The file could not be saved there.")


def test_an_approval_whose_welcome_cannot_be_saved_is_not_lost(qtbot, strangers, open_page, stick):
    field, office = strangers
    page = open_page(field)
    until(qtbot, page.request_saved, page.save_request, stick / "request.desk")
    page = open_page(office)
    until(qtbot, page.asked, page.open_request, stick / "request.desk")
    page.approve(stick / "gone" / "welcome.desk")
    shows(qtbot, page, "The file could not be saved there.", "Laptop 3")
    qtbot.waitUntil(page.others.save.isVisible)
    until(qtbot, page.welcome_saved, page.save_welcome, stick / "welcome.desk")


def test_revoking_asks_first_and_keeping_has_the_focus(qtbot, field, office, open_page, window):
    page = open_page(office)
    window.activateWindow()
    page.others.revoke[field.card.device].click()
    qtbot.waitUntil(page.dialog.isVisible)
    shows(qtbot, window, "Revoke Laptop 3?")
    qtbot.keyClick(page.dialog, Qt.Key.Key_Escape)
    assert len(office.desk.peers) == 1
    page.others.revoke[field.card.device].click()
    with qtbot.waitSignal(page.revoked):
        page.dialog._act.click()
    assert office.desk.peers == ()
    shows(qtbot, page, "Field desk, revoked: Today. Its old bundles still open here.")


def test_locking_is_not_held_up_by_the_dialog(qtbot, field, office, open_page):
    page = open_page(office)
    page.others.revoke[field.card.device].click()
    dialog = page.dialog
    qtbot.waitUntil(dialog.isVisible)
    office.session.close()
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())


@pytest.mark.parametrize("who", ["field", "office"])
def test_everything_has_a_spoken_name(qtbot, field, office, open_page, who):
    page = open_page(office if who == "office" else field)
    qtbot.waitUntil(lambda: len(names(page)) > 1)
    spoken = names(page)
    assert [widget for widget, name in spoken.items() if not name] == []


def test_a_small_window_keeps_the_decision_in_sight(qtbot, strangers, open_page, stick, window):
    field, office = strangers
    page = open_page(field)
    until(qtbot, page.request_saved, page.save_request, stick / "request.desk")
    page = open_page(office)
    until(qtbot, page.asked, page.open_request, stick / "request.desk")
    window.resize(1024, 608)
    qtbot.waitUntil(page.comparing.agree.isVisible)
    for button in (page.comparing.refuse, page.comparing.agree):
        assert page.rect().contains(button.mapTo(page, button.rect().bottomRight()))
