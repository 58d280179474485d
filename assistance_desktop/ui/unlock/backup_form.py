"""Which backup should be the notes here: a folder is chosen, then one that lies in it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.i18n import _
from assistance_desktop.storage.backup_shelf import Found
from assistance_desktop.ui import phrases
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words

MOST = 5
"""Backups that are offered, the newest first."""


class BackupForm(QWidget):
    """`folder_asked` to look in another folder, `asked` gives the Found to be used, `left`."""

    folder_asked = Signal()
    asked = Signal(object)
    left = Signal()

    def __init__(self, *, is_damaged: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(min(look().px(416), 560))
        self.folder = Button(_("Choose the stick or folder"), icon="usb", size="large")
        self.use = Button(_("Use this backup"), "primary", size="large")
        self.back = Button(_("Back"), "quiet", icon="arrow-l")
        self.notices = Notices()
        self.rows: list[ChoiceRow] = []
        self._list = QVBoxLayout()
        self._chosen: Found | None = None
        self._lay_out(is_damaged=is_damaged)
        self.use.setEnabled(False)
        self.folder.clicked.connect(self.folder_asked)
        self.use.clicked.connect(self._on_use)
        self.back.clicked.connect(self.left)
        self.setFocusProxy(self.folder)

    def show_found(self, found: Sequence[Found], today: date) -> None:
        """Offer what lies in a folder; the newest is chosen."""
        empty(self._list)
        self.notices.clear()
        self.rows, self._chosen = [], None
        for each in found[:MOST]:
            row = ChoiceRow(_when(each, today), detail=_what(each), parent=self)
            row.toggled.connect(self._on_toggled)
            self._list.addWidget(row)
            self.rows.append(row)
        self._found = tuple(found[:MOST])
        if self.rows:
            self.rows[0].setChecked(True)
            self.rows[0].setFocus()
        else:
            problem = _("There is no backup in this folder.")
            self.notices.say(problem, _("Choose the stick itself, or another folder."), "amber")
        self.use.setEnabled(bool(self.rows))

    def show_working(self, *, working: bool) -> None:
        """Nothing can be pressed while it is copied."""
        for each in (self.folder, self.use, self.back, *self.rows):
            each.setEnabled(not working)

    def _on_toggled(self) -> None:
        self._chosen = next(
            (one for one, row in zip(self._found, self.rows, strict=True) if row.isChecked()), None
        )

    def _on_use(self) -> None:
        self._on_toggled()
        if self._chosen is not None:
            self.asked.emit(self._chosen)

    def _lay_out(self, *, is_damaged: bool) -> None:
        lead = _("It is copied to this computer. Then its passphrase or its sheet opens it.")
        stays = _("The damaged notes stay beside it under another name.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(_("Restore a backup"), "title"))
        column.addSpacing(4)
        column.addWidget(Words(f"{lead} {stays}" if is_damaged else lead, tone="text_2"))
        column.addSpacing(24)
        column.addWidget(self.notices)
        column.addSpacing(8)
        self._list.setSpacing(8)
        column.addLayout(self._list)
        column.addSpacing(16)
        for each in (self.folder, self.use):
            column.addWidget(each)
            column.addSpacing(12)
        column.addWidget(self.back)


def _when(found: Found, today: date) -> str:
    day = phrases.day(found.on.date(), today)
    return _("{day} {time}").format(day=day, time=i18n.show_time(found.on))


def _what(found: Found) -> str:
    size = phrases.size(found.bytes)
    if not found.worker:
        return size
    return _("{worker}, {size}").format(worker=found.worker, size=size)
