# ruff: noqa: D102 - Qt documents the methods that it calls
"""Whether the recovery sheet that was just used is still a secret, or a new one is made."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.set_up import Page


class SeenPage(Page):
    """Two answers; keeping the sheet is the one that changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keep = ChoiceRow(
            _("Yes, keep this sheet"),
            key="1",
            detail=_("Put it back into its locked place."),
            icon="lock",
            parent=self,
        )
        self.renew = ChoiceRow(
            _("No, or I am not sure: make a new one"),
            key="2",
            detail=_("You print it or write it down now. The old sheet then stops working."),
            icon="printer",
            parent=self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(_("Has nobody else seen the sheet?"), "title"))
        lead = _("Whoever has seen it can open these notes with it, whatever the passphrase is.")
        column.addWidget(Words(lead, tone="text_2"))
        column.addSpacing(12)
        column.addWidget(self.keep)
        column.addWidget(self.renew)
        column.addStretch(1)
        self.keep.setChecked(True)
        self.setFocusProxy(self.keep)

    @property
    def note(self) -> tuple[str, str]:
        return "info", _("You can make a new sheet later in Settings")

    @property
    def wants_new(self) -> bool:
        """Whether a new sheet is to be made."""
        return self.renew.isChecked()

    def take_over(self, before: Page) -> None:
        if isinstance(before, SeenPage):
            self.renew.setChecked(before.wants_new)
            self.keep.setChecked(not before.wants_new)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = {Qt.Key.Key_1: self.keep, Qt.Key.Key_2: self.renew}.get(Qt.Key(event.key()))
        if row is None:
            super().keyPressEvent(event)
            return
        row.setChecked(True)
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
