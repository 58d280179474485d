"""The frame of the interview: how its parts are laid out, and what they show together.

In a small window, or with large letters, the client's panel is a drawer over the question.
"""

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.intake.alarms import Alarms
from assistance_desktop.ui.intake.beside import Beside
from assistance_desktop.ui.intake.client_panel import ClientPanel
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.foot import Foot
from assistance_desktop.ui.intake.head import Head
from assistance_desktop.ui.intake.middle import Middle
from assistance_desktop.ui.intake.parts import Parts
from assistance_desktop.ui.intake.version_news import VersionNews
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.threat_steps import ThreatSteps

_ROOMY, _LEAST = 1240, 1120
"""Widths at 100 % under which the panel gets narrower, and becomes a drawer."""


class Frame(QWidget):
    """Head above, parts at the side, the question in the middle with the foot, a panel beside."""

    def __init__(self, actions: Actions, panel: ClientPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.side, self.foot = Head(actions), Parts(), Foot()
        self.alarms, self.news, self.middle = Alarms(), VersionNews(), Middle()
        self.panel, self.beside = panel, Beside(panel)
        self.head.drawer.toggled.connect(self._fit)
        actions["client_view"].triggered.connect(self._on_client_view)
        self._row = QHBoxLayout()
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._fit()

    @property
    def has_drawer(self) -> bool:
        """Whether there is no room for a column beside the question."""
        return self.width() < look().px(_LEAST)

    def show_answers(self, filling: Filling, visited: Collection[str]) -> None:
        """Show what the answers mean now, everywhere but in the answers themselves."""
        self.side.show_progress(filling, visited)
        self.alarms.show_answers(filling, in_steps=isinstance(self.middle.view, ThreatSteps))
        self.middle.show_answers(filling)
        self.show_panel(filling)

    def show_panel(self, filling: Filling) -> None:
        """Show the client the answer that the keyboard is in, else the step as a whole."""
        answering = self.middle.answering
        if answering is not None:
            self.panel.show_question(
                filling, answering.path, answering.chosen(), numbered=answering.is_numbered
            )
        elif self.middle.path:
            self.panel.show_question(filling, self.middle.path, [])
        elif isinstance(self.middle.view, ThreatSteps):
            self.panel.show_threat(filling)
        else:
            self.panel.close_view()

    def take_focus(self) -> None:
        """Give the keyboard to the step that is open."""
        if self.middle.view is not None:
            self.middle.view.take_focus()

    def bind(self, keys: str, deed: Callable[[], None]) -> None:
        """Do something on these keys, wherever in the page the keyboard is."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(deed)

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever brings the page to the front brings the keyboard to its question."""
        super().showEvent(event)
        self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each column the room that there is."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        centre = QVBoxLayout()
        centre.setSpacing(0)
        centre.addWidget(self.alarms)
        centre.addWidget(self.news)
        centre.addWidget(self.middle, 1)
        centre.addWidget(self.foot)
        self._row.setSpacing(0)
        self._row.addWidget(self.side)
        self._row.addLayout(centre, 1)
        self._row.addWidget(self.beside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(self._row, 1)

    def _fit(self) -> None:
        roomy = self.width() >= look().px(_ROOMY)
        self.beside.fit(wide=roomy or self.has_drawer)
        margin = 40 if roomy or self.has_drawer else 24
        self.middle.body.setContentsMargins(margin, 24, margin, 24)
        self.foot.fit(margin, roomy=roomy or self.has_drawer)
        self.alarms.set_margin(margin)
        self.news.set_margin(margin)
        self.head.drawer.setVisible(self.has_drawer)
        if self.has_drawer:
            self._row.removeWidget(self.beside)
            self.beside.setVisible(self.head.drawer.isChecked())
            top = max(self.head.sizeHint().height(), self.head.minimumHeight())
            width = self.beside.width()
            self.beside.setGeometry(self.width() - width, top, width, self.height() - top)
            self.beside.raise_()
        elif self._row.indexOf(self.beside) < 0:
            self._row.addWidget(self.beside)
            self.beside.show()

    def _on_client_view(self) -> None:
        if self.isVisible() and self.middle.path:
            self.panel.show_large()
