"""What the sync page shows when there is nobody to send to: how to find somebody."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.exchange.standing import Standing
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.mark import Glyph
from assistance_desktop.ui.kit.words import Words


class AloneCard(Card):
    """One sentence and the way on. `devices_wanted` tells that it was chosen."""

    devices_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = Words("", "head", centred=True)
        self._line = Words("", tone="text_2", centred=True)
        self.button = Button(_("Go to Devices"), "primary", icon="devices")
        self.button.clicked.connect(self.devices_wanted)
        self.body.setContentsMargins(32, 40, 32, 40)
        self.body.addStretch(1)
        self.body.addWidget(Glyph(icon="devices", side=48), 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._title)
        self.body.addWidget(self._line)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(2)
        self.hide()

    def show_standing(self, standing: Standing) -> None:
        """Say what is missing: an office to join, or a desk to add."""
        if standing.joined:
            self._title.say(_("No other desk is on your list yet"))
            self._line.say(_("Add a device under Devices. Then bundles can go and come."))
        else:
            self._title.say(_("This computer works alone"))
            self._line.say(
                _("Join an office under Devices. Everything that you wrote stays and joins too.")
            )
