"""The rows of a section: an answer with who and when, a question nobody asked, two that differ."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.cases.changes import Answer, Change
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui import phrases
from assistance_desktop.ui.case_view import questions
from assistance_desktop.ui.case_view.questions import Answered
from assistance_desktop.ui.desk_names import DeskNames
from assistance_desktop.ui.kit.band import Band
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words

_LEFT = ("refused", "unknown")
_END = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight


class AnswerRow(Band):
    """A question with its answer. `chosen` tells that its versions are to be shown."""

    chosen = Signal()

    def __init__(
        self, item: Answered, today: date, line: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(line=line, parent=parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 8, 7)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Words(item.question, "small", "text_2"), 0, 0)
        if item.heads:
            who = QHBoxLayout()
            who.setContentsMargins(0, 0, 8, 0)
            who.addWidget(Words(questions.by_whom(item.heads[-1], today), "small", "text_3"))
            grid.addLayout(who, 0, 1, _END)
        grid.addWidget(_answer(item), 1, 0, Qt.AlignmentFlag.AlignVCenter)
        self.versions = Button(str(item.versions), "quiet", icon="history", size="small")
        self.versions.setAccessibleName(_versions_name(item))
        self.versions.clicked.connect(self.chosen)
        grid.addWidget(self.versions, 1, 1, Qt.AlignmentFlag.AlignRight)
        if item.note:
            grid.addLayout(_note(item.note), 2, 0, 1, 2)

    def show_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Tint the row whose versions are shown."""
        self.set_ground("accent_soft" if chosen else "")


class OpenRow(Band):
    """A question that nobody has asked yet; asking it is one step away."""

    asked = Signal()

    def __init__(self, item: Answered, line: str, parent: QWidget | None = None) -> None:
        super().__init__(line=line, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Words(item.question, "small", "text_2"), 1)
        button = Button(_("Ask this now"), icon="speech", size="small")
        button.setAccessibleName(_("Ask this now: {question}").format(question=item.question))
        button.clicked.connect(self.asked)
        row.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 9, 16, 8)
        whole.addLayout(row)
        if item.note:
            whole.addLayout(_note(item.note))


class DifferingRow(Band):
    """Both answers with who, where and when; what holds is said under them.

    `decided` tells that somebody wants to compare and decide.
    """

    decided = Signal()

    def __init__(
        self,
        item: Answered,
        words: Callable[[Answer], str],
        desks: DeskNames,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("amber_soft", "amber_line", parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture("both", "amber_text"))
        head.addWidget(Words(item.question, bold=True), 1)
        head.addWidget(Chip(_("Being compared"), "amber", icon="clock"))
        whole.addLayout(head)
        both = QHBoxLayout()
        both.setSpacing(12)
        for change in item.heads:
            both.addWidget(_side(change, words(change.value), desks, today), 1)
        whole.addLayout(both)
        said = _("Until somebody decides, it counts as not known, or as the safer answer.")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(Words(said, "small"), 1)
        button = Button(_("Compare and decide"), size="small")
        name = _("Compare and decide: {question}").format(question=item.question)
        button.setAccessibleName(name)
        button.clicked.connect(self.decided)
        foot.addWidget(button)
        whole.addLayout(foot)


def _answer(item: Answered) -> QWidget:
    if item.state not in _LEFT:
        return _breakable(Words(item.answer, bold=True))
    around = QWidget()
    row = QHBoxLayout(around)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Chip(item.answer, "outline"))
    row.addStretch(1)
    return around


def _note(text: str) -> QHBoxLayout:
    """What the client said in their own words, beside the question that it belongs to."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 2, 8, 5)
    row.setSpacing(8)
    row.addWidget(Picture("note", "text_3", 16), 0, Qt.AlignmentFlag.AlignTop)
    said = _("In the client's own words: {words}").format(words=text)
    row.addWidget(_breakable(Words(said, "small", "text_2")), 1)
    return row


def _breakable(words: Words) -> Words:
    """Let what a person wrote break anywhere, however long its words are."""
    words.setMinimumWidth(look().px(80))
    return words


def _side(change: Change, words: str, desks: DeskNames, today: date) -> Card:
    card = Card()
    card.body.setContentsMargins(12, 8, 12, 8)
    card.body.setSpacing(0)
    card.body.addWidget(Words(desks.name(change.device), "small", "text_2"))
    card.body.addWidget(_breakable(Words(words, bold=True)))
    when = phrases.moment(change.at, today)
    who = f"{change.author}, {when}" if change.author else when
    card.body.addWidget(Words(who, "small", "text_3"))
    return card


def _versions_name(item: Answered) -> str:
    words = ngettext(
        "{count} version of the answer: {question}",
        "{count} versions of the answer: {question}",
        item.versions,
    )
    return words.format(count=item.versions, question=item.question)
