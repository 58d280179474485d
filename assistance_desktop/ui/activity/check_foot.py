"""The foot of the activity log: whether every line is as it was written, and since when.

A broken list is said in amber, with the moment up to which it holds.
"""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage.activity import Broken, Unbroken
from assistance_desktop.ui import phrases
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.session import HELSINKI


class CheckFoot(QWidget):
    """What the last check found. `asked` tells that a person wants another."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(_("Check again"), size="small")
        self.button.clicked.connect(self.asked)
        self._unbroken = Banner("", icon="shield", rich=True, letter="small")
        self._broken = Banner("", "amber", rich=True, letter="small")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        for each in (self._unbroken, self._broken):
            whole.addWidget(each)
        self._broken.hide()
        self.begin()

    @property
    def said(self) -> str:
        """What stands there, without its marks."""
        shown = self._unbroken if self._broken.isHidden() else self._broken
        return shown.words.text().replace("<b>", "").replace("</b>", "")

    def begin(self) -> None:
        """A check is at work."""
        self._show(self._unbroken, _("Every line is being checked."))
        self.button.setEnabled(False)

    def end(self, found: Unbroken | Broken, at: datetime) -> None:
        """Say what the check found."""
        local = at.astimezone(HELSINKI)
        if isinstance(found, Broken):
            self._show(self._broken, _broken(found, local.date()))
        else:
            self._show(self._unbroken, _unbroken(found, local))
        self.button.setEnabled(True)

    def _show(self, banner: Banner, words: str) -> None:
        banner.say(words)
        banner.row.addWidget(self.button)
        self._unbroken.setVisible(banner is self._unbroken)
        self._broken.setVisible(banner is self._broken)


def _unbroken(found: Unbroken, at: datetime) -> str:
    if found.since is None:
        return _("Nothing was noted yet.")
    day = i18n.show_date(found.since.astimezone(HELSINKI).date(), style="long")
    words = ngettext(
        "{count} line checked today at {time}.",
        "{count} lines checked today at {time}.",
        found.lines,
    )
    parts = (
        _("<b>Unbroken since {day}.</b>").format(day=day),
        _("Each line is sealed to the one before it, so a missing or changed line would show."),
        words.format(count=i18n.show_number(found.lines), time=i18n.show_time(at)),
    )
    return " ".join(parts)


def _broken(found: Broken, today: date) -> str:
    if found.at is None:
        head = _("<b>Broken from the first line on.</b>")
    else:
        moment = phrases.moment(found.at, today)
        head = _("<b>Broken after {moment}.</b>").format(moment=moment)
    return " ".join((head, _("A line was changed or taken out. Tell your office.")))
