"""The right side of the print page: what happened, the paper, or the numbers in its place."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assistance_desktop.guidance.content import Pack
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.banner import Banner, Notice
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.paper.no_paper import NoPaper
from assistance_desktop.ui.printout.preview import Preview

_PATIENCE_MS = 300
"""How long the making may last before the page says that it runs."""


class Desk(QWidget):
    """One notice at most, above the paper that it is about."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview()
        self.no_paper = NoPaper(pack)
        self._working = Banner(_("Making the paper"), icon="hourglass")
        self._working.hide()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._working.show)
        self._sides = QStackedWidget()
        self._notices = QVBoxLayout()
        self._lay_out()

    @property
    def has_paper(self) -> bool:
        """Whether this is about a paper; else the numbers are shown."""
        return self._sides.currentWidget() is self.preview

    def show_side(self, *, paper: bool) -> None:
        """Show the paper, or the numbers in its place."""
        self._sides.setCurrentWidget(self.preview if paper else self.no_paper)

    def begin(self) -> None:
        """A paper is being made."""
        self._patience.start()

    def end(self) -> None:
        """It was made, or it will not be."""
        self._patience.stop()
        self._working.hide()

    def say(self, notice: Notice) -> None:
        """Say what happened, in place of what was said before."""
        self.hush()
        notice.closed.connect(notice.deleteLater)
        self._notices.addWidget(notice)
        notice.announce()

    def hush(self) -> None:
        """Take away what was said."""
        empty(self._notices)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(self._notices)
        whole.addWidget(self._working)
        for side in (self.preview, self.no_paper):
            self._sides.addWidget(side)
        whole.addWidget(self._sides, 1)
