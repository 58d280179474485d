"""The card of how far the plan is, over the clocks that run in the case."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.case_view.standing import Standing
from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.share_bar import ShareBar
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.reflection_clock import ReflectionClock


class ProgressCard(Card):
    """The bar with its legend, and under it every clock with its warnings at `steps` days."""

    def __init__(
        self,
        found: Standing,
        today: date,
        steps: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        head = QHBoxLayout()
        head.addWidget(Words(_("Plan progress"), bold=True), 1)
        head.addWidget(Words(found.words(), "small", "text_2"), 0, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(head)
        if found.whole:
            self.body.addWidget(ShareBar(found.shares()))
        else:
            self.body.addWidget(Words(_("What may be offered shows when more is known."), "small"))
        for deadline in found.deadlines:
            self.body.addWidget(Rule())
            self.body.addWidget(ReflectionClock(deadline, today, steps))
