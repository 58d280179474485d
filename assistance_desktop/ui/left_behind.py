"""What was half typed in a form when the notes locked: kept in the vault, shown on Today once.

Pages that write as one types keep their own. A form that writes only when it is done cannot be
brought back half done, but its words can; Today shows them until somebody closes the notice.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.storage import settings
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.field import Field
from assistance_desktop.ui.session import Session

_SETTING = "left_behind"


class LeftBehind(QObject):
    """Looks through the window of `page` when the vault closes; shows in `column` what was found.

    `notice` is what is shown, if anything is.
    """

    def __init__(self, session: Session, column: QVBoxLayout, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self.notice: Notice | None = None
        session.closing.connect(self._keep)
        found: Sequence[Sequence[str]] = settings.read(session.reader, _SETTING) or ()
        if found:
            self.notice = self._show(found)
            column.addWidget(self.notice)

    def _show(self, found: Sequence[Sequence[str]]) -> Notice:
        title = _("This was half typed when the notes were locked.")
        lines = [f"{name}: {words}" for name, words in found]
        notice = Notice(title, "\n".join(lines), "", icon="info")
        notice.closed.connect(self._forget)
        return notice

    def _keep(self) -> None:
        """Write what stands in open forms; what was found before stays until it is closed."""
        fields = [one for one in self._page.window().findChildren(Field) if one.is_loose]
        typed = [[one.name, one.half_typed] for one in fields if one.half_typed]
        if not typed:
            return

        def write(connection: Connection) -> None:
            before = settings.read(connection, _SETTING) or []
            settings.write(connection, _SETTING, [*before, *typed])

        self._session.store(write, self, lambda _none: None, lambda _refusal: None)

    def _forget(self) -> None:
        self._session.store(
            lambda connection: settings.write(connection, _SETTING, []),
            self,
            lambda _none: None,
            lambda _refusal: None,  # shown again next time
        )
