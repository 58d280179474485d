"""The side of the page beside the landscape: language above, a form in the middle, a word below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.card import Picture
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.set_up_frame import LanguageRow


def entrance_side(languages: LanguageRow, form: QWidget) -> QWidget:
    """The languages, the form and the foot in one column."""
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(languages)
    column.addStretch(1)
    column.addWidget(form, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    column.addLayout(_foot())
    return side


def _foot() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(24, 0, 24, 24)
    row.setSpacing(8)
    row.addStretch(1)
    row.addWidget(Picture("wifi-off", "text_3", 18))
    words = _("Everything stays encrypted on this computer. No network is needed to unlock.")
    row.addWidget(Words(words, "small", "text_3"))
    row.addStretch(1)
    return row
