# ruff: noqa: D102 - Qt documents the methods that it calls
"""One service in the plan: what it is, what is next, what the client chose, and why it is there."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.guidance.content import Pack
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import IconButton
from assistance_desktop.ui.kit.card import Rule
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.mark import Glyph
from assistance_desktop.ui.kit.segmented import Segmented
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.plan.arrangement import Arrangement
from assistance_desktop.ui.plan.next_step import NextStep
from assistance_desktop.ui.plan.outline import Offer
from assistance_desktop.ui.plan.past import Past, PastCard
from assistance_desktop.ui.plan.reasons import Because, Reasons

NAME_WIDTH = 172
"""How wide the name of a service is at 100 % when everything stands in one line."""

_LEAST_STEP = 132


class OfferRow(QWidget):
    """A service of the plan. `edited` tells a field of its record and the new value.

    `agenda_wanted` carries `task` or `appointment`: somebody wants to write one for it.
    """

    edited = Signal(str, object)
    agenda_wanted = Signal(str)

    def __init__(
        self,
        offer: Offer,
        decided: Sequence[Because],
        past: Sequence[Past],
        pack: Pack,
        today: date,
        *,
        choosable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.offer = offer
        self._decided, self._past, self._pack = decided, past, pack
        self._past_card: PastCard | None = None
        self.choice = _choice(offer.line.name)
        self.choice.setVisible(choosable)
        self.choice.chosen.connect(self._on_chosen)
        self.next_step = NextStep(today)
        self.next_step.setVisible(choosable)
        self.next_step.edit_wanted.connect(self.write_step)
        self.more = IconButton("down", "", size="small", tone="text_2")
        self.more.clicked.connect(lambda: self.open(not self.is_open))
        self._glyph = QHBoxLayout()
        self._name = self._make_name()
        self._grid = QGridLayout()
        self._details: QWidget | None = None
        self.fields: Arrangement | None = None
        self._lay_out()
        self._show()

    @property
    def is_open(self) -> bool:
        """Whether the fields and the reasons are shown."""
        return self._details is not None and not self._details.isHidden()

    @property
    def is_in_one_line(self) -> bool:
        """Whether name, next step and choice stand side by side."""
        beside = look().px(40) + look().px(36) + 32 + 4 * 12
        needed = look().px(NAME_WIDTH + _LEAST_STEP) + self.choice.sizeHint().width() + beside
        return self.width() >= needed

    def show_offer(self, offer: Offer, decided: Sequence[Because], past: Sequence[Past]) -> None:
        """Show the service as it is now, without closing what is open."""
        self._past = past
        if self._past_card is not None:
            self._past_card.show_past(past)
        changed = (offer.line, decided) != (self.offer.line, self._decided)
        self.offer, self._decided = offer, decided
        if changed and self._details is not None:
            was_open = self.is_open
            self._drop_details()
            self.open(was_open)
        self._show()

    def open(self, on: bool = True) -> None:  # noqa: FBT001, FBT002 - as Qt's own setters
        """Show the fields and the reasons, or put them away."""
        if on and self._details is None:
            self._details = self._make_details()
            self._whole.addWidget(self._details)
            self._show()
            follow_layout(self)
        if self._details is not None:
            self._details.setVisible(on)
        self.more.set_icon("up" if on else "down")
        self._name_more()

    def write_step(self) -> None:
        """Open the fields with the keyboard in the next step."""
        self.open()
        if self.fields is not None:
            self.fields.step.setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._place()
        super().changeEvent(event)

    def _on_chosen(self, value: str) -> None:
        self.edited.emit("decision", value)

    def _lay_out(self) -> None:
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self.rule = Rule()
        self._whole.addWidget(self.rule)
        self._grid.setContentsMargins(15, 10, 11, 10)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.addLayout(self._glyph, 0, 0)
        self._grid.addWidget(self._name, 0, 1)
        self._grid.addWidget(self.next_step, 0, 2)
        self._grid.addWidget(self.choice, 0, 3)
        self._whole.addLayout(self._grid)
        self._place()

    def _place(self) -> None:
        """Put the choice beside the next step, or under it when there is no room."""
        aside = self.is_in_one_line and not self.choice.isHidden()
        end = Qt.AlignmentFlag.AlignVCenter
        if aside:
            self._grid.addWidget(self.choice, 0, 3, end)
        else:
            self._grid.addWidget(self.choice, 1, 1, 1, 3, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(self.more, 0, 4)
        self._name.setMinimumWidth(look().px(NAME_WIDTH) if aside else 0)
        self._name.setMaximumWidth(look().px(NAME_WIDTH) if aside else 16777215)
        shown = not self.next_step.isHidden()
        self._grid.setColumnStretch(1, 0 if aside else 1)
        self._grid.setColumnStretch(2, 1 if shown else 0)

    def _make_name(self) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(Words(self.offer.line.name, bold=True))
        self._organiser = Words(self.offer.arranged_by, "small", "text_2")
        column.addWidget(self._organiser)
        if self.offer.line.urgent:
            chips = QHBoxLayout()
            chips.setContentsMargins(0, 4, 0, 0)
            chips.addWidget(Chip(_("Urgent"), "amber", icon="clock"))
            chips.addStretch(1)
            column.addLayout(chips)
        column.addStretch(1)
        return widget

    def _make_details(self) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(15, 0, 15, 16)
        column.setSpacing(12)
        self.fields = Arrangement(self.offer.line.name)
        self.fields.edited.connect(self.edited)
        self.fields.agenda_wanted.connect(self.agenda_wanted)
        column.addWidget(self.fields)
        column.addWidget(Reasons(self.offer.line, self._decided, self._pack))
        self._past_card = PastCard(self._past)
        column.addWidget(self._past_card)
        return widget

    def _drop_details(self) -> None:
        if self._details is not None:
            self._details.hide()
            self._details.deleteLater()
        self._details, self.fields, self._past_card = None, None, None

    def _show(self) -> None:
        offer = self.offer
        self.choice.pick(offer.decision)
        self.next_step.show_offer(offer)
        self._organiser.say(offer.arranged_by)
        _show_glyph(self._glyph, offer)
        if self.fields is not None:
            self.fields.show_offer(offer)
            self.fields.setVisible(offer.decision in ("accepts", "later"))
        self._name_more()

    def _name_more(self) -> None:
        words = _("Put away: {service}") if self.is_open else _("Next step and why: {service}")
        self.more.setAccessibleName(words.format(service=self.offer.line.name))
        self.more.setToolTip(words.format(service=self.offer.line.name))


def _choice(service: str) -> Segmented:
    """Three answers that look the same when they are chosen (DESIGN_LANGUAGE.md 1.5)."""
    options = [("accepts", _("Accepts")), ("later", _("Later")), ("declines", _("Declines"))]
    return Segmented(options, name=service)


def _show_glyph(place: QHBoxLayout, offer: Offer) -> None:
    tone = "accent" if offer.decision in ("accepts", "") else ""
    while (item := place.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    place.addWidget(Glyph(icon=offer.line.icon, tone=tone))
