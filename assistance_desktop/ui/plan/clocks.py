"""Time limits and what must not be overlooked: a serious threat in red, days that run in amber."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from assistance_desktop.guidance.deadlines import Deadline
from assistance_desktop.guidance.flags import RaisedFlag
from assistance_desktop.i18n import _, show_date
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.clock import Clock
from assistance_desktop.ui.kit.words import Words

AMBER = ("REFL-SOON", "REFL-OVER", "REFL-ENDED", "REFL-SHORT", "STAY-ENDS", "TURNS-18", "CLOCK")
"""Flags about days that run out or do not fit."""

_ICONS = {"THREAT": "phone", "TURNS-18": "child", "STAY-ENDS": "idcard", "CLOCK": "calendar"}


class DeadlineCard(Card):
    """The reflection period: how long it still is, and its days as they were written."""

    def __init__(self, deadline: Deadline, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(8)
        last = last_day(deadline)
        self.body.addWidget(
            Clock(_sentence(deadline, last), deadline.start, last, today, dated=True)
        )
        if deadline.end != last:
            written = _("The end in the decision is {day}.").format(
                day=show_date(deadline.end, style="long")
            )
            self.body.addWidget(Words(written, "small", "text_2"))
        if deadline.interrupted:
            cut = _("It was interrupted on {day}.").format(
                day=show_date(deadline.interrupted, style="long")
            )
            self.body.addWidget(Words(cut, "small", "text_2"))


def last_day(deadline: Deadline) -> date:
    """The earliest of the written end, the limit of six months, and an interruption."""
    ends = (deadline.end, deadline.limit, deadline.interrupted)
    return min(day for day in ends if day)


def banners(flags: Sequence[RaisedFlag]) -> list[Banner]:
    """A banner for each flag that somebody must look at, a serious threat first."""
    red = [Banner(one.text, "red", icon="phone") for one in flags if one.code == "THREAT"]
    amber = [
        Banner(one.text, "amber", icon=_ICONS.get(one.code, "hourglass"))
        for one in flags
        if one.code in AMBER
    ]
    return [*red, *amber]


def calm(flags: Sequence[RaisedFlag]) -> tuple[RaisedFlag, ...]:
    """The flags that need no banner."""
    return tuple(one for one in flags if one.code not in ("THREAT", *AMBER))


def _sentence(deadline: Deadline, last: date) -> str:
    if deadline.days_left < 0:
        return _("The reflection period ended on {day}").format(day=show_date(last, style="long"))
    return (
        _("Reflection period ends in {left}")
        if deadline.days_left
        else _("Reflection period ends {left}")
    )
