"""The card of the people told: who heard what, why and when, and who never hears anything."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.case_view.recipients import Recipient
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.words import Words


class PeopleCard(Card):
    """People in rows. `opened` carries the recipient of a row, "" for somebody new."""

    opened = Signal(str)

    def __init__(
        self, people: list[Recipient], name: str, *, adds: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("People told"), padded=False, parent=parent)
        self.add_button = Button(_("Add"), "quiet", icon="plus", size="small")
        self.add_button.setAccessibleName(_("Tell somebody, or ask for a consent"))
        self.add_button.clicked.connect(lambda: self.opened.emit(""))
        self.header.addWidget(self.add_button)
        self.header.setContentsMargins(15, 0, 5, 0)
        self.add_button.setVisible(adds)
        for at, one in enumerate(people):
            self.body.addWidget(self._make(one, first=not at))
        if not people:
            words = _("Nobody yet. {name} has not been asked.").format(name=name)
            said = QVBoxLayout()
            said.setContentsMargins(15, 12, 15, 14)
            said.addWidget(Words(words, "small", "text_2"))
            self.body.addLayout(said)

    def _make(self, one: Recipient, *, first: bool) -> Row:
        row = Row(
            one.who,
            one.what,
            icon=one.icon,
            tone=one.tone,
            opens=bool(one.named),
            first=first,
        )
        said = _("{said}, {day}").format(said=one.said, day=one.when) if one.when else one.said
        row.body.insertWidget(row.body.count() - 1, Words(said, "small", one.said_tone))
        if one.named:
            row.setAccessibleDescription(f"{one.what}. {said}")
            row.clicked.connect(partial(self.opened.emit, one.named))
        return row
