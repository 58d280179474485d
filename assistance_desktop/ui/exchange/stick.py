"""The card for a USB stick or a folder: who a bundle is for, write one, read one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.sync.trust.card import Card as DeskCard
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.words import Words


class StickCard(Card):
    """Bundles by hand. `addressed` tells the device id that a person chose."""

    write_asked = Signal()
    read_asked = Signal()
    addressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("USB stick or folder"), icon="usb", icon_colour="text", parent=parent)
        self._devices: tuple[str, ...] = ()
        self._rows: dict[str, ChoiceRow] = {}
        self._whom = Words(_("Who is the next bundle for?"), bold=True)
        self._list = Scroll(_("Who is the next bundle for?"))
        self._list.body.setSpacing(8)
        self._list.body.setContentsMargins(4, 4, 4, 4)
        self._sentence = Words("", tone="text_2")
        self.write = Button(_("Write bundle"), "primary", icon="out")
        self.read = Button(_("Read bundle"), icon="in")
        self.write.clicked.connect(self.write_asked)
        self.read.clicked.connect(self.read_asked)
        self._lay_out()

    def show_peers(self, peers: Sequence[DeskCard], to: DeskCard | None) -> None:
        """Show who a bundle can go to and who the next one is for."""
        if to is not None:
            self._sentence.say(_("For {desk} only. Nobody else can open it.").format(desk=to.label))
        self._whom.setVisible(len(peers) > 1)
        self._list.setVisible(len(peers) > 1)
        devices = tuple(card.device for card in peers)
        if devices != self._devices:
            self._devices = devices
            self._list_peers(peers)
        if to is not None and not self._rows[to.device].isChecked():
            self._rows[to.device].setChecked(True)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Nothing can be started while something runs."""
        self.write.setEnabled(not busy)
        self.read.setEnabled(not busy)

    def _list_peers(self, peers: Sequence[DeskCard]) -> None:
        self._list.clear()
        self._list.set_least(min(len(peers), 3) * 52)
        self._rows = {}
        for card in peers:
            self._list.body.addWidget(self._row(card))
        self._list.body.addStretch(1)

    def _row(self, card: DeskCard) -> ChoiceRow:
        row = ChoiceRow(card.label, quiet=True)
        row.clicked.connect(lambda: self.addressed.emit(card.device))
        self._rows[card.device] = row
        return row

    def _lay_out(self) -> None:
        self.body.setSpacing(8)
        self.body.addWidget(self._whom)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._sentence)
        drop = _("The file has a neutral name. You can also drop one here to read it.")
        self.body.addWidget(Words(drop, "small", "text_3"))
        self.body.addStretch(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.write)
        row.addWidget(self.read)
        row.addStretch(1)
        self.body.addSpacing(8)
        self.body.addLayout(row)
