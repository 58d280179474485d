"""One section with its answers, or what a search found; answers that count nowhere stay closed.

Only what is shown is built: a hundred rows, and more when somebody wants them.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.cases.changes import Answer
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.case_view.answer_rows import AnswerRow, DifferingRow, OpenRow
from assistance_desktop.ui.case_view.questions import ASIDE, EARLIER, Answered, Section
from assistance_desktop.ui.desk_names import DeskNames
from assistance_desktop.ui.kit.band import Band
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.disclosure import Disclosure
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.words import Words

MOST = 100
"""Rows that are built at once."""

Place = tuple[str, str]
"""The record of a questionnaire and the path of a question."""

Listed = tuple[str, Answered]
"""The record of a questionnaire and one of its answers."""


class SectionCard(Card):
    """Answers to read. Each signal carries the record of the questionnaire and the answer."""

    chosen = Signal(str, object)
    asked = Signal(str, object)
    deciding = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padded=False, parent=parent)
        self._scroll = Scroll(_("Answers"))
        self.body.addWidget(self._scroll)
        self._rows: dict[Place, AnswerRow] = {}
        self._differing: dict[Place, DifferingRow] = {}
        self._words: Callable[[Answered, Answer], str] = lambda _item, _value: ""
        self._desks = DeskNames()
        self._today = date.min

    def speak(
        self,
        words: Callable[[Answered, Answer], str],
        desks: DeskNames,
        today: date,
    ) -> None:
        """With which words values are told, what desks are called, and which day it is."""
        self._words, self._desks, self._today = words, desks, today

    def show_section(self, record: str, section: Section) -> None:
        """Show a section of the questionnaire in a record."""
        at = self._scroll.verticalScrollBar().value() if self._is_shown(record, section) else 0
        self._begin(section.title)
        self._add(self._scroll.body, [(record, item) for item in section.items], first=True)
        if not section.items and section.path:
            self._say(_("Nothing is asked here with the answers so far."))
        self._add_beside(record, section, ASIDE, _("Not asked any more with the answers so far"))
        self._add_beside(record, section, EARLIER, _("Asked in another version"))
        self._scroll.body.addStretch(1)
        self._scroll.verticalScrollBar().setValue(at)

    def show_found(self, words: str, found: Sequence[tuple[str, list[Listed]]]) -> None:
        """Show what a search found, under the headings of questionnaire and section."""
        count = sum(len(items) for _heading, items in found)
        title = ngettext("{count} found: {words}", "{count} found: {words}", count)
        self._begin(title.format(count=count, words=words))
        left = MOST
        for heading, items in found:
            if left <= 0:
                self._say(_("More was found. Write more of it to see the rest."))
                break
            head = _heading(heading, first=left == MOST)
            self._scroll.body.addWidget(head)
            self._add(self._scroll.body, items[:left], first=False)
            left -= len(items)
        if not found:
            self._say(_("No question and no answer has these words."))
        self._scroll.body.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)

    def show_chosen(self, record: str, path: str) -> None:
        """Tint the row whose versions are shown."""
        for place, row in self._rows.items():
            row.show_chosen(place == (record, path))

    def first(self) -> Place | None:
        """The first question that has an answer, None when there is none."""
        return next(iter(self._rows), None)

    def bring(self, record: str, path: str) -> None:
        """Scroll to a question."""
        if row := self._rows.get((record, path)) or self._differing.get((record, path)):
            self._scroll.body.activate()
            self._scroll.ensureWidgetVisible(row)

    def take_focus(self, record: str, path: str) -> None:
        """Let the keyboard stand at a question that was just written."""
        if row := self._rows.get((record, path)):
            row.versions.setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Show nothing."""
        self._begin("")

    def _is_shown(self, record: str, section: Section) -> bool:
        """Whether this section is the one in sight."""
        return any((record, item.path) in self._rows for item in section.items)

    def _begin(self, title: str) -> None:
        self.set_title(title)
        self._scroll.clear()
        self._rows.clear()
        self._differing.clear()

    def _add(self, column: QVBoxLayout, items: Sequence[Listed], *, first: bool) -> None:
        """Add rows at the end of a column, a hundred at a time."""
        waiting = iter(items)
        line, before = "" if first else "line", False
        for record, item in islice(waiting, MOST):
            column.addWidget(self._make(record, item, "amber_line" if before else line))
            line, before = "line", item.differs
        rest = list(waiting)
        if rest:
            words = ngettext("Show {count} more", "Show {count} more", len(rest))
            more = Button(words.format(count=len(rest)), "quiet", size="small")
            more.clicked.connect(partial(self._on_more, column, more, rest))
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _make(self, record: str, item: Answered, line: str) -> QWidget:
        if item.differs:
            differing = DifferingRow(item, partial(self._words, item), self._desks, self._today)
            self._differing[record, item.path] = differing
            differing.decided.connect(partial(self.deciding.emit, record, item))
            return differing
        if item.state == "blank":
            blank = OpenRow(item, line)
            blank.asked.connect(partial(self.asked.emit, record, item))
            return blank
        row = AnswerRow(item, self._today, line)
        row.chosen.connect(partial(self.chosen.emit, record, item))
        self._rows[record, item.path] = row
        return row

    def _add_beside(self, record: str, section: Section, why: str, words: str) -> None:
        """Answers that count nowhere, behind a line that opens."""
        items = [(record, item) for item in section.beside if item.kept == why]
        if not items:
            return
        title = _("{words}: {count}").format(words=words, count=len(items))
        closed = Disclosure(title)
        closed.body.setContentsMargins(0, 4, 0, 0)
        closed.body.setSpacing(0)
        closed.toggled.connect(lambda: self._on_opened(closed, items))
        around = Band(line="line" if section.items else "")
        column = QVBoxLayout(around)
        column.setContentsMargins(16, 8, 0, 8)
        column.addWidget(closed)
        self._scroll.body.addWidget(around)

    def _say(self, sentence: str) -> None:
        words = Words(sentence, "small", "text_2")
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(words)
        self._scroll.body.addWidget(around)

    def _on_opened(self, closed: Disclosure, items: Sequence[Listed]) -> None:
        if closed.is_open and not closed.body.count():
            self._add(closed.body, items, first=False)

    def _on_more(self, column: QVBoxLayout, more: Button, rest: Sequence[Listed]) -> None:
        place = column.indexOf(more)
        column.removeWidget(more)
        more.hide()
        more.deleteLater()
        tail = column.takeAt(place) if place < column.count() else None
        self._add(column, rest, first=False)
        if tail is not None:
            column.addItem(tail)


def _heading(words: str, *, first: bool) -> QWidget:
    band = Band("window", "" if first else "line")
    column = QVBoxLayout(band)
    column.setContentsMargins(16, 8, 16, 6)
    column.addWidget(Words(words, "small", "text_3", bold=True))
    return band
