"""A page that leads to the notes: the landscape, and beside it a form in the language chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.ui.kit.landscape import Landscape
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.unlock.entrance_side import entrance_side
from assistance_desktop.ui.unlock.set_up_frame import LanguageRow


class EntrancePage(QWidget):
    """`language_chosen` tells the language that was picked, which is shown already."""

    language_chosen = Signal(str)

    languages: LanguageRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.landscape = Landscape()
        self.side = QWidget()
        self.whole = QHBoxLayout(self)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.setSpacing(0)
        self.whole.addWidget(self.landscape, 7)

    def show_again(self) -> None:
        """Make the form in the language of the screens, with what was typed."""
        raise NotImplementedError

    def show_form(self, form: QWidget) -> None:
        """Put a form in the place of the one before."""
        self.side.hide()
        self.side.deleteLater()
        self.languages = LanguageRow(first=False)
        self.languages.chosen.connect(self._on_language_chosen)
        self.side = entrance_side(self.languages, form)
        self.whole.addWidget(self.side, 9)
        self.side.show()  # now, so that the keyboard is there at once
        follow_layout(self)
        self.setFocusProxy(form)
        self.setFocus()

    def _on_language_chosen(self, code: str) -> None:
        i18n.use_language(code)
        self.show_again()
        self.language_chosen.emit(code)
