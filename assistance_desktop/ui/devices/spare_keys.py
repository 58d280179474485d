"""Giving a key back: a locked laptop asks, two people compare six words, the office answers.

The answer opens those notes for the person who asked and for nobody else; the office reads
nothing of them. That it was given is noted in the activity log.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _
from assistance_desktop.storage import activity
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync import escrow
from assistance_desktop.sync.escrow import Request
from assistance_desktop.ui.devices import asking, papers
from assistance_desktop.ui.devices.comparing import CompareCard
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.session import Session

Compare = Callable[[CompareCard, Callable[[], None]], None]
"""Shows a card and says what to do once the words are the same."""


class SpareKeys(QObject):
    """The requests for spare keys that an office answers, on the devices page.

    `asked` tells that six words are shown, `answered` the path of an answer.
    """

    asked = Signal()
    answered = Signal(object)

    def __init__(self, page: QWidget, session: Session, notices: Notices, compare: Compare) -> None:
        super().__init__(page)
        self._page, self._session, self._notices, self._compare = page, session, notices, compare
        self._request: Request | None = None

    def open_request(self, path: Path) -> None:
        """Open the request of a locked laptop; its six words are shown to compare."""
        self._notices.clear()
        self._session.compute(
            lambda _connection: papers.read_key_request(path),
            self,
            self._on_read,
            self._notices.refuse,
        )

    def answer(self, path: Path) -> None:
        """Seal the key anew for the request whose words were compared, and save it."""
        request, author, at = self._request, self._session.author, self._session.clock()
        if request is None:
            return

        def job(connection: Connection) -> bytes:
            made = escrow.answer(request, desks.read(connection).device.identity)
            activity.note(connection, Deed(Kind.ESCROW_OPENED), author, at)
            return made

        self._session.write(
            job, self, lambda made: self._save(path, made), self._notices.refuse, about=None
        )

    def choose(self) -> None:
        """Ask for the file of a request."""
        path = asking.choose_file(self._page, _("Which request for a key?"))
        if path:
            self.open_request(path)

    def _on_read(self, request: Request) -> None:
        self._request = request
        name = request.name or _("A colleague")
        who = _("<b>{name}</b> cannot open the notes on a laptop and asks for the key.").format(
            name=name
        )
        card = CompareCard(_("A laptop asks for its key"), who, request.words, _("Give the key"))
        self._compare(card, self._on_same)
        self.asked.emit()

    def _on_same(self) -> None:
        title = _("Save the answer")
        path = asking.choose_place(self._page, title, papers.ANSWER_NAME)
        if path:
            self.answer(path)

    def _save(self, path: Path, made: bytes) -> None:
        self._request = None
        self._session.compute(
            lambda _connection: papers.write(path, made),
            self,
            self._on_saved,
            self._notices.refuse,
        )

    def _on_saved(self, path: Path) -> None:
        title = _("The answer is saved. Give it to the person who asked.")
        text = _("It opens nothing without the passphrase that was chosen for the request.")
        self._notices.say(title, text)
        self.answered.emit(path)
