"""The rows of the activity log, read a page at a time as they come into sight.

It holds every number and at most twenty pages of lines, so a log of any length opens at once.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from assistance_desktop import i18n
from assistance_desktop.guidance.content import Pack
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage import activity
from assistance_desktop.storage.activity import PAGE, Line
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui import phrases
from assistance_desktop.ui.activity import wording
from assistance_desktop.ui.desk_names import DeskNames
from assistance_desktop.ui.kit.row_cell import RowCell
from assistance_desktop.ui.kit.table import Column

KEPT = 20
"""Pages that are remembered: 4 000 lines."""

HEIGHT = 47
"""Of a row at 100 %, without its line."""


class LinePages:
    """The lines behind some numbers, in the order of the numbers."""

    def __init__(self, connection: Connection, numbers: Sequence[int]) -> None:
        self.numbers = tuple(numbers)
        self._connection = connection
        self._page = lru_cache(KEPT)(self._read)

    def line(self, place: int) -> Line | None:
        """The line at a place counted from 0."""
        return self._page(place // PAGE).get(self.numbers[place])

    def _read(self, page: int) -> Mapping[int, Line]:
        wanted = self.numbers[page * PAGE : (page + 1) * PAGE]
        return {line.n: line for line in activity.lines(self._connection, wanted)}


def columns() -> list[Column]:
    """When, a sign, what, which case and who; what was done takes what room there is."""
    return [
        Column(_("When"), 156),
        Column("", 36),
        Column(_("What"), 0),
        Column(_("Case"), 126),
        Column(_("Who"), 142),
    ]


def cells(line: Line, today: date, names: DeskNames, pack: Pack) -> Sequence[RowCell]:
    """One cell a column."""
    sign, tone = wording.icon(line.deed)
    ground = "amber" if line.deed is not None and line.deed.kind in wording.AMBER else ""
    said = wording.sentence(line.deed, names, pack)
    return (
        RowCell(phrases.moment(line.at, today), tone="text_2", ground=ground),
        RowCell("", icon=sign, icon_tone=tone, ground=ground),
        RowCell(said, ground=ground),
        RowCell(case_words(line), tone="text_2", ground=ground),
        RowCell(line.who or _("Not known"), tone="text_2", ground=ground),
    )


def case_words(line: Line) -> str:
    """The number of the case, or how many cases it was about; never a name."""
    if line.case_id:
        return line.number or _("No number")
    count = line.deed.count("cases") if line.deed is not None else 0
    words = ngettext("{count} case", "{count} cases", count)
    return words.format(count=i18n.show_number(count)) if count else ""
