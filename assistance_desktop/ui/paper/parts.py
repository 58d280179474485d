"""What the client wants on the paper, tick by tick.

What the discreet version leaves out cannot be ticked there, and each such box says so.
"""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.documents.order import Part
from assistance_desktop.i18n import N_, _
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.switch import TickBox
from assistance_desktop.ui.kit.words import Words

NOTES = "notes"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A part of the paper: its words, a line under them, and whether it is ticked at first."""

    words: str
    line: str = ""
    line_discreet: str = N_("Left out of the discreet version")
    in_discreet: bool = False
    ticked: bool = True


_KINDS = {
    Part.APPOINTMENTS.value: _Kind(
        N_("Next appointments"),
        line_discreet=N_("Days and times only, in the discreet version"),
        in_discreet=True,
    ),
    Part.SERVICES.value: _Kind(N_("Services chosen")),
    Part.RIGHTS.value: _Kind(N_("Your rights, in short")),
    Part.CONTACTS.value: _Kind(
        N_("Who to call"),
        line_discreet=N_("First letter only, in the discreet version"),
        in_discreet=True,
    ),
    Part.REFLECTION.value: _Kind(N_("Reflection period dates")),
    Part.OWN_OFFENCE.value: _Kind(
        N_("Rights about own offences"),
        N_("Only if the client wants them on paper"),
        ticked=False,
    ),
    NOTES: _Kind(N_("Notes"), N_("Never printed unless you tick this"), ticked=False),
}


class PartsCard(Card):
    """The ticks. `changed` tells when one was set or taken."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What is included"), parent=parent)
        self.body.setContentsMargins(16, 4, 16, 4)
        self.body.setSpacing(0)
        self.rows = {name: _PartRow(kind) for name, kind in _KINDS.items()}
        for row in self.rows.values():
            self.body.addWidget(row)
            row.changed.connect(self.changed)

    @property
    def parts(self) -> frozenset[Part]:
        """The parts that are ticked."""
        return frozenset(part for part in Part if self.rows[part.value].box.isChecked())

    @property
    def with_notes(self) -> bool:
        """Whether notes were asked for."""
        return self.rows[NOTES].box.isChecked()

    def start(self) -> None:
        """Tick as for a new print."""
        for row in self.rows.values():
            row.start()

    def set_discreet(self, discreet: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Offer what the discreet version can hold."""
        for row in self.rows.values():
            row.set_discreet(discreet)


class _PartRow(QWidget):
    """A box to tick with a line under its words. `changed` tells that a person did."""

    changed = Signal()

    def __init__(self, kind: _Kind) -> None:
        super().__init__()
        self._kind = kind
        self._wished = kind.ticked
        self.box = TickBox(_(kind.words), tidy=True)
        self._line = Words("", "small", "text_2")
        self._lay_out()
        self.start()
        self.box.clicked.connect(self._on_clicked)

    def start(self) -> None:
        """Tick as at first."""
        self._wished = self._kind.ticked
        self.set_discreet(False)

    def set_discreet(self, discreet: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Let it be ticked, or say why not; what was wished comes back afterwards."""
        offered = self._kind.in_discreet or not discreet
        self.box.setChecked(self._wished and offered)
        self.box.setEnabled(offered)
        line = _(self._kind.line_discreet if discreet else self._kind.line)
        self._line.say(line)
        self._line.setVisible(bool(line))
        self.box.setAccessibleDescription(line)

    def _on_clicked(self, ticked: bool) -> None:  # noqa: FBT001 - as Qt tells it
        self._wished = ticked
        self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        column.addWidget(self.box)
        under = QHBoxLayout()
        under.setSpacing(0)
        under.addSpacing(self.box.mark_width)
        under.addWidget(self._line, 1)
        column.addLayout(under)
