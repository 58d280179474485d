"""What other people in the room may see of the window: whether it is covered.

The choice lies in the vault and is told only once it is stored.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import settings
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.switch import Switch
from assistance_desktop.ui.session import Session
from assistance_desktop.ui.settings.rows import add_rows, setting


class DiscretionCard(Card):
    """`cover_chosen` tells whether the window is to be covered, stored; refusals go to `notices`.

    `session` is that of the open vault.
    """

    cover_chosen = Signal(bool)

    def __init__(self, session: Session, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Discretion"), icon="hide", icon_colour="text", padded=False, parent=parent
        )
        self._session, self._notices = session, notices
        what = _("Cover the window when another program is in front")
        self.cover = Switch("")
        self.cover.setAccessibleName(what)
        self.cover.setChecked(self._is_covered())
        seen = _("Others then see a picture of a landscape")
        add_rows(self, setting(what, seen, self.cover))
        self.cover.clicked.connect(self._on_clicked)

    def _is_covered(self) -> bool:
        return settings.read(self._session.reader, "cover_window") is not False

    def _on_clicked(self, wanted: bool) -> None:  # noqa: FBT001 - as Qt tells it
        self._notices.clear()
        self._session.write(
            lambda connection: settings.write(connection, "cover_window", wanted),
            self,
            lambda _nothing: self.cover_chosen.emit(wanted),
            self._on_refused,
        )

    def _on_refused(self, error: AppError) -> None:
        self.cover.setChecked(self._is_covered())
        self._notices.refuse(error)
