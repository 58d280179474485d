"""What the window and its pages note: unlocking, refusals, papers of no case, bundles, trust."""

from datetime import timedelta

import pytest

from assistance_desktop.storage import activity, tries
from assistance_desktop.storage.activity import Filters
from assistance_desktop.ui import noting
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.main_window import MainWindow
from assistance_desktop.ui.questionnaires.blank_page import BlankPage
from assistance_desktop.ui.review.page import ReviewPage
from assistance_desktop.ui.rule_book.page import RuleBookPage
from assistance_desktop.ui.session import now
from tests.ui.at_work import make_case, make_desk, unlock
from tests.ui.exchange.conftest import field, office, strangers  # noqa: F401 - fixtures
from tests.ui.exchange.desks_at_work import consent, person
from tests.ui.review.conftest import look, send


def log(session):
    """Every line, the first one first: kind, who, and what is said."""
    found = reversed(activity.read(session.reader, Filters()))
    return [(line.deed.kind.value, line.who, dict(line.deed.says)) for line in found]


@pytest.fixture
def window(qtbot, tmp_path):
    made = MainWindow(make_desk(tmp_path / "desk"))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_wrong_passphrases_become_one_line_at_the_next_unlock(qtbot, window):
    folder = window.folder / "notes"
    moment = now() - timedelta(hours=1)
    tries.add(folder, moment - timedelta(seconds=20))
    tries.add(folder, moment)
    window.lock()
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: not (folder / tries.FILE).exists())
    assert log(window.session) == [
        ("refused", "", {"times": 2}),
        ("unlocked", "Pihlaja", {"way": "passphrase"}),
    ]
    first = activity.read(window.session.reader, Filters())[-1]
    assert first.at == moment.replace(microsecond=0)


def test_a_case_that_is_looked_at_again_soon_is_noted_once(qtbot, window):
    unlock(qtbot, window)
    case_id = make_case(qtbot, window)
    for show in (window.workspace.show_case, window.workspace.show_intake):
        show(case_id)
    window.lock()
    unlock(qtbot, window)
    window.workspace.show_plan(case_id)
    window.lock()
    unlock(qtbot, window)
    kinds = ["unlocked", "case_opened", "unlocked", "unlocked"]
    qtbot.waitUntil(lambda: [kind for kind, _who, _says in log(window.session)] == kinds)


def test_tries_whose_file_was_left_behind_are_noted_once(qtbot, session, owner):
    moment = session.clock()
    tries.add(session.vault.folder, moment)
    kept = (session.vault.folder / tries.FILE).read_bytes()
    for _each in range(2):
        (session.vault.folder / tries.FILE).write_bytes(kept)
        noting.note_unlocked(session, "sheet", pytest.fail)
        qtbot.waitUntil(lambda: not (session.vault.folder / tries.FILE).exists())
    assert [kind for kind, _who, _says in log(session)] == ["refused", "unlocked", "unlocked"]


def test_papers_of_no_case_are_noted_when_they_have_left(qtbot, session, tmp_path):
    deeds, content = Actions(session), Content.read()
    book = RuleBookPage(session, deeds, content.pack)
    blank = BlankPage(session, deeds)
    for page in (book, blank):
        qtbot.addWidget(page)
    with qtbot.waitSignals([book.made, blank.made], timeout=20_000):
        book.show_book()
        blank.show_questionnaire(content.intake)
    assert log(session) == []
    book.save_pdf(tmp_path / "Rules.pdf")
    qtbot.waitUntil(lambda: len(log(session)) == 1)
    with qtbot.waitSignal(blank.sent):
        blank.save_pdf(tmp_path / "Blank.pdf")
    qtbot.waitUntil(lambda: len(log(session)) == 2)
    assert log(session) == [
        ("saved_file", "Pihlaja", {"paper": "rule_book", "languages": "en"}),
        ("saved_file", "Pihlaja", {"paper": "blank_form"}),
    ]


def test_a_bundle_is_noted_when_it_is_set_aside_and_when_it_is_taken_in(qtbot, field, office):  # noqa: F811 - the fixtures above
    field.write("c", *consent(), *person("Aurora", "K7-4M2Q"))
    content = send(field, office)
    page = ReviewPage(office.session, Actions(office.session))
    qtbot.addWidget(page)
    page.show_preview(look(office, content))
    with qtbot.waitSignal(page.set_aside):
        page.frame.leave.click()
    page.show_preview(look(office, content))
    with qtbot.waitSignal(page.accepted):
        page.frame.accept.click()
    held = {"desk": field.card.device, "changes": 5, "cases": 1}
    assert log(office.session) == [
        ("bundle_set_aside", "Kataja", held),
        ("bundle_read", "Kataja", held),
    ]
    assert [line.case_id for line in activity.read(office.session.reader, Filters())] == ["c", "c"]
