"""Every document of a case: consents, proposal, papers and files, and the whole log of tellings."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.cases import telling
from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.life import is_closed
from assistance_desktop.cases.telling import DUTIES, Telling
from assistance_desktop.i18n import _, show_date
from assistance_desktop.ui.case_view.documents import Document, Sort, documents
from assistance_desktop.ui.case_view.documents_card import document_row
from assistance_desktop.ui.case_view.recipients import recipient_words, told_words
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.scroll import Scroll, empty
from assistance_desktop.ui.kit.two_columns import TwoColumns
from assistance_desktop.ui.kit.words import Words


class DocumentsTab(QWidget):
    """The documents of one case, by what they are.

    `opened` carries a Document, `telling_wanted` a recipient ("" for somebody new), and
    `paper_wanted`, `proposal_wanted` and `file_wanted` ask for a new one.
    """

    opened = Signal(object)
    telling_wanted = Signal(str)
    paper_wanted = Signal()
    proposal_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.cards: dict[Sort, Card] = {}
        self.adds: dict[Sort, Button] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = Scroll(_("Documents"))
        scroll.body.setContentsMargins(24, 16, 24, 24)
        self._columns = TwoColumns(aside=392, gap=24)
        scroll.body.addWidget(self._columns)
        scroll.body.addStretch(1)
        whole.addWidget(scroll)

    def show_case(self, case: Case) -> None:
        """Show the documents as they are now."""
        found = documents(case, self._content)
        empty(self._columns.first)
        empty(self._columns.second)
        adds = not is_closed(case)
        for sort in Sort:
            card = self._make(sort, [one for one in found if one.sort is sort], adds=adds)
            self.cards[sort] = card
            self._columns.first.addWidget(card)
        self._columns.first.addStretch(1)
        self._columns.second.addWidget(self._make_log(case))
        self._columns.second.addStretch(1)

    def _make(self, sort: Sort, found: Sequence[Document], *, adds: bool) -> Card:
        title, nothing, deed = _words(sort)
        card = Card(title, padded=False)
        if deed and adds:
            button = Button(deed, "quiet", icon="plus", size="small")
            button.clicked.connect(partial(self._on_new, sort))
            self.adds[sort] = button
            card.header.addWidget(button)
            card.header.setContentsMargins(15, 0, 5, 0)
        for at, one in enumerate(found):
            row = document_row(one, first=not at, large=True)
            row.clicked.connect(partial(self.opened.emit, one))
            card.body.addWidget(row)
        if not found:
            _say(card, nothing)
        return card

    def _make_log(self, case: Case) -> Card:
        """Everything that was told to others, the last first."""
        card = Card(_("People told"), padded=False)
        tellings = telling.told(case)
        for at, one in enumerate(tellings):
            card.body.addWidget(_log_row(one, self._content, first=not at))
        if not tellings:
            name = case.text(CASE, "pseudonym")
            _say(card, _("Nobody has been told anything of {name}.").format(name=name))
        return card

    def _on_new(self, sort: Sort) -> None:
        if sort is Sort.CONSENT:
            self.telling_wanted.emit("")
        elif sort is Sort.PROPOSAL:
            self.proposal_wanted.emit()
        elif sort is Sort.FILE:
            self.file_wanted.emit()
        else:
            self.paper_wanted.emit()


def _words(sort: Sort) -> tuple[str, str, str]:
    """What a sort is called, what to say without one, and how to get one."""
    return {
        Sort.CONSENT: (_("Consents"), _("Nobody was asked about yet."), _("Ask for a consent")),
        Sort.PROPOSAL: (
            _("Proposal to the Assistance system"),
            _("There is no proposal. It needs a separate yes."),
            _("Write a proposal"),
        ),
        Sort.PAPER: (
            _("Papers for the client"),
            _("Nothing was printed. Of a paper only that it was made is kept."),
            _("Print"),
        ),
        Sort.FILE: (
            _("Pictures and files"),
            _("No picture or file is kept in this case."),
            _("Add a file"),
        ),
    }[sort]


def _log_row(one: Telling, content: Content, *, first: bool) -> Row:
    who = recipient_words(one.recipient)
    when = " ".join(part for part in (show_date(one.on) if one.on else "", one.at) if part)
    row = Row(
        who[:1].upper() + who[1:],
        told_words(one, content),
        meta=when,
        first=first,
        plain_icon="people",
        tone="",
    )
    tone = "amber_text" if one.ground in DUTIES else "text_3"
    row.body.insertWidget(row.body.count() - 1, Words(_ground(one), "small", tone))
    return row


def _ground(one: Telling) -> str:
    """Why it was told, how and by whom, in a line."""
    why = {
        telling.Ground.CONSENT: _("With consent"),
        telling.Ground.NO_NAME: _("Without a name"),
    }.get(one.ground, _("Required by law"))
    how = {
        "phone": _("by phone"),
        "meeting": _("at a meeting"),
        "letter": _("by letter"),
        "paper": _("on paper"),
        "bundle": _("in a bundle"),
        "form": _("on a form"),
    }.get(one.how, "")
    said = ", ".join(part for part in (why, how, one.by) if part)
    return f"{said}. {one.reason}" if one.reason else said


def _say(card: Card, words: str) -> None:
    place = QHBoxLayout()
    place.setContentsMargins(15, 12, 15, 14)
    place.addWidget(Words(words, "small", "text_2"))
    card.body.addLayout(place)
