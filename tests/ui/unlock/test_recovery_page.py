"""The sheet on the screen: on paper first, then typed back, and gone when the page is left."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from assistance_desktop.storage.recovery import Sheet
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.printout import printing
from assistance_desktop.ui.printout.pages import Pages
from assistance_desktop.ui.unlock.recovery_page import Kept, RecoveryPage

SHEET = Sheet(bytes(range(60, 80)))
DAY = date(2026, 10, 13)
KEYS = Qt.Key


@pytest.fixture
def page(qtbot, qapp):
    apply_theme(qapp)
    made = RecoveryPage(SHEET, DAY)
    qtbot.addWidget(made)
    made.resize(848, 640)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.print_button.hasFocus)
    return made


@pytest.fixture
def paper_printer(tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    return printer


def type_in(qtbot, words):
    for one in words:
        qtbot.keyClick(QApplication.focusWidget(), one)


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def everything_said(page):
    """Whatever a widget of the page holds as text, by any name."""
    texts = []
    for each in (page, *page.findChildren(QWidget)):
        texts += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        for name in ("text", "placeholderText", "plain"):
            found = getattr(each, name, "")
            texts.append(found() if callable(found) else found)
    return " ".join(str(text) for text in texts).replace(" ", "")


def test_nothing_proves_the_sheet_before_it_is_on_paper(qtbot, page):
    assert page.kept is Kept.NOT_YET
    assert not page.typed.isEnabled()
    assert not page.check()


def test_a_printed_sheet_is_asked_for_two_groups(qtbot, page, paper_printer, tmp_path):
    page.print_on(paper_printer)
    assert page.kept is Kept.PRINTED
    first, second = page.asked
    assert tuple(page.typed.fields) == (first, second)
    proofs = []
    page.proved.connect(proofs.append)
    type_in(qtbot, SHEET.groups[first - 1].lower())
    press(qtbot, KEYS.Key_Return)
    type_in(qtbot, SHEET.groups[second - 1])
    assert proofs[-1] is True
    assert page.check()
    press(qtbot, KEYS.Key_Backspace)
    assert proofs[-1] is False
    out = Pages((tmp_path / "out.pdf").read_bytes())
    assert out.count == 1
    out.close()


def test_the_sheet_goes_to_the_printer_under_a_neutral_name_and_fits_a5(page, tmp_path):
    pages = Pages(page._pdf())
    printer = printing.printer_for(pages)
    assert printer.docName() == "Sheet"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "small.pdf"))
    printer.setPageSize(printer.pageLayout().pageSize().PageSizeId.A5)
    printing.print_pages(printer, pages)
    small = Pages((tmp_path / "small.pdf").read_bytes())
    assert small.count == 1
    assert round(small.size(0).width()) in (419, 420)
    pages.close()
    small.close()


def test_print_asks_for_a_printer_without_holding_the_window_up(qtbot, page):
    press(qtbot, KEYS.Key_Return)
    dialog = page.findChild(QPrintDialog)
    assert dialog is not None
    assert page.kept is Kept.NOT_YET
    dialog.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_and_proves_nothing(qtbot, page, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "out.pdf"))
    page.print_on(printer)
    assert page.findChild(Notice).words.text() == "The printer did not take the paper."
    assert page.kept is Kept.NOT_YET


def test_a_sheet_written_by_hand_is_typed_back_whole_without_a_pause(qtbot, page):
    press(qtbot, KEYS.Key_Tab)
    press(qtbot, KEYS.Key_Return)
    assert tuple(page.typed.fields) == tuple(range(1, 9))
    type_in(qtbot, "".join(SHEET.groups[:7]))
    assert not page.is_proved
    with qtbot.waitSignal(page.entered):
        type_in(qtbot, SHEET.groups[7])
        press(qtbot, KEYS.Key_Return)
    assert page.typed.groups == SHEET.groups


def test_seven_groups_are_not_enough_and_enter_goes_to_the_missing_one(qtbot, page):
    page.written_button.click()
    for place in (1, 2, 3, 5, 6, 7, 8):
        page.typed.fields[place].put(SHEET.groups[place - 1])
    page.typed.fields[8].setFocus()
    with qtbot.assertNotEmitted(page.entered):
        press(qtbot, KEYS.Key_Return)
    assert page.typed.fields[4].edit.hasFocus()
    assert not page.check()
    assert page.typed.fields[4].error == "A group has five signs."


def test_a_right_group_of_another_sheet_is_not_taken(qtbot, page):
    page.written_button.click()
    other = Sheet(bytes(20)).groups[0]
    page.typed.fields[1].put(other)
    assert page.typed.fields[1].error == "This is not group 1 of this sheet."
    assert not page.typed.fields[1].is_right


def test_the_signs_are_covered_while_somebody_types(qtbot, page):
    assert not page.preview.is_covered
    page.written_button.click()
    qtbot.waitUntil(lambda: page.preview.is_covered)
    page.print_button.setFocus()
    qtbot.waitUntil(lambda: not page.preview.is_covered)


def test_the_groups_that_are_asked_for_differ_each_time(qtbot, qapp):
    asked = (2, 5)
    for _each in range(60):
        page = RecoveryPage(SHEET, DAY, asked_before=asked)
        qtbot.addWidget(page)
        assert page.asked != asked
        assert len(set(page.asked)) == 2
        asked = page.asked


def test_no_sign_of_the_sheet_stays_in_any_widget(qtbot, page):
    page.written_button.click()
    for place, group in enumerate(SHEET.groups, 1):
        page.typed.fields[place].put(group)
    assert SHEET.groups[0] in everything_said(page)
    page.clear()
    said = everything_said(page)
    assert [group for group in SHEET.groups if group in said] == []


def test_another_language_keeps_what_was_typed(qtbot, page):
    page.written_button.click()
    page.typed.fields[1].put(SHEET.groups[0])
    fresh = RecoveryPage(SHEET, DAY)
    qtbot.addWidget(fresh)
    fresh.take_over(page)
    assert fresh.kept is Kept.WRITTEN
    assert fresh.typed.groups[0] == SHEET.groups[0]
    assert fresh.asked == page.asked
