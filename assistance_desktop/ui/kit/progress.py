# ruff: noqa: D102 - Qt documents the methods that it calls
"""Progress: a bar of 8 px with its words, and a long job that can be stopped."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop.i18n import _

from .button import Button
from .paint import mirror, paint_box, painter_of
from .theme import look
from .words import Words


class Progress(QProgressBar):
    """The bar alone; `setMaximum` and `setValue` as of any progress bar."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, look().size("track"))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, look().size("track"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        height = self.height()
        line = "border" if look().high_contrast else ""
        paint_box(painter, QRectF(self.rect()), height / 2, "track", line, 1)
        whole = self.maximum() - self.minimum()
        share = (self.value() - self.minimum()) / whole if whole > 0 else 0
        if share > 0:
            part = QRectF(0, 0, max(height, self.width() * share), height)
            paint_box(painter, mirror(self, part), height / 2, "accent")


class Count(QWidget):
    """Words, a count and the bar under them: "Your place in the intake  23/57"."""

    def __init__(self, words: str, *, bold: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        head = QHBoxLayout()
        tone = "text" if bold else "text_2"
        self._words = Words(words, "small", tone, bold=bold)
        head.addWidget(self._words, 1)
        self._count = Words("", "small", "text_2")
        head.addWidget(self._count)
        whole.addLayout(head)
        self._bar = Progress(words)
        whole.addWidget(self._bar)

    def say(self, words: str) -> None:
        """Say what is counted."""
        self._words.say(words)
        self._bar.setAccessibleName(words)

    def show_count(self, done: int, whole: int, words: str = "") -> None:
        """Show how far it is; `words` replaces "18 of 29"."""
        self._bar.setMaximum(max(1, whole))
        self._bar.setValue(done)
        self._count.say(words or _("{done} of {whole}").format(done=done, whole=whole))


class Job(QWidget):
    """A long job: its name, how far it is, and Stop with what stopping means.

    `stop_asked` tells that the person wants to stop.
    """

    stop_asked = Signal()

    def __init__(self, name: str, stopping: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Words(name, bold=True), 1)
        self._far = Words("", "small", "text_2")
        head.addWidget(self._far)
        whole.addLayout(head)
        self._bar = Progress(name)
        self._stop = Button(_("Stop"), size="small")
        self._stop.clicked.connect(self.stop_asked)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._bar, 1)
        line.addWidget(self._stop)
        whole.addLayout(line)
        if stopping:
            whole.addWidget(Words(stopping, "small", "text_3"))

    def show_progress(self, done: int, whole: int, words: str) -> None:
        """Show how far the job is, in the bar and in words."""
        self._bar.setMaximum(max(1, whole))
        self._bar.setValue(done)
        self._far.say(words)
