# ruff: noqa: D102 - Qt documents the methods that it calls
"""The notice that this computer's clock runs before the last day on which something was saved.

Days decide what is due and what has ended; a clock that is wrong is told, never put up with in
silence (facts.md 3.3.7). What was saved under it keeps its order all the same.
"""

from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.i18n import _, show_date
from assistance_desktop.storage import case_store
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.session import HELSINKI, Session


def last_day(session: Session) -> date | None:
    """The last day on which this desk saved something, if that is after today by its clock."""
    saved = case_store.last_saved(session.reader, session.author.device)
    day = saved.astimezone(HELSINKI).date() if saved is not None else None
    return day if day is not None and day > session.today else None


def clock_notice(session: Session) -> Notice | None:
    """The notice; None while the clock may be right. It cannot be closed: it is about now."""
    day = last_day(session)
    if day is None:
        return None
    return Notice(
        _("The clock of this computer may be wrong."),
        _(
            "It says {today}, but something was saved here on {day}. Set the date, or count the"
            " days of clocks and reminders yourself."
        ).format(today=show_date(session.today, style="long"), day=show_date(day, style="long")),
        "amber",
        icon="clock",
        closable=False,
    )


class ClockWarning(QWidget):
    """The place of the notice on a page; it looks each time the page is shown.

    It takes no room while the clock may be right, else the notice and a gap under it.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        empty(self._column)
        notice = clock_notice(self._session)
        self._column.setContentsMargins(0, 0, 0, 16 if notice else 0)
        if notice is not None:
            self._column.addWidget(notice)
