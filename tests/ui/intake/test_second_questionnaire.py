"""Walk: a second questionnaire of a case, from its first answer to a newer version of it."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistance_desktop.forms.workbook import load_form
from assistance_desktop.storage import questionnaires
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.content import Content, entry_of

SURVEY = """
| survey | | | |
| | type | name | label |
| | begin_group | now | Now |
| | text | sleeps | Where do you sleep? |
| | select_one yn | safe | Is it safe there? |
{new}| | end_group | | |
| | begin_repeat | home | Homes before |
| | text | street | Street |
| | begin_repeat | person | People there |
| | text | called | Called |
| | end_repeat | | |
| | end_repeat | | |
| choices | | | |
| | list_name | name | label |
| | yn | yes | Yes |
| | yn | no | No |
| settings | | | |
| | form_title | form_id | version |
| | Follow-up | follow_up | {version} |
"""
TALK = "/intake/consent/consent_talk"
PERSON = "/data/home[2]/person[1]/called"


@pytest.fixture
def content():
    """Content of its own: what is published here stays here."""
    return Content.read()


def publish(page, folder, version, new=""):
    """Put a version on the shelf of the vault, and take it in; the questionnaire in use."""
    file = folder / f"follow_up_{version}.md"
    file.write_text(SURVEY.format(version=version, new=new), encoding="utf-8")
    loaded = load_form(file)
    moment = page.session.clock()
    connection = page.session.vault.connect()
    with transaction(connection):
        entry = entry_of(loaded, file.name, moment)
        kept = questionnaires.Content(loaded.source, loaded.xform, loaded.files)
        questionnaires.add(connection, entry, kept)
        questionnaires.publish(connection, entry.form, entry.version, moment)
    connection.close()
    page.filling.content.stock(page.session.reader)
    return page.filling.content.others[0]


def settle(page, qtbot):
    page.keeper.flush()
    qtbot.waitUntil(lambda: page.keeper.is_settled)


def pause_and_go_on(page, qtbot):
    """Pause, let somebody else be asked, and take the same record up again."""
    case, record = page.case_id, page.filling.record
    page.close_intake()
    settle(page, qtbot)
    page.new_case()
    page.open_case(case, record=record)


def test_it_goes_on_in_the_card_and_the_field_where_it_stopped(page, tmp_path, qtbot):
    page.start_questionnaire(page.case_id, publish(page, tmp_path, "1"))
    page.go("/data/home")
    for repeat in ("/data/home", "/data/home", "/data/home[2]/person"):
        page.middle.added.emit(repeat)
    next(one for one in page.middle.view.answerings if one.path == PERSON).take_focus()
    QTest.keyClicks(QApplication.focusWidget(), "Tuisku")
    pause_and_go_on(page, qtbot)
    assert page.step.path == "/data/home"
    assert page.middle.answering.path == PERSON
    assert QApplication.focusWidget().text() == "Tuisku"


def test_a_newer_version_keeps_every_answer_and_leaves_the_intake_alone(page, tmp_path, qtbot):
    page.answer(TALK, "yes")
    settle(page, qtbot)
    intake = page.session.case(page.case_id).fields("intake")
    page.start_questionnaire(page.case_id, publish(page, tmp_path, "1"))
    page.answer("/data/now/sleeps", "at a friend")
    page.go("/data/now/safe")
    pause_and_go_on(page, qtbot)
    assert page.step.path == "/data/now/safe"
    page.answer("/data/now/safe", "no")
    settle(page, qtbot)
    newer = publish(page, tmp_path, "2", "| | text | who | Who lives there? |\n")
    page.open_case(page.case_id, record=page.filling.record)
    assert page.filling.questionnaire.version == "1"
    assert page.news.isVisible()
    page.news.moved.emit(newer)
    settle(page, qtbot)
    pause_and_go_on(page, qtbot)
    interview = page.filling.interview
    assert page.filling.questionnaire.version == "2"
    assert not page.news.isVisible()
    assert interview.value("/data/now/sleeps") == "at a friend"
    assert interview.value("/data/now/safe") == "no"
    assert interview.state("/data/now/who") == "blank"
    assert page.session.case(page.case_id).fields("intake") == intake


def test_trying_it_out_writes_nothing(page, tmp_path, qtbot):
    questionnaire = publish(page, tmp_path, "1")
    before = held(page)
    page.try_out(questionnaire)
    page.answer("/data/now/sleeps", "nowhere")
    page._on_noted("/data/now/sleeps", "words")
    page.go("/data/home")
    page.middle.added.emit("/data/home")
    page._on_half_typed("/data/home[1]/street", "x")
    page.go("review")
    with qtbot.waitSignal(page.tried_out):
        page.next()
    settle(page, qtbot)
    assert held(page) == before


def held(page):
    """Every row of everything in the vault."""
    reader = page.session.reader
    names = [
        row[0] for row in reader.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    return {name: reader.execute(f'SELECT count(*) FROM "{name}"').fetchall() for name in names}  # noqa: S608 - names of our own tables
