"""Beside the review: how many questions stand how, and which open ones decide most."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.review_view import STATES
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.progress import Count
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.words import Words

_MOST = 3
"""Questions that are named as those that matter most."""
_ICONS = {"blank": "minus", "refused": "ban", "unknown": "help", "wrong": "alert"}


class ReviewAside(QWidget):
    """The counts, what matters most, and that finishing is always possible.

    `chosen` carries the path of a question to open.
    """

    chosen = Signal(str)

    def __init__(
        self, filling: Filling, counts: Mapping[str, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        scroll = Scroll(_("How it stands"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        column = scroll.body
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(_counts_card(counts))
        paths = matter_most(filling)
        if paths:
            column.addWidget(self._make_most(filling, paths))
        banner = _(
            "You can finish now. An unanswered question is never read as no, and every answer"
            " can change later."
        )
        column.addWidget(Banner(banner, "accent", icon="leaf"))
        column.addStretch(1)

    def _make_most(self, filling: Filling, paths: list[str]) -> Card:
        card = Card()
        lead = ngettext(
            "{count} open question matters most", "{count} open questions matter most", len(paths)
        ).format(count=len(paths))
        card.body.addWidget(Words(lead, bold=True))
        said = _("The answers decide what may be offered. The plan asks again.")
        card.body.addWidget(Words(said, "small", "text_2"))
        for path in paths:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Words(filling.interview.label(path).text), 1)
            ask = Button(_("Ask"), size="small")
            ask.setAccessibleName(
                _("Ask: {question}").format(question=filling.interview.label(path).text)
            )
            ask.clicked.connect(partial(self.chosen.emit, path))
            row.addWidget(ask)
            card.body.addLayout(row)
        return card


def matter_most(filling: Filling) -> list[str]:
    """The open questions of an intake for which the most offers wait, in its order."""
    if not filling.is_intake:
        return []
    asks = filling.content.plan(filling.case, filling.today).ask
    paths = filling.questionnaire.paths
    waiting = {paths.get(ask.form_question, ""): len(ask.waiting) for ask in asks}
    asked = [path for step in filling.steps for path in (step.path, *step.questions)]
    wanted = [path for path in dict.fromkeys(asked) if path in waiting]
    blank = [path for path in wanted if filling.interview.state(path) == "blank"]
    most = sorted(blank, key=lambda path: -waiting[path])[:_MOST]
    return [path for path in blank if path in most]


def _counts_card(counts: Mapping[str, int]) -> Card:
    whole = sum(counts.values())
    card = Card()
    count = Count(
        _("{done} of {count} answered").format(done=counts["answered"], count=whole), bold=True
    )
    count.show_count(counts["answered"], whole, " ")
    card.body.addWidget(count)
    _add_line(card, _("Answered"), "check", counts["answered"], "accent_text")
    for state, icon in _ICONS.items():
        tone = "amber_text" if state == "wrong" else "text_2"
        _add_line(card, _(STATES[state][0]), icon, counts[state], tone)
    return card


def _add_line(card: Card, words: str, icon: str, count: int, tone: str) -> None:
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(Picture(icon, tone, 18))
    text = "amber_text" if tone == "amber_text" and count else "text"
    line.addWidget(Words(words, tone=text), 1)
    line.addWidget(Words(str(count), bold=True))
    card.body.addLayout(line)
