"""What the sync page shows when there is nobody to send to: how to find somebody."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.exchange.standing import Standing
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.empty_state import EmptyState


class Alone(QWidget):
    """One sentence and the way on. `devices_wanted` tells that it was chosen."""

    devices_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(_("Go to Devices"), "primary", icon="devices")
        self.button.clicked.connect(self.devices_wanted)
        self._joined: bool | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_standing(self, standing: Standing) -> None:
        """Say what is missing: an office to join, or a desk to add."""
        if standing.joined == self._joined:
            return
        self._joined = standing.joined
        made = _no_desk_yet() if standing.joined else _no_office_yet()
        made.buttons.addWidget(self.button)
        while (item := self._column.takeAt(0)) is not None:
            if (before := item.widget()) is not None:
                before.hide()
                before.deleteLater()
        self._column.addWidget(made)


def _no_office_yet() -> EmptyState:
    return EmptyState(
        _("This computer works alone"),
        _("Join an office under Devices. Everything that you wrote stays and joins too."),
    )


def _no_desk_yet() -> EmptyState:
    return EmptyState(
        _("No other desk is on your list yet"),
        _("Add a device under Devices. Then bundles can go and come."),
    )
