"""The card of the last exchanges: when, from and to, how large, and whether it arrived."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui import phrases
from assistance_desktop.ui.exchange.standing import Passed, Result
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.table import Cell, Column, Table
from assistance_desktop.ui.kit.words import Words


class PassedCard(Card):
    """The bundles that went and came, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Last exchanges"), padded=False, parent=parent)
        columns = [
            Column("", 56),
            Column(_("When"), 176),
            Column(_("From and to")),
            Column(_("Size"), 96),
            Column(_("Signature"), 168),
            Column(_("Result"), 184),
        ]
        self.table = Table(columns, name=_("Last exchanges"))
        self.table.setMinimumHeight(40 + 2 * 44)
        self._none = Words(_("Nothing went and nothing came yet."), tone="text_2", centred=True)
        self.body.addWidget(self._none, 1)
        self.body.addWidget(self.table, 1)

    def show_passed(self, passed: Iterable[Passed], unwritten: set[str], today: date) -> None:
        """Show these bundles; `unwritten` names those that no folder took."""
        rows = [_cells(each, unwritten, today) for each in passed]
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)


def _cells(passed: Passed, unwritten: set[str], today: date) -> tuple[Cell, ...]:
    way = (
        _("This computer to {desk}").format(desk=passed.label)
        if passed.outgoing
        else _("{desk} to this computer").format(desk=passed.label)
    )
    icon, tone = ("out", "text_2") if passed.outgoing else ("in", "accent_text")
    signature = _("Signed here") if passed.outgoing else _("Verified")
    return (
        Cell("", tone=tone, icon=icon),
        Cell(phrases.moment(passed.at, today)),
        Cell(way),
        Cell(phrases.size(passed.size), "small", "text_2"),
        Cell(signature, "small", "accent_text", "shield"),
        _result(passed, unwritten),
    )


def _result(passed: Passed, unwritten: set[str]) -> Cell:
    waits = passed.result is Result.WAITING
    if waits and any(name.startswith(passed.digest[:16]) for name in unwritten):
        return Cell(_("Not written"), "small", "amber_text", "alert")
    words = {
        Result.TAKEN: _("Taken in"),
        Result.ASIDE: _("Set aside"),
        Result.WAITING: _("Waiting for receipt"),
        Result.RECEIVED: _("Received"),
    }
    return Cell(words[passed.result], "small", "text_2")
