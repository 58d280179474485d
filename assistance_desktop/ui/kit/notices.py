"""The place of notices on a page: above their cause, one at a time, until they are closed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.errors import AppError

from .banner import Notice
from .scroll import empty


class Notices(QWidget):
    """Says what happened; takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def say(self, title: str, text: str = "", tone: str = "accent") -> None:
        """Say something instead of what was said before; screen readers hear it."""
        self.clear()
        notice = Notice(title, text, tone)
        notice.closed.connect(self.clear)
        self._column.addWidget(notice)
        self.show()
        notice.announce()

    def refuse(self, refusal: AppError) -> None:
        """Say what is amiss and what to do."""
        self.say(refusal.problem, refusal.hint, "amber")

    def clear(self) -> None:
        """Say nothing any more."""
        empty(self._column)
        self.hide()
