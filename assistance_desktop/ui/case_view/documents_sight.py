"""The place where a document is seen or heard, and the way through the pages of a paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.ui import phrases
from assistance_desktop.ui.case_view.documents_opening import Opened, open_file
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.field import TextField
from assistance_desktop.ui.kit.photo import Photo
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.sound import SoundButton
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import Session


class DocumentSight(QWidget):
    """Shows one file of a case at a time; `shown` tells that it now looks different.

    `photo` is there while a picture or a page is seen, at most `highest` at 100 %, so that it is
    seen whole; `said` is what is said instead.
    """

    shown = Signal()

    def __init__(
        self, session: Session, case_id: str, highest: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._highest = highest
        self._session, self._case_id = session, case_id
        self._value = self._name = ""
        self._page = self._pages = self._turn = 0
        self.photo: Photo | None = None
        self.said = Words("", tone="text_2")
        self._place = QVBoxLayout()
        self.earlier, self.later = (
            Button(_("Page before"), size="small"),
            Button(_("Next page"), size="small"),
        )
        self._far = Words("", "small", "text_2")
        self._leafing = QWidget()
        self._lay_out()

    def show_file(self, value: str, name: str) -> None:
        """Show the file that a value names; `name` says what is on it."""
        self._value, self._name, self._page = value, name, 0
        self._pages = 0
        self._open()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.said)
        line = QHBoxLayout(self._leafing)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for part in (self.earlier, self._far, self.later):
            line.addWidget(part)
        line.addStretch(1)
        whole.addWidget(self._leafing)
        whole.addLayout(self._place)
        self.earlier.clicked.connect(lambda: self._leaf(-1))
        self.later.clicked.connect(lambda: self._leaf(1))
        self._leafing.hide()

    def _leaf(self, step: int) -> None:
        if 0 <= self._page + step < self._pages:
            self._page += step
            self._open()

    def _open(self) -> None:
        """Read the file beside the window; what was asked for before counts no more."""
        self._turn += 1
        turn, session, case_id = self._turn, self._session, self._case_id
        value, page = self._value, self._page
        if not self._pages:
            self._clear()
            self.said.say(_("Opening…"))
        session.compute(
            lambda connection: open_file(
                connection, case_id, value, page, lambda: not session.is_open
            ),
            self,
            lambda opened: self._show(opened) if turn == self._turn else None,
            lambda refusal: self._refuse(refusal) if turn == self._turn else None,
        )

    def _clear(self) -> None:
        empty(self._place)
        self.photo = None
        self._leafing.hide()

    def _show(self, opened: Opened | None) -> None:
        self._clear()
        self.said.say(_say(opened))
        self.said.setVisible(bool(self.said.text()))
        if opened is not None:
            self._fill(opened)
        self.shown.emit()

    def _fill(self, opened: Opened) -> None:
        self._pages = opened.pages
        if opened.image is not None:
            self.photo = Photo(opened.image, self._spoken(), highest=self._highest)
            self._add(self.photo)
        elif opened.text is not None:
            words = TextField(self._name, opened.text, lines=12)
            words.edit.setReadOnly(True)
            self._add(words)
        elif opened.sound:
            self._add(SoundButton(opened.sound, about=self._name))
        self._leafing.setVisible(opened.pages > 1)
        self._far.say(_("Page {page} of {pages}").format(page=self._page + 1, pages=opened.pages))
        self.earlier.setEnabled(self._page > 0)
        self.later.setEnabled(self._page + 1 < opened.pages)

    def _add(self, widget: QWidget) -> None:
        self._place.addWidget(widget)
        widget.show()

    def _spoken(self) -> str:
        if self._pages < 2:
            return self._name
        return _("{name}, page {page}").format(name=self._name, page=self._page + 1)

    def _refuse(self, refusal: AppError) -> None:
        self._clear()
        self.said.say(f"{refusal.problem} {refusal.hint}".strip())
        self.said.show()
        self.shown.emit()


def _say(opened: Opened | None) -> str:
    """What is to be said of a file besides what is shown."""
    if opened is None:
        return _("It is not at this desk, only where it was kept.")
    if opened.is_cut:
        return _("This is the beginning of a longer text.")
    if opened.image is not None or opened.text is not None or opened.sound:
        return ""
    kept = _("It cannot be shown here. It is {size} large.")
    stays = _("It is kept encrypted, and cannot be taken out of these notes yet.")
    return f"{kept.format(size=phrases.size(opened.size))} {stays}"
