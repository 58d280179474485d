# ruff: noqa: D102 - Qt documents the methods that it calls
"""The next step of a service: shown in two lines in its row."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.i18n import _, show_date
from assistance_desktop.ui import phrases
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.plan.outline import ENDED, Offer


class NextStep(QWidget):
    """What happens next and by when. `edit_wanted` tells that somebody wants to write it."""

    edit_wanted = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._words = Words()
        self._day = Words("", "small", "text_2")
        self._add = Button(_("Add a next step"), "quiet", icon="plus", size="small")
        self._add.clicked.connect(self.edit_wanted)
        self._chip: Chip | None = None
        self._column.addStretch(1)
        for widget in (self._words, self._day, self._add):
            self._column.addWidget(widget, 0)
        self._column.addStretch(1)

    def show_offer(self, offer: Offer) -> None:
        """Show what is planned; an accepted service without a step invites one."""
        self._words.say(offer.next_step or self._without_step(offer))
        self._words.set_tone("text" if offer.next_step else "text_3")
        invites = offer.decision == "accepts" and not offer.next_step and not offer.is_over
        self._add.setVisible(invites)
        self._words.setVisible(not invites)
        self._show_due(offer)
        can_edit = offer.decision in ("accepts", "later")
        shape = Qt.CursorShape.PointingHandCursor if can_edit else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.cursor().shape() == Qt.CursorShape.PointingHandCursor:
            self.edit_wanted.emit()
        super().mouseReleaseEvent(event)

    @staticmethod
    def _without_step(offer: Offer) -> str:
        if offer.decision == "declines":
            return _("Offer stays open")
        return _("Ask again") if offer.decision == "later" else _("Not chosen yet")

    def _show_due(self, offer: Offer) -> None:
        if self._chip is not None:
            self._chip.hide()
            self._chip.deleteLater()
        self._chip = self._state(offer)
        plain = self._chip is None and offer.due is not None
        self._day.say(phrases.day(offer.due, self._today) if offer.due else "")
        self._day.setVisible(plain)
        if self._chip is not None:
            self._column.insertWidget(3, self._chip, 0, Qt.AlignmentFlag.AlignLeft)

    def _state(self, offer: Offer) -> Chip | None:
        if offer.differs:
            return Chip(_("Being compared"), "amber", icon="both")
        if offer.done:
            return Chip(_("In place"), "accent", icon="check")
        if offer.state == ENDED:
            return Chip(_("Ended"), "outline")
        if offer.due is None or offer.due > self._today or offer.decision == "declines":
            return None
        if offer.due == self._today:
            return Chip(_("Today"), "amber", icon="clock")
        words = _("Overdue since {day}").format(day=show_date(offer.due))
        return Chip(words, "amber", icon="clock")
