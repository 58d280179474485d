# ruff: noqa: D102 - Qt documents the methods that it calls
"""A field for one group of signs that somebody reads from paper: large, evenly wide, checked.

What is typed is shown as the paper writes it and leaves only to who asks for it: it cannot be
copied, dragged or picked up by the middle button. Emptying it leaves nothing to undo.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from assistance_desktop.i18n import _

from . import fonts
from .card import Picture
from .field import Field
from .theme import look
from .words import Words


def group_font(pixels: int) -> QFont:
    """The heavy evenly wide letters of a group, with room between them."""
    made = fonts.font(look().px(pixels), bold=True, monospace=True)
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, look().px(2))
    return made


class GroupField(Field):
    """A label and a group of `length` signs.

    `spread` parts what is typed into groups as the paper writes them; `judge` says what is wrong
    with a whole one, "" when it is right. `changed` tells every change, `spilled` the groups that
    were typed or pasted beyond this one (none when a person goes on after a whole one),
    `entered` that Enter was pressed.
    """

    spilled = Signal(object)
    entered = Signal()

    def __init__(
        self,
        label: str,
        *,
        spread: Callable[[str], tuple[str, ...]],
        judge: Callable[[str], str],
        length: int = 5,
        parent: QWidget | None = None,
    ) -> None:
        self.edit = _GroupEdit()
        super().__init__(label, self.edit, parent=parent)
        self._spread, self._judge, self._length = spread, judge, length
        self._tick = Picture("check", "accent_text", 18)
        self._right = Words(_("Right"), "small", "accent_text")
        for each in (self._tick, self._right):
            self.box.row.addWidget(each)
            each.hide()
        self.edit.textEdited.connect(self._on_edited)
        self.edit.returnPressed.connect(self.entered)
        self.edit.editingFinished.connect(self._on_left)
        self._stretch()

    @property
    def group(self) -> str:
        """What is typed."""
        return self.edit.text()

    @property
    def is_right(self) -> bool:
        """Whether it is a whole group that nothing is wrong with."""
        return len(self.group) == self._length and not self._judge(self.group)

    def put(self, group: str) -> None:
        """Write a group as if it were typed."""
        self.edit.setText(group)
        self._look_over()

    def clear(self) -> None:
        """Leave nothing of what was typed, nor of what was said about it."""
        self.edit.setText("")
        self.show_error("")
        self._show_right(right=False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._stretch()
        super().changeEvent(event)

    def _stretch(self) -> None:
        self.edit.setFont(group_font(18))
        # The tick brings words into the box, and words would let it be as low as they are.
        self.box.setMinimumHeight(look().size("field"))
        # Room for every sign, so that no field scrolls under the eyes of who compares.
        width = self.edit.fontMetrics().horizontalAdvance("M" * self._length)
        self.edit.setMinimumWidth(width + look().px(8))

    def _on_edited(self, raw: str) -> None:
        groups = self._spread(raw)
        own = groups[0] if groups else ""
        beyond = groups[1:]
        caret = self.edit.cursorPosition()
        if beyond and len("".join(groups)) == self._length + 1 and caret < len(raw):
            # A sign put into a whole group takes the place of the one after it.
            whole = "".join(groups)
            own, beyond = whole[:caret] + whole[caret + 1 :], ()
        if own != raw:
            before = "".join(self._spread(raw[:caret]))
            self.edit.setText(own)
            self.edit.setCursorPosition(min(len(before), len(own)))
        self._look_over()
        if beyond or (len(own) == self._length and raw[-1:].isspace()):
            self.spilled.emit(beyond)

    def _look_over(self) -> None:
        whole = len(self.group) == self._length
        self.show_error(self._judge(self.group) if whole else "")
        self._show_right(right=self.is_right)
        self.changed.emit()

    def _on_left(self) -> None:
        if self.group:
            self.show_error(self._judge(self.group))
        self.finished.emit()

    def _show_right(self, *, right: bool) -> None:
        news = right and self._tick.isHidden()
        roomy = self.box.width() > self.edit.minimumWidth() + look().px(90)
        self._tick.setVisible(right)
        self._right.setVisible(right and roomy)
        if news:
            event = QAccessibleAnnouncementEvent(self, _("Right"))
            QAccessible.updateAccessibility(event)


class _GroupEdit(QLineEdit):
    """A line that gives nothing away: not to the clipboard, not to another program."""

    def __init__(self) -> None:
        super().__init__()
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhPreferUppercase
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(
            QKeySequence.StandardKey.Cut
        ):
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # What is selected when the button goes up would lie there for the middle button.
        self.deselect()
        super().mouseReleaseEvent(event)
