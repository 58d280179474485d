"""The answers of a case, section by section, each with who wrote it and when.

Where two desks differ both answers stand side by side until a person decides.
"""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.cases import answers
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Change
from assistance_desktop.i18n import _
from assistance_desktop.ui import phrases
from assistance_desktop.ui.case_view import questions
from assistance_desktop.ui.case_view.questions import Answered, Section
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.scroll import Scroll, empty
from assistance_desktop.ui.kit.section_rail import SectionRail
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import Session

_LEFT = ("refused", "unknown")


class AnswersTab(QWidget):
    """The answers of one case. `question_wanted` carries the path of a question to ask."""

    question_wanted = Signal(str)

    def __init__(self, session: Session, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._content = session, content
        self._case: Case | None = None
        self._sections: dict[str, Section] = {}
        self.here = ""
        self.rail = SectionRail()
        self.rail.went.connect(self.go)
        self._scroll = Scroll(_("Answers"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(self.rail)
        row.addWidget(self._scroll, 1)
        self._scroll.body.setContentsMargins(0, 16, 0, 24)

    def show_case(self, case: Case) -> None:
        """Show the answers as they are; the section stays."""
        fresh = self._case is None or case.id != self._case.id
        self._case = case
        found = questions.read(case, self._content, self._session.today)
        self._sections = {section.path: section for section in found}
        self.rail.clear()
        for section in found:
            self.rail.add(section.path, section.title)
            done, whole = section.done, len(section.items)
            state = "done" if done == whole else "part" if done else "empty"
            self.rail.show_state(section.path, state, f"{done}/{whole}")
        if found:
            here = found[0].path if fresh or self.here not in self._sections else self.here
            self.go(here)

    def go(self, path: str) -> None:
        """Show a section, or the section of a question."""
        section = "/".join(answers.plain(path).split("/")[:3])
        if section not in self._sections:
            return
        self.here = section
        self.rail.go(section)
        empty(self._scroll.body)
        self._scroll.body.addWidget(self._make_section(self._sections[section]))
        self._scroll.body.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)

    def _make_section(self, section: Section) -> Card:
        card = Card(section.title, padded=False)
        for at, item in enumerate(section.items):
            if at:
                card.body.addWidget(Rule())
            if item.differs:
                around = QVBoxLayout()
                around.setContentsMargins(8, 8, 8, 8)
                around.addWidget(self._make_differing(item))
                card.body.addLayout(around)
            elif item.state == "blank":
                card.body.addLayout(self._make_open(item))
            else:
                card.body.addLayout(self._make_row(item))
        return card

    def _make_row(self, item: Answered) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(15, 10, 15, 10)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Words(item.question, "small", "text_2"), 1)
        if item.heads:
            who = questions.by_whom(item.heads[-1], self._session.today)
            head.addWidget(Words(who, "small", "text_3"), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._make_answer(item), 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _make_open(self, item: Answered) -> QHBoxLayout:
        """A question that nobody has asked yet; asking it is one step away."""
        row = QHBoxLayout()
        row.setContentsMargins(15, 8, 15, 8)
        row.setSpacing(12)
        row.addWidget(Words(item.question, "small", "text_2"), 1)
        button = Button(_("Ask this now"), icon="speech", size="small")
        button.setAccessibleName(_("Ask this now: {question}").format(question=item.question))
        button.clicked.connect(lambda: self.question_wanted.emit(item.path))
        row.addWidget(button)
        return row

    @staticmethod
    def _make_answer(item: Answered) -> QWidget:
        if item.state in _LEFT:
            return Chip(item.answer, "outline")
        answer = Words(item.answer, bold=True)
        answer.setMinimumWidth(min(look().px(360), answer.sizeHint().width()))
        return answer

    def _make_differing(self, item: Answered) -> Card:
        """Both answers with who, where and when; what holds is said under them."""
        card = Card(tone="amber")
        head = QHBoxLayout()
        head.addWidget(Words(item.question, bold=True), 1)
        head.addWidget(Chip(_("Being compared"), "amber", icon="both"))
        card.body.addLayout(head)
        both = QHBoxLayout()
        both.setSpacing(12)
        for change in item.heads:
            both.addWidget(self._make_side(item, change), 1)
        card.body.addLayout(both)
        said = _("Until somebody decides, it counts as not known, or as the safer answer.")
        card.body.addWidget(Words(said, "small"))
        return card

    def _make_side(self, item: Answered, change: Change) -> Card:
        card = Card()
        card.body.setSpacing(2)
        words = self._content.describe("intake", answers.plain(item.path), change.value)[1]
        card.body.addWidget(Words(words, bold=True))
        card.body.addWidget(Words(_who(change, self._session.today), "small", "text_2"))
        return card


def _who(change: Change, today: date) -> str:
    when = phrases.moment(change.at, today)
    return f"{change.author}, {when}" if change.author else when
