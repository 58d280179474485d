# ruff: noqa: D102 - Qt documents the methods that it calls
"""The passphrase of today, before another way in is made: an open laptop is not its owner."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.passphrase_field import PassphraseField
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.caps_lock import CapsLockLine
from assistance_desktop.ui.unlock.set_up import Page


class CurrentPage(Page):
    """One field. `entered` tells that Enter was pressed in it."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = PassphraseField(_("Passphrase"))
        self.field.entered.connect(self.entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(_("First your present passphrase"), "title"))
        column.addSpacing(4)
        why = _("So that nobody who finds the notes open can change what opens them.")
        column.addWidget(Words(why, tone="text_2"))
        column.addSpacing(24)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(CapsLockLine((self.field,)))
        column.addStretch(1)
        self.setFocusProxy(self.field)

    @property
    def note(self) -> tuple[str, str]:
        return "lock", _("Nothing is changed before the last step")

    def check(self) -> bool:
        if not self.field.passphrase:
            self.field.show_error(_("Type your passphrase first."))
        return bool(self.field.passphrase)

    def clear(self) -> None:
        self.field.clear()

    def take_over(self, before: Page) -> None:
        if isinstance(before, CurrentPage):
            self.field.set_passphrase(before.field.passphrase)
