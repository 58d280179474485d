# ruff: noqa: D102 - Qt documents the methods that it calls
"""Fields: a label above, the place to type, and a sentence under it when something is wrong.

An error never takes away what was typed.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from assistance_desktop.i18n import _

from .card import Picture
from .mark import KeyCap
from .paint import paint_box, painter_of
from .theme import look
from .words import Words


class FieldBox(QFrame):
    """The outline around what is typed into: at rest, with the keyboard, in error, disabled.

    `bare` is for an inner widget that has its own outline.
    """

    def __init__(
        self, inner: QWidget, *, bare: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._inner, self._bare, self._wrong = inner, bare, False
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(*((0, 0, 0, 0) if bare else (12, 2, 12, 2)))
        self.row.setSpacing(8)
        self.row.addWidget(inner, 1)
        self.setFocusProxy(inner)
        inner.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Outline the field as one to look at."""
        self._wrong = wrong
        self.update()
        self._inner.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), look().size("field")))

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self.minimumSizeHint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._bare:
            return
        painter = painter_of(self)
        fill, line, width = "card", "control", look().line_width
        if not self.isEnabled():
            fill, line = "sunken", "line"
        elif self._inner.hasFocus():
            line, width = "focus", 2 * look().line_width
        elif self._wrong:
            line, width = "amber", 2 * look().line_width
        paint_box(painter, QRectF(self.rect()), 8, fill, line, width)


class Field(QWidget):
    """A label, a box around `inner`, and room for the sentence of an error.

    `changed` tells at every change by a person; `finished` when they leave the field.
    """

    changed = Signal()
    finished = Signal()

    is_loose = False
    """Whether nobody keeps what is typed before the form is done: a form sets it of its fields."""

    def __init__(
        self,
        label: str,
        inner: QWidget,
        *,
        optional: str = "",
        icon: str = "",
        key: str = "",
        name: str = "",
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.box = FieldBox(inner, bare=bare)
        self._inner = inner
        self._label = Words(label, bold=True)
        self._error = Words("", "small", "amber_text")
        self._error_row = QWidget()
        inner.setAccessibleName(name or label)
        self._label.setBuddy(inner)
        self._lay_out(optional)
        if icon:
            self.box.row.insertWidget(0, Picture(icon, "text_2"))
        if key:
            self.box.row.addWidget(KeyCap(key))
        self.setFocusProxy(inner)

    def show_error(self, sentence: str) -> None:
        """Say under the field what to do; "" takes it away."""
        self._error.say(sentence)
        self._error_row.setVisible(bool(sentence))
        self.box.set_wrong(bool(sentence))
        self._inner.setAccessibleDescription(sentence)

    @property
    def name(self) -> str:
        """What the field is called."""
        return self._inner.accessibleName()

    @property
    def half_typed(self) -> str:
        """What a person typed here, while nobody has taken it; "" when there is nothing."""
        return ""

    @property
    def error(self) -> str:
        """The sentence shown under the field, "" when all is well."""
        return self._inner.accessibleDescription()

    def _lay_out(self, optional: str) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        if self._label.text():
            head = QHBoxLayout()
            head.setSpacing(5)
            head.addWidget(self._label, 0 if optional else 1)
            if optional:
                head.addWidget(Words(optional, tone="text_3"), 1)
            whole.addLayout(head)
        whole.addWidget(self.box)
        row = QHBoxLayout(self._error_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Picture("alert", "amber_text", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._error, 1)
        whole.addWidget(self._error_row)
        self._error_row.hide()


class LineField(Field):
    """One line of text. `hint` stands in the empty field."""

    def __init__(
        self,
        label: str,
        text: str = "",
        *,
        hint: str = "",
        optional: str = "",
        icon: str = "",
        key: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.edit = QLineEdit(text)
        super().__init__(
            label,
            self.edit,
            optional=optional,
            icon=icon,
            key=key,
            name=name or label or hint,
            parent=parent,
        )
        self.edit.setPlaceholderText(hint)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.editingFinished.connect(self.finished)

    @property
    def text(self) -> str:
        """What is written, without space around it."""
        return self.edit.text().strip()

    @property
    def half_typed(self) -> str:
        return self.text if self.edit.isModified() else ""

    def set_text(self, text: str) -> None:
        """Write another text, without telling `changed`."""
        self.edit.setText(text)

    def _on_edited(self) -> None:
        self.show_error("")
        self.changed.emit()


class NumberField(LineField):
    """A whole number or, with `decimals`, one with a comma or a point; None when empty."""

    def __init__(
        self,
        label: str,
        *,
        decimals: bool = False,
        hint: str = "",
        optional: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, optional=optional, parent=parent)
        self._decimals = decimals
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.edit.editingFinished.connect(self._check)

    @property
    def number(self) -> int | float | None:
        """The number typed; None when there is none or it is not a number."""
        typed = self.text.replace(" ", "").replace("\u00a0", "").replace(",", ".")
        try:
            return float(typed) if self._decimals else int(typed)
        except ValueError:
            return None

    def _check(self) -> None:
        if not self.text or self.number is not None:
            self.show_error("")
        elif self._decimals:
            self.show_error(_("Write a number, such as 2,5."))
        else:
            self.show_error(_("Write a whole number, such as 3."))


class TextField(Field):
    """Several lines of text; Tab leaves the field. It grows from `lines` lines as it is filled."""

    def __init__(
        self,
        label: str,
        text: str = "",
        *,
        hint: str = "",
        optional: str = "",
        icon: str = "",
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        self.edit = _Growing(text, lines)
        super().__init__(
            label, self.edit, optional=optional, icon=icon, name=label or hint, parent=parent
        )
        self.box.row.setContentsMargins(12, 10, 12, 10)
        self.edit.setPlaceholderText(hint)
        self.edit.textChanged.connect(self._on_changed)
        self.edit.left.connect(self.finished)

    @property
    def text(self) -> str:
        """What is written, without space around it."""
        return self.edit.toPlainText().strip()

    @property
    def half_typed(self) -> str:
        return self.text if self.edit.document().isModified() else ""

    def set_text(self, text: str) -> None:
        """Write another text, without telling `changed`."""
        self.edit.blockSignals(True)
        self.edit.setPlainText(text)
        self.edit.blockSignals(False)
        self.edit.updateGeometry()

    def _on_changed(self) -> None:
        self.show_error("")
        self.changed.emit()


class _Growing(QPlainTextEdit):
    """A text that is as high as its lines, between `lines` and twelve."""

    left = Signal()

    def __init__(self, text: str, lines: int) -> None:
        super().__init__(text)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        filled = int(self.document().size().height())
        lines = min(max(filled, self._lines), 12)
        return QSize(200, round(lines * self.fontMetrics().lineSpacing()) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
