"""The card of the newest documents, and the way to all of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.case_view.documents import Document
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.words import Words

SHOWN = 4
"""How many documents the card shows."""


class DocumentsCard(Card):
    """A few documents in rows. `opened` carries a Document, `all_wanted` asks for every one."""

    opened = Signal(object)
    all_wanted = Signal()

    def __init__(self, found: Sequence[Document], parent: QWidget | None = None) -> None:
        super().__init__(_("Documents"), padded=False, parent=parent)
        newest = sorted(found, key=lambda one: one.when and str(one.on), reverse=True)
        words = ngettext("All {count} document", "All {count} documents", len(found))
        self.all_button = Button(words.format(count=len(found)), "quiet", size="small")
        self.all_button.clicked.connect(self.all_wanted)
        self.header.addWidget(self.all_button)
        self.header.setContentsMargins(15, 0, 5, 0)
        self.all_button.setVisible(bool(found))
        self.rows = [document_row(one, first=not at) for at, one in enumerate(newest[:SHOWN])]
        for row, one in zip(self.rows, newest, strict=False):
            row.clicked.connect(partial(self.opened.emit, one))
            self.body.addWidget(row)
        if not found:
            said = QVBoxLayout()
            said.setContentsMargins(15, 12, 15, 14)
            said.addWidget(Words(_("None yet."), "small", "text_2"))
            self.body.addLayout(said)


def document_row(one: Document, *, first: bool, large: bool = False) -> Row:
    """A document in a row; a row that opens nothing only tells that it is there."""
    return Row(
        one.title,
        one.line,
        icon=one.icon if large else "",
        tone="",
        plain_icon="" if large else one.icon,
        meta=one.when,
        opens=one.opens,
        first=first,
    )
