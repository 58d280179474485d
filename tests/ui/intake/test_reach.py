"""Nothing that is asked may be out of reach: every question stands on some step or card."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistance_desktop.cases.case import Case
from assistance_desktop.errors import AppError
from assistance_desktop.forms.form import Question, Repeat
from assistance_desktop.forms.workbook import load_form
from assistance_desktop.ui.intake import steps
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.questionnaire import Questionnaire

NESTED = """
| survey | | | | |
| | type | name | label | repeat_count |
| | begin_repeat | home | Homes | |
| | text | street | Street | |
| | begin_repeat | person | People there | |
| | text | called | Called | |
| | integer | age | Age | |
| | end_repeat | | | |
| | end_repeat | | | |
| | begin_group | all | All of them | |
| | begin_group | guests | Guests | |
| | integer | visits | How many visits? | |
| | end_group | | | |
| | end_group | | | |
| | begin_repeat | visit | Visits | ${visits} |
| | text | who | Who came? | |
| | end_repeat | | | |
| settings | | | | |
| | form_title | form_id | version | |
| | Homes | homes | 1 | |
"""


@pytest.fixture
def homes(tmp_path):
    file = tmp_path / "homes.md"
    file.write_text(NESTED, encoding="utf-8")
    return Questionnaire.of(load_form(file))


def readable(folder):
    """Every form below a folder that can be filled in."""
    for file in sorted(folder.rglob("*.*")):
        if file.suffix in (".xlsx", ".xls", ".md", ".xml", ".csv"):
            try:
                yield Questionnaire.of(load_form(file))
            except AppError:
                continue  # no form, or one that cannot run


def grow(interview):
    """One card for every repeat that people add to, and for those inside it."""
    for path, item in list(interview.places()):
        can_grow = isinstance(item, Repeat) and path[-1] != "]" and steps.can_grow(item)
        if can_grow and item.shown and interview.relevant(path) and not interview.instances(path):
            interview.add(path)
            return grow(interview)
    return None


def is_shown(interview, path):
    """Whether a question and every group around it stand in the body of the form."""
    parts = path.strip("/").split("/")
    around = ["/" + "/".join(parts[:count]) for count in range(2, len(parts) + 1)]
    return all(interview.item(one).shown for one in around)


def asked(interview):
    return {
        path
        for path, item in interview.walk()
        if isinstance(item, Question)
        and item.type not in ("calculate", "hidden")
        and interview.relevant(path)
        and is_shown(interview, path)
        and steps.is_answerable(interview, path)
    }


def reached(interview):
    found = set()
    for step in steps.steps(interview):
        found.update(step.questions)
        if isinstance(step.item, Repeat):
            found.update(steps.on_cards(interview, step.path))
    return found


def test_every_question_of_every_form_stands_on_a_step_or_a_card(content, pen, shared):
    forms = list(readable(shared / "vectors" / "xlsforms"))
    assert len(forms) > 30
    for form in forms:
        interview = Filling(Case("c", []), content, pen, "questionnaire/q", form).interview
        grow(interview)
        assert asked(interview) - reached(interview) == set(), form.title


def test_cards_lie_inside_cards(page, homes, qtbot):
    page.try_out(homes)
    for repeat in ("/data/home", "/data/home", "/data/home[2]/person"):
        page.middle.added.emit(repeat)
    page.answer("/data/home[2]/person[1]/called", "Tuisku")
    assert [one.path for one in page.middle.view.answerings] == [
        "/data/home[2]/street",
        "/data/home[2]/person[1]/called",
        "/data/home[2]/person[1]/age",
    ]
    page.middle.removed.emit("/data/home[2]/person[1]")
    assert page.filling.interview.instances("/data/home[2]/person") == ()


def test_the_form_decides_how_many_cards_there_are(page, homes):
    page.try_out(homes)
    page.answer("/data/all/guests/visits", 2)
    page.go("/data/visit")
    view = page.middle.view
    assert [one.path for one in view.answerings] == ["/data/visit[2]/who"]
    shown = [one.text() for one in view.findChildren(Button) if one.isVisible()]
    assert "Add one" not in shown
    assert page.filling.state(page.step) == "blank"
    page.answer("/data/visit[1]/who", "Kielo")
    page.answer("/data/visit[2]/who", "Usva")
    assert page.filling.state(page.step) == "answered"


def test_a_card_that_is_wrong_makes_its_step_wrong(page, homes):
    page.try_out(homes)
    page.middle.added.emit("/data/home")
    page.middle.added.emit("/data/home[1]/person")
    page._on_half_typed("/data/home[1]/person[1]/age", "many")
    assert page.filling.state(page.filling.steps[0]) == "wrong"


def test_a_note_belongs_to_the_question_on_the_card_that_the_keyboard_is_in(page, homes, qtbot):
    page.start_questionnaire(page.case_id, homes)
    for repeat in ("/data/home", "/data/home"):
        page.middle.added.emit(repeat)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "by the lake")
    assert page.filling.note_text("/data/home[2]/street") == "by the lake"
    assert page.filling.note_text("/data/home[1]/street") == ""
    page.middle.removed.emit("/data/home[1]")
    assert page.filling.note_text("/data/home[1]/street") == "by the lake"


def test_the_groups_around_a_question_are_named_over_it(page, homes):
    page.try_out(homes)
    page.go("/data/all/guests/visits")
    assert page.middle.view.place.text() == "All of them · Guests, question 1 of 1"


def test_a_step_of_a_form_with_six_hundred_questions_opens_at_once(page, tmp_path):
    rows = "\n".join(f"| | text | q{number} | Question {number} |" for number in range(600))
    file = tmp_path / "long.md"
    file.write_text(f"| survey | | | |\n| | type | name | label |\n{rows}\n", encoding="utf-8")
    page.try_out(Questionnaire.of(load_form(file)))
    assert len(page.filling.steps) == 600
    took = []
    for step in page.filling.steps[:20]:
        before = time.perf_counter()
        page.go(step.path)
        page.answer(step.path, "word")
        took.append(time.perf_counter() - before)
    assert sorted(took)[10] < 0.2  # a slow machine; 25 ms where it was written
