"""The blank form of a questionnaire: in which languages, on the screen and in a file."""

import pypdfium2
import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QWidget

from assistance_desktop.ui.printout.pages import Pages
from assistance_desktop.ui.questionnaires.blank_page import BlankPage


@pytest.fixture
def page(qtbot, office, window, content):
    made = BlankPage(office.session, window.deeds)
    window.setCentralWidget(made)
    window.show()
    with qtbot.waitSignal(made.made, timeout=15_000):
        made.show_questionnaire(content.intake)
    return made


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    found = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(found.split())


def pick(combo, value):
    combo.pick(value)
    combo.activated.emit(combo.currentIndex())


def test_the_paper_that_is_shown_is_in_the_language_of_the_screens(page):
    assert page.preview.pages.count == Pages(page.pdf).count
    assert "Is it all right for you that we talk now?" in text_of(page.pdf)
    assert page.print_button.text() == f"Print {page.preview.pages.count} pages"
    assert Pages(page.pdf).title == "Questions"


def test_another_language_stands_beside_it_and_never_twice_the_same(qtbot, page, content):
    finnish = content.intake.language("fi")
    with qtbot.waitSignal(page.made, timeout=15_000):
        pick(page.beside.combo, finnish)
    both = text_of(page.pdf)
    assert "Is it all right for you that we talk now?" in both
    assert "Mitä kieltä puhut parhaiten?" in both
    with qtbot.waitSignal(page.made, timeout=15_000):
        pick(page.language.combo, finnish)
    assert page.beside.value == ""
    assert "Is it all right for you that we talk now?" not in text_of(page.pdf)


def test_only_the_last_choice_of_many_counts(qtbot, page, content):
    for code in ("fi", "sv", "en", "sv"):
        pick(page.language.combo, content.intake.language(code))
    assert not page.pdf
    assert not page.print_button.isEnabled()
    qtbot.waitUntil(lambda: bool(page.pdf), timeout=20_000)
    assert "Vilket språk talar du bäst?" in text_of(page.pdf)


def test_the_pdf_that_is_saved_is_the_one_that_is_shown(qtbot, page, tmp_path):
    with qtbot.waitSignal(page.sent, timeout=10_000):
        page.save_pdf(tmp_path / "Questions.pdf")
    assert (tmp_path / "Questions.pdf").read_bytes() == page.pdf


def test_a_folder_that_is_not_there_is_told_and_the_paper_stays(qtbot, page, tmp_path):
    page.save_pdf(tmp_path / "nowhere" / "Questions.pdf")
    qtbot.waitUntil(page.notices.isVisible)
    assert page.pdf


def test_the_file_dialog_suggests_a_name_that_says_nothing(qtbot, page):
    page._sending.ask_path("Questions.pdf")
    dialog = page.findChild(QFileDialog)
    assert [file.rpartition("/")[2] for file in dialog.selectedFiles()] == ["Questions.pdf"]
    dialog.reject()


def test_going_back_lets_go_of_the_paper(qtbot, page):
    with qtbot.waitSignal(page.closed):
        page._header.back_asked.emit()
    assert page.pdf == b""
    assert page.preview.pages is None


def test_everything_that_takes_the_keyboard_has_a_name(page):
    for each in page.findChildren(QWidget):
        if each.isVisibleTo(page) and each.focusPolicy() & each.focusPolicy().TabFocus:
            interface = QAccessible.queryAccessibleInterface(each)
            assert interface.text(QAccessible.Text.Name), each
