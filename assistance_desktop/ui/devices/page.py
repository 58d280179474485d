# ruff: noqa: D102 - Qt documents the methods that it calls
"""The devices page: which desks are trusted, and how another one becomes so.

Nobody is trusted before two people have compared six words; everything else is a file that
may lie anywhere.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import activity
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.trust.card import Card as DeskCard
from assistance_desktop.sync.trust.roster import Roster
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.devices import asking, papers, standing
from assistance_desktop.ui.devices.comparing import CompareCard
from assistance_desktop.ui.devices.introducing import IntroduceCard
from assistance_desktop.ui.devices.known import OthersCard, OwnCard, role_words
from assistance_desktop.ui.devices.spare_keys import SpareKeys
from assistance_desktop.ui.devices.standing import Standing
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.dialog import Dialog
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.session import Session


class DevicesPage(QWidget):
    """Devices and trust.

    `shown` tells that the list was read again, `request_saved` and `welcome_saved` the path of a
    file, `asked` that six words are shown to compare, `approved` and `joined` that a desk is on
    the list now, `revoked` that one was taken off it.
    """

    shown = Signal()
    request_saved = Signal(object)
    welcome_saved = Signal(object)
    asked = Signal()
    approved = Signal()
    joined = Signal()
    revoked = Signal()

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.standing: Standing | None = None
        self._request: DeskCard | None = None
        self._before = ""
        self._welcome: Roster | None = None
        self.comparing: CompareCard | None = None
        self._stale = True
        self._header = PageHeader(
            _("Devices and trust"), _("Only devices on this list can open your bundles")
        )
        self._header.hide_asked.connect(actions["hide"].trigger)
        self._hide = actions["hide"]
        self.add = Button(_("Add a device"), icon="plus")
        self._header.add(self.add)
        self.give_key = Button(_("Give a key back"), icon="key")
        self._header.add(self.give_key)
        self.notices = Notices()
        self.dialog: Dialog | None = None
        self.own = OwnCard()
        self.others = OthersCard()
        self.introducing = IntroduceCard()
        self.spare_keys = SpareKeys(self, session, self.notices, self._compare_for_key)
        self._lay_out()
        self._connect()
        self._refresh()

    def save_request(self, path: Path) -> None:
        """Write the card of this desk into a file, for an office."""
        if self.standing is not None:
            self._write_file(path, self.standing.card.encode(), self._on_request_saved)

    def open_request(self, path: Path) -> None:
        """Open the request of another desk; its six words are shown to compare."""
        self.notices.clear()
        self._session.compute(
            lambda _connection: papers.read_request(path),
            self,
            self._on_request_read,
            self._on_failed,
        )

    def approve(self, path_for_welcome: Path) -> None:
        """Put the desk whose words were compared on the list, and write the welcome for it."""
        card, author, at = self._request, self._session.author, self._session.clock()
        if card is None:
            return
        before = self._before if self.comparing and _is_ticked(self.comparing.again) else ""

        def enrol(connection: Connection) -> bytes:
            activity.note(connection, _deed(Kind.DESK_APPROVED, card.device), author, at)
            desk = desks.read(connection)
            if before:
                activity.note(connection, _deed(Kind.DESK_REVOKED, before), author, at)
                return desks.enrol_again(connection, desk, card, before, at).encode()
            return desks.enrol(connection, desk, card, at).encode()

        def welcome(content: bytes) -> None:
            self._stop_comparing()
            self.approved.emit()
            self._write_file(path_for_welcome, content, self._on_welcome_saved)

        self._session.write(enrol, self, welcome, self._on_failed)

    def save_welcome(self, path: Path) -> None:
        """Write the list as it is now, for any desk on it."""
        if self.standing is not None and self.standing.list_file:
            self._write_file(path, self.standing.list_file, self._on_welcome_saved)

    def open_welcome(self, path: Path) -> None:
        """Open an office's list; the office's six words are shown to compare."""
        self.notices.clear()
        self._session.compute(
            lambda _connection: papers.read_welcome(path),
            self,
            self._on_welcome_read,
            self._on_failed,
        )

    def join(self) -> None:
        """Believe the office whose words were compared."""
        roster = self._welcome
        office = desks.speaker(roster) if roster is not None else None
        if roster is None or office is None:
            return
        author, at = self._session.author, self._session.clock()

        def believe(connection: Connection) -> None:
            desk = desks.read(connection)
            desks.join(connection, desk, roster, office.fingerprint)
            activity.note(connection, _deed(Kind.JOINED, office.device), author, at)

        self._session.write(believe, self, lambda _none: self._on_joined(), self._on_failed)

    def refuse(self) -> None:
        """The words are not the same: nothing is trusted, nothing is kept."""
        self._stop_comparing()
        title = _("Nothing was changed.")
        text = _("Somebody may have put another file in its place. Ask for a new file in person.")
        self.notices.say(title, text, "amber")

    def revoke(self, device: str) -> None:
        """Take a desk off the list."""
        author, at = self._session.author, self._session.clock()

        def put_off(connection: Connection) -> None:
            desks.revoke(connection, desks.read(connection), device, at)
            activity.note(connection, _deed(Kind.DESK_REVOKED, device), author, at)

        self._session.write(put_off, self, lambda _none: self._on_revoked(), self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        body = QVBoxLayout()
        body.setContentsMargins(24, 0, 24, 24)
        body.setSpacing(16)
        body.addWidget(self.notices)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.own)
        left.addWidget(self.others, 1)
        columns.addLayout(left, 60)
        self._right = QVBoxLayout()
        self._right.addWidget(self.introducing, 1)
        columns.addLayout(self._right, 40)
        body.addLayout(columns, 1)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add_asked)
        self.give_key.clicked.connect(self.spare_keys.choose)
        self.spare_keys.answered.connect(self._stop_comparing)
        self.others.list_wanted.connect(self._on_welcome_save_asked)
        self.others.revoke_asked.connect(self._on_revoke_asked)
        self.introducing.request_wanted.connect(self._on_request_save_asked)
        self.introducing.welcome_wanted.connect(self._on_welcome_open_asked)
        self._session.changed.connect(self._on_changed)
        self._session.closing.connect(self._on_closing)

    def _refresh(self) -> None:
        self._stale = False
        self._session.compute(standing.read, self, self._show_standing, self._on_failed)

    def _show_standing(self, found: Standing) -> None:
        self.standing = found
        self.add.setVisible(found.keeps_list)
        self.give_key.setVisible(found.keeps_list)
        self.own.show_standing(found)
        self.others.show_standing(found, self._session.today)
        self.introducing.show_standing(found)
        self.shown.emit()

    def _compare(self, card: CompareCard, agreed: Callable[[], None]) -> None:
        self.comparing = card
        card.agreed.connect(agreed)
        card.refused.connect(self.refuse)
        self.introducing.hide()
        self._right.addWidget(card, 1)
        card.tick.setFocus()
        self.asked.emit()

    def _compare_for_key(self, card: CompareCard, agreed: Callable[[], None]) -> None:
        self._stop_comparing()
        self._compare(card, agreed)

    def _stop_comparing(self) -> None:
        if self.comparing is not None:
            self.comparing.hide()
            self.comparing.deleteLater()
        self.comparing = self._request = self._welcome = None
        self.introducing.show()

    def _write_file(self, path: Path, content: bytes, then: Callable[[Path], None]) -> None:
        self.notices.clear()
        self._session.compute(
            lambda _connection: papers.write(path, content), self, then, self._on_failed
        )

    def _on_request_read(self, card: DeskCard) -> None:
        who = _("<b>{label}</b> asks to join as {role}.").format(
            label=card.label, role=role_words(card.role)
        )
        same = self.standing.called(card.label) if self.standing is not None else None
        again = _("It is the same computer as before, restored from a backup") if same else ""
        made = CompareCard(_("A device asks to join"), who, card.words, _("Approve"), again=again)
        self._stop_comparing()
        self._request, self._before = card, same.card.device if same else ""
        self._compare(made, self._on_approve_asked)

    def _on_welcome_read(self, roster: Roster) -> None:
        office = desks.speaker(roster)
        if office is None:
            return
        who = _("<b>{label}</b> welcomes this computer. Let the office read its six words.").format(
            label=office.label
        )
        made = CompareCard(_("An office answers"), who, office.words, _("Join"))
        self._stop_comparing()
        self._welcome = roster
        self._compare(made, self.join)

    def _on_request_saved(self, path: Path) -> None:
        title = _("The request file is saved.")
        self.notices.say(title, _("Its name is {name}.").format(name=path.name))
        self.request_saved.emit(path)

    def _on_welcome_saved(self, path: Path) -> None:
        title = _("The welcome file is saved. Give it to the other device.")
        self.notices.say(title, _("Its name is {name}.").format(name=path.name))
        self.welcome_saved.emit(path)

    def _on_joined(self) -> None:
        self._stop_comparing()
        title = _("This computer belongs to the office now.")
        self.notices.say(title, _("What you wrote can go to it under Sync."))
        self.joined.emit()

    def _on_revoked(self) -> None:
        title = _("The device is off the list.")
        text = _("Save the welcome file and give it to the others, so that they know it too.")
        self.notices.say(title, text)
        self.revoked.emit()

    def _on_add_asked(self) -> None:
        path = asking.choose_file(self, _("Which request file?"))
        if path:
            self.open_request(path)

    def _on_approve_asked(self) -> None:
        path = asking.choose_place(self, _("Save the welcome file"), papers.WELCOME_NAME)
        if path:
            self.approve(path)

    def _on_request_save_asked(self) -> None:
        path = asking.choose_place(self, _("Save request file"), papers.REQUEST_NAME)
        if path:
            self.save_request(path)

    def _on_welcome_save_asked(self) -> None:
        path = asking.choose_place(self, _("Save the welcome file"), papers.WELCOME_NAME)
        if path:
            self.save_welcome(path)

    def _on_welcome_open_asked(self) -> None:
        path = asking.choose_file(self, _("Which welcome file?"))
        if path:
            self.open_welcome(path)

    def _on_revoke_asked(self, device: str) -> None:
        labels = {
            e.card.device: e.card.label for e in (self.standing.others if self.standing else ())
        }
        if device not in labels:
            return
        self.dialog = asking.revocation(self, labels[device])
        self.dialog.agreed.connect(lambda: self.revoke(device))
        self.dialog.agreed.connect(self._on_answered)
        self.dialog.kept.connect(self._on_answered)
        self.dialog.hide_asked.connect(self._hide.trigger)
        self.dialog.open_now()

    def _on_changed(self, case_id: str) -> None:
        if case_id:
            return
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def _on_answered(self) -> None:
        self.dialog = None

    def _on_closing(self) -> None:
        if self.dialog is not None:
            self.dialog.close_at_once()
            self.dialog = None

    def _on_failed(self, refusal: AppError) -> None:
        self.notices.refuse(refusal)


def _is_ticked(row: ChoiceRow | None) -> bool:
    return row is not None and row.isChecked()


def _deed(kind: Kind, device: str) -> Deed:
    return Deed(kind, says={"desk": device})
