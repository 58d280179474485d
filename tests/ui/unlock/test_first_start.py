import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assistance_desktop import i18n
from assistance_desktop.storage import vault
from assistance_desktop.sync import desk
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.unlock.first_start import FirstStart
from assistance_desktop.ui.unlock.name_page import NamePage
from assistance_desktop.ui.unlock.passphrase_page import PassphrasePage
from assistance_desktop.ui.unlock.ready_page import ReadyPage
from assistance_desktop.ui.unlock.recovery_page import RecoveryPage
from assistance_desktop.ui.unlock.welcome_page import WelcomePage
from tests.conftest import PASSPHRASE

KEYS = Qt.Key


@pytest.fixture
def start(qtbot, jobs, tmp_path):
    made = FirstStart(tmp_path / "notes", jobs)
    qtbot.addWidget(made)
    return show(qtbot, made)


def show(qtbot, made):
    made.resize(1280, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def type_in(qtbot, words):
    qtbot.keyClicks(QApplication.focusWidget(), words)


def go_to_passphrase(qtbot, start):
    press(qtbot, KEYS.Key_Return)
    type_in(qtbot, "Halla")
    press(qtbot, KEYS.Key_Return)
    assert isinstance(start.page, PassphrasePage)


def go_to_recovery(qtbot, start):
    type_in(qtbot, PASSPHRASE)
    press(qtbot, KEYS.Key_Return)
    type_in(qtbot, PASSPHRASE)
    press(qtbot, KEYS.Key_Return)
    assert isinstance(start.page, RecoveryPage)


def write_down_and_type_back(qtbot, start):
    """Read the groups off the screen, as a hand would, then type them without looking."""
    paper = start.page.preview.groups
    press(qtbot, KEYS.Key_Tab)
    press(qtbot, KEYS.Key_Space)
    for group in paper:
        type_in(qtbot, group.lower())
        press(qtbot, KEYS.Key_Tab)
    return paper


def finish(qtbot, start):
    go_to_recovery(qtbot, start)
    paper = write_down_and_type_back(qtbot, start)
    start.page.typed.fields[8].setFocus()
    press(qtbot, KEYS.Key_Return)
    qtbot.waitUntil(lambda: isinstance(start.page, ReadyPage), timeout=60_000)
    return paper


def hand_over(qtbot, start):
    with qtbot.waitSignal(start.vault_made) as made:
        press(qtbot, KEYS.Key_Return)
    return made.args[0]


def test_an_office_is_founded_with_the_keyboard_alone(qtbot, start):
    press(qtbot, KEYS.Key_2)
    press(qtbot, KEYS.Key_Return)
    assert start.page.label.text == "Office desk"
    type_in(qtbot, "Halla")
    press(qtbot, KEYS.Key_Return)
    finish(qtbot, start)
    made = hand_over(qtbot, start)
    assert made.keyslots.name == "Halla"
    connection = made.connect(read_only=True)
    founded = desk.read(connection)
    connection.close()
    made.close()
    assert founded.worker == "Halla"
    assert founded.device.card.label == "Office desk"
    assert founded.device.card.role is Role.OFFICE
    assert founded.roster is not None


def test_a_desk_that_works_alone_opens_again_with_its_passphrase(qtbot, start, tmp_path):
    go_to_passphrase(qtbot, start)
    left = {}
    for edit in (start.page.first.edit, start.page.again.edit):
        edit.textChanged.connect(lambda text, edit=edit: left.update({edit: text}))
    finish(qtbot, start)
    assert list(left.values()) == ["", ""]
    hand_over(qtbot, start).close()
    again = vault.unlock(tmp_path / "notes", PASSPHRASE)
    connection = again.connect(read_only=True)
    assert desk.read(connection).roster is None
    connection.close()
    again.close()


def test_leaving_before_the_work_starts_leaves_the_notes_locked(qtbot, jobs, tmp_path):
    start = show(qtbot, FirstStart(tmp_path / "notes", jobs))
    go_to_passphrase(qtbot, start)
    finish(qtbot, start)
    start.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(start))
    vault.unlock(tmp_path / "notes", PASSPHRASE).close()


def test_nothing_is_on_the_disk_before_the_sheet_is_tried(qtbot, jobs, tmp_path):
    start = show(qtbot, FirstStart(tmp_path / "notes", jobs))
    go_to_passphrase(qtbot, start)
    go_to_recovery(qtbot, start)
    write_down_and_type_back(qtbot, start)
    assert start.foot.next.isEnabled()
    assert list(tmp_path.iterdir()) == []
    start.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(start))
    assert list(tmp_path.iterdir()) == []


def test_a_name_is_one_word_of_letters(qtbot, start):
    press(qtbot, KEYS.Key_Return)
    press(qtbot, KEYS.Key_Return)
    assert start.page.worker.error == "Choose a name first, for example Rowan."
    type_in(qtbot, "Halla Halla")
    press(qtbot, KEYS.Key_Return)
    assert start.page.worker.error == "Take one word, with letters only."
    assert isinstance(start.page, NamePage)


def test_a_computer_has_a_name(qtbot, start):
    press(qtbot, KEYS.Key_Return)
    type_in(qtbot, "Halla")
    start.page.label.set_text("")
    press(qtbot, KEYS.Key_Return)
    assert start.page.label.error == "Give this computer a name."


def test_a_weak_passphrase_is_refused_in_words(qtbot, start, tmp_path):
    go_to_passphrase(qtbot, start)
    type_in(qtbot, "kissa2026")
    assert start.page.verdict.text() == "Too short. Take four or more words."
    start.foot.next.click()
    assert start.page.first.error == "Choose a stronger one."
    assert start.page.passphrase == "kissa2026"
    assert not (tmp_path / "notes").exists()


def test_two_that_differ_are_told_when_the_second_is_left(qtbot, start):
    go_to_passphrase(qtbot, start)
    type_in(qtbot, PASSPHRASE)
    press(qtbot, KEYS.Key_Return)
    type_in(qtbot, PASSPHRASE + "x")
    press(qtbot, KEYS.Key_Return)
    assert start.page.again.error == "The two are not the same. Type it once more."
    press(qtbot, KEYS.Key_Backspace)
    assert not start.page.again.error


def test_show_shows_both(qtbot, start):
    go_to_passphrase(qtbot, start)
    type_in(qtbot, PASSPHRASE)
    start.page.first.show_button.click()
    type_in_again = start.page.again.edit
    qtbot.keyClicks(type_in_again, PASSPHRASE)
    assert type_in_again.displayText() == PASSPHRASE


def test_a_disk_that_cannot_be_written_is_told_and_what_was_typed_stays(qtbot, start, tmp_path):
    (tmp_path / "notes").write_text("a file stands where the folder would be")
    go_to_passphrase(qtbot, start)
    go_to_recovery(qtbot, start)
    paper = write_down_and_type_back(qtbot, start)
    start.foot.next.click()
    assert not start.foot.next.isEnabled()
    qtbot.waitUntil(start.foot.next.isEnabled, timeout=60_000)
    notice = start.page.notices.findChild(Notice)
    assert notice.words.text() == "The notes could not be made in this place."
    assert start.page.typed.groups == paper


def test_back_keeps_the_answers_but_no_passphrase(qtbot, start):
    go_to_passphrase(qtbot, start)
    type_in(qtbot, PASSPHRASE)
    press(qtbot, KEYS.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert start.page.worker.text == "Halla"
    press(qtbot, KEYS.Key_Return)
    assert start.page.typed() == ("", "")


def test_another_way_gives_the_computer_its_usual_name(qtbot, start):
    press(qtbot, KEYS.Key_2)
    press(qtbot, KEYS.Key_Return)
    type_in(qtbot, "Halla")
    press(qtbot, KEYS.Key_Return)
    start.foot.back.click()
    start.foot.back.click()
    press(qtbot, KEYS.Key_1)
    press(qtbot, KEYS.Key_Return)
    assert start.page.label.text == "Laptop 1"


def test_the_language_changes_at_once_and_loses_nothing(qtbot, start):
    press(qtbot, KEYS.Key_3)
    with qtbot.waitSignal(start.language_chosen) as chosen:
        next(
            b for b in start.languages.choice.children() if getattr(b, "value", "") == "sv"
        ).click()
    assert chosen.args == ["sv"]
    assert i18n.language() == "sv"
    assert isinstance(start.page, WelcomePage)
    assert [row.isChecked() for row in start.page.ways.values()] == [False, False, True]


def test_a_half_typed_passphrase_survives_the_language(qtbot, start):
    go_to_passphrase(qtbot, start)
    type_in(qtbot, PASSPHRASE)
    next(each for each in start.languages.choice.menu.actions() if each.data() == "fi").trigger()
    assert start.page.typed() == (PASSPHRASE, "")


def test_everything_that_takes_the_keyboard_has_a_name(qtbot, start, nameless):
    assert nameless(start) == []
    press(qtbot, KEYS.Key_Return)
    assert nameless(start) == []
    type_in(qtbot, "Halla")
    press(qtbot, KEYS.Key_Return)
    assert nameless(start) == []


def test_a_folder_that_a_cloud_copies_is_refused_before_anything_is_asked(qtbot, jobs, tmp_path):
    made = FirstStart(tmp_path / "Dropbox" / "notes", jobs)
    qtbot.addWidget(made)
    show(qtbot, made)
    press(qtbot, KEYS.Key_Return)
    assert isinstance(made.page, WelcomePage)
    assert made.page.notices.isVisible()
    assert not (tmp_path / "Dropbox").exists()
