"""What stands around the set-up pages: the language above, the way on below, room to scroll."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Picture, Rule
from assistance_desktop.ui.kit.menu_button import MenuButton
from assistance_desktop.ui.kit.segmented import Segmented
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words

_SIDE = 56


def language_options() -> list[tuple[str, str]]:
    """The languages of the screens, each by its own name."""
    return [(code, i18n.language_name(code)) for code in i18n.UI_LANGUAGES]


def language_menu() -> MenuButton:
    """The language as a quiet menu at the top of a page."""
    return MenuButton(language_options(), i18n.language(), name=_("Language"), icon="globe")


class LanguageRow(QWidget):
    """The languages at the top right: all three on the first page, a menu on the others."""

    chosen = Signal(str)

    def __init__(self, *, first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 24, 0)
        row.setSpacing(12)
        row.addStretch(1)
        self.choice: Segmented | MenuButton
        if first:
            row.addWidget(Picture("globe", "text_2", 18))
            row.addWidget(Words(_("Language"), "small", "text_2"))
            self.choice = Segmented(language_options(), i18n.language(), name=_("Language"))
        else:
            self.choice = language_menu()
        row.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop)
        self.choice.chosen.connect(self.chosen)
        self.setMinimumHeight(look().px(60))


class SetUpFoot(QWidget):
    """A note at the start, Back and Next at the end; always in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(_("Back"), icon="arrow-l", size="large")
        self.next = Button(_("Next"), "primary", icon="arrow-r", icon_after=True, size="large")
        self._picture = Picture("info", "text_3", 18)
        self._words = Words("", "small", "text_3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        row = QHBoxLayout()
        row.setContentsMargins(_SIDE, 11, _SIDE, 12)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column.addLayout(row)

    def say(self, note: tuple[str, str], onward: str) -> None:
        """Show a note (icon and words) and what the way on is called."""
        self._picture.show_icon(note[0], "text_3")
        self._words.say(note[1])
        self.next.say(onward)


def scrolled(page: QWidget) -> QScrollArea:
    """The page in its place: 848 px wide, with a bar only when the window is too low."""
    ground = QWidget()
    ground.setObjectName("page")
    row = QHBoxLayout(ground)
    row.setContentsMargins(_SIDE, 4, _SIDE, 24)
    row.addWidget(page)
    return scroll_area(ground)


def scroll_area(ground: QWidget) -> QScrollArea:
    """A ground that scrolls up and down when it must; Tab goes to what lies on it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(ground)
    return area
