"""The reflection period on a page: how long it still is, and its days as they were written.

A period that has ended is never said to run, and a written end is never corrected (facts.md 9.7).
"""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.guidance.deadlines import Deadline, warning
from assistance_desktop.i18n import _, ngettext, show_date
from assistance_desktop.ui.kit.clock import Clock
from assistance_desktop.ui.kit.words import Words


class ReflectionClock(QWidget):
    """The clock, what to do in time, and an end or an interruption that the clock does not show.

    `steps` are the days before the end at which a warning stands (facts.md 3.3.5).
    """

    def __init__(
        self,
        deadline: Deadline,
        today: date,
        steps: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        last = last_day(deadline)
        what = _sentence(deadline, last)
        column.addWidget(Clock(what, deadline.start, last, today, dated=True))
        step = warning(deadline.days_left, steps)
        if step is not None:
            column.addWidget(Words(_to_do(step), "small", "amber_text"))
        if deadline.end != last:
            self._add(_("The end in the decision is {day}."), deadline.end)
        if deadline.interrupted:
            self._add(_("It was interrupted on {day}."), deadline.interrupted)

    def _add(self, sentence: str, day: date) -> None:
        layout = self.layout()
        if layout is not None:
            said = sentence.format(day=show_date(day, style="long"))
            layout.addWidget(Words(said, "small", "text_2"))


def _to_do(step: int) -> str:
    """What each warning names: cooperation, a permit in time, a lawyer (S21; facts.md W4)."""
    days = ngettext("{count} day or less", "{count} days or less", step).format(count=step)
    words = _(
        "{days}: decide on cooperation, apply for a permit while the stay is lawful, see a lawyer."
    )
    return words.format(days=days)


def last_day(deadline: Deadline) -> date:
    """The earliest of the written end, the limit of six months, and an interruption."""
    ends = (deadline.end, deadline.limit, deadline.interrupted)
    return min(day for day in ends if day)


def _sentence(deadline: Deadline, last: date) -> str:
    if deadline.days_left < 0:
        return _("The reflection period ended on {day}").format(day=show_date(last, style="long"))
    if deadline.days_left == 0:
        return _("Reflection period ends {left}")
    return _("Reflection period ends in {left}")
