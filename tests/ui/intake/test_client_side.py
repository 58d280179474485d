"""What the client sees, hears and may touch: never a word that is meant for the worker."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from assistance_desktop.cases.case import CASE
from assistance_desktop.forms.workbook import load_form
from assistance_desktop.ui.intake.client_view import ClientView
from assistance_desktop.ui.kit.client_sheet import ClientSheet
from assistance_desktop.ui.questionnaire import Questionnaire

FORM = Path(__file__).with_name("client.md")


@pytest.fixture
def form(tmp_path):
    """A form full of words for the worker, with a picture, in a language from right to left."""
    file = tmp_path / FORM.name
    shutil.copy(FORM, file)
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("#1d5a55"))
    (tmp_path / "client-media").mkdir()
    for folder in (tmp_path, tmp_path / "client-media"):
        picture.save(str(folder / "sun.png"))
    return Questionnaire.of(load_form(file))


def everything_said(widget):
    """Every text and every name in a widget, also what a screen reader would add."""
    found = []
    for one in [widget, *widget.findChildren(QWidget)]:
        found += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        found.append(one.windowTitle())
        found.append(one.text() if hasattr(one, "text") else "")
    return " ".join(found)


def read_aloud(widget):
    """The texts in the order in which a screen reader comes to them."""
    spoken = []

    def walk(one):
        for at in range(one.childCount()):
            child = one.child(at)
            if child.state().invisible:
                continue
            if child.role() == QAccessible.Role.StaticText:
                spoken.append(child.text(QAccessible.Text.Name))
            walk(child)

    walk(QAccessible.queryAccessibleInterface(widget))
    return [words for words in spoken if words]


def open_view(page, window):
    window.deeds["client_view"].trigger()
    return page.panel.findChild(ClientView)


def test_no_word_for_the_worker_reaches_the_client(page, form, window):
    page.try_out(form)
    for language in form.form.languages:
        page.panel._on_language(language)
        for step in list(page.filling.steps):
            page.go(step.path)
            for path in step.questions:
                page.middle.show_place(path)
                assert "SECRET" not in everything_said(page.panel)
                view = open_view(page, window)
                assert "SECRET" not in everything_said(view)
                view.close()
                view.deleteLater()
                page.panel.close_view()


def test_the_client_view_says_nothing_of_the_case(page, window):
    page.answer("/intake/about_you/pseudonym", "Usva")
    case = page.filling.case
    page.go("/intake/situation/free_to_leave")
    said = everything_said(open_view(page, window))
    for field in ("pseudonym", "number", "worker"):
        assert case.text(CASE, field) not in said
    assert page.middle.view.place.text() not in said


def test_it_is_read_aloud_as_it_is_asked(page, form, qtbot):
    page.try_out(form)
    sheet = page.panel.findChild(ClientSheet)
    qtbot.waitUntil(lambda: len(read_aloud(sheet)) == 6)
    assert read_aloud(sheet) == [
        "Can you leave?",
        "1. Yes",
        "2. No",
        "3. I do not want to answer",
        "4. I do not know",
        "You can stop at any time.",
    ]


def test_a_language_without_a_code_runs_in_its_own_direction(page, form):
    page.try_out(form)
    assert not page.panel.shown.mirrored
    page.panel._on_language("العربية")
    assert page.panel.code == "ar"
    assert page.panel.shown.mirrored
    assert page.panel.shown.answers == ("نعم", "لا")
    assert page.layoutDirection() == Qt.LayoutDirection.LeftToRight
    sheet = page.panel.findChild(ClientSheet)
    assert sheet.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_keys_still_choose_and_lead_on_while_the_client_looks(page, form, window, qtbot):
    page.try_out(form)
    view = open_view(page, window)
    QTest.keyClick(view, Qt.Key.Key_2)
    assert page.filling.interview.value("/data/leave") == "n"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert page.step.path != "/data/leave"
    page.go("/data/both")
    page.middle.show_place("/data/both/age")
    texts = [one.text() for one in view.findChildren(QLabel)]
    assert "Your age" in texts
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_the_view_ends_when_there_is_nothing_for_the_client(page, form, window):
    page.try_out(form)
    view = open_view(page, window)
    page.go("review")
    assert not view.isVisible()


def test_a_list_too_long_for_the_sheet_shows_the_question_alone(page, form):
    page.try_out(form)
    page.go("/data/country")
    assert page.panel.shown.question == "Which one?"
    assert page.panel.shown.answers == ()
    assert len(page.panel.shown.quiet) == 2


def test_a_form_without_languages_is_asked_as_it_is(page, tmp_path):
    file = tmp_path / "plain.md"
    file.write_text(
        "| survey | | | |\n| | type | name | label |\n| | text | a | Mikä? |\n", "utf-8"
    )
    page.try_out(Questionnaire.of(load_form(file)))
    assert page.panel.shown.question == "Mikä?"
    assert page.panel.shown.quiet == ("I do not want to answer", "I do not know")
    assert page.panel.code == "en"


def test_the_picture_of_a_question_is_the_clients_too(page, form):
    page.try_out(form)
    assert form.media("sun.png") is not None
    assert [place for place, _image in page.panel.shown.pictures] == [-1]
