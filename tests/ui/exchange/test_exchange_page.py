"""The sync page between two real vaults."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.sync import aside, exchange
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.exchange.page import ExchangePage
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.words import Words
from tests.ui.exchange.desks_at_work import consent, introduce, names, open_place, person


@pytest.fixture
def open_page(qtbot, window):
    def show(place):
        page = ExchangePage(place.session, window.deeds)
        window.setCentralWidget(page)
        qtbot.waitUntil(lambda: page.standing is not None)
        return page

    return show


def said(page):
    return [words.text() for words in page.findChildren(Words) if words.isVisibleTo(page)]


def shows(qtbot, page, *sentences):
    qtbot.waitUntil(lambda: set(sentences) <= set(said(page)))


def notice(page):
    return next((n for n in page.findChildren(Notice) if n.isVisibleTo(page)), None)


def write(qtbot, page, folder):
    with qtbot.waitSignal(page.written) as told:
        page.write_bundle(folder, page.standing.to)
    return told.args[0]


def test_a_desk_that_works_alone_is_told_how_to_join(qtbot, field, open_page):
    page = open_page(field)
    shows(qtbot, page, "This computer works alone")
    assert not page.stick.isVisible()
    with qtbot.waitSignal(page.devices_wanted):
        page.alone.button.click()


def test_what_waits_is_shown_by_case_and_what_stays_with_its_reason(
    qtbot, field, office, open_page
):
    field.write("a", *consent(), *person("Aurora", "K7-4M2Q"), Edit("intake", "/q", "x"))
    field.write("u", *person("Usva", "T5-3JVN"))
    page = open_page(field)
    expected = {
        "6 changes waiting",
        "1 answer, consent, case details",
        "Stays here. There is no consent on record for this.",
    }
    shows(qtbot, page, *expected)


def test_a_bundle_is_written_whole_under_a_neutral_name(qtbot, field, office, open_page, stick):
    field.write("c", *consent(), *person("Aurora", "K7-4M2Q"))
    page = open_page(field)
    path = write(qtbot, page, stick)
    assert list(stick.iterdir()) == [path]
    assert "aurora" not in path.name.lower()
    qtbot.waitUntil(lambda: len(page.passed.table.words) == 1)
    (row,) = page.passed.table.words
    assert row[2] == "This computer to Helsinki office"
    assert row[4:] == ["Signed here", "Waiting for receipt"]


def test_reading_shows_a_preview_and_changes_nothing(qtbot, field, office, open_page, stick):
    field.write("c", *consent(), *person("Aurora", "K7-4M2Q"))
    path = write(qtbot, open_page(field), stick)
    before = office.everything()
    page = open_page(office)
    with qtbot.waitSignal(page.bundle_opened) as told:
        page.read_bundle(path)
    assert [case.pseudonym for case in told.args[0].cases] == ["Aurora"]
    assert office.everything() == before


def test_a_bundle_set_aside_is_listed_until_it_is_taken_in(qtbot, field, office, open_page, stick):
    field.write("c", *consent())
    path = write(qtbot, open_page(field), stick)
    looked = exchange.preview(office.session.reader, office.desk, path.read_bytes())
    office.do(lambda connection: aside.put(connection, looked, office.session.clock()))
    page = open_page(office)
    (row,) = page.passed.table.words
    assert row[2:3] + row[5:] == ["Laptop 3 to this computer", "Set aside"]
    session = office.session
    pen = Pen(session.author, session.clock, session.new_id)
    office.do(lambda connection: exchange.accept(connection, office.desk, looked, [], pen))
    session.changed.emit("")
    qtbot.waitUntil(lambda: [r[5] for r in page.passed.table.words] == ["Taken in"])


def test_a_flipped_byte_is_refused_with_a_remedy_and_changes_nothing(
    qtbot, field, office, open_page, stick
):
    field.write("c", *consent())
    path = write(qtbot, open_page(field), stick)
    content = bytearray(path.read_bytes())
    content[-20] ^= 1
    path.write_bytes(content)
    before = office.everything()
    page = open_page(office)
    page.read_bundle(path)
    qtbot.waitUntil(lambda: notice(page) is not None)
    words = [each.text() for each in notice(page).findChildren(Words)]
    assert words == [
        "This bundle is damaged or was changed on the way. Nothing was taken in.",
        "Ask the sender to make it again.",
    ]
    assert office.everything() == before
    assert page.stick.read.isEnabled()


def test_a_missing_folder_makes_no_bundle(qtbot, field, office, open_page, stick):
    field.write("c", *consent())
    page = open_page(field)
    page.write_bundle(stick / "gone", page.standing.to)
    qtbot.waitUntil(lambda: notice(page) is not None)
    shows(qtbot, page, "This folder is not there. No bundle was made.")
    assert field.bundles() == []


def test_a_folder_that_takes_no_file_is_told_and_the_next_bundle_holds_everything(
    qtbot, field, office, open_page, stick
):
    field.write("c", *consent())
    page = open_page(field)
    stick.joinpath(".no").mkdir()
    broken = _Broken(stick)
    page.write_bundle(broken, page.standing.to)
    qtbot.waitUntil(lambda: notice(page) is not None)
    shows(qtbot, page, "The bundle could not be written there.")
    qtbot.waitUntil(lambda: ["Not written"] in [row[5:] for row in page.passed.table.words])
    path = write(qtbot, page, stick)
    page = open_page(office)
    with qtbot.waitSignal(page.bundle_opened) as told:
        page.read_bundle(path)
    assert len(told.args[0].opened.changes) == 3


class _Broken(type(__import__("pathlib").Path())):
    """A folder that is there when it is looked at and gone when it is written to."""

    def __truediv__(self, name):
        return super().__truediv__("gone").joinpath(name)


def test_a_huge_file_is_not_read(qtbot, field, office, open_page, stick):
    path = stick / "film.age"
    with path.open("wb") as file:
        file.truncate(exchange.LARGEST + 1)
    page = open_page(office)
    page.read_bundle(path)
    qtbot.waitUntil(lambda: notice(page) is not None)
    shows(qtbot, page, "This file is too large to be a bundle. It was not read.")


def test_a_folder_is_no_bundle(qtbot, field, office, open_page, stick):
    page = open_page(office)
    page.read_bundle(stick)
    qtbot.waitUntil(lambda: notice(page) is not None)
    shows(qtbot, page, "This file cannot be read.")


def test_a_dropped_file_is_read(qtbot, field, office, open_page, stick):
    field.write("c", *consent())
    path = write(qtbot, open_page(field), stick)
    page = open_page(office)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(page.bundle_opened):
        page.dropEvent(drop)


def test_an_edit_elsewhere_shows_at_once(qtbot, field, office, open_page):
    page = open_page(field)
    shows(qtbot, page, "Nothing is waiting")
    field.session.edit("c", consent(), page, lambda _held: None, pytest.fail)
    shows(qtbot, page, "3 changes waiting")


def test_an_office_chooses_to_whom(qtbot, field, office, open_page, tmp_path):
    other = open_place(tmp_path / "third", "Tuisku", "Laptop 5", Role.FIELD)
    introduce(other, office)
    office.write("c", *consent())
    page = open_page(office)
    assert [card.label for card in page.standing.peers] == ["Laptop 3", "Laptop 5"]
    row = next(row for row in page.findChildren(ChoiceRow) if row.words == "Laptop 5")
    row.click()
    qtbot.waitUntil(lambda: page.standing.to.label == "Laptop 5")
    shows(qtbot, page, "For Laptop 5 only. Nobody else can open it.")
    other.close()


def test_a_field_desk_sends_to_offices_only(field, office, open_page, tmp_path):
    other = open_place(tmp_path / "third", "Tuisku", "Laptop 5", Role.FIELD)
    introduce(other, office)
    page = open_page(other)
    assert [card.label for card in page.standing.peers] == ["Helsinki office"]
    other.close()


def test_everything_has_a_spoken_name(field, office, open_page):
    field.write("c", *consent())
    page = open_page(field)
    spoken = names(page)
    assert spoken
    assert [widget for widget, name in spoken.items() if not name] == []


def test_a_small_window_hides_no_button(field, office, open_page, window):
    field.write("c", *consent())
    page = open_page(field)
    window.resize(1024, 608)
    for button in (page.stick.write, page.stick.read):
        place = button.mapTo(page, button.rect().bottomRight())
        assert page.rect().contains(place)


@pytest.mark.parametrize(("told", "goes"), [(["employer"], False), (["spouse"], True)])
def test_no_bundle_goes_to_a_desk_that_the_do_not_tell_list_names(
    qtbot, field, tmp_path, stick, window, told, goes
):
    boss = open_place(tmp_path / "boss", "Kataja", "Employer office", Role.OFFICE, minutes=60)
    introduce(field, boss)
    content = Content.read()
    path = content.paths["do_not_tell"]
    field.write("c", *person("Aurora", "K7-4M2Q"), *consent(), Edit("intake", path, told))
    page = ExchangePage(field.session, window.deeds, content)
    window.setCentralWidget(page)
    if goes:
        with qtbot.waitSignal(page.written):
            page.write_bundle(stick, boss.card)
    else:
        page.write_bundle(stick, boss.card)
        shows(qtbot, page, "The name of this desk is on the do-not-tell list of: Aurora.")
        assert list(stick.iterdir()) == []
    boss.close()
