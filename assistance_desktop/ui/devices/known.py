"""The cards of the devices that this desk knows: itself, and the others on the list."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.sync.trust.roster import Entry
from assistance_desktop.ui import phrases
from assistance_desktop.ui.devices.standing import Standing
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.scroll import Scroll, empty
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import HELSINKI


def role_words(role: Role) -> str:
    """What a device is, in words."""
    return _("office") if role is Role.OFFICE else _("field desk")


class OwnCard(Card):
    """This computer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("This computer"), padded=False, parent=parent)

    def show_standing(self, standing: Standing) -> None:
        """Show how this desk stands."""
        empty(self.body)
        line = _("{worker}, {role}").format(worker=standing.worker, role=role_words(standing.role))
        row = _device_row(standing.card.label, line, standing.card.words, standing.role, "accent")
        if standing.mine is not None and standing.mine.revoked is not None:
            row.end.addWidget(Chip(_("Revoked"), "outline", icon="ban"))
        elif standing.joined and standing.mine is None:
            row.end.addWidget(Chip(_("To be approved again"), "amber", icon="clock"))
        elif standing.joined:
            row.end.addWidget(Chip(_("On the list"), "accent", icon="shield"))
        else:
            row.end.addWidget(Chip(_("Works alone"), "outline"))
        self.body.addWidget(row)


class OthersCard(Card):
    """The other devices; `revoke_asked` tells the id of one, `list_wanted` asks for the list."""

    revoke_asked = Signal(str)
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Offices and colleagues"), padded=False, parent=parent)
        self.save = Button(_("Save the welcome file"), icon="download", size="small")
        self.save.clicked.connect(self.list_wanted)
        self.header.addWidget(self.save)
        self._scroll = Scroll(_("Offices and colleagues"), least=104)
        self.body.addWidget(self._scroll, 1)
        self.revoke: dict[str, Button] = {}

    def show_standing(self, standing: Standing, today: date) -> None:
        """Show who is on the list."""
        self._scroll.clear()
        self.revoke = {}
        self.save.setVisible(standing.keeps_list and bool(standing.others))
        for number, entry in enumerate(standing.others):
            self._scroll.body.addWidget(
                self._row(entry, today, first=not number, revocable=standing.keeps_list)
            )
        if not standing.others:
            column = QVBoxLayout()
            column.setContentsMargins(15, 16, 15, 15)
            column.addWidget(Words(_none_yet(standing), tone="text_2"))
            self._scroll.body.addLayout(column)
        self._scroll.body.addStretch(1)

    def _row(self, entry: Entry, today: date, *, first: bool, revocable: bool) -> Row:
        tone = "" if entry.revoked else "accent"
        line = _since(entry, today)
        row = _device_row(entry.card.label, line, entry.card.words, entry.role, tone, first=first)
        if entry.revoked:
            row.end.addWidget(Chip(_("Revoked"), "outline", icon="ban"))
            return row
        row.end.addWidget(Chip(_("Trusted"), "accent", icon="shield"))
        if revocable:
            button = Button(_("Revoke"), size="small")
            button.setAccessibleName(_("Revoke {device}").format(device=entry.card.label))
            button.clicked.connect(lambda: self.revoke_asked.emit(entry.card.device))
            row.end.addWidget(button)
            self.revoke[entry.card.device] = button
        return row


def _device_row(
    label: str, line: str, words: tuple[str, ...], role: Role, tone: str, *, first: bool = True
) -> Row:
    icon = "building" if role is Role.OFFICE else "devices"
    row = Row(label, line, icon=icon, tone=tone, first=first)
    row.body.setContentsMargins(0, 8, 0, 8)
    row.body.insertSpacing(row.body.count() - 1, 3)
    row.body.insertWidget(row.body.count() - 1, Words("   ".join(words), "small"))
    return row


def _since(entry: Entry, today: date) -> str:
    role = role_words(entry.role)
    if entry.revoked:
        when = phrases.day(entry.revoked.at.astimezone(HELSINKI).date(), today)
        return _("{role}, revoked: {day}. Its old bundles still open here.").format(
            role=role.capitalize(), day=when
        )
    when = phrases.day(entry.valid_from.astimezone(HELSINKI).date(), today)
    return _("{role}, on the list since: {day}").format(role=role.capitalize(), day=when)


def _none_yet(standing: Standing) -> str:
    if standing.keeps_list:
        return _("Nobody yet. Add a device when its user is with you or on the phone.")
    return _("Nobody yet. Everything stays on this computer until it joins an office.")
