"""The print page: asked first, shown as it will be, registered without its text."""

import itertools
import json
from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from assistance_desktop.documents import voice
from assistance_desktop.documents.order import Part
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.paper.page import PaperPage
from assistance_desktop.ui.paper.parts import NOTES
from assistance_desktop.ui.printout import printing
from assistance_desktop.ui.printout.pages import Pages
from tests.ui.paper.conftest import CASE, STORY


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    found = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(found.split())


def said(page):
    return [words.text() for words in page.findChildren(Words) if words.isVisibleTo(page)]


def notice(page):
    found = (each for each in page.findChildren(Notice) if each.isVisibleTo(page))
    return next(found, None)


def prints(session):
    case = session.case(CASE)
    return [case.fields(record) for record in case.records("print")]


def remade(qtbot, page, deed):
    with qtbot.waitSignal(page.made):
        deed()
    return text_of(page.pdf)


def test_the_desk_shows_the_bytes_that_would_leave(page):
    assert text_of(page.pdf).startswith("What we agreed For Aurora, Monday 23 November 2026")
    assert page.preview.pages.count == Pages(page.pdf).count
    assert page.preview.desk.image.width() > 300
    assert page.print_button.accessibleName() == "Print 2 pages"


def test_the_paper_speaks_the_language_that_the_client_speaks_best(
    qtbot, window, session, content, page, write
):
    write(Edit("intake", "/intake/about_you/best_language", "fi"))
    again = PaperPage(session, window.deeds, content)
    with qtbot.waitSignal(again.made):
        again.show_case(CASE)
    assert again.asking.questions.language == "fi"
    assert "Aurora" in text_of(again.pdf)
    assert text_of(again.pdf) != text_of(page.pdf)
    again.deleteLater()


def test_nothing_leaves_before_it_was_asked_where_it_will_be_kept(qtbot, page, session, tmp_path):
    page.save_pdf(tmp_path / "a.pdf")
    question = page.asking.questions.kept_field
    assert question.error == "Ask this first. Then print."
    assert question.combo.hasFocus()
    qtbot.mouseClick(page.print_button, Qt.MouseButton.LeftButton)
    assert not (tmp_path / "a.pdf").exists()
    assert prints(session) == []
    page.choose(kept="at_home")
    assert question.error == ""
    assert any("Who may find it there?" in words for words in said(page))


def test_a_saved_pdf_is_the_paper_shown_and_is_registered(qtbot, page, session, tmp_path):
    page.choose(kept="trusted")
    path = tmp_path / "Summary.pdf"
    with qtbot.waitSignal(page.registered) as told:
        page.save_pdf(path)
    assert path.read_bytes() == page.pdf
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.glob("*.pdf")) == [path]
    (entry,) = prints(session)
    assert entry == {
        "kind": "summary",
        "language": "en",
        "to": "file",
        "on": "2026-11-23",
        "kept_where": "trusted",
    }
    assert told.args[0].startswith("print/")


def test_the_register_holds_no_word_of_the_paper(qtbot, page, session, tmp_path):
    page.choose(kept="office")
    page.asking.details.title.set_text("Kielo")
    with qtbot.waitSignal(page.registered):
        page.save_pdf(tmp_path / "a.pdf")
    assert "Kielo" not in json.dumps(prints(session))


def test_it_is_said_once_that_a_pdf_is_not_encrypted(qtbot, page, tmp_path):
    page.choose(kept="office")
    warning = "It is not encrypted: whoever finds the file can read it."
    for name, expected in (("a.pdf", True), ("b.pdf", False)):
        with qtbot.waitSignal(page.registered):
            page.save_pdf(tmp_path / name)
        qtbot.waitUntil(lambda: notice(page) is not None)
        assert (warning in said(page)) is expected


def test_a_folder_that_is_gone_is_told_and_nothing_is_registered(qtbot, page, session, tmp_path):
    page.choose(kept="office")
    page.save_pdf(tmp_path / "gone" / "a.pdf")
    qtbot.waitUntil(lambda: notice(page) is not None)
    assert "The PDF could not be written there." in said(page)
    assert prints(session) == []


def test_the_discreet_note_is_another_paper_and_holds_nothing_of_the_case(qtbot, page):
    full = page.pdf
    page.asking.details.appointments.add(date(2026, 11, 26), "9.00", "The health station")
    page.asking.details.phone.set_text("09 000 0000")
    words = remade(qtbot, page, lambda: page.choose(discreet=True))
    assert page.pdf != full
    assert words.replace("\u00a0", " ") == (
        "Your appointments Thursday 26 November 09:00 Ask for P. 09 000 0000 "
        "If you cannot come, please call."
    )
    for secret in (b"Aurora", b"K7-4M2Q", b"river", b"laptop"):
        assert secret not in page.pdf
    assert Pages(page.pdf).title == "Note"


def test_what_the_discreet_version_leaves_out_cannot_be_ticked_and_says_so(qtbot, page):
    remade(qtbot, page, lambda: page.choose(discreet=True))
    box = page.asking.parts.rows[Part.REFLECTION.value].box
    assert not box.isEnabled()
    assert not box.isChecked()
    assert box.accessibleDescription() == "Left out of the discreet version"
    remade(qtbot, page, lambda: page.choose(discreet=False))
    assert box.isEnabled()
    assert box.isChecked()


def test_a_discreet_note_that_would_give_away_is_refused(qtbot, page, session, tmp_path):
    page.asking.details.phone.set_text("police 112")
    page.choose(discreet=True, kept="at_home")
    page.save_pdf(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: notice(page) is not None)
    assert "The discreet note would hold a word that gives the client away." in said(page)
    assert page.pdf == b""
    assert page.preview.desk.image.isNull()
    assert not (tmp_path / "a.pdf").exists()
    page.asking.details.phone.set_text("09 000 0000")
    remade(qtbot, page, page.asking.details.phone.changed.emit)
    assert notice(page) is None


def test_notes_of_the_case_stay_off_until_words_are_written_for_the_paper(qtbot, page):
    assert STORY not in text_of(page.pdf)
    row = page.asking.parts.rows[NOTES]
    assert not page.asking.details.notes.isVisible()
    words = remade(qtbot, page, row.box.click)
    assert page.asking.details.notes.isVisible()
    assert "Lieksa" not in words
    page.asking.details.notes.set_text("Take the side door.")
    words = remade(qtbot, page, page.asking.details.changed.emit)
    assert "Take the side door." in words


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part.SERVICES, "What you chose"),
        (Part.RIGHTS, "Your information is secret"),
        (Part.CONTACTS, "Who to call"),
    ],
)
def test_what_is_not_ticked_is_not_on_the_paper(qtbot, page, part, words):
    assert words in text_of(page.pdf)
    box = page.asking.parts.rows[part.value].box
    assert words not in remade(qtbot, page, box.click)


def test_an_appointment_is_typed_and_stands_on_the_paper(qtbot, page):
    listed = page.asking.details.appointments
    listed.add_button.click()
    row = listed.rows[0]
    assert row.day.edit.hasFocus()
    qtbot.keyClicks(row.day.edit, "26.11.2026")
    qtbot.keyClick(row.day.edit, Qt.Key.Key_Tab)
    qtbot.keyClicks(row.time.edit, "9.30")
    qtbot.keyClick(row.time.edit, Qt.Key.Key_Tab)
    assert row.time.text == "09:30"
    words = remade(qtbot, page, lambda: qtbot.keyClicks(row.text.edit, "At the side door"))
    assert "09:30 At the side door" in words


def test_the_appointments_to_come_are_on_the_paper_until_they_are_taken_out(qtbot, page, write):
    gone_by = {"day": "2026-11-20", "time": "10:00", "what": "First visit"}
    called_off = {"day": "2026-11-27", "time": "11:00", "what": "A talk", "state": "cancelled"}
    to_come = {"day": "2026-11-26", "time": "09:30", "what": "Clinic", "where": "The side door"}
    for number, fields in enumerate((gone_by, called_off, to_come)):
        write(*(Edit(f"appointment/{number}", name, value) for name, value in fields.items()))
    paper = remade(qtbot, page, lambda: page.show_case(CASE))
    assert "09:30 Clinic. The side door" in paper
    assert "First visit" not in paper
    assert "A talk" not in paper
    row = page.asking.details.appointments.rows[0]
    assert "Clinic" not in remade(qtbot, page, row._remove.click)


def test_a_time_that_is_none_says_what_to_write(qtbot, page):
    row = page.asking.details.appointments.add(date(2026, 11, 26), "half past")
    row.time.finished.emit()
    assert row.time.error == "Write a time such as 09:00."
    assert row.appointment.time == ""


def test_no_paper_is_the_first_choice_and_a_complete_outcome(qtbot, page, session):
    combo = page.asking.questions.kept_field.combo
    assert combo.itemText(0) == "No paper: the number is memorised"
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    assert page.asking.questions.kept == "no_paper"
    assert page.pdf == b""
    assert "No paper is made" in said(page)
    assert "+358 2954 63177" in said(page)
    assert not page.print_button.isVisible()
    assert not page.save_button.isVisible()
    with qtbot.waitSignal(page.closed) as told:
        page.no_paper.button.click()
    assert told.args == [CASE]
    assert prints(session) == []


def test_a_paper_after_all_is_made_again(qtbot, page, tmp_path):
    page.choose(kept="no_paper")
    words = remade(qtbot, page, lambda: page.choose(kept="office"))
    assert words.startswith("What we agreed")
    assert page.print_button.isVisible()


def test_another_language_stands_beside_and_both_are_registered(qtbot, page, session, tmp_path):
    alone = text_of(page.pdf)
    words = remade(qtbot, page, page.asking.questions.beside_box.click)
    assert "What we agreed" in words
    assert len(words) > len(alone) * 1.5
    page.choose(kept="office")
    with qtbot.waitSignal(page.registered):
        page.save_pdf(tmp_path / "a.pdf")
    assert prints(session)[0]["language"] == "en fi"


def test_every_language_that_has_texts_is_offered(page):
    combo = page.asking.questions.language_field.combo
    offered = [combo.itemData(at) for at in range(combo.count())]
    assert tuple(offered) == voice.languages()
    assert "Finnish, Suomi" in [combo.itemText(at) for at in range(combo.count())]


def test_checking_shows_the_workers_language_and_leaves_the_paper_as_it_is(qtbot, page):
    finnish = remade(qtbot, page, lambda: page.choose(language="fi"))
    sides = page.preview.sides
    names = [each.accessibleName() for each in sides.findChildren(QWidget) if each.isVisible()]
    assert names == ["Finnish", "Check in English"]
    check = next(s for s in sides.findChildren(QWidget) if s.accessibleName().startswith("Check"))
    assert remade(qtbot, page, check.click) == finnish
    assert "What we agreed" in page.preview.pages.words(0)
    words = remade(qtbot, page, lambda: page.choose(language="sv"))
    assert not page.preview.checking
    assert page.preview.pages.words(0).split()[:2] == words.split()[:2]


def test_a_paper_in_the_workers_own_language_needs_no_check(page):
    assert not page.preview.sides.isVisible()


def test_only_the_newest_choice_becomes_the_paper(qtbot, page, tmp_path):
    page.choose(kept="office")
    with qtbot.waitSignal(page.registered):
        page.choose(language="fi")
        page.choose(language="sv", discreet=True)
        page.save_pdf(tmp_path / "a.pdf")
    assert Pages(page.pdf).title == "Note"
    assert (tmp_path / "a.pdf").read_bytes() == page.pdf
    assert page.preview.pages.words(0) == Pages(page.pdf).words(0)


def test_an_answer_that_changes_elsewhere_is_on_the_paper_at_once(qtbot, page, session, owner):
    edits = [Edit("plan/SOCIAL", "decision", "later")]
    words = remade(
        qtbot, page, lambda: session.edit(CASE, edits, owner, lambda _held: None, pytest.fail)
    )
    assert "For later: Social services" in words.replace("\u00a0", " ")


def test_going_back_tells_the_case_and_drops_the_paper(qtbot, page):
    back = next(
        button for button in page.findChildren(QWidget) if button.accessibleName() == "Back"
    )
    with qtbot.waitSignal(page.closed) as told:
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert told.args == [CASE]
    assert page.pdf == b""
    assert page.preview.pages is None


def test_locking_takes_the_paper_off_the_desk(page, session):
    session.close()
    assert page.pdf == b""
    assert page.preview.desk.image.isNull()


def test_the_next_person_is_asked_anew(qtbot, page):
    page.choose(kept="office", discreet=True)
    page.asking.details.phone.set_text("09 000 0000")
    with qtbot.waitSignal(page.made):
        page.show_case(CASE)
    assert page.asking.questions.kept == ""
    assert not page.asking.questions.discreet
    assert page.asking.details.phone.text == ""


def test_pages_are_turned_and_enlarged_by_keyboard(qtbot, page, window):
    assert not page.preview.before.isEnabled()
    first = page.preview.desk.image
    qtbot.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert "2 of 2" in said(page)
    assert page.preview.desk.image != first
    assert not page.preview.after.isEnabled()
    before = page.preview.zoom
    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page.preview.zoom == 100 > before
    assert "100 %" in said(page)


def test_ctrl_p_prints_from_here(qtbot, page, window):
    page.asking.details.title.edit.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.asking.questions.kept_field.error == "Ask this first. Then print."


def test_printing_puts_every_page_on_the_printer_under_a_neutral_name(
    qtbot, page, session, tmp_path
):
    page.choose(kept="with_them")
    pages = Pages(page.pdf)
    printer = printing.printer_for(pages)
    assert printer.docName() == "Summary"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    with qtbot.waitSignal(page.registered):
        page.print_on(printer)
    out = Pages((tmp_path / "out.pdf").read_bytes())
    assert out.count == pages.count
    assert out.size(0).toSize() == pages.size(0).toSize()
    assert [entry["to"] for entry in prints(session)] == ["file"]
    shown, printed = pages.image(0, 1.0), out.image(0, 1.0)
    assert likeness(shown, printed) < 0.02
    for each in (pages, out):
        each.close()


def likeness(one, other):
    """The share of points that differ plainly between two pages."""
    places = itertools.product(range(0, one.width() - 1, 3), range(0, one.height() - 1, 3))
    pairs = [(one.pixelColor(*at).lightness(), other.pixelColor(*at).lightness()) for at in places]
    return sum(abs(a - b) > 128 for a, b in pairs) / len(pairs)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(qtbot, page, session, tmp_path):
    page.choose(kept="with_them")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "out.pdf"))
    page.print_on(printer)
    qtbot.waitUntil(lambda: notice(page) is not None)
    assert "The printer did not take the paper." in said(page)
    assert prints(session) == []


def test_the_file_dialog_suggests_a_name_that_says_nothing(qtbot, page, session, tmp_path):
    page.choose(kept="office")
    page.save_button.click()
    dialog = page.findChild(QFileDialog)
    assert [path.rpartition("/")[2] for path in dialog.selectedFiles()] == ["Summary.pdf"]
    with qtbot.waitSignal(page.registered):
        dialog.fileSelected.emit(str(tmp_path / "Summary.pdf"))
    dialog.close()
    assert (tmp_path / "Summary.pdf").read_bytes() == page.pdf


def test_the_print_dialog_holds_nothing_up_and_knows_the_pages(qtbot, page):
    page.choose(kept="office")
    qtbot.mouseClick(page.print_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QPrintDialog)
    assert dialog.isVisible()
    assert (dialog.minPage(), dialog.maxPage()) == (1, 2)
    assert dialog.printer().docName() == "Summary"
    dialog.close()


def test_everything_has_a_spoken_name(page):
    page.asking.details.appointments.add(date(2026, 11, 26))
    spoken = {
        widget: QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert len(spoken) > 15
    assert [widget for widget, name in spoken.items() if not name] == []


def test_a_screen_reader_reads_the_page_on_the_desk(page):
    desk = page.preview.desk.focusProxy()
    assert desk.accessibleName() == "The paper"
    assert "What we agreed" in desk.accessibleDescription()


def test_tab_goes_down_the_questions(qtbot, page, window):
    questions = page.asking.questions
    questions.kept_field.combo.setFocus()
    reached = []
    for _step in range(3):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    assert reached == [
        questions.language_field.combo,
        questions.beside_box,
        questions.discreet_switch,
    ]


def test_a_small_window_keeps_the_buttons_and_the_warning_in_sight(page, window):
    window.resize(1024, 608)
    warning = next(
        words for words in page.findChildren(Words) if words.text().startswith("Ask where")
    )
    for widget in (page.save_button, page.print_button, warning):
        corner = widget.mapTo(page, QPoint(widget.width() - 1, widget.height() - 1))
        assert page.rect().contains(corner)


def test_a_paper_that_would_reach_somebody_who_must_not_know_is_not_made_to_be_kept_there(
    page, write, tmp_path
):
    write(Edit("intake", "/intake/wishes/do_not_tell", ["spouse"]))
    page.show_case(CASE)
    page.choose(kept="at_home")
    assert page.asking.questions.would_reach
    page.save_pdf(tmp_path / "Summary.pdf")
    assert "must not know" in page.asking.questions.kept_field.error
    assert not (tmp_path / "Summary.pdf").exists()
    page.choose(kept="office")
    assert not page.asking.questions.would_reach
    page.choose(kept="at_home", discreet=True)
    assert not page.asking.questions.would_reach
