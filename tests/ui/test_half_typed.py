"""Every place where one can type while the notes are open: F9 at once, and the words are there.

A page writes as one types, or its words wait on Today. What is not kept by design is listed with
its reason, and no file that makes a field is left out.
"""

import itertools
import re
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QPlainTextEdit

from assistance_desktop.cases.changes import Author
from assistance_desktop.cases.consent import Purpose
from assistance_desktop.storage import attachments, editing, vault
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import exchange
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui import failure
from assistance_desktop.ui.case_view.documents import Sort, documents
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.hiding.notes_page import NotesPage
from assistance_desktop.ui.intake.note_field import NoteField
from assistance_desktop.ui.main_window import MainWindow
from assistance_desktop.ui.plan.offer_row import OfferRow
from assistance_desktop.ui.session import new_id, now
from assistance_desktop.ui.telling.matter import Whom
from assistance_desktop.ui.telling.opening import NAMELESS
from tests.conftest import PASSPHRASE
from tests.ui.at_work import make_desk, unlock
from tests.ui.exchange.desks_at_work import Place, consent, introduce, open_place, person

UI = Path(__file__).parents[2] / "assistance_desktop" / "ui"
WORDS = (f"umbrella{number}" for number in itertools.count(100))
"""New ones each time, so that no place is taken for another."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Aurora, who agreed to what the pages below need."""
    made = make_desk(tmp_path_factory.mktemp("half_typed") / "desk")
    paths = Content.read().paths
    answers = {"in_finland": "yes", "best_language": "vi"}
    edits = [
        Edit("case", "pseudonym", "Aurora"),
        Edit("case", "opened_on", "2026-11-23"),
        Edit("plan/HOUSING", "decision", "accepts"),
        Edit("consent/assistance_system", "recipient", "assistance_system"),
        Edit("consent/assistance_system", "state", "given"),
        Edit("consent/assistance_system", "given_on", "2026-11-23"),
        Edit("threat/1", "raised_at", "2026-11-23T10:24"),
        Edit("threat/1", "raised_by", "Pihlaja"),
        Edit("threat/1", "against", "life"),
        *[Edit("intake", paths[name], value) for name, value in answers.items()],
    ]
    opened = vault.unlock(made / "notes", PASSPHRASE)
    with closing(opened), closing(opened.connect()) as connection, transaction(connection):
        file = attachments.keep(connection, "c", "words.txt", "text/plain", b"Snow")
        author = Author("Pihlaja", "laptop-1")
        written = [*edits, Edit("document/1", "file", file.value)]
        editing.write(connection, "c", written, Pen(author, now, new_id))
    return made


@pytest.fixture(scope="module")
def desk(qapp, folder):
    """The window, locked: it has been open once."""
    made = MainWindow(folder)
    made.show()
    made.activateWindow()
    made.jobs.start(lambda: None, made, lambda _none: None, lambda _refusal: None)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def window(qtbot, desk):
    """The window, open; afterwards it is locked, and no bug may have been met."""
    bugs = []
    failure.install(bugs.append)
    if isinstance(desk.centralWidget().currentWidget(), NotesPage):
        desk.centralWidget().currentWidget().returned.emit()
    unlock(qtbot, desk)
    yield desk
    desk.lock()
    failure.uninstall()
    assert bugs == []


# The intake


def _asked(window, name):
    window.workspace.show_intake("c", window.workspace.content.paths[name])
    return window.workspace.intake_page


def answer(window):
    return [_asked(window, "matters_most").middle.answering.findChild(QPlainTextEdit)]


def day_that_cannot_be_read(window):
    return [_asked(window, "date_of_birth").middle.answering.findChild(QLineEdit)]


def note_in_the_intake(window):
    return [_asked(window, "in_finland").findChild(NoteField).edit]


# The case


def note(window):
    window.workspace.show_case("c")
    overview = window.workspace.case_page.overview
    overview.add_note.click()
    return [overview.note.field.edit]


def closing_note(window):
    window.workspace.show_case("c")
    window.workspace.case_page.close_case()
    return [window.workspace.case_page.deeds.closing.note.edit]


def days_of_a_status(window):
    window.workspace.show_case("c")
    window.workspace.case_page.change_status()
    asked = window.workspace.case_page.deeds.asking
    asked.status.combo.pick("refused")
    asked.status.combo.chosen.emit("refused")
    return [asked.day.edit, asked.appeal.edit]


def name_of_a_new_file(window):
    window.workspace.show_case("c")
    window.workspace.case_page.add_document()
    return [window.workspace.case_page.adding.called.edit]


def name_of_a_file(window):
    window.workspace.show_case("c")
    page = window.workspace.case_page
    found = documents(window.session.case("c"), window.workspace.content)
    page.open_document(next(one for one in found if one.sort is Sort.FILE and one.key))
    return [page.document.called.edit]


def arrangement_of_a_service(window):
    window.workspace.show_plan("c")
    rows = window.workspace.plan_view.findChildren(OfferRow)
    row = next(one for one in rows if one.offer.line.code == "HOUSING")
    row.write_step()
    fields = row.fields
    return [one.edit for one in (fields.organiser, fields.person, fields.note, fields.step)]


# Appointments and tasks


def _form(window, case_id, kind):
    window.workspace.agenda.open(case_id, kind)
    return window.workspace.agenda.form


def task(window):
    return [_form(window, "c", "task").what.edit]


def task_of_nobody_yet(window):
    return [_form(window, "", "task").what.edit]


def appointment_of_nobody_yet(window):
    form = _form(window, "", "appointment")
    return [form.chooser.field.edit, form.where.edit]


def appointment(window):
    form = _form(window, "c", "appointment")
    return [one.edit for one in (form.what, form.where, form.who, form.interpreter)]


def title_for_a_calendar(window):
    calendar = _form(window, "c", "appointment").calendar
    calendar.title_field.combo.pick("own")
    calendar.title_field.combo.chosen.emit("own")
    return [calendar.own.edit]


# Telling


def _telling(window, recipient):
    window.workspace.telling.open("c", recipient)
    return window.workspace.telling.panel


def whom_and_what_for(window):
    panel = _telling(window, "")
    return [panel.name.edit, panel.purpose.edit]


def what_for_when_asked(window):
    telling = window.workspace.telling
    telling._ask(telling._matter("c", Whom("Safe house South", "shelter")))
    return [telling.panel.purpose.edit]


def call_without_a_name(window):
    return [_telling(window, NAMELESS).said.edit]


def duty(window):
    telling = window.workspace.telling
    telling._do_duty(telling._matter("c", Whom("")), Purpose.THREAT)
    return [telling.panel.said.edit, telling.panel.reason.edit]


def threat(window):
    window.workspace.show_case("c")
    window.workspace.case_page.show_tab("safety")
    steps = window.workspace.safety_view.steps
    steps.doubt()
    return [steps.what.edit, steps.reason.edit]


def proposal(window):
    window.workspace.show_proposal("c")
    fields = window.workspace.proposal_page.fields.fields
    kept = ("representative", "contact", "account", "observations", "attachments")
    return [fields[name].edit for name in kept]


def review(window):
    """Two desks wrote different things: the bundle of the office, looked at."""
    here = Place(window.session.vault, window.session)
    there = open_place(window.folder.parent / "there", "Kataja", "Office", Role.OFFICE)
    way = window.workspace.content.paths["matters_most"]
    with closing(there):
        introduce(here, there)
        here.write("c", *consent(), *person("Aurora", "K7-4M2Q"), Edit("intake", way, "Ice"))
        _carry(here, there)
        _carry(there, here)
        here.write("c", Edit("intake", way, "Snow"))
        there.write("c", Edit("intake", way, "Rain"))
        window.workspace.show_preview(_look(there, here))
    panel = window.workspace.review_page.panel
    panel.choose(len(panel.choices))
    return [panel.note.edit, panel.own.edit]


def _look(sender, to):
    session = sender.session
    made = sender.do(lambda c: exchange.make(c, sender.desk, to.card, session.today, session.pen()))
    return exchange.preview(to.session.reader, to.desk, made.content)


def _carry(sender, to):
    looked = _look(sender, to)
    to.do(lambda c: exchange.accept(c, to.desk, looked, [], to.session.pen()))


KEPT = (
    answer,
    day_that_cannot_be_read,
    note_in_the_intake,
    note,
    closing_note,
    days_of_a_status,
    name_of_a_new_file,
    name_of_a_file,
    arrangement_of_a_service,
    task,
    task_of_nobody_yet,
    appointment_of_nobody_yet,
    appointment,
    title_for_a_calendar,
    whom_and_what_for,
    what_for_when_asked,
    call_without_a_name,
    duty,
    threat,
    proposal,
    review,
)


@pytest.mark.parametrize("place", KEPT, ids=lambda each: each.__name__)
def test_what_is_half_typed_at_f9_is_in_the_vault(qtbot, window, folder, place):
    typed = hide_while_typing(qtbot, window, place(window))
    held = everything(folder)
    assert [words for words in typed if words not in held] == []


# Not kept, and why


def search_of_cases(window):
    window.workspace.go("cases")
    return [window.workspace.case_list.search.edit]


def search_in_a_case(window):
    window.workspace.show_case("c")
    page = window.workspace.case_page
    page.show_tab("answers")
    page.show_tab("history")
    return [page.answers.index.search.edit, page.history.search.edit]


def only_on_the_proposal(window):
    window.workspace.show_proposal("c")
    fields = window.workspace.proposal_page.fields.fields
    return [fields[name].edit for name in ("name", "uma", "phone")]


def only_on_the_paper(window):
    window.workspace.show_paper("c")
    details = window.workspace.paper_page.asking.details
    row = details.appointments.add()
    return [one.edit for one in (details.title, details.phone, details.notes, row.text)]


NOT_KEPT = {
    search_of_cases: "a search is no note",
    search_in_a_case: "a search is no note",
    only_on_the_proposal: "name and numbers are for the paper alone; the card says so",
    only_on_the_paper: "of a print only that it was made is kept (facts.md 7)",
}


@pytest.mark.parametrize("place", NOT_KEPT, ids=lambda each: each.__name__)
def test_what_is_not_kept_by_design_is_nowhere(qtbot, window, folder, place):
    typed = hide_while_typing(qtbot, window, place(window))
    held = everything(folder)
    assert [words for words in typed if words in held] == []


TRIED = {
    "agenda/appointment_form.py",
    "agenda/calendar_part.py",
    "agenda/case_chooser.py",
    "agenda/task_form.py",
    "case_list/page.py",
    "case_view/closing.py",
    "case_view/documents_adding.py",
    "case_view/documents_panel.py",
    "case_view/history_tab.py",
    "case_view/index.py",
    "case_view/notes.py",
    "case_view/system_card.py",
    "intake/answers/entry.py",
    "paper/appointments.py",
    "paper/details.py",
    "plan/arrangement.py",
    "proposal/fields_card.py",
    "review/comparing.py",
    "telling/ask_panel.py",
    "telling/call_panel.py",
    "telling/whom_panel.py",
    "threat_steps.py",
}
"""Files that make the fields above."""

ELSEWHERE = {
    "case_view/documents_sight.py": "shows a text, which nobody can change",
    "hiding/notes_page.py": "the empty notes: nothing of them is kept",
    "intake/answers/moment.py": "tests/ui/intake/test_answers_every_kind.py",
    "intake/answers/scale.py": "tests/ui/intake/test_answers_every_kind.py",
    "intake/long_list.py": "a search is no note",
    "telling/tell_panel.py": "shows what was agreed, which nobody can change",
    "unlock/name_page.py": "there is no vault yet",
}
MAKES = re.compile(r"\b(?:LineField|TextField|DateField|TimeField|NumberField|QPlainTextEdit)\(")


def test_no_file_that_makes_a_field_is_left_out():
    found = {
        path.relative_to(UI).as_posix()
        for path in UI.rglob("*.py")
        if "kit" not in path.parts and MAKES.search(path.read_text("utf-8"))
    }
    assert found == TRIED | set(ELSEWHERE)


def test_when_the_notes_are_locked_nothing_that_is_alive_holds_the_words(qtbot, window):
    words = next(WORDS)
    for place in (answer, note, only_on_the_paper, search_of_cases, task, call_without_a_name):
        for edit in place(window):
            QTest.keyClicks(edit, words)
            edit.selectAll()
            edit.copy()
    assert holders(words), "nobody holds them before: this would find nothing"
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: window.session is None and not holders(words))
    assert words not in QApplication.clipboard().text()


def test_a_form_that_is_closed_twice_asks_nothing_of_closed_notes(qtbot, window):
    hide_while_typing(qtbot, window, appointment(window))
    window.lock()  # before Qt has deleted the form: this ended the process
    assert isinstance(window.centralWidget().currentWidget(), NotesPage)


def holders(words):
    """Every text that is alive in the process and holds the words."""
    widgets = QApplication.allWidgets()
    texts = [(one, one.text()) for one in widgets if isinstance(one, QLineEdit)]
    texts += [(one, one.toPlainText()) for one in widgets if isinstance(one, QPlainTextEdit)]
    for owner in widgets:
        texts += [(one, one.toPlainText()) for one in owner.findChildren(QTextDocument)]
        texts += [(one, one.completionPrefix()) for one in owner.findChildren(QCompleter)]
    return {type(one).__name__ for one, text in texts if words in text}


def hide_while_typing(qtbot, window, edits):
    """Type new words into each of the fields, and press F9 at once; the words."""
    typed = []
    for edit in edits:
        typed.append(next(WORDS))
        edit.selectAll()
        QTest.keyClicks(edit, typed[-1])
    qtbot.keyClick(edits[-1], Qt.Key.Key_F9)
    assert isinstance(window.centralWidget().currentWidget(), NotesPage)
    qtbot.waitUntil(lambda: window.session is None)
    return typed


def everything(folder):
    """Every value of every case and setting, by the passphrase."""
    opened = vault.unlock(folder / "notes", PASSPHRASE)
    with closing(opened), closing(opened.connect(read_only=True)) as reader:
        rows = reader.execute("SELECT value FROM change UNION ALL SELECT value FROM setting")
        return "\n".join(str(row[0]) for row in rows)
