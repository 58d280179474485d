"""What a person is told before a yes: who asks, for what, who reads it, and for how long.

Only what the program itself keeps to: notes stay on this computer without a yes to the office
(cases/consent.py), and every yes ends when it is taken back.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import N_, _
from assistance_desktop.sync.desk import Desk
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.words import Words


@dataclass(frozen=True, slots=True)
class _Matter:
    """What one consent is for and who reads what it lets out; {office} is the office's name."""

    what_for: str
    readers: str


_MATTERS: Mapping[str, _Matter] = {
    "consent_notes": _Matter(
        N_("To plan help and to keep in touch safely"),
        N_("Whoever works at this computer. Nobody else without another yes"),
    ),
    "consent_office": _Matter(
        N_("So that the office can help with the plan"),
        N_("The people who help clients at {office}"),
    ),
    "proposal_consent": _Matter(
        N_("So that the Assistance system can decide on help"),
        N_("The Assistance system. Another yes than the one for our notes"),
    ),
}


def is_consent(question: str) -> bool:
    """Whether a question with this name asks for a consent."""
    return question in _MATTERS


class ConsentCard(Card):
    """The four things to tell before one of the consents is asked for."""

    def __init__(self, question: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        matter = _MATTERS[question]
        office = desk.office.label if desk.office else _("our office")
        told = (
            ("person", _("Who asks"), f"{desk.worker}, {desk.device.label}"),
            ("flag", _("For what"), _(matter.what_for)),
            ("people", _("Who reads it"), _(matter.readers).format(office=office)),
            ("clock", _("How long"), _("Until the client takes it back: at any time, just say so")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        for at, (icon, title, words) in enumerate(told):
            grid.addLayout(_point(icon, title, words), at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        if question == "proposal_consent":
            self.body.addLayout(_young())


def _young() -> QHBoxLayout:
    """Who agrees for somebody under 18 (facts.md D23, D24)."""
    said = _(
        "Under 18: a guardian or representative signs, and from 15 the young person also agrees. "
        "If a guardian may be involved, ask for a representative."
    )
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(Picture("child", "text_2"))
    line.addWidget(Words(said, "small", "text_2"), 1)
    return line


def _point(icon: str, title: str, words: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(12)
    mark = QVBoxLayout()
    mark.addWidget(Picture(icon, "text_2"))
    mark.addStretch(1)
    line.addLayout(mark)
    said = QVBoxLayout()
    said.setSpacing(2)
    said.addWidget(Words(title, "small", "text_2"))
    said.addWidget(Words(words))
    said.addStretch(1)
    line.addLayout(said, 1)
    return line
