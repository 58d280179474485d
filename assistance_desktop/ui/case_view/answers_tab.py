"""The answers of a case, of every questionnaire, by section, each with its history.

They are read beside the window. Where two desks differ both answers stand side by side until a
person decides; what is chosen, there or among earlier versions, is a change like any other.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.cases import answers
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.changes import Answer, Change
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.case_view import finding, reading, wording
from assistance_desktop.ui.case_view.differing import DIFFERING
from assistance_desktop.ui.case_view.filled import Filled
from assistance_desktop.ui.case_view.index import Index
from assistance_desktop.ui.case_view.questions import OTHER, Answered
from assistance_desktop.ui.case_view.reading import Reading
from assistance_desktop.ui.case_view.section_card import SectionCard
from assistance_desktop.ui.case_view.versions import VersionsPanel
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.desk_names import DeskNames
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.kit.two_columns import TwoColumns
from assistance_desktop.ui.session import Session

_LEAST_HIGH = 220
"""Pixels at 100 % of the answers in a small window, where the history stands under them."""

Amend = Callable[[Case, str, str, Answer], list[Edit]]
"""From a case, the record of a questionnaire, a path and a value to what has to be written."""


class AnswersTab(QWidget):
    """The answers of one case.

    `question_wanted` carries the record of a questionnaire and the path of a question to ask, ""
    for where it was; `another_wanted` the questionnaire to begin.
    """

    question_wanted = Signal(str, str)
    another_wanted = Signal(object)
    turned = Signal()

    def __init__(
        self, session: Session, content: Content, amend: Amend, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._content, self._amend = session, content, amend
        self._case: Case | None = None
        self._filled: dict[str, Filled] = {}
        self._desks = DeskNames()
        self._wanted = ""
        self._has_written = False
        self.record, self.here = INTAKE, ""
        self.item: Answered | None = None
        self.notices = Notices()
        self.index = Index(content)
        self.section = SectionCard()
        self.panel = VersionsPanel()
        self.columns = TwoColumns(aside=248, least=744)
        self._lay_out()
        self._connect()

    def show_case(self, case: Case) -> None:
        """Show the answers as they are; the place stays."""
        if self._case is None or case.id != self._case.id:
            self._clear()
        self._case = case
        self.index.show_offered()
        records = answers.filled(case)
        self._arrange(case)
        for some in (records[:1], records[1:]):
            if some:
                job = partial(reading.read, case, self._content, self._session.today, some)
                self._session.compute(job, self, self._on_read, self.notices.refuse)

    def go(self, path: str, record: str = INTAKE) -> None:
        """Show a section, or the section of a question, as soon as it has been read."""
        self._wanted = path
        self.index.search.set_text("")
        self.record = record
        if record in self._filled:
            self._show_place()

    @property
    def asks(self) -> str:
        """The record of the questionnaire that can be asked from here."""
        filled = self._filled.get(self.record)
        can = filled is not None and not filled.is_foreign and self.record != DIFFERING
        return self.record if can else INTAKE

    @property
    def is_read(self) -> bool:
        """Whether every questionnaire of the case has come home."""
        return self._case is not None and set(self._filled) >= set(answers.filled(self._case))

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 24)
        whole.setSpacing(12)
        whole.addWidget(self.notices)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.index)
        scroll = Scroll(_("Answers"))
        scroll.body.addWidget(self.columns, 1)
        row.addWidget(scroll, 1)
        whole.addLayout(row, 1)
        self.section.setMinimumHeight(look().px(_LEAST_HIGH))
        self.columns.first.addWidget(self.section, 1)
        self.columns.second.addWidget(self.panel)
        self.panel.hide()

    def _connect(self) -> None:
        self.index.went.connect(self._on_went)
        self.index.sought.connect(self._on_sought)
        self.index.asking_wanted.connect(self._on_asking_wanted)
        self.index.another_wanted.connect(self.another_wanted)
        self.section.chosen.connect(self._on_chosen)
        self.section.asked.connect(self._on_asked)
        self.section.deciding.connect(self._on_deciding)
        self.panel.picked.connect(self._on_picked)

    def _clear(self) -> None:
        """Let nothing of another case stay."""
        self._filled.clear()
        self.record, self.here, self.item, self._wanted = INTAKE, "", None, ""
        self.notices.clear()
        self.index.clear()
        self.section.clear()
        self.panel.hide()

    def _arrange(self, case: Case) -> None:
        """Keep what the case still has, in its order; last what differs besides."""
        order = (*answers.filled(case), DIFFERING)
        self._filled = {one: self._filled[one] for one in order if one in self._filled}

    def _show_place(self) -> None:
        """Show the section that is wanted, else the one that was shown, else the first."""
        filled = self._filled[self.record]
        named = filled.section(self._wanted) if self._wanted else None
        section = named or filled.section(self.here) or next(iter(filled.sections), None)
        self.index.show_all(list(self._filled.values()), self.record)
        if section is None:
            self.section.clear()
            self.panel.hide()
            return
        self.here = section.path
        self.index.go(self.record, section.path)
        self.section.speak(self._words, self._desks, self._session.today)
        self.section.show_section(self.record, section)
        wanted = filled.find(self._wanted) if named else None
        self._show_item(wanted or self._again(filled))
        if wanted is not None:
            self.section.bring(self.record, wanted.path)
        self._wanted = ""
        follow_layout(self)
        self.turned.emit()

    def _again(self, filled: Filled) -> Answered | None:
        """The answer that was chosen, as it is now, if it is still in sight."""
        found = filled.find(self.item.path) if self.item is not None else None
        section = filled.section(self.here)
        return found if found and section and found in section.items else None

    def _show_item(self, item: Answered | None) -> None:
        """Show the versions of an answer, or of the first that has any."""
        filled = self._filled[self.record]
        if item is None or not item.heads:
            first = self.section.first()
            item = filled.find(first[1]) if first else None
        self.item = item
        self.panel.setVisible(item is not None and bool(item.heads))
        if item is None or self._case is None:
            return
        self.section.show_chosen(self.record, item.path)
        if self._has_written:
            self._has_written = False
            self.section.take_focus(self.record, item.path)
        words = partial(self._words, item)
        self.panel.show_item(item, self._case, words, self._desks, self._session.today)

    def _words(self, item: Answered, value: Answer) -> str:
        if self._case is None:
            return ""
        return wording.describe(self._case, self._content, item.record, item.field, value)[1]

    def _on_read(self, found: Reading) -> None:
        if found.of is not self._case:
            return
        before = dict(self._filled), self._desks
        read = {one.record: one for one in found.filled}
        if INTAKE in read:
            self._filled.pop(DIFFERING, None)
        self._filled |= read
        self._arrange(found.of)
        self._desks = found.desks
        if self.record == DIFFERING and DIFFERING not in self._filled:
            self.record = INTAKE
        if (self._filled, self._desks) == before or self.record not in self._filled:
            return
        if self.index.search.text:
            item = self.item
            self._on_sought(self.index.search.text)
            again = self._filled[self.record].find(item.path) if item is not None else None
            if again is not None:
                self._show_item(again)
        else:
            self._show_place()

    def _on_went(self, record: str, path: str) -> None:
        self.item = None
        self.here = path
        self.go(path, record)

    def _on_sought(self, words: str) -> None:
        if not words:
            self.go(self.here, self.record)
            return
        found = finding.find(list(self._filled.values()), words)
        self.panel.hide()
        self.index.go("", "")
        self.section.speak(self._words, self._desks, self._session.today)
        self.section.show_found(words, found)
        follow_layout(self)

    def _on_asking_wanted(self, record: str) -> None:
        self.question_wanted.emit(record, "")

    def _on_asked(self, record: str, item: Answered) -> None:
        self.question_wanted.emit(record, item.path)

    def _on_chosen(self, record: str, item: Answered) -> None:
        self.record, self.item = record, item
        self._show_item(item)

    def _on_deciding(self, record: str, item: Answered) -> None:
        self._on_chosen(record, item)
        self.panel.decide()

    def _on_picked(self, value: Answer) -> None:
        item, case = self.item, self._case
        if item is None or case is None:
            return
        before = None if item.differs else item.heads[-1].value
        words = _("The other answer stays in the history") if item.differs else _("Answer put back")
        self._write(case, item, value, partial(self._say, words, item, before))

    def _write(
        self, case: Case, item: Answered, value: Answer, then: Callable[[list[Change]], None]
    ) -> None:
        edits = [Edit(item.record, item.field, value)]
        try:
            if item.kept != OTHER:
                edits = self._amend(case, answers.around(case, item.record), item.path, value)
        except AppError as refusal:
            if not item.differs:
                self.notices.refuse(refusal)
                return
        self._session.edit(case.id, edits, self, then, self.notices.refuse)

    def _say(self, words: str, item: Answered, before: Answer, _written: list[Change]) -> None:
        """Tell what was done; what stood before can be put back at once."""
        self.notices.clear()
        self._has_written = True
        toast = Toast(self, words, "" if item.differs else _("Undo"))
        toast.acted.connect(partial(self._on_undone, item, before))
        toast.appear()

    def _on_undone(self, item: Answered, before: Answer) -> None:
        if self._case is not None:
            self._write(self._case, item, before, lambda _written: None)
