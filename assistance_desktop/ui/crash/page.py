"""What is shown when the program itself is at fault: plain words, and what helps to mend it.

The report holds versions and places in the code, and nothing that anybody typed.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.words import Words


class CrashPage(QWidget):
    """The report, a way to copy it, and the way back. `closed` tells that it was read."""

    closed = Signal()

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(16)
        column.addWidget(Words(_("Something in the program went wrong"), "title"))
        calm = _("What was saved is safe. You can go on; if it happens again, tell your office.")
        column.addWidget(Words(calm))
        card = Card(_("For those who mend the program"))
        card.body.addWidget(Words(report, "small", "text_2", monospace=True))
        scroll = Scroll(_("Report"))
        scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        column.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        copy = Button(_("Copy the report"), icon="file")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        back = Button(_("Go on"), "primary", icon="arrow-r", icon_after=True)
        back.clicked.connect(self.closed)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(back)
        column.addLayout(row)
        self.setFocusProxy(back)
