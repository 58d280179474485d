"""Files of a case: added, named, seen in memory; originals as evidence, and never by themselves."""

import hashlib
import io
import wave

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from reportlab.pdfgen.canvas import Canvas

from assistance_desktop.storage import arrivals, attachments
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.case_view.documents import Sort, documents
from assistance_desktop.ui.case_view.documents_opening import open_file
from assistance_desktop.ui.kit.sound import SoundButton
from assistance_desktop.ui.kit.toast import Toast


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "IMG_0001.png"
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.setText("Location", "Aurora lives here")
    image.save(str(path))
    return path


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "contract.pdf"
    drawn = Canvas(str(path), pagesize=(200, 300))
    for words in ("one", "two", "three"):
        drawn.drawString(20, 150, words)
        drawn.showPage()
    drawn.save()
    return path


@pytest.fixture
def tab(page, aurora):
    page.show_case(aurora)
    page.show_tab("documents")
    return page.documents


@pytest.fixture
def add(qtbot, page, tab):
    """Adds a file as a person does, and waits until it is kept."""

    def do(path, title="", *, original=False):
        tab.adds[Sort.FILE].click()
        panel = page.adding
        if title:
            QTest.keyClicks(panel.called.edit, title)
        panel.take(path)
        if original:
            panel.both.click()
        with qtbot.waitSignal(panel.added, timeout=20_000):
            panel.keep.click()

    return do


def files(session, content):
    found = documents(session.case("aurora"), content)
    return [one for one in found if one.sort is Sort.FILE]


def seen(session, value, page=0):
    return open_file(session.reader, "aurora", value, page, lambda: False)


def test_a_photograph_is_added_with_its_title_and_without_what_is_hidden(
    add, session, content, photo
):
    add(photo, "Room where she slept")
    (one,) = files(session, content)
    assert one.title == "Room where she slept"
    assert one.line.startswith("Picture, ")
    kept = attachments.read(session.reader, attachments.hash_in(one.key))
    assert b"Aurora lives" not in kept
    assert one.original == ""
    assert [file.name for file in attachments.of_case(session.reader, "aurora")] == ["picture.jpg"]


def test_what_a_file_was_called_outside_is_kept_nowhere(add, session, paper):
    add(paper)
    case = session.case("aurora")
    written = [str(change.value) for change in case.changes]
    assert not any("contract" in value for value in written)


def test_the_original_is_evidence_with_its_number_its_day_and_its_hand(
    add, qtbot, page, session, content, photo
):
    add(photo, "Room", original=True)
    (one,) = files(session, content)
    assert "original kept as evidence" in one.line
    page.open_document(one)
    panel = page.document
    qtbot.waitUntil(lambda: panel.sight.photo is not None)
    said = " ".join(text for text in texts(panel))
    assert "kept as evidence, since 23 November 2026, by Pihlaja" in said
    number = hashlib.sha256(photo.read_bytes()).hexdigest()
    assert number in said.replace(" ", "")
    original = attachments.read(session.reader, attachments.hash_in(one.original))
    assert original == photo.read_bytes()
    working = panel.sight.photo
    panel.original.click()
    qtbot.waitUntil(lambda: panel.sight.photo not in (None, working))
    assert "Original of Room" in panel.sight.photo.accessibleName()
    panel.leave()


def test_a_paper_is_leafed_through_page_by_page(add, qtbot, page, session, content, paper):
    add(paper, "Contract")
    (one,) = files(session, content)
    assert one.line.startswith("Paper (PDF)")
    page.open_document(one)
    sight = page.document.sight
    qtbot.waitUntil(lambda: sight.photo is not None)
    assert sight._far.text() == "Page 1 of 3"
    assert not sight.earlier.isEnabled()
    sight.later.click()
    qtbot.waitUntil(lambda: sight._far.text() == "Page 2 of 3")
    assert sight.photo.accessibleName().endswith("page 2")
    page.document.leave()


def test_text_and_sound_are_opened_and_other_kinds_say_that_they_are_only_kept(
    add, session, content, tmp_path
):
    (tmp_path / "said.txt").write_text("He will come on Friday\n", "utf-8")
    tone = io.BytesIO()
    with wave.open(tone, "wb") as waves:
        waves.setnchannels(1)
        waves.setsampwidth(2)
        waves.setframerate(8000)
        waves.writeframes(bytes(16_000))
    (tmp_path / "call.wav").write_bytes(tone.getvalue())
    (tmp_path / "list.docx").write_bytes(b"PK\3\4 whatever")
    for name in ("said.txt", "call.wav", "list.docx"):
        add(tmp_path / name, name.partition(".")[0])
    opened = {one.title: seen(session, one.key) for one in files(session, content)}
    assert opened["said"].text == "He will come on Friday\n"
    assert opened["call"].sound[:4] == b"RIFF"
    other = opened["list"]
    assert (other.image, other.text, other.sound, other.size) == (None, None, b"", 13)


def test_a_recording_has_a_button_and_a_word_file_a_sentence(
    add, qtbot, page, session, content, tmp_path
):
    (tmp_path / "list.docx").write_bytes(b"PK\3\4 whatever")
    add(tmp_path / "list.docx", "List")
    page.open_document(files(session, content)[0])
    said = page.document.sight.said
    qtbot.waitUntil(lambda: "cannot be shown here" in said.text())
    assert "cannot be taken out of these notes yet" in said.text()
    assert page.document.sight.findChild(SoundButton) is None
    page.document.leave()


def test_one_goes_from_file_to_file_and_names_them_there(
    add, qtbot, page, session, content, photo, paper
):
    add(photo, "Room")
    add(paper)
    first, second = files(session, content)
    page.open_document(first)
    panel = page.document
    panel.next.click()
    assert panel.document == second
    assert not panel.next.isEnabled()
    panel.called.edit.selectAll()
    QTest.keyClicks(panel.called.edit, "Work contract")
    panel.leave()
    qtbot.waitUntil(lambda: "Work contract" in [one.title for one in files(session, content)])


def test_a_file_is_taken_out_of_the_list_and_brought_back(
    add, qtbot, page, session, content, photo
):
    add(photo, "Room")
    page.open_document(files(session, content)[0])
    page.document.remove.click()
    qtbot.waitUntil(lambda: not files(session, content))
    qtbot.waitUntil(lambda: page.window().findChild(Toast) is not None)
    page.window().findChild(Toast).acted.emit()
    qtbot.waitUntil(lambda: [one.title for one in files(session, content)] == ["Room"])


def test_a_title_typed_before_a_lock_stands_there_without_a_file(
    qtbot, page, tab, session, open_vault, aurora, content
):
    tab.adds[Sort.FILE].click()
    QTest.keyClicks(page.adding.called.edit, "Letter from the landl")
    session.closing.emit()
    qtbot.waitUntil(lambda: bool(files(session, content)))
    (one,) = files(session, content)
    assert (one.title, one.line) == (
        "Letter from the landl",
        "The file is still missing: choose it",
    )
    page.adding.close()
    page.open_document(one)
    assert page.adding.called.text == "Letter from the landl"
    page.adding.leave()
    qtbot.waitUntil(lambda: not files(session, content))


def test_what_is_not_kept_leaves_nothing(qtbot, page, tab, session, content, photo):
    tab.adds[Sort.FILE].click()
    QTest.keyClicks(page.adding.called.edit, "Room")
    page.adding.take(photo)
    page.adding.cancel.click()
    qtbot.waitUntil(lambda: page.adding is None or not page.adding.isVisible())
    assert attachments.of_case(session.reader, "aurora") == []
    qtbot.waitUntil(lambda: not files(session, content))


def test_leaving_in_the_middle_takes_out_what_came(qtbot, page, tab, session, tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(bytes(range(256)) * 4096 * 12)
    tab.adds[Sort.FILE].click()
    panel = page.adding
    panel.take(path)
    panel.keep.click()
    qtbot.waitUntil(lambda: arrivals.under_way(session.reader) != [])
    panel.leave()
    qtbot.waitUntil(lambda: arrivals.under_way(session.reader) == [])
    assert attachments.of_case(session.reader, "aurora") == []


def test_a_file_that_is_too_large_is_refused_where_it_was_chosen(
    qtbot, page, tab, session, tmp_path
):
    path = tmp_path / "film.mp4"
    with path.open("wb") as content:
        content.truncate(2_000_000_000)
    tab.adds[Sort.FILE].click()
    panel = page.adding
    panel.take(path)
    panel.keep.click()
    qtbot.waitUntil(lambda: "larger than 200 MB" in " ".join(texts(panel)))
    assert panel.keep.isEnabled()
    panel.leave()


def test_what_is_not_drawn_anew_says_that_it_keeps_what_is_hidden(
    page, tab, photo, paper, tmp_path
):
    heic = tmp_path / "IMG_0002.heic"
    heic.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    tab.adds[Sort.FILE].click()
    panel = page.adding
    for path, hides in ((photo, False), (paper, True), (heic, True)):
        panel.take(path)
        assert ("also what cannot be seen" in panel._advice.text()) is hides
        assert panel.both.isVisible() is not hides
    panel.leave()


def test_the_keyboard_alone_adds_a_file(qtbot, page, tab, session, content, photo, monkeypatch):
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_args: (str(photo), "")
    )
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    tab.adds[Sort.FILE].setFocus()
    QTest.keyClick(tab.adds[Sort.FILE], Qt.Key.Key_Space)
    panel = page.adding
    qtbot.waitUntil(panel.called.edit.hasFocus)
    QTest.keyClicks(panel.called.edit, "Room")
    QTest.keyClick(panel.called.edit, Qt.Key.Key_Tab)
    assert panel.choose.hasFocus()
    QTest.keyClick(panel.choose, Qt.Key.Key_Space)
    for _step in range(6):
        if panel.keep.hasFocus():
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert panel.keep.hasFocus()
    QTest.keyClick(panel.keep, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [one.title for one in files(session, content)] == ["Room"])


def test_a_closed_case_takes_no_file(page, tab, write):
    tab.adds.clear()
    write(Edit("case", "closed_on", "2026-11-23"), Edit("case", "closed_reason", "moved"))
    page.show_tab("documents")
    assert Sort.FILE not in tab.adds


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]
