"""The client's own safety plan, as they last told it; it is gone through again and again.

The questions are those of the pack's questionnaire `safety_plan`, asked like every other.
"""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases import answers
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Unanswered
from assistance_desktop.i18n import _
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.questionnaire import Questionnaire

FORM = "safety_plan"


def newest(case: Case, content: Content) -> tuple[str, Questionnaire | None]:
    """The record of the plan that was begun last, "" without one, and what asks for a plan."""
    begun = [one for one in answers.filled(case) if answers.pin(case, one).split(" ")[0] == FORM]
    questionnaire = next((one for one in content.others if one.id == FORM), None)
    return (begun[-1] if begun else ""), questionnaire


class PlanCard(Card):
    """What the plan says; `wanted` tells that somebody wants to go through it."""

    wanted = Signal()

    def __init__(
        self, case: Case, content: Content, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Safety plan"), icon="shield", padded=False, parent=parent)
        record, questionnaire = newest(case, content)
        words = _("Go through it again") if record else _("Make it together")
        self.go = Button(words, icon="pencil", size="small")
        self.go.clicked.connect(self.wanted)
        self.go.setVisible(bool(record) or questionnaire is not None)
        self.header.addWidget(self.go)
        self.header.setContentsMargins(15, 0, 11, 0)
        said = _told(case, content, record)
        if not said:
            self.body.addLayout(_padded(Words(_beginning(), tone="text_2")))
        if over := _overdue(case, content, record, today):
            self.body.addLayout(_padded(Words(over, "small", "amber_text")))
        for at, (question, answer) in enumerate(said):
            if at:
                self.body.addWidget(Rule())
            self.body.addLayout(_padded(Words(question, "small", "text_3"), Words(answer)))


def _told(case: Case, content: Content, record: str) -> list[tuple[str, str]]:
    if not record:
        return []
    found = answers.answers(case, record)
    return [
        content.describe(record, path, value, case)
        for path, value in found.items()
        if value not in (None, "", []) and not isinstance(value, Unanswered)
    ]


def _overdue(case: Case, content: Content, record: str, today: date) -> str:
    """That the day has come on which the plan was to be looked at again."""
    path = content.of(case, record).paths.get("review_on", "") if record else ""
    try:
        day = date.fromisoformat(str(answers.answers(case, record).get(path, "")))
    except ValueError:
        return ""
    if day > today:
        return ""
    return _("It was to be looked at again on {day}.").format(day=i18n.show_date(day))


def _beginning() -> str:
    return _(
        "Nothing is agreed yet. Ask what has kept the client safe so far, and plan the way out"
        " together. The client’s own judgment leads."
    )


def _padded(*widgets: QWidget) -> QHBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    row = QHBoxLayout()
    row.setContentsMargins(15, 10, 15, 10)
    row.addLayout(column)
    return row
