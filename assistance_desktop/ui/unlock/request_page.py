# ruff: noqa: D102 - Qt documents the methods that it calls
"""A locked laptop and its office: the request that goes there, and the answer that comes back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.passphrase_field import PassphraseField
from assistance_desktop.ui.kit.six_words import SixWords
from assistance_desktop.ui.kit.step_list import StepMark
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.caps_lock import CapsLockLine
from assistance_desktop.ui.unlock.set_up import Page
from assistance_desktop.ui.unlock.working_line import WorkingLine

REQUEST_NAME = "key.desk"


class RequestPage(Page):
    """The request of a day with its six words, and the field for the new passphrase.

    `request_wanted` gives the path where the request should go, `answer_wanted` the path of an
    answer; `anew` tells that another request should be made.
    """

    request_wanted = Signal(object)
    answer_wanted = Signal(object)
    anew = Signal()

    def __init__(self, words: Sequence[str], made: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = SixWords(words)
        self.save = Button(_("Save the request"), icon="download")
        self.field = PassphraseField(_("The passphrase that you chose for it"))
        self.answer = Button(_("Open the answer"), "primary", icon="inbox")
        self.again = Button(_("Make another request"), "quiet", size="small")
        self.notices = Notices()
        self._working = WorkingLine(_("Opening your notes. This takes a few seconds."))
        self.save.clicked.connect(self._on_save_clicked)
        self.answer.clicked.connect(self._on_answer_clicked)
        self.again.clicked.connect(self.anew)
        self._lay_out(made)
        self.setFocusProxy(self.save)

    @property
    def note(self) -> tuple[str, str]:
        return "lock", _("The notes stay closed until your office has answered")

    def show_working(self, working: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Nothing can be pressed while the notes are opened."""
        self._working.setVisible(working)
        for each in (self.save, self.field, self.answer, self.again):
            each.setEnabled(not working)

    def show_error(self, error: AppError) -> None:
        """Say what is amiss, above the cards."""
        self.notices.refuse(error)

    def clear(self) -> None:
        self.field.clear()

    def take_over(self, before: Page) -> None:
        if isinstance(before, RequestPage):
            self.field.set_passphrase(before.field.passphrase)

    def _lay_out(self, made: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(_("Ask your office for the key"), "title"))
        column.addSpacing(4)
        lead = _("It can open these notes for you. It reads nothing of what is in them.")
        column.addWidget(Words(lead, tone="text_2"))
        column.addSpacing(16)
        column.addWidget(self.notices)
        column.addWidget(self._asking(made))
        column.addSpacing(16)
        column.addWidget(self._answering())
        column.addStretch(1)

    def _asking(self, made: str) -> Card:
        card = _step(1, _("Give the request to your office"))
        card.body.addWidget(Words(_("Made on {day}. It holds no key.").format(day=made), "small"))
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.again)
        row.addStretch(1)
        card.body.addLayout(row)
        told = _("Read these six words to the office, face to face or in a call:")
        card.body.addWidget(Words(told))
        card.body.addWidget(self.words)
        return card

    def _answering(self) -> Card:
        card = _step(2, _("Open the answer"))
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(CapsLockLine((self.field,)))
        card.body.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self._working)
        return card

    def _on_save_clicked(self) -> None:
        title = _("Save the request")
        path, _kind = QFileDialog.getSaveFileName(self, title, REQUEST_NAME, _kinds())
        if path:
            self.request_wanted.emit(Path(path))

    def _on_answer_clicked(self) -> None:
        if not self.field.passphrase:
            self.field.show_error(_("Type the passphrase first."))
            self.field.setFocus()
            return
        path, _kind = QFileDialog.getOpenFileName(self, _("Which answer?"), "", _kinds())
        if path:
            self.answer_wanted.emit(Path(path))


def _step(number: int, title: str) -> Card:
    card = Card()
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(StepMark(number))
    head.addWidget(Words(title, bold=True), 1)
    card.header.addLayout(head)
    return card


def _kinds() -> str:
    return _("Device files (*.desk);;All files (*)")
