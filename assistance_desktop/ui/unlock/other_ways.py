"""What else can be done where notes are locked: as quiet as it is rarely needed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.documents import recovery_sheet
from assistance_desktop.i18n import _
from assistance_desktop.storage.vaults import Found
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.combo import Combo
from assistance_desktop.ui.kit.words import Words


class WhoseNotes(QWidget):
    """Whose notes are to be opened, by neutral name. `chosen` gives the folder of others."""

    chosen = Signal(object)

    def __init__(self, people: Sequence[Found], here: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = {str(each.folder): each for each in people}
        options = [(folder, called(each)) for folder, each in self._people.items()]
        self.combo = Combo(options, str(here.folder), name=_("Whose notes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(6)
        column.addWidget(Words(_("Whose notes"), bold=True))
        column.addWidget(self.combo)
        self.combo.chosen.connect(self._on_chosen)

    def _on_chosen(self, folder: str) -> None:
        self.chosen.emit(self._people[folder].folder)


class OtherWays(QWidget):
    """The links under the button. `sheet`, `office` and `another` tell which was pressed."""

    sheet = Signal()
    office = Signal()
    another = Signal()

    def __init__(self, *, with_office: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.use_sheet = Button(_(recovery_sheet.LINK), "quiet")
        self.use_sheet.clicked.connect(self.sheet)
        self.ask_office = Button(_("Ask your office for the key"), "quiet")
        self.ask_office.clicked.connect(self.office)
        self.ask_office.setVisible(with_office)
        self.add_another = Button(_("Another worker on this computer"), "quiet", size="small")
        self.add_another.clicked.connect(self.another)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self.use_sheet, self.ask_office, self.add_another):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)


def called(found: Found) -> str:
    """What somebody's notes are called before they are open."""
    return found.name or _("Notes without a name ({folder})").format(folder=found.folder.name)
