# ruff: noqa: D102 - Qt documents the methods that it calls
"""A group of services under one promise: entitled, if admitted, may be offered, or information.

"Entitled" is said to customers only (S4; facts.md 9.4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.guidance.content import Pack
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.plan.offer_row import NAME_WIDTH, OfferRow
from assistance_desktop.ui.plan.outline import Offer, Outline
from assistance_desktop.ui.plan.past import Past
from assistance_desktop.ui.plan.reasons import Because

Known = tuple[Offer, tuple[Because, ...], tuple[Past, ...]]
"""A service with the answers that decided it, and what was written about it so far."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The heading of a group: its words say exactly how much is promised."""

    key: str
    title: str
    icon: str
    tone: str
    line: str = ""
    choosable: bool = True


def groups(outline: Outline) -> list[tuple[Promise, tuple[Offer, ...]]]:
    """The groups that have services, in the order in which they are shown."""
    later = outline.proposal.text
    found = [
        (Promise("yes", _("You are entitled to"), "check", "accent_text"), outline.of("yes")),
        (
            Promise("if", _("If you become a customer"), "leaf", "accent_text", later),
            outline.of("if"),
        ),
        (Promise("may", _("You may be offered"), "help", "accent_text"), outline.of("may")),
        (
            Promise("ask", _("Chosen, and we need to know more"), "help", "amber_text"),
            outline.waiting,
        ),
        (
            Promise("info", _("For your information"), "info", "text_3", choosable=False),
            outline.of("info"),
        ),
    ]
    return [(promise, offers) for promise, offers in found if offers]


class OffersCard(Card):
    """The services of one group. `edited` tells a service's code, a field and its new value.

    `agenda_wanted` carries a service's code, and `task` or `appointment`.
    """

    edited = Signal(str, str, object)
    agenda_wanted = Signal(str, str)

    def __init__(
        self,
        promise: Promise,
        known: Sequence[Known],
        pack: Pack,
        name: str,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            promise.title,
            icon=promise.icon,
            icon_colour=promise.tone,
            meta=_count(len(known)),
            padded=False,
            parent=parent,
        )
        self.promise = promise
        self.rows: dict[str, OfferRow] = {}
        if promise.line:
            self.body.addLayout(_padded(Words(promise.line, "small", "text_2")))
        self._heads = _Heads(name)
        self.body.addWidget(self._heads)
        for offer, decided, past in known:
            chosen = promise.choosable or bool(offer.decision)
            row = OfferRow(offer, decided, past, pack, today, choosable=chosen)
            row.edited.connect(partial(self.edited.emit, offer.line.code))
            row.agenda_wanted.connect(partial(self.agenda_wanted.emit, offer.line.code))
            self.rows[offer.line.code] = row
            self.body.addWidget(row)

    def show_offers(self, known: Sequence[Known]) -> None:
        """Show the same services as they are now."""
        for offer, decided, past in known:
            self.rows[offer.line.code].show_offer(offer, decided, past)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rows = list(self.rows.values())
        self._heads.fit(rows[0].choice.sizeHint().width())
        titled = self.promise.choosable and all(row.is_in_one_line for row in rows)
        self._heads.setVisible(titled)
        rows[0].rule.setVisible(titled or bool(self.promise.line))


def _count(number: int) -> str:
    words = ngettext(
        "{count} service, free and voluntary", "{count} services, free and voluntary", number
    )
    return words.format(count=number)


def _padded(words: Words) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(15, 10, 15, 10)
    row.addWidget(words)
    return row


class _Heads(QWidget):
    """The titles of the three columns."""

    def __init__(self, name: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 8, 11, 8)
        row.setSpacing(12)
        self._service = Words(_("Service and provider"), "small", "text_3", bold=True)
        self._chosen = Words(_("What {name} chose").format(name=name), "small", "text_3", bold=True)
        row.addWidget(self._service)
        row.addWidget(Words(_("Next step and due date"), "small", "text_3", bold=True), 1)
        row.addWidget(self._chosen)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def fit(self, choice: int) -> None:
        """Stand over columns of which the last begins with a choice so wide."""
        self._service.setFixedWidth(look().px(NAME_WIDTH + 40) + 12)
        self._chosen.setFixedWidth(choice + 12 + look().px(36))
