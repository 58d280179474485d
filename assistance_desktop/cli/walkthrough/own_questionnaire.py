"""The office brings a questionnaire of its own, fills it in, and changes it under an open case."""

from pathlib import Path

from assistance_desktop import paths
from assistance_desktop.cases import answers
from assistance_desktop.cases.changes import Answer
from assistance_desktop.cli.walkthrough.desk_work import DeskWork
from assistance_desktop.cli.walkthrough.hands import Hands
from assistance_desktop.documents.blank_form import print_blank
from assistance_desktop.ui.intake.question_view import QuestionView
from assistance_desktop.ui.questionnaire import Questionnaire

_FORM = "housing_visit"
_ASKED: dict[str, Answer] = {
    "/visit/home/feels_safe": "no",
    "/visit/home/worries": ["door"],
    "/visit/home/sleep": 5,
    "/visit/end/in_own_words": "The lamp in the stairs",
}


def bring_and_fill(office: DeskWork, hands: Hands, out: Path, case_id: str) -> None:
    """Load, look, try out, publish, fill in; then a second version, and no answer is lost."""
    with hands.step("The office loads a questionnaire, tries it out, publishes it"):
        _publish(office, hands, "housing-visit-1.md", try_it=True)
    with hands.step("It is filled in for the case"):
        record = _fill_in(office, hands, case_id)
    with hands.step("A second version: every answer stays, what is new is open"):
        _publish(office, hands, "housing-visit-2.md", try_it=False)
        _move(office, hands, case_id, record)
    with hands.step("A blank form for when there is no laptop"):
        questionnaire = _visit(office)
        pdf = print_blank(questionnaire.form, "en", "en", beside="fi")
        hands.check(pdf[:5] == b"%PDF-", "the blank form is no PDF")
        (out / "Questions.pdf").write_bytes(pdf)


def _visit(office: DeskWork) -> Questionnaire:
    """The office's own questionnaire, in the version that is in use."""
    return next(one for one in office.workspace.content.others if one.id == _FORM)


def _publish(office: DeskWork, hands: Hands, name: str, *, try_it: bool) -> None:
    workspace = office.workspace
    workspace.show_questionnaires()
    page = workspace.questionnaires_page
    hands.wait(lambda: page.standing, "the questionnaires were not read")
    page.load(paths.resources() / "samples" / name)
    hands.wait(lambda: page.entry and page.entry.file == name, "the workbook was not loaded")
    hands.wait(page.details.deeds.publish.isEnabled, "it was not looked into")
    hands.picture(office.window, "questionnaires" if try_it else "questionnaire-follows")
    if try_it:
        page.details.deeds.try_out.click()
        hands.wait(lambda: workspace.currentWidget() is workspace.intake_page, "it was not opened")
        _answer(office, "/visit/home/feels_safe", "yes")
        hands.picture(office.window, "questionnaire-tried")
        workspace.intake_page.close_intake()
    version = page.entry.version if page.entry else ""
    hands.click(page.details.deeds.publish, "Publish")
    hands.wait(
        lambda: [o.version for o in workspace.content.others if o.id == _FORM] == [version],
        "it was not published",
    )


def _fill_in(office: DeskWork, hands: Hands, case_id: str) -> str:
    workspace = office.workspace
    hands.check(len(office.session.case(case_id).records(answers.OTHERS)) == 0, "a trial was kept")
    workspace.start_questionnaire(case_id, _visit(office))
    for path, value in _ASKED.items():
        _answer(office, path, value)
        if path.endswith("worries"):
            hands.picture(office.window, "questionnaire-question")
    workspace.intake_page.close_intake()
    hands.wait(lambda: workspace.intake_page.keeper.is_settled, "an answer was not saved")
    record = office.session.case(case_id).records(answers.OTHERS)[0]
    _check(office, hands, case_id, record)
    return record


def _move(office: DeskWork, hands: Hands, case_id: str, record: str) -> None:
    workspace = office.workspace
    workspace.show_intake(case_id, record=record)
    page = workspace.intake_page
    hands.check(page.news.isVisible(), "nobody said that there is a newer version")
    hands.picture(office.window, "questionnaire-newer")
    page.news.moved.emit(_visit(office))
    page.close_intake()
    hands.wait(lambda: page.keeper.is_settled, "the move was not saved")
    pin = answers.pin(office.session.case(case_id), record)
    hands.check(pin == f"{_FORM} 2", "the case stays with the old version")
    _check(office, hands, case_id, record)
    workspace.show_case(case_id)
    workspace.case_page.show_tab("answers")
    hands.picture(office.window, "answers")


def _answer(office: DeskWork, path: str, value: Answer) -> None:
    page = office.workspace.intake_page
    page.go(path)
    if not isinstance(page.middle.view, QuestionView):
        raise TypeError(path)
    page.middle.view.answerings[0].put(value)


def _check(office: DeskWork, hands: Hands, case_id: str, record: str) -> None:
    kept = answers.answers(office.session.case(case_id), record)
    for path, value in _ASKED.items():
        hands.check(kept.get(path) == value, f"the answer to {path} is not what was given")
