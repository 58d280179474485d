# ruff: noqa: D102 - Qt documents the methods that it calls
"""The sync page: bundles to and from other desks by stick or folder.

A bundle is recorded before it is written, so that no number is ever used twice; what does not
arrive goes again with the next one. Reading shows what a bundle holds and changes nothing.
"""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import activity, deeds
from assistance_desktop.storage.deeds import Kind
from assistance_desktop.storage.editing import Pen
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync import exchange
from assistance_desktop.sync.exchange import Parcel, Preview
from assistance_desktop.sync.trust.card import Card as DeskCard
from assistance_desktop.ui import phrases
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.exchange import carrying, hearers, standing
from assistance_desktop.ui.exchange.alone import Alone
from assistance_desktop.ui.exchange.passed import PassedCard
from assistance_desktop.ui.exchange.standing import Standing
from assistance_desktop.ui.exchange.stick import StickCard
from assistance_desktop.ui.exchange.waiting import WaitingCard
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.session import Session

_PATIENCE_MS = 300
"""How long work may last before the page says that it runs."""


class ExchangePage(QWidget):
    """What waits, what went and came, and the two things to do about it.

    `bundle_opened` carries the `exchange.Preview` of a bundle that was read, `written` the path
    of one that was made; `devices_wanted` tells that a person wants to join an office.
    """

    bundle_opened = Signal(object)
    written = Signal(object)
    devices_wanted = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        content: Content | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._content = session, content
        self._standing: Standing | None = None
        self._to = ""
        self._asked = 0
        self._stale = True
        self._unwritten: set[str] = set()
        self._header = PageHeader(_("Sync"), _("Nothing was exchanged yet"))
        self._header.hide_asked.connect(actions["hide"].trigger)
        self.notices = Notices()
        self._working = Banner("", icon="hourglass")
        self._working.hide()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._working.show)
        self.stick = StickCard()
        self.waiting = WaitingCard()
        self.passed = PassedCard()
        self.alone = Alone()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self._refresh()

    def write_bundle(self, folder: Path, to: DeskCard) -> None:
        """Make a bundle for a desk and put it into a folder; `written` or a notice follows."""
        session, content = self._session, self._content
        pen, today = Pen(session.author, session.clock, session.new_id), session.today
        self._begin(_("Writing a bundle for {desk}").format(desk=to.label))

        def make(connection: desks.Connection) -> Parcel:
            carrying.check_folder(folder)
            if content is not None:
                hearers.check(connection, content, to, today)
            parcel = exchange.make(connection, desks.read(connection), to, today, pen)
            held = frozenset(parcel.cases)
            deed = deeds.bundle(Kind.BUNDLE_WRITTEN, to.device, parcel.changes, held)
            activity.note(connection, deed, pen.author, pen.clock())
            return parcel

        session.write(make, self, lambda parcel: self._put(parcel, folder), self._on_failed)

    def read_bundle(self, path: Path) -> None:
        """Open a bundle and look into it; `bundle_opened` or a notice follows."""
        self._begin(_("Reading a bundle. Nothing is changed."))
        self._session.compute(
            lambda connection: exchange.preview(
                connection, desks.read(connection), carrying.fetch(path)
            ),
            self,
            self._on_opened,
            self._on_failed,
        )

    @property
    def standing(self) -> Standing | None:
        """What the page shows now; None before it was read for the first time."""
        return self._standing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None and self.stick.read.isEnabled():
            event.acceptProposedAction()
            self.stick.set_chosen(True)

    def dragLeaveEvent(self, _event: object) -> None:
        self.stick.set_chosen(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.stick.set_chosen(False)
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.read_bundle(path)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        scroll = Scroll(_("Sync"))
        scroll.body.setContentsMargins(24, 0, 24, 24)
        scroll.body.setSpacing(16)
        scroll.body.addWidget(self.notices)
        scroll.body.addWidget(self._working)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        cards.addWidget(self.stick, 1)
        cards.addWidget(self.waiting, 1)
        scroll.body.addLayout(cards)
        scroll.body.addWidget(self.alone)
        scroll.body.addWidget(self.passed, 1)
        whole.addWidget(scroll, 1)

    def _connect(self) -> None:
        self.stick.write_asked.connect(self._on_write_asked)
        self.stick.read_asked.connect(self._on_read_asked)
        self.stick.addressed.connect(self._on_addressed)
        self.alone.devices_wanted.connect(self.devices_wanted)
        self._session.changed.connect(self._on_changed)

    def _refresh(self) -> None:
        """Read how things stand; only the answer to the last question counts."""
        self._stale = False
        self._asked += 1
        asked, to, today = self._asked, self._to, self._session.today

        def show(found: Standing) -> None:
            if asked == self._asked:
                self._show_standing(found)

        self._session.compute(
            lambda connection: standing.read(connection, to, today), self, show, self._on_failed
        )

    def _show_standing(self, found: Standing) -> None:
        self._standing = found
        self._to = found.to.device if found.to else ""
        today = self._session.today
        line = _("Nothing was exchanged yet")
        if found.passed:
            when = phrases.moment(found.passed[0].at, today)
            line = _("Last exchange: {when}").format(when=when)
        self._header.say(_("Sync"), line)
        for card in (self.stick, self.waiting):
            card.setVisible(bool(found.peers))
        self.passed.setVisible(bool(found.peers or found.passed))
        self.alone.setVisible(not found.peers)
        self.alone.show_standing(found)
        self.stick.show_peers(found.peers, found.to)
        self.waiting.show_standing(found)
        self.passed.show_passed(found.passed, self._unwritten, today)

    def _put(self, parcel: Parcel, folder: Path) -> None:
        def fail(refusal: AppError) -> None:
            self._unwritten.add(parcel.name)
            self._on_failed(refusal)
            self._refresh()

        self._session.compute(
            lambda _connection: carrying.put(parcel, folder),
            self,
            lambda path: self._on_written(path, parcel),
            fail,
        )

    def _begin(self, words: str) -> None:
        self.notices.clear()
        self.stick.set_busy(True)
        self._working.say(words)
        self._patience.start()

    def _end(self) -> None:
        self._patience.stop()
        self._working.hide()
        self.stick.set_busy(False)

    def _on_write_asked(self) -> None:
        if self._standing is None or self._standing.to is None:
            return
        to = self._standing.to
        folder = QFileDialog.getExistingDirectory(self, _("Where should the bundle go?"))
        if folder:
            self.write_bundle(Path(folder), to)

    def _on_read_asked(self) -> None:
        kinds = _("Bundles (*.age);;All files (*)")
        path, _kind = QFileDialog.getOpenFileName(self, _("Which bundle?"), "", kinds)
        if path:
            self.read_bundle(Path(path))

    def _on_addressed(self, device: str) -> None:
        self._to = device
        self._refresh()

    def _on_changed(self, _case_id: str) -> None:
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def _on_written(self, path: Path, parcel: Parcel) -> None:
        self._end()
        self.notices.say(_("The bundle is written."), _written(path, parcel))
        self.written.emit(path)

    def _on_opened(self, preview: Preview) -> None:
        self._end()
        self.bundle_opened.emit(preview)

    def _on_failed(self, refusal: AppError) -> None:
        self._end()
        self.notices.refuse(refusal)


def _written(path: Path, parcel: Parcel) -> str:
    name = _("Its name is {name}. It waits for the receipt.").format(name=path.name)
    if not parcel.kept_back:
        return name
    kept_back = _("Some cases stay here; the list says why.")
    return f"{name} {kept_back}"


def _dropped(event: QDropEvent) -> Path | None:
    """The one file that is dropped, if it is one."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
