"""What stands in the middle of the unlock page: the passphrase and the way in.

Every message stands beside what it is about; what was typed stays until it has opened.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.passphrase_field import PassphraseField
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.caps_lock import CapsLockLine
from assistance_desktop.ui.unlock.opening_line import OpeningLine
from assistance_desktop.ui.unlock.other_ways import OtherWays


class UnlockForm(QWidget):
    """A field, a button and the lines about them. `asked` tells that the person wants in.

    `restore_wanted` tells that they want to bring back a backup instead.

    `others` are the other ways; what is put into `above` stands over the field.
    """

    asked = Signal()
    restore_wanted = Signal()

    def __init__(self, others: OtherWays, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = PassphraseField(_("Passphrase"))
        self.button = Button(_("Unlock"), "primary", size="large", key=_("Enter"))
        self.others = others
        self.above = QVBoxLayout()
        self.caps_lock = CapsLockLine((self.field,))
        self.wait = OpeningLine()
        self.notice: Notice | None = None
        self.restore: Button | None = None
        self._notices = QVBoxLayout()
        self._lay_out()
        self._stretch()
        self.field.entered.connect(self.button.click)
        self.button.clicked.connect(self.asked)
        self.setFocusProxy(self.field)

    def show_error(self, error: AppError, *, restorable: bool = False) -> None:
        """Say above the field what keeps the notes closed, and what helps: a backup, perhaps."""
        self.hide_error()
        self.notice = Notice(error.problem, error.hint, "amber", closable=False)
        self._notices.addWidget(self.notice)
        if restorable:
            self.restore = Button(_("Restore a backup"), icon="archive", size="large")
            self.restore.clicked.connect(self.restore_wanted)
            self._notices.addSpacing(12)
            self._notices.addWidget(self.restore)
        self._notices.addSpacing(24)
        self.notice.announce()

    def hide_error(self) -> None:
        """Take away what was said before."""
        self.notice = self.restore = None
        self.field.show_error("")
        empty(self._notices)

    def refuse(self, error: AppError, seconds: int) -> None:
        """Say under the field that the passphrase is another one; all of it is selected."""
        self.field.show_error(str(error))
        self.show_pause(seconds)
        self.field.setEnabled(True)
        self.field.setFocus()
        self.field.edit.selectAll()

    def show_pause(self, seconds: int) -> None:
        """Say how long it is until the next try; 0 when it may be now."""
        self.button.setEnabled(seconds == 0)
        words = ngettext("Wait {count} second.", "Wait {count} seconds.", seconds)
        self.wait.say(words.format(count=seconds) if seconds else "")

    def show_working(self, working: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Nothing can be pressed while the key is made."""
        self.button.setEnabled(not working)
        self.others.setEnabled(not working)
        self.field.setEnabled(not working)
        self.wait.follow(working=working)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        if event.type() == QEvent.Type.StyleChange:
            self._stretch()
        super().changeEvent(event)

    def _stretch(self) -> None:
        self.setFixedWidth(min(look().px(416), 560))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(_("Welcome back"), "title"))
        column.addSpacing(4)
        column.addWidget(Words(_("Enter your passphrase to open your notes."), tone="text_2"))
        column.addSpacing(24)
        column.addLayout(self.above)
        column.addLayout(self._notices)
        column.addWidget(self.field)
        column.addWidget(self.caps_lock)
        column.addSpacing(20)
        column.addWidget(self.button)
        column.addSpacing(8)
        column.addWidget(self.others)
        column.addSpacing(4)
        column.addWidget(self.wait)
        self.button.setSizePolicy(
            self.field.sizePolicy().horizontalPolicy(), self.button.sizePolicy().verticalPolicy()
        )
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
