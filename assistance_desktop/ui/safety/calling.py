"""Making contact with a client: the one way to a phone number, from any page.

That a number was shown is recorded in the case, never the number; a reminder is a task without
a name in it.
"""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.cases.case import INTAKE
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.safety import contact
from assistance_desktop.ui.safety.contact_panel import ContactPanel
from assistance_desktop.ui.session import HELSINKI, Session


class Calling(QObject):
    """Opens the panel of a case over a page.

    `change_wanted` carries the case, the path of the first question about contact, and its record;
    `hide_asked` tells that Hide was pressed.
    """

    change_wanted = Signal(str, str, str)
    hide_asked = Signal()

    def __init__(self, session: Session, content: Content, host: QWidget) -> None:
        super().__init__(host)
        self._session, self._content, self._host = session, content, host
        self.panel: ContactPanel | None = None
        session.closing.connect(self.close_at_once)

    def begin(self, case_id: str) -> None:
        """Show how to reach the client of a case."""
        self.close_at_once()
        case = self._session.case(case_id)
        now = self._session.clock().astimezone(HELSINKI)
        panel = ContactPanel(self._host, contact.read(case, self._content), now)
        path = self._content.of(case).paths.get("contact_way", "")
        panel.shown.connect(lambda: self._note_shown(case_id, now))
        panel.remind_wanted.connect(partial(self._remind, case_id))
        panel.change_wanted.connect(lambda: self._change(case_id, path))
        panel.hide_asked.connect(self.hide_asked)
        panel.left.connect(self._on_left)
        self.panel = panel
        panel.open_now()

    def close_at_once(self) -> None:
        """Take the panel away; nothing of it stays on the screen."""
        if self.panel is not None:
            self.panel.close_at_once()
            self.panel = None

    def _note_shown(self, case_id: str, opened: datetime) -> None:
        """Write down that it is shown, then show it: in this order, so that none is missed."""
        record = f"contact/{self._session.new_id()}"
        at = max(self._session.clock().astimezone(HELSINKI), opened)
        edits = [
            Edit(record, "shown_at", at.strftime("%Y-%m-%dT%H:%M")),
            Edit(record, "by", self._session.author.name),
        ]
        deed = Deed(Kind.CONTACT_SHOWN, case_id)
        self._session.edit(
            case_id, edits, self, lambda _written: self._show(), self._on_failed, deed=deed
        )

    def _show(self) -> None:
        if self.panel is not None:
            self.panel.show_details()

    def _remind(self, case_id: str, at: datetime) -> None:
        record = f"task/{self._session.new_id()}"
        edits = [
            Edit(record, "what", _("Call, in the safe hours")),
            Edit(record, "due", at.date().isoformat()),
            Edit(record, "time", at.strftime("%H:%M")),
        ]

        def tell(_written: object) -> None:
            if self.panel is not None:
                self.panel.leave()
            Toast(self._host, _("It is in your tasks."), icon="clock").appear()

        self._session.edit(case_id, edits, self, tell, self._on_failed)

    def _change(self, case_id: str, path: str) -> None:
        self.close_at_once()
        self.change_wanted.emit(case_id, path, INTAKE)

    def _on_failed(self, refusal: AppError) -> None:
        if self.panel is not None:
            self.panel.body.insertWidget(0, Notice(refusal.problem, refusal.hint, "amber"))
            self.panel.fit()

    def _on_left(self) -> None:
        self.panel = None
