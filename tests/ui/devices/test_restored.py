"""A restored laptop asks its office again, and the office says that it is the same one."""

from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync import incarnation
from assistance_desktop.ui.kit.chip import Chip
from tests.ui.devices.test_devices_page import until
from tests.ui.exchange.desks_at_work import consent, person


def renew(place):
    connection = place.session.vault.connect()
    with transaction(connection):
        incarnation.renew(connection, place.session.clock())
    connection.close()


def states(page):
    return {chip.text() for chip in page.own.findChildren(Chip)}


def test_a_restored_laptop_sees_that_it_must_be_approved_again(qtbot, field, office, open_page):
    renew(field)
    page = open_page(field)
    qtbot.waitUntil(lambda: states(page) == {"To be approved again"})
    qtbot.waitUntil(lambda: page.introducing.request.isVisibleTo(page))


def test_the_office_says_that_it_is_the_same_computer_and_revokes_the_former_device(
    qtbot, field, office, open_page, stick
):
    before = field.card.device
    renew(field)
    page = open_page(field)
    until(qtbot, page.request_saved, page.save_request, stick / "request.desk")
    page = open_page(office)
    until(qtbot, page.asked, page.open_request, stick / "request.desk")
    page.comparing.tick.click()
    assert page.comparing.again is not None
    page.comparing.again.click()
    until(qtbot, page.welcome_saved, page.approve, stick / "welcome.desk")
    roster = office.desk.roster
    assert roster.entry(before).revoked is not None
    connection = office.session.reader
    assert desks.formerly(connection, field.desk.device.id) == [before]
    page = open_page(field)
    until(qtbot, page.asked, page.open_welcome, stick / "welcome.desk")
    page.comparing.tick.click()
    until(qtbot, page.joined, page.comparing.agree.click)
    assert incarnation.is_approved(field.desk)


def test_without_the_second_box_the_former_device_stays_on_the_list(
    qtbot, field, office, open_page, stick
):
    before = field.card.device
    renew(field)
    page = open_page(field)
    until(qtbot, page.request_saved, page.save_request, stick / "request.desk")
    page = open_page(office)
    until(qtbot, page.asked, page.open_request, stick / "request.desk")
    page.comparing.tick.click()
    until(qtbot, page.welcome_saved, page.approve, stick / "welcome.desk")
    assert office.desk.roster.entry(before).revoked is None


def test_a_computer_of_another_name_is_no_former_one(qtbot, strangers, open_page, stick):
    field, office = strangers
    page = open_page(field)
    until(qtbot, page.request_saved, page.save_request, stick / "request.desk")
    page = open_page(office)
    until(qtbot, page.asked, page.open_request, stick / "request.desk")
    assert page.comparing.again is None


def test_a_restored_office_is_believed_by_the_laptop_that_compares_its_new_words(
    qtbot, field, office, open_page, stick
):
    renew(office)
    page = open_page(office)
    until(qtbot, page.welcome_saved, page.save_welcome, stick / "welcome.desk")
    page = open_page(field)
    until(qtbot, page.asked, page.open_welcome, stick / "welcome.desk")
    assert page.comparing.words.words == office.desk.device.card.words
    page.comparing.tick.click()
    until(qtbot, page.joined, page.comparing.agree.click)
    assert field.desk.office.device == office.desk.device.id
    field.write("c", *consent(), *person("Aurora", "K7-4M2Q"), Edit("intake", "/q", "x"))
