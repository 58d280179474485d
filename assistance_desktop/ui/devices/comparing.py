"""Six words that two people read to each other, and what they found.

Agreeing is possible only after the box is ticked; not the same is as easy and does no harm.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.six_words import SixWords
from assistance_desktop.ui.kit.words import Words


class CompareCard(Card):
    """Who asks, six words, a box to tick. `agreed` and `refused` tell what the people found.

    `again` is the sentence of one more box, which may stay empty.
    """

    agreed = Signal()
    refused = Signal()

    def __init__(
        self,
        title: str,
        who: str,
        words: Sequence[str],
        act: str,
        *,
        again: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            title, icon="person-plus", icon_colour="amber_text", padded=False, parent=parent
        )
        self.words = SixWords(words)
        self.tick = ChoiceRow(_("We read them aloud. They are the same"), mark="tick")
        self.refuse = Button(_("Not the same"), size="large")
        self.agree = Button(act, "primary", icon="shield", size="large")
        self.agree.setEnabled(False)
        self.agree.setToolTip(_("Compare the words first, then tick the box."))
        self.again = ChoiceRow(again, mark="tick") if again else None
        self.tick.toggled.connect(self.agree.setEnabled)
        self.agree.clicked.connect(self.agreed)
        self.refuse.clicked.connect(self.refused)
        self._lay_out(who)

    def _lay_out(self, who: str) -> None:
        scroll = Scroll(_("Six words"), least=160)
        column = QVBoxLayout()
        column.setContentsMargins(15, 16, 15, 15)
        column.setSpacing(14)
        column.addWidget(Words(who, rich=True))
        column.addWidget(Words(_("Six words"), bold=True))
        column.addWidget(self.words)
        column.addWidget(self.tick)
        if self.again is not None:
            column.addWidget(self.again)
        column.addWidget(
            Banner(
                _(
                    "Do this face to face, or in a call where you know the voice."
                    " Do not compare by e-mail or message."
                )
            )
        )
        column.addStretch(1)
        scroll.body.addLayout(column)
        self.body.addWidget(scroll, 1)
        self.foot.addWidget(self.refuse, 1)
        self.foot.addWidget(self.agree, 1)
