"""The rule book's page: read, in each language, saved."""

import pypdfium2
import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.rule_book.page import RuleBookPage


@pytest.fixture
def page(qtbot, qapp, session):
    apply_theme(qapp)
    window = QMainWindow()
    window.deeds = Actions(window)
    window.resize(1184, 768)
    qtbot.addWidget(window)
    made = RuleBookPage(session, window.deeds, Content.read().pack)
    window.setCentralWidget(made)
    window.show()
    with qtbot.waitSignal(made.made):
        made.show_book()
    yield made
    window.setCentralWidget(None)


def said(pdf):
    document = pypdfium2.PdfDocument(pdf)
    found = " ".join(one.get_textpage().get_text_bounded() for one in document)
    document.close()
    return " ".join(found.split())


def test_the_book_is_read_in_each_language_and_saved(page, qtbot, tmp_path):
    assert "HOUSING: Safe housing" in said(page.pdf)
    page.language.combo.pick("fi")
    with qtbot.waitSignal(page.made):
        page.language.combo.chosen.emit("fi")
    assert "HOUSING: Turvallinen majoitus" in said(page.pdf)
    page.save_pdf(tmp_path / "Rules.pdf")
    qtbot.waitUntil((tmp_path / "Rules.pdf").exists)
    qtbot.waitUntil(lambda: (tmp_path / "Rules.pdf").read_bytes() == page.pdf)


def test_going_back_lets_go_of_the_paper(page, qtbot):
    with qtbot.waitSignal(page.closed):
        page._header.back_asked.emit()
    assert page.pdf == b""
    assert not page.print_button.isEnabled()
