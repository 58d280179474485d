"""What the list shows of a case: who, whose, how far, what next, and what is not sent yet.

Every state has a word; the one red chip is a serious threat.
"""

from collections.abc import Sequence
from datetime import date

from assistance_desktop.cases.stage import CLOSED
from assistance_desktop.i18n import _, ngettext, show_date
from assistance_desktop.storage.case_store import CaseRow
from assistance_desktop.ui import phrases
from assistance_desktop.ui.kit.row_cell import RowCell
from assistance_desktop.ui.kit.table import Column
from assistance_desktop.ui.stages import stage_chip


def columns() -> list[Column]:
    """The columns of the list; the next step takes what room there is."""
    return [
        Column(_("Pseudonym"), 216),
        Column(_("Worker"), 120),
        Column(_("Status"), 192),
        Column(_("Next step"), 0),
        Column(_("Sync"), 186),
    ]


def cells(row: CaseRow, today: date) -> Sequence[RowCell]:
    """One cell a column."""
    closed = row.stage == CLOSED
    return (
        RowCell(
            row.pseudonym,
            row.number,
            bold=True,
            glyph=row.pseudonym[:1].upper(),
            glyph_tone="" if closed else "accent",
        ),
        RowCell(row.worker, tone="text_2"),
        _status(row),
        _next_step(row, today),
        _sync(row),
    )


def _status(row: CaseRow) -> RowCell:
    if row.threat:
        return RowCell(_("Serious threat"), chip="red", icon="alert")
    words, tone = stage_chip(row.stage)
    return RowCell(words, chip=tone)


def _next_step(row: CaseRow, today: date) -> RowCell:
    if row.stage == CLOSED:
        return RowCell(_("None"), tone="text_3")
    if row.next_step:
        return RowCell(row.next_step, _due(row.due, today), line_tone=_due_tone(row.due, today))
    if row.stage in ("plan", "agreed"):
        return RowCell(_("Agree on the next step"), tone="text_2")
    if row.stage == "with_office":
        return RowCell(_("The office decides"), tone="text_2")
    return RowCell(_("Go on with the intake"), _("No date"))


def _due(day: date | None, today: date) -> str:
    if day is None:
        return _("No date")
    if day < today:
        return _("Overdue since {day}").format(day=show_date(day))
    return phrases.day(day, today)


def _due_tone(day: date | None, today: date) -> str:
    if day is None or day > today:
        return "text_3"
    return "text" if day == today else "amber_text"


def _sync(row: CaseRow) -> RowCell:
    if row.conflicts:
        words = ngettext("{count} to compare", "{count} to compare", row.conflicts)
        return _state(words.format(count=row.conflicts), "both", "amber_text")
    if row.unsealed:
        words = ngettext("{count} to send", "{count} to send", row.unsealed)
        return _state(words.format(count=row.unsealed), "out", "text_2")
    return _state(_("Sent"), "check", "accent_text")


def _state(words: str, icon: str, tone: str) -> RowCell:
    return RowCell(words, small=True, icon=icon, tone=tone)
