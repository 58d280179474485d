"""The side of the page beside the landscape: language above, a form in the middle, a word below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.card import Picture
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.set_up_frame import LanguageRow, scroll_area


def entrance_side(languages: LanguageRow, form: QWidget) -> QWidget:
    """The languages, the form and the foot in one column."""
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(languages)
    column.addWidget(scroll_area(_ground(form)), 1)
    column.addLayout(_foot())
    return side


def _ground(form: QWidget) -> QWidget:
    """The form in the middle. A row, not an alignment, so that its height is that of its width."""
    ground = QWidget()
    ground.setObjectName("page")
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(form)
    row.addStretch(1)
    column = QVBoxLayout(ground)
    column.setContentsMargins(8, 0, 8, 8)
    column.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    return ground


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
