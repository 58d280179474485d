"""The card of what waits for another desk, by case, and what stays here and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.exchange.standing import Standing, WaitingCase
from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.mark import Glyph
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.words import Words


class WaitingCard(Card):
    """What the next bundle would take along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Nothing is waiting"), icon="clock", icon_colour="text", padded=False, parent=parent
        )
        self._list = Scroll(_("Waiting changes"), least=174)
        self._list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self._list)

    def show_standing(self, standing: Standing) -> None:
        """Show what waits for the desk that the next bundle is for."""
        count = standing.changes
        title = ngettext("{count} change waiting", "{count} changes waiting", count)
        self.set_title(title.format(count=count) if count else _("Nothing is waiting"))
        self._list.clear()
        for number, case in enumerate(standing.waiting):
            if number:
                self._list.body.addWidget(Rule())
            self._list.body.addWidget(_row(case))
        if not standing.waiting:
            self._list.body.addWidget(_all_there(standing))
        self._list.body.addStretch(1)


def _all_there(standing: Standing) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(15, 16, 15, 15)
    label = standing.to.label if standing.to else ""
    sentence = _("Everything that may go has arrived at {desk}.").format(desk=label)
    column.addWidget(Words(sentence, tone="text_2"))
    return made


def _row(case: WaitingCase) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(15, 8, 15, 8)
    row.setSpacing(12)
    tone = "amber" if case.stays else "accent"
    row.addWidget(Glyph(case.pseudonym, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    name = QHBoxLayout()
    name.setSpacing(6)
    name.addWidget(Words(case.pseudonym or _("No name yet"), bold=True))
    name.addWidget(Words(case.number, "small", "text_3"))
    name.addStretch(1)
    column.addLayout(name)
    if case.stays:
        why = _("Stays here. {reason}").format(reason=case.stays.problem)
        column.addWidget(Words(why, "small", "amber_text"))
        column.addWidget(Words(case.stays.hint, "small", "text_2"))
    else:
        column.addWidget(Words(case.gist, "small", "text_2"))
    row.addLayout(column, 1)
    return made
