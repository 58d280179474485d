"""One form with every kind of question: filled in by keyboard, opened again, and still the same."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from assistance_desktop import paths
from assistance_desktop.forms.interview import Offered
from assistance_desktop.forms.workbook import load_form
from assistance_desktop.guidance.pack import read_pack
from assistance_desktop.storage import arrivals, attachments
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.intake import steps
from assistance_desktop.ui.intake.answers.rows import Rows
from assistance_desktop.ui.intake.page import IntakePage
from assistance_desktop.ui.kit.choice_cell import ChoiceCell
from assistance_desktop.ui.kit.photo import Photo
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.kit.words import Words

FORM = Path(__file__).with_name("every_kind.md")
SPACE, TAB, DOWN, END = Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_End
ENTER = Qt.Key.Key_Return
ALT_UP = (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)


@pytest.fixture
def every_kind(at_desk, window, tmp_path):
    folder = tmp_path / "form"
    folder.mkdir()
    shutil.copy(FORM, folder)
    for name, colour in (("map", "teal"), ("red", "red"), ("blue", "blue")):
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        image.save(str(folder / f"{name}.png"))
    pack = read_pack(paths.resources() / "packs" / "finland")
    made = IntakePage(at_desk, window.deeds, Content(pack, load_form(folder / FORM.name)))
    window.setCentralWidget(made)
    made.new_case()
    return made


def press(*keys):
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(QApplication.focusWidget(), key)
        elif isinstance(key, tuple):
            QTest.keyClick(QApplication.focusWidget(), *key)
        else:
            QTest.keyClick(QApplication.focusWidget(), key)


def settle(page, qtbot):
    page.keeper.flush()
    qtbot.waitUntil(lambda: page.keeper.is_settled)


def asked(page, path):
    page.go(path)
    return page.middle.view.answerings[0]


BY_KEYBOARD = {
    "/data/few/heard": ([SPACE], "OK"),
    "/data/few/shown": (["2"], "blue"),
    "/data/few/often": (["3"], "sometimes"),
    "/data/few/several": (["2", "4"], ["work", "health"]),
    "/data/few/town": ([DOWN, DOWN], "kemi"),
    "/data/few/found": (["ou", "1"], "oulu"),
    "/data/few/order": ([SPACE, TAB, SPACE, ALT_UP], ["work", "home"]),
    "/data/numbers/hours": (["8"], 8),
    "/data/numbers/pay": (["2,5"], 2.5),
    "/data/numbers/sleep": ([END, Qt.Key.Key_Left], 9),
    "/data/numbers/rest": (["4"], 4),
    "/data/numbers/day": (["15.10.2026"], "2026-10-15"),
    "/data/numbers/month": (["3/2011"], "2011-03-01"),
    "/data/numbers/year": (["2011"], "2011-01-01"),
    "/data/numbers/clock": (["7.05"], "07:05"),
    "/data/numbers/moment": (["15.7.2026", TAB, "14:30"], "2026-07-15T14:30:00.000+03:00"),
    "/data/places/story": (["One line", ENTER, "and another"], "One line\nand another"),
    "/data/places/secret": (["lumi"], "lumi"),
    "/data/places/point": (["60.17, 24.94"], "60.17 24.94 0.0 0.0"),
    "/data/places/way": (["60,1 24,9", ENTER, "60,2 24,9"], "60.1 24.9 0.0 0.0;60.2 24.9 0.0 0.0"),
    "/data/places/code": (["6408430000135"], "6408430000135"),
}


def test_all_of_it_is_filled_in_by_keyboard_and_is_there_again(every_kind, session, qtbot):
    page = every_kind
    for path, (keys, value) in BY_KEYBOARD.items():
        page.go(path)
        press(*keys)
        assert page.filling.interview.value(path) == value, path
        press(TAB)
        assert not page.filling.problem(path), path
        assert page.filling.interview.value(path) == value, path
    settle(page, qtbot)
    page.open_case(page.case_id)
    for path, (_keys, value) in BY_KEYBOARD.items():
        assert page.filling.interview.value(path) == value, path
        answering = asked(page, path)
        told = []
        answering.answered.connect(told.append)
        answering.half_typed.connect(told.append)
        press(TAB)
        assert not told, path  # showing it again and leaving it is no answer


def test_every_kind_can_be_left_open_and_says_so_again(every_kind, qtbot):
    page = every_kind
    for path in BY_KEYBOARD:
        asked(page, path)._quiet.rows[0].click()
        assert page.filling.interview.state(path) == "refused", path
    settle(page, qtbot)
    page.open_case(page.case_id)
    for path in BY_KEYBOARD:
        answering = asked(page, path)
        assert answering._quiet.rows[0].isChecked(), path
        assert page.filling.interview.value(path) in (None, []), path


def test_everything_that_takes_the_keyboard_has_a_name(every_kind):
    for path in every_kind._order()[:-1]:
        every_kind.go(path)
        for widget in every_kind.middle.view.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                spoken = QAccessible.queryAccessibleInterface(widget)
                assert spoken.text(QAccessible.Text.Name), (path, widget)


HALF = {
    "/data/numbers/hours": "8 or 9",
    "/data/numbers/month": "13/2011",
    "/data/numbers/year": "11",
    "/data/numbers/clock": "25:00",
    "/data/places/point": "60.17",
    "/data/places/way": "60.17, 24.94",
}


def test_what_cannot_be_read_stays_with_a_sentence(every_kind, qtbot):
    page = every_kind
    for path, text in HALF.items():
        page.go(path)
        press(text)
    page.go("/data/numbers/moment")
    press("15.7.2026")
    settle(page, qtbot)
    page.open_case(page.case_id)
    for path, text in HALF.items():
        answering = asked(page, path)
        edit = QApplication.focusWidget()
        shown = edit.text() if hasattr(edit, "text") else edit.toPlainText()
        assert shown == text, path
        assert answering.way.problem, path
    moment = asked(page, "/data/numbers/moment")
    assert moment.way.day.text == "15.7.2026"
    assert "14:30" in moment.way.problem


def test_a_broken_rule_is_said_beside_the_field_and_blocks_nothing(every_kind):
    answering = asked(every_kind, "/data/numbers/hours")
    press("30")
    assert answering.way.problem == "A day has 24 hours."
    press(ENTER)
    assert every_kind.step.path == "/data/numbers/pay"


def test_a_typed_number_moves_the_slider_and_none_is_in_the_middle(every_kind):
    answering = asked(every_kind, "/data/numbers/sleep")
    assert answering.way.slider.place is None
    press(TAB, "7")
    assert answering.way.slider.place == 7
    assert every_kind.filling.interview.value("/data/numbers/sleep") == 7


def test_the_client_sees_the_same_numbers_as_the_keys_or_none(every_kind):
    assert asked(every_kind, "/data/few/shown").is_numbered
    for path in ("/data/few/heard", "/data/numbers/rest", "/data/few/order", "/data/few/town"):
        assert not asked(every_kind, path).is_numbered, path
    town = asked(every_kind, "/data/few/town")
    town.put("kemi")
    assert town.chosen() == [1]
    town._quiet.rows[1].click()
    assert town.chosen() == [4]


def test_pictures_of_a_question_and_its_answers_are_shown(every_kind):
    answering = asked(every_kind, "/data/few/shown")
    photos = every_kind.middle.view.findChildren(Photo)
    assert [photo.accessibleName() for photo in photos] == ["Which lamp do you mean?"]
    assert all(cell._picture is not None for cell in answering.way.cells)


def test_the_only_choice_there_is_stays_chosen(qtbot):
    rows = Rows([Offered("yes", "Yes", {})], lambda _place: "", many=False)
    qtbot.addWidget(rows)
    told = []
    rows.told.connect(told.append)
    rows.cells[0].click()
    rows.cells[0].click()
    assert told == ["yes", "yes"]
    assert rows.cells[0].isChecked()


# On one page


def test_what_an_answer_changes_on_the_same_page_is_there_at_once(every_kind, qtbot):
    page = every_kind
    child = asked(page, "/data/page")
    press(SPACE)
    assert QApplication.focusWidget().hasFocus()
    view = page.middle.view
    assert [one.path for one in view.answerings] == ["/data/page/child", "/data/page/children"]
    assert view.answerings[0] is child
    view.answerings[1].take_focus()
    press("2")
    qtbot.waitUntil(lambda: {"That makes 4 shoes.", "Kielo"} <= said_in(view))
    child.put("no")
    assert [one.path for one in view.answerings] == ["/data/page/child"]


def said_in(view):
    return {words.text() for words in view.findChildren(Words) if words.isVisible()}


def test_a_grid_has_a_line_a_question_and_becomes_lists_when_it_is_narrow(
    every_kind, window, qtbot, qapp
):
    page = every_kind
    page.go("/data/table")
    lines = page.middle.view.answerings
    assert [line.path.rpartition("/")[2] for line in lines] == ["food", "room", "rest_day"]
    press(SPACE)
    assert page.filling.interview.value("/data/table/food") == "never"
    lines[1]._quiet.rows[0].click()
    assert page.filling.interview.state("/data/table/room") == "refused"
    cell = lines[2].way.cells[3]
    assert cell.accessibleName() == "A day of rest: Always"
    assert QAccessible.queryAccessibleInterface(cell).role() == QAccessible.Role.RadioButton
    qtbot.waitUntil(lambda: shape(cell) == "mark")
    apply_theme(qapp, "light", 1.5)
    window.resize(1120, 640)
    qtbot.waitUntil(lambda: shape(cell) == "row")


def shape(cell: ChoiceCell) -> str:
    return cell._shape


# Files


def test_a_picture_is_kept_encrypted_without_where_and_when(every_kind, session, tmp_path, qtbot):
    page = every_kind
    photo = QImage(800, 600, QImage.Format.Format_RGB32)
    photo.fill(QColor("green"))
    photo.setText("Location", "Aurora lives here")
    photo.save(str(tmp_path / "Aurora.png"))
    assert b"Aurora lives" in (tmp_path / "Aurora.png").read_bytes()
    way = asked(page, "/data/places/picture").way
    way.take(tmp_path / "Aurora.png")
    qtbot.waitUntil(lambda: way.has_file)
    value = page.filling.interview.value("/data/places/picture")
    assert value.startswith("picture-")
    assert "Aurora" not in value
    settle(page, qtbot)
    kept = attachments.read(session.reader, attachments.hash_in(value))
    assert QImage.fromData(kept).size() == photo.size()
    assert b"Aurora" not in kept
    assert (tmp_path / "Aurora.png").exists()
    page.open_case(page.case_id)
    card = asked(page, "/data/places/picture").way._card
    qtbot.waitUntil(lambda: bool(card.findChildren(Photo)))


def test_a_file_taken_out_comes_back_by_undo(every_kind, tmp_path, qtbot):
    page = every_kind
    (tmp_path / "letter.PDF").write_bytes(b"%PDF-1.7")
    way = asked(page, "/data/places/paper").way
    way.take(tmp_path / "letter.PDF")
    qtbot.waitUntil(lambda: way.has_file)
    value = page.filling.interview.value("/data/places/paper")
    assert value.endswith(".pdf")
    way.first.setFocus()
    press(TAB, SPACE)
    assert page.filling.interview.value("/data/places/paper") is None
    page.window().findChild(Toast).acted.emit()
    assert page.filling.interview.value("/data/places/paper") == value
    way._card.remove.click()
    page.go("/data/few/heard")
    qtbot.waitUntil(lambda: page.window().findChild(Toast) is None)  # no way back from elsewhere


def test_what_is_no_picture_too_large_or_gone_is_refused_in_words(every_kind, tmp_path, qtbot):
    way = asked(every_kind, "/data/places/picture").way
    (tmp_path / "no.jpg").write_bytes(b"no picture at all")
    with (tmp_path / "large.jpg").open("wb") as large:
        large.truncate(attachments.LARGEST + 1)
    for name, said in (("no.jpg", "no picture"), ("large.jpg", "200 MB"), ("gone.jpg", "be read")):
        way.take(tmp_path / name)
        qtbot.waitUntil(lambda said=said: said in way.problem)
    assert every_kind.filling.is_new


def test_a_file_that_is_not_here_says_so(every_kind, qtbot):
    page = every_kind
    missing = f"recording-{'0' * 64}.mp3"
    page.answer("/data/places/sound", missing)
    card = asked(page, "/data/places/sound").way._card
    qtbot.waitUntil(lambda: "not at this desk" in card._under.text())


def test_a_signature_is_kept_with_every_stroke_and_cleared(every_kind, session, qtbot):
    page = every_kind
    way = asked(page, "/data/places/signed").way
    draw(way.pad, 40)
    first = page.filling.interview.value("/data/places/signed")
    draw(way.pad, 90)
    second = page.filling.interview.value("/data/places/signed")
    assert first != second
    settle(page, qtbot)
    image = QImage.fromData(attachments.read(session.reader, attachments.hash_in(second)))
    assert image.pixelColor(1, 1) == QColor("white")
    page.open_case(page.case_id)
    assert asked(page, "/data/places/signed").way.file.has_file
    asked(page, "/data/places/signed").way.file._card.remove.click()
    assert page.filling.interview.value("/data/places/signed") is None


def test_one_draws_on_a_picture_and_clears_back_to_it(every_kind, tmp_path, qtbot):
    page = every_kind
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(tmp_path / "map.png"))
    way = asked(page, "/data/places/marked").way
    assert not way.pad.isVisible()
    way.file.take(tmp_path / "map.png")
    qtbot.waitUntil(way.pad.isVisible)
    chosen = page.filling.interview.value("/data/places/marked")
    draw(way.pad, 60)
    assert page.filling.interview.value("/data/places/marked").startswith("drawing-")
    middle = QImage.fromData(way.pad.picture())
    assert middle.pixelColor(middle.width() // 2, middle.height() // 2).green() > 100
    drawn = page.filling.interview.value("/data/places/marked")
    press(SPACE)
    assert page.filling.interview.value("/data/places/marked") == chosen
    page.window().findChild(Toast).acted.emit()
    assert page.filling.interview.value("/data/places/marked") == drawn


def draw(pad, y):
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(pad, button, pos=QPoint(30, y))
    QTest.mouseMove(pad, QPoint(120, y + 20))
    QTest.mouseRelease(pad, button, pos=QPoint(120, y + 20))


def test_trying_out_keeps_no_file(every_kind):
    every_kind.try_out(every_kind.filling.questionnaire)
    way = asked(every_kind, "/data/places/picture").way
    assert not way.choose.isEnabled()
    assert "tried out" in way._advice.text()


def test_the_head_of_a_grid_is_never_an_open_question(every_kind):
    found = steps.steps(every_kind.filling.interview)
    grid = next(step for step in found if step.path == "/data/table")
    assert len(grid.questions) == 3


def test_the_original_of_a_picture_is_kept_as_evidence_only_when_wanted(
    every_kind, session, tmp_path, qtbot
):
    page = every_kind
    photo = QImage(80, 60, QImage.Format.Format_RGB32)
    photo.fill(QColor("green"))
    photo.setText("Location", "Aurora lives here")
    photo.save(str(tmp_path / "photo.png"))
    way = asked(page, "/data/places/picture").way
    assert way.evidence.isVisible()
    way.evidence.click()
    way.take(tmp_path / "photo.png")
    qtbot.waitUntil(lambda: way.has_file)
    settle(page, qtbot)
    assert not way.evidence.isVisible()
    qtbot.waitUntil(lambda: "kept as evidence" in way._card._under.text())
    value = page.filling.interview.value("/data/places/picture")
    case = session.case(page.case_id)
    (record,) = case.records("document")
    original = case.text(record, "original")
    assert case.text(record, "file") == value
    assert original.startswith("original-")
    kept = attachments.read(session.reader, attachments.hash_in(original))
    assert kept == (tmp_path / "photo.png").read_bytes()
    assert b"Aurora lives" not in attachments.read(session.reader, attachments.hash_in(value))


def test_a_file_whose_question_is_left_in_the_middle_is_taken_out(
    every_kind, session, tmp_path, qtbot
):
    page = every_kind
    way = asked(page, "/data/places/paper").way
    (tmp_path / "film.mp4").write_bytes(bytes(20_000_000))
    way.take(tmp_path / "film.mp4")
    qtbot.waitUntil(lambda: arrivals.under_way(session.reader) != [])
    page.go("/data/few/heard")
    qtbot.waitUntil(lambda: arrivals.under_way(session.reader) == [])
    count = session.reader.execute("SELECT count(*) FROM attachment_piece").fetchone()[0]
    assert count == 0
    assert page.filling.interview.value("/data/places/paper") is None
