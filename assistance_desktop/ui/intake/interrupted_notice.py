"""The quiet notice that an interview was interrupted, with the way back to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button


class InterruptedNotice(Notice):
    """Tells what was interrupted; `acted` goes on with it, `put_off` leaves it for later."""

    put_off = Signal()

    def __init__(self, said: str, parent: QWidget | None = None) -> None:
        super().__init__(
            said,
            _("Nothing is lost."),
            icon="pause",
            action=_("Go on"),
            closable=False,
            parent=parent,
        )
        later = Button(_("Not now"), "quiet", size="small")
        later.clicked.connect(self.put_off)
        self.row.addWidget(later)
