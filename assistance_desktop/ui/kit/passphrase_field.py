# ruff: noqa: D102 - Qt documents the methods that it calls
"""The field for a passphrase: hidden while it is typed, with Show, and a watch on Caps Lock.

What is typed is kept as it is, spaces and all, in Unicode NFC, so that every keyboard gives the
same passphrase. Emptying it leaves nothing to undo.
"""

import unicodedata

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from assistance_desktop.i18n import _

from .button import Button
from .card import Picture
from .field import Field
from .paint import is_mirrored, paint_rule, painter_of
from .theme import look


class PassphraseField(Field):
    """A label and a hidden line. `entered` tells that Enter was pressed in it.

    `caps_lock` is True or False once a letter or the key itself has told, None before that;
    `caps_lock_changed` follows it. No system tells it the same way, and letters do not lie.
    """

    entered = Signal()
    caps_lock_changed = Signal()
    shown_changed = Signal()

    def __init__(
        self, label: str, *, with_show: bool = True, parent: QWidget | None = None
    ) -> None:
        self.edit = QLineEdit()
        super().__init__(label, self.edit, parent=parent)
        self.caps_lock: bool | None = None
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.returnPressed.connect(self.entered)
        self.edit.editingFinished.connect(self.finished)
        self._same = Picture("check", "accent_text")
        self._same.hide()
        self.box.row.addWidget(self._same)
        self.show_button = _ShowButton()
        self.show_button.toggled.connect(self._on_show_toggled)
        if with_show:
            self.box.row.setContentsMargins(12, 2, 4, 2)
            self.box.row.addWidget(self.show_button)
        self._stretch()

    @property
    def passphrase(self) -> str:
        """What is typed."""
        return unicodedata.normalize("NFC", self.edit.text())

    def set_passphrase(self, passphrase: str) -> None:
        """Put what was typed before the page was made anew."""
        self.edit.setText(passphrase)

    def clear(self) -> None:
        """Empty the field for good and hide what is typed next."""
        self.edit.setText("")
        self.show_button.setChecked(False)
        self.show_error("")

    def is_shown(self) -> bool:
        """Whether the letters can be read."""
        return self.show_button.isChecked()

    def set_shown(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show the letters or hide them."""
        self.show_button.setChecked(shown)
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def show_same(self, same: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Tick the field: it holds the same as the one before it."""
        self._same.setVisible(same)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._watch(event)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._stretch()
        super().changeEvent(event)

    def _stretch(self) -> None:
        self.box.setMinimumHeight(look().px(52))

    def _watch(self, event: QKeyEvent) -> None:
        before = self.caps_lock
        if event.key() == Qt.Key.Key_CapsLock and before is not None:
            self.caps_lock = not before
        elif (letter := event.text()).isalpha() and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock = letter.isupper() != shifted
        if self.caps_lock != before:
            self.caps_lock_changed.emit()

    def _on_edited(self) -> None:
        self.show_error("")
        self.changed.emit()

    def _on_show_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.set_shown(shown)
        self.shown_changed.emit()


class _ShowButton(Button):
    """Show or Hide at the end of the field, behind a hairline."""

    def __init__(self) -> None:
        super().__init__(_("Show"), "quiet", icon="eye", size="small")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._bold = False
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        x = self.width() - look().line_width if is_mirrored(self) else 0
        inset = look().px(4)
        paint_rule(painter_of(self), QPointF(x, inset), QPointF(x, self.height() - inset))

    def _text_colour(self) -> str:
        return "text_2" if self.isEnabled() else "text_disabled"

    def _paint_ground(self, painter: QPainter) -> None:
        """No ground: the field is the ground."""

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.say(_("Hide") if shown else _("Show"))
        self.setAccessibleName(_("Hide the passphrase") if shown else _("Show the passphrase"))
        self.set_icon("hide" if shown else "eye")
