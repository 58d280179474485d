"""A case with a story, and its page in a window."""

import re
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.changes import Author, Change, Unanswered
from assistance_desktop.forms.workbook import load_form
from assistance_desktop.storage import case_store, editing, questionnaires
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.case_view.page import CasePage
from assistance_desktop.ui.content import Content, entry_of
from assistance_desktop.ui.intake.amending import amend
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.plan.page import PlanView

KNOWN = {
    "in_finland": "yes",
    "role": "possible_victim",
    "home_safe": "no",
    "health_need": "yes",
    "income": "none",
    "citizenships": ["VN"],
    "stay_basis": "reflection_period",
    "reflection_granted": "yes",
    "best_language": "vi",
    "police_wish": "undecided",
    "wants_return": Unanswered.REFUSED,
    "customer": "admitted",
    "do_not_tell": ["employer", "spouse"],
    "threat_serious": "no",
}


@pytest.fixture(scope="session")
def _read():
    return Content.read()


@pytest.fixture
def content(_read):
    """The pack that came with the program, with an empty shelf."""
    return Content(_read.pack, _read._own)


HEALTH = "questionnaire/health"


@pytest.fixture
def publish(session, content, clock):
    """Put a version of the health check form on the shelf, and let the screens use it."""

    def do(version="1", **changed):
        text = Path(__file__).with_name("health.md").read_text("utf-8")
        for name, line in changed.items():
            text = re.sub(rf"\n[^\n]*\| {name} +\|[^\n]*", line, text)
        text = text.replace("| 1       |", f"| {version} |")
        with TemporaryDirectory() as folder:
            file = Path(folder) / "health.md"
            file.write_text(text, "utf-8")
            loaded = load_form(file)
        connection = session.vault.connect()
        with transaction(connection):
            entry = entry_of(loaded, "health.md", clock())
            kept = questionnaires.Content(loaded.source, loaded.xform, loaded.files)
            questionnaires.add(connection, entry, kept)
            questionnaires.publish(connection, entry.form, entry.version, clock())
        content.stock(connection)
        connection.close()

    return do


@pytest.fixture
def health(aurora, publish, write):
    """Aurora has a health check form too; the record of it."""
    publish()
    write(
        Edit(HEALTH, "form", "health_check 1"),
        Edit(HEALTH, "begun_on", "2026-11-23"),
        Edit(HEALTH, "/data/today/pain", "yes"),
        Edit(HEALTH, "/data/today/where", "Left knee"),
        Edit(HEALTH, "/data/today/since", "2026-09-01"),
        Edit(HEALTH, "/data/care/paper", f"picture-{'a' * 64}.jpg"),
    )
    return HEALTH


@pytest.fixture
def tab(qtbot, page, aurora):
    """The answers tab of Aurora's case, read."""

    def show(path="", record="intake"):
        page.show_case(aurora)
        page.show_tab("answers")
        if path:
            page.answers.go(path, record)
        qtbot.waitUntil(lambda: page.answers.is_read)
        return page.answers

    return show


@pytest.fixture
def write(session, clock, new_id):
    """Write edits of a case by some hand, as another page or desk would."""

    def do(*edits, case_id="aurora", author=("Pihlaja", "laptop-1"), at=None):
        pen = Pen(Author(*author), at or clock, new_id)
        connection = session.vault.connect()
        with transaction(connection):
            editing.write(connection, case_id, edits, pen)
        connection.close()
        session.changed.emit(case_id)

    return do


@pytest.fixture
def answer(content, write):
    def do(author=("Pihlaja", "laptop-1"), at=None, **given):
        edits = [Edit("intake", content.paths[name], value) for name, value in given.items()]
        write(*edits, author=author, at=at)

    return do


@pytest.fixture
def aurora(write, answer, content):
    write(
        Edit(CASE, "pseudonym", "Aurora"),
        Edit(CASE, "number", "K7-4M2Q"),
        Edit(CASE, "worker", "Pihlaja"),
        Edit(CASE, "stage", "plan"),
    )
    answer(**KNOWN)
    repeat = content.paths["grant_start"].rpartition("/")[0]
    write(
        Edit("repeat/one", "of", repeat),
        Edit("repeat/one", "within", "intake"),
        Edit("repeat/one", content.paths["grant_start"], "2026-06-04"),
        Edit("repeat/one", content.paths["grant_end"], "2026-12-04"),
    )
    write(
        Edit("consent/office", "recipient", "office"),
        Edit("consent/office", "state", "given"),
        Edit("consent/office", "given_on", "2026-11-20"),
        Edit("consent/assistance_system", "recipient", "assistance_system"),
        Edit("consent/assistance_system", "state", "refused"),
        Edit("consent/assistance_system", "given_on", "2026-11-20"),
    )
    write(
        Edit("plan/HOUSING", "decision", "accepts"),
        Edit("plan/HOUSING", "next_step", "Move to the safe house"),
        Edit("plan/HOUSING", "due", "2026-11-26"),
        Edit("plan/INTERP", "decision", "accepts"),
        Edit("plan/INTERP", "state", "done"),
        Edit("plan/LEGAL", "decision", "declines"),
        Edit("note/1", "text", "Likes to meet in the morning."),
        Edit("print/1", "kind", "summary"),
        Edit("print/1", "language", "vi"),
    )
    return "aurora"


@pytest.fixture
def add_head(session, clock):
    """Another desk wrote another value without having seen the one that is here."""

    def do(record, field, value):
        change = Change("other", "aurora", record, field, value, (), "Kataja", "desk-4", clock())
        connection = session.vault.connect()
        with transaction(connection):
            case_store.add(connection, [change])
        connection.close()
        session.changed.emit("aurora")

    return do


@pytest.fixture
def window(qtbot, qapp):
    apply_theme(qapp)
    made = QMainWindow()
    made.deeds = Actions(made)
    made.setMinimumSize(1024, 600)
    made.resize(1184, 768)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def page(session, window, content):
    plan = PlanView(session, window.deeds, content)
    amending = partial(amend, session, content)
    made = CasePage(session, window.deeds, content, {"plan": plan}, amending)
    window.setCentralWidget(made)
    return made
