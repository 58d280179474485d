"""Beside the plan: what is still to be asked, what does not apply and why, what to keep in mind.

A missing fact is a question and never a no (facts.md 9.5).
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.guidance.content import Pack
from assistance_desktop.guidance.flags import RaisedFlag
from assistance_desktop.guidance.services import Ask
from assistance_desktop.i18n import N_, _, ngettext
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Picture, Rule
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.plan.outline import Offer
from assistance_desktop.ui.plan.reasons import source_line

SHOWN_FIRST = 3
"""Questions that are shown before somebody asks for all of them."""

FLAGS = {
    "THREAT": (N_("Serious threat"), "phone"),
    "CONFID": (N_("Secrecy"), "lock"),
    "NOTELL": (N_("Who must not know"), "ban"),
    "NOPOLICE": (N_("Police"), "shield"),
    "VOLUNTARY": (N_("Voluntary"), "check"),
    "FREE": (N_("Free"), "check"),
    "NONPUN": (N_("Under pressure"), "legal"),
    "SELFINC": (N_("Own offences"), "legal"),
    "CHILDREN": (N_("Children"), "child"),
    "MINOR": (N_("Under 18"), "child"),
    "TURNS-18": (N_("Turns 18"), "child"),
    "WITNESS": (N_("Witness"), "eye"),
    "ABROAD": (N_("Outside Finland"), "globe"),
    "REFL-SOON": (N_("Reflection period"), "hourglass"),
    "REFL-OVER": (N_("Reflection period"), "hourglass"),
    "REFL-ENDED": (N_("Reflection period"), "hourglass"),
    "REFL-SHORT": (N_("Reflection period"), "hourglass"),
    "STAY-ENDS": (N_("Right to stay"), "idcard"),
    "CLOCK": (N_("Dates"), "calendar"),
}
"""Flags of commands.md: what they are called and their icon."""


class AsksCard(Card):
    """The questions whose answers decide. `asked` tells the name of a form's question."""

    asked = Signal(str)

    def __init__(
        self, asks: Sequence[Ask], names: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Need to know more"),
            icon="help",
            icon_colour="amber_text",
            meta=str(len(asks)),
            padded=False,
            parent=parent,
        )
        self.buttons: list[Button] = []
        self._later = QWidget()
        later = QVBoxLayout(self._later)
        later.setContentsMargins(0, 0, 0, 0)
        later.setSpacing(0)
        for at, ask in enumerate(asks):
            column = self.body if at < SHOWN_FIRST else later
            if at:
                column.addWidget(Rule())
            column.addLayout(self._make(ask, names))
        self.body.addWidget(self._later)
        self._later.hide()
        if len(asks) > SHOWN_FIRST:
            self._add_all(len(asks) - SHOWN_FIRST)

    def _make(self, ask: Ask, names: Mapping[str, str]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(15, 10, 15, 12)
        column.setSpacing(4)
        column.addWidget(Words(_about(ask, names), bold=True))
        question = _("“{question}”").format(question=ask.question)
        column.addWidget(Words(question, tone="text_2"))
        if ask.form_question:
            button = Button(_("Ask this now"), icon="speech", size="small")
            button.setAccessibleName(_("Ask this now: {question}").format(question=ask.question))
            button.clicked.connect(lambda: self.asked.emit(ask.form_question))
            self.buttons.append(button)
            column.addSpacing(4)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _add_all(self, more: int) -> None:
        words = ngettext("Show {count} more", "Show {count} more", more).format(count=more)
        button = Button(words, "quiet", icon="down", size="small")

        def show_all() -> None:
            button.hide()
            self._later.show()

        button.clicked.connect(show_all)
        self.body.addWidget(Rule())
        row = QHBoxLayout()
        row.setContentsMargins(4, 4, 4, 4)
        row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)


class ClosedCard(Card):
    """What does not apply on these facts, each with its reason and its source."""

    def __init__(self, offers: Sequence[Offer], pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Does not apply"),
            icon="minus",
            icon_colour="text_3",
            meta=str(len(offers)),
            padded=False,
            parent=parent,
        )
        for at, offer in enumerate(offers):
            if at:
                self.body.addWidget(Rule())
            column = QVBoxLayout()
            column.setContentsMargins(15, 10, 15, 8)
            column.setSpacing(0)
            column.addWidget(Words(offer.line.name, bold=True))
            column.addWidget(Words(offer.line.text, "small", "text_2"))
            column.addWidget(source_line(offer.line.source, pack))
            self.body.addLayout(column)


class MindCard(Card):
    """What is true whatever is chosen, in calm words: secrecy, voluntary, free, children ..."""

    def __init__(
        self, flags: Sequence[RaisedFlag], pack: Pack, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Keep in mind"), icon="leaf", icon_colour="accent_text", padded=False, parent=parent
        )
        for at, flag in enumerate(flags):
            if at:
                self.body.addWidget(Rule())
            title, icon = FLAGS.get(flag.code, (flag.code, "info"))
            row = QHBoxLayout()
            row.setContentsMargins(15, 10, 15, 8)
            row.setSpacing(12)
            row.addWidget(Picture(icon, "text_2"), 0, Qt.AlignmentFlag.AlignTop)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(Words(_(title), bold=True))
            column.addWidget(Words(flag.text, "small", "text_2"))
            column.addWidget(source_line(flag.source, pack))
            row.addLayout(column, 1)
            self.body.addLayout(row)


def _about(ask: Ask, names: Mapping[str, str]) -> str:
    """The services and flags that wait for an answer, in words; many are counted."""
    titles = [names.get(code) or _(FLAGS.get(code, (code, ""))[0]) for code in ask.waiting]
    if len(titles) <= 2:
        return ", ".join(titles)
    rest = ngettext("{first} and {count} more", "{first} and {count} more", len(titles) - 1)
    return rest.format(first=titles[0], count=len(titles) - 1)
