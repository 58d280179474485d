"""An office and a field desk with the program's own intake in use, and workbooks to load."""

from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop import paths
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.questionnaires.page import QuestionnairesPage
from tests.ui.exchange.desks_at_work import open_place

INTAKE = "finland_intake"
PUBLISHED = datetime(2026, 9, 1, 9, tzinfo=UTC)
ROWS = (
    "| | select_one roofs | roof | Which roof? |",
    "| | integer | rooms | How many rooms? |",
    "| | text | wish | What do you wish? |",
)
CHOICES = (
    "| choices | list_name | name | label |\n| | roofs | tin | Tin |\n| | roofs | tile | Tile |"
)


@pytest.fixture(scope="session")
def own():
    return Content.read()


@pytest.fixture
def content(own):
    """As a program has it that has just started, without reading the pack again."""
    return Content(own.pack, own._own)


@pytest.fixture
def desk(qapp, tmp_path, content):
    """Opens a desk with its notes, office or field."""
    apply_theme(qapp)
    opened = []

    def make(role):
        label = "Helsinki office" if role is Role.OFFICE else "Laptop 3"
        place = open_place(tmp_path / role.value, "Pihlaja", label, role)
        opened.append(place)
        place.do(lambda connection: content.keep(connection, PUBLISHED))
        content.stock(place.session.reader)
        return place

    yield make
    for place in opened:
        place.close()


@pytest.fixture
def office(desk):
    return desk(Role.OFFICE)


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    made.deeds = Actions(made)
    made.resize(1184, 736)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def show(qtbot, window, content):
    """Shows the page over a desk, once the version that it begins with is looked into."""

    def make(place):
        page = QuestionnairesPage(place.session, window.deeds, content)
        window.setCentralWidget(page)
        with qtbot.waitSignal(page.examined, timeout=10_000):
            window.show()
        return page

    return make


@pytest.fixture
def page(show, office):
    return show(office)


@pytest.fixture
def book(tmp_path):
    """Writes a small workbook."""

    def write(version="1", rows=ROWS, form="visit", title="Visit", name="visit.md"):
        file = tmp_path / name
        head = "| settings | form_id | version | title |"
        settings = f"| | {form} | {version} | {title} |"
        survey = "| survey | type | name | label |"
        file.write_text("\n".join([head, settings, "", survey, *rows, "", CHOICES]), "utf-8")
        return file

    return write


@pytest.fixture
def intake_book(tmp_path):
    """Writes another version of the intake; `drop` leaves rows out, `swap` changes words."""

    def write(version="2026112399", *, drop=(), swap=()):
        source = (paths.resources() / "packs" / "finland" / "intake.md").read_text("utf-8")
        rows = [row for row in source.splitlines() if not any(f"| {n} |" in row for n in drop)]
        text = "\n".join(rows).replace("2026112301", version)
        for before, after in swap:
            assert before in text
            text = text.replace(before, after)
        file = tmp_path / "intake-new.md"
        file.write_text(text, "utf-8")
        return file

    return write


@pytest.fixture
def done(qtbot):
    """Waits until what was begun inside is done, and the version shown was looked into anew."""

    @contextmanager
    def wait(page):
        with qtbot.waitSignal(page.changed, timeout=15_000):
            yield
        qtbot.waitUntil(lambda: is_settled(page), timeout=15_000)

    return wait


def is_settled(page):
    """Whether the list was read since the last change, and its chosen version looked into."""
    return page.standing is not None and page._examiner.found(page.entry) is not None


@pytest.fixture
def load(done):
    """Loads a workbook on a page and waits until it was looked into."""

    def run(page, file):
        with done(page):
            page.load(file)
        return page.entry

    return run
