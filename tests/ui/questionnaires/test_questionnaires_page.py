"""The questionnaires page over a real vault: looking, loading, publishing, and who may."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from assistance_desktop.storage import questionnaires
from assistance_desktop.storage.questionnaires import State
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.kit.words import Words
from tests.ui.questionnaires.conftest import INTAKE, ROWS


def said(widget):
    return [one.text() for one in widget.findChildren(Words) if one.isVisibleTo(widget)]


def held(page, form, version):
    return questionnaires.find(page._session.reader, form, version)


def drop(page, *files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(QPoint(300, 300), action, data, button, none)
    entered.ignore()
    page.dragEnterEvent(entered)
    if entered.isAccepted():
        page.dropEvent(QDropEvent(QPointF(300, 300), action, data, button, none))
    return entered.isAccepted()


def test_the_intake_that_came_along_is_in_use_and_nothing_else(page):
    assert list(page.shelf.rows) == [(INTAKE, page.entry.version)]
    assert {"In use", "Loaded, not in use", "Load a workbook, or drop one here."} <= set(
        said(page.shelf)
    )
    words = said(page.details)
    assert f"Intake, version {page.entry.version}" in words
    assert "There is nothing to look at." in words
    assert words[words.index("sections") - 1] == "7"


def test_a_workbook_is_loaded_and_waits_for_a_decision(page, book, load):
    entry = load(page, book())
    assert (entry.form, entry.version, entry.state) == ("visit", "1", State.LOADED)
    assert page.shelf.rows["visit", "1"].isChecked()
    assert held(page, "visit", "1").file == "visit.md"
    words = said(page)
    assert {"Visit, version 1", "visit.md", "Version 1, loaded today", "Draft"} <= {
        *words,
        page.shelf._chips["visit", "1"].text(),
    }
    assert page.details.deeds.publish.text() == "Publish version 1"
    assert page.details.deeds.publish.isEnabled()


def test_publishing_puts_it_into_use_everywhere(qtbot, page, book, load, content, done):
    load(page, book())
    with done(page):
        qtbot.mouseClick(page.details.deeds.publish, Qt.MouseButton.LeftButton)
    assert held(page, "visit", "1").state is State.PUBLISHED
    assert [one.title for one in content.others] == ["Visit"]
    assert not page.details.deeds.publish.isVisible()
    assert page.findChild(Toast) is not None


def test_a_second_version_is_compared_with_the_one_in_use(qtbot, page, book, load, done):
    load(page, book())
    with done(page):
        page.details.deeds.publish.click()
    load(page, book("2", (ROWS[0], ROWS[1].replace("How", "So how"), "| | date | since | When? |")))
    problems = [row[2] for row in page.details.table.words]
    assert [one for one in problems if one.startswith("wish is not asked any more")]
    assert [one for one in problems if one.startswith("1 question has other words")]
    assert problems[-1].startswith("Version 2 follows version 1, published today")
    assert "Open cases stay on version 1 until a worker moves them." in problems[-1]
    qtbot.waitUntil(lambda: "renamed or lost" in said(page.details))
    figures = said(page.details)
    assert figures[figures.index("new question") - 1] == "1"
    assert figures[figures.index("renamed or lost") - 1] == "1"
    assert page.shelf._chips["visit", "2"].text() == "1 to look at"
    with done(page):
        page.details.deeds.publish.click()
    assert held(page, "visit", "1").state is State.REPLACED
    assert "In use before" in said(page.shelf)


def test_a_name_that_would_change_its_meaning_cannot_be_published(page, book, load, done):
    load(page, book())
    with done(page):
        page.details.deeds.publish.click()
    load(page, book("2", (*ROWS[:1], ROWS[1].replace("integer", "text"), ROWS[2])))
    publish = page.details.deeds.publish
    assert not publish.isEnabled()
    assert "rooms would take another kind of answer than before" in said(page.details)
    assert publish.accessibleDescription().startswith("Give the question another name.")
    assert page.details.table.words[0][1] == "survey row 3, type"


@pytest.mark.parametrize("version", ["", "2 b"])
def test_without_a_version_of_its_own_it_cannot_be_published(page, book, load, version):
    load(page, book(version))
    assert not page.details.deeds.publish.isEnabled()
    assert page.details.table.words[0][1] == "settings row 2, version"


def test_a_bad_file_is_refused_with_its_place_and_changes_nothing(qtbot, page, book):
    before = page.standing
    page.load(book(rows=(*ROWS, "| | integer | rooms | Again? |")))
    qtbot.waitUntil(page.notices.isVisible, timeout=10_000)
    told = " ".join(said(page.notices))
    assert "visit.md, sheet survey" in told
    assert "rooms" in told
    assert page.load_button.isEnabled()
    assert questionnaires.entries(page._session.reader) == [*before.in_use]


def test_a_file_that_is_no_questionnaire_is_refused(qtbot, page, tmp_path):
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7\n" + bytes(range(256)))
    page.load(letter)
    qtbot.waitUntil(page.notices.isVisible, timeout=10_000)
    assert any("letter.pdf" in words for words in said(page.notices))
    assert len(page.shelf.rows) == 1


def test_another_file_under_a_version_in_use_is_refused(qtbot, page, book, load, done):
    load(page, book())
    with done(page):
        page.details.deeds.publish.click()
    page.load(book(rows=ROWS[:2]))
    qtbot.waitUntil(page.notices.isVisible, timeout=10_000)
    assert any("in use, and this file differs" in words for words in said(page.notices))


def test_loading_the_same_version_again_replaces_what_was_loaded(page, book, load):
    load(page, book())
    entry = load(page, book(rows=ROWS[:2]))
    assert entry.questions == 2
    assert len(page.shelf.rows) == 2


def test_a_file_that_is_in_use_already_changes_nothing(page, book, load, done):
    load(page, book())
    with done(page):
        page.details.deeds.publish.click()
    assert load(page, book()).state is State.PUBLISHED
    assert not page.notices.isVisible()


def test_a_version_of_before_says_so_and_can_be_used_again(qtbot, page, book, load, done):
    for version in ("1", "2"):
        load(page, book(version))
        with done(page):
            page.details.deeds.publish.click()
    with qtbot.waitSignal(page.examined, timeout=10_000):
        qtbot.mouseClick(page.shelf.rows["visit", "1"], Qt.MouseButton.LeftButton)
    assert page.entry.version == "1"
    assert page.details.table.words[0][2].startswith("Version 1 was in use before")
    with done(page):
        page.details.deeds.publish.click()
    assert held(page, "visit", "2").state is State.REPLACED
    assert held(page, "visit", "1").state is State.PUBLISHED


def test_a_workbook_is_dropped_and_two_are_not(page, book, done):
    first, second = book(), book(form="other", name="other.md")
    assert not drop(page, first, second)
    with done(page):
        assert drop(page, first)
    assert page.entry.form == "visit"


def test_lists_and_pictures_come_from_the_folder_that_bears_its_name(page, book, load, tmp_path):
    file = book(rows=("| | select_one_from_file towns.csv | town | Which town? |",))
    (tmp_path / "visit-media").mkdir()
    (tmp_path / "visit-media" / "towns.csv").write_text("name,label\nsalo,Salo\n")
    load(page, file)
    content = questionnaires.read(page._session.reader, "visit", "1")
    assert content.files == {"towns.csv": b"name,label\nsalo,Salo\n"}


def test_a_missing_list_is_something_to_look_at(page, book, load):
    load(page, book(rows=("| | select_one_from_file towns.csv | town | Which town? |",)))
    assert any("towns.csv" in row[2] for row in page.details.table.words)
    assert page.details.deeds.publish.isEnabled()


def test_what_is_not_in_use_is_removed(qtbot, page, book, load, done):
    load(page, book())
    with done(page):
        page.details.deeds.remove.click()
    qtbot.waitUntil(lambda: page.entry is not None and page.entry.form == INTAKE)
    assert list(page.shelf.rows) == [(INTAKE, page.entry.version)]
    assert held(page, "visit", "1") is None


def test_taking_out_of_use_asks_first_and_the_safe_answer_keeps_it(qtbot, page, book, load, done):
    load(page, book())
    with done(page):
        page.details.deeds.publish.click()
    page.details.deeds.withdraw.click()
    qtbot.keyClick(page.dialog, Qt.Key.Key_Escape)
    assert held(page, "visit", "1").state is State.PUBLISHED
    page.details.deeds.withdraw.click()
    with done(page):
        page.dialog.agreed.emit()
    assert held(page, "visit", "1").state is State.REPLACED
    assert page.details.deeds.publish.isEnabled()


def test_the_intake_is_never_taken_out_of_use_or_removed(page):
    deeds = page.details.deeds
    assert not deeds.withdraw.isVisible()
    assert not deeds.remove.isVisible()


def test_a_questionnaire_is_tried_out_before_it_is_published(qtbot, page, book, load):
    load(page, book())
    with qtbot.waitSignal(page.tried, timeout=10_000) as tried:
        page.details.deeds.try_out.click()
    assert tried.args[0].title == "Visit"


def test_a_field_desk_looks_and_tries_out_but_changes_nothing(qtbot, show, desk, book):
    page = show(desk(Role.FIELD))
    deeds = page.details.deeds
    assert not page.load_button.isVisible()
    assert not any(each.isVisible() for each in (deeds.publish, deeds.remove, deeds.withdraw))
    assert deeds.try_out.isVisible()
    assert page.details.blank.isVisible()
    assert any("office changes them" in words for words in said(page))
    assert not page.acceptDrops()


def test_an_intake_without_what_the_program_acts_on_is_stopped(page, intake_book, load):
    load(page, intake_book(drop=["companion_place"]))
    assert not page.details.deeds.publish.isEnabled()
    rows = page.details.table.words
    assert rows[0][0] == "Cannot be published so"
    assert "needs the question companion_place" in rows[0][2]


def test_an_intake_without_a_fact_of_the_plan_says_so_and_may_be_published(
    page, intake_book, load, content, done
):
    load(page, intake_book(drop=["income"]))
    assert any("The plan reads income" in row[2] for row in page.details.table.words)
    with done(page):
        page.details.deeds.publish.click()
    assert content.intake.version == "2026112399"


def test_the_keyboard_goes_through_the_list_and_loads_nothing_by_itself(qtbot, page, book, load):
    load(page, book())
    page.shelf.rows["visit", "1"].setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(page.examined, timeout=10_000):
        qtbot.keyClick(page.shelf.rows["visit", "1"], Qt.Key.Key_Up)
    assert page.entry.form == INTAKE
    assert next(row for key, row in page.shelf.rows.items() if key[0] == INTAKE).hasFocus()


def test_six_hundred_questions_and_two_hundred_remarks_scroll(qtbot, page, tmp_path, load):
    rows = [f"| | select_one odd{n % 5} | question_{n} | Question {n}? |" for n in range(600)]
    choices = [f"| | odd{n % 5} | c{n} | |" for n in range(200)]
    file = tmp_path / "long.md"
    file.write_text(
        "\n".join(
            [
                "| settings | form_id | version | title |",
                f"| | long | 1 | {'A very long title of a questionnaire ' * 6}|",
                "| survey | type | name | label |",
                *rows,
                "| choices | list_name | name | label |",
                *choices,
            ]
        )
    )
    entry = load(page, file)
    assert entry.questions == 600
    table = page.details.table
    assert table.model().rowCount() >= 200
    assert table.verticalScrollBar().maximum() > table.height()
    assert page.minimumSizeHint().width() <= page.width()


def test_hide_and_back_are_there(qtbot, page, window):
    with qtbot.waitSignal(window.deeds["hide"].triggered):
        page._header.hide_asked.emit()
    with qtbot.waitSignal(page.closed):
        page._header.back_asked.emit()


def test_everything_that_takes_the_keyboard_has_a_name(page, book, load):
    load(page, book(""))
    for each in page.findChildren(QWidget):
        if each.isVisibleTo(page) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(each)
            assert interface.text(QAccessible.Text.Name), each
