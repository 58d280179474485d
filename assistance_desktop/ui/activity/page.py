# ruff: noqa: D102 - Qt documents the methods that it calls
"""The activity log: what was done on this computer, by whom and when (mock-up 34).

Only numbers are read for the whole list and lines for what is in sight. Nothing that a person
wrote in a case stands here; a row leads to its case.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.guidance.content import Pack
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage import activity
from assistance_desktop.storage.activity import Among, Broken, Filters, Unbroken
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui import desk_names
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.activity import table_file
from assistance_desktop.ui.activity.check_foot import CheckFoot
from assistance_desktop.ui.activity.filter_row import FilterRow
from assistance_desktop.ui.activity.rows import HEIGHT, LinePages, cells, columns
from assistance_desktop.ui.desk_names import DeskNames
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.empty_state import EmptyState
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.kit.row_cell import RowCell
from assistance_desktop.ui.kit.row_table import RowTable
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.session import Session

_CASE, _WHO = 3, 4
_ROOMY = {_CASE: 560, _WHO: 700}
"""The width at 100 % that the table needs before it has room for a column."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What a look at the log brought."""

    numbers: Sequence[int]
    counts: Mapping[Among, int]
    people: Sequence[str]
    names: DeskNames


class ActivityPage(QWidget):
    """The log. `shown` and `checked` tell that the list or the check is ready, `exported` a file.

    `case_wanted` carries the case of a row; `closed` tells to go back.
    """

    shown = Signal()
    checked = Signal()
    exported = Signal(object)
    case_wanted = Signal(str)
    closed = Signal()

    def __init__(
        self, session: Session, actions: Actions, pack: Pack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._pack = session, pack
        self._pages = LinePages(session.reader, ())
        self._names = DeskNames()
        self._asked = 0
        self._checked_on: date | None = None
        self._header = PageHeader(
            _("Activity log"),
            _("What was done on this computer, and never what was written"),
            back=True,
        )
        self.export_button = Button(_("Export"), icon="download")
        self._header.add(self.export_button)
        self.notices = Notices()
        self.filters = FilterRow()
        self.table = RowTable(columns(), name=_("Activity log"), height=HEIGHT, arrow=False)
        self.nothing = _Nothing()
        self.foot = CheckFoot()
        self._lay_out()
        self._connect(actions)

    def save_table(self, path: Path) -> None:
        """Write what is looked at into a file; `exported` or a notice follows."""
        filters, pack = self.filters.filters(self._session.today), self._pack
        self._session.compute(
            lambda connection: table_file.save(connection, filters, pack, path),
            self,
            lambda count: self._note_export(path, count),
            self.notices.refuse,
        )

    def check(self) -> None:
        """Read the whole log and say whether it is unbroken; `checked` follows."""
        self._checked_on = self._session.today
        self.foot.begin()
        self._session.compute(activity.check, self, self._on_checked, self._on_check_failed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        if self._checked_on != self._session.today:
            self.check()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, needed in _ROOMY.items():
            self.table.setColumnHidden(column, self.width() - 48 < look().px(needed))

    def refresh(self) -> None:
        """Read anew what is looked at; only the answer to the last question counts."""
        self._asked += 1
        asked, filters = self._asked, self.filters.filters(self._session.today)

        def look_up(connection: Connection) -> _Found:
            return _look_up(connection, filters)

        def show(found: _Found) -> None:
            if asked == self._asked:
                self._show(found)

        self._session.compute(look_up, self, show, self.notices.refuse)

    def _show(self, found: _Found) -> None:
        self._names = found.names
        self.filters.show_counts(found.counts, found.people)
        here, place = self.table.here, self.table.verticalScrollBar().value()
        self._pages = LinePages(self._session.reader, found.numbers)
        self.table.show_source(len(found.numbers), self._row)
        if here and int(here) in self._pages.numbers:
            self.table.go(self._pages.numbers.index(int(here)))
            self.table.verticalScrollBar().setValue(place)
        self.nothing.all.setVisible(not self.filters.is_wide_open)
        self.export_button.setEnabled(bool(found.numbers))
        self._views.setCurrentWidget(self.table if found.numbers else self.nothing)
        self.shown.emit()

    def _row(self, place: int) -> tuple[str, Sequence[RowCell]]:
        line = self._pages.line(place)
        shown = cells(line, self._session.today, self._names, self._pack) if line else ()
        return str(self._pages.numbers[place]), shown

    def _note_export(self, path: Path, count: int) -> None:
        author, at = self._session.author, self._session.clock()
        deed = Deed(Kind.EXPORTED, says={"what": "activity_log", "lines": count})
        self._session.write(
            lambda connection: activity.note(connection, deed, author, at),
            self,
            lambda _nothing: self._on_exported(path, count),
            self.notices.refuse,
            about=None,
        )

    def _on_exported(self, path: Path, count: int) -> None:
        words = ngettext("{count} line is saved.", "{count} lines are saved.", count)
        warning = _("It is not encrypted: whoever finds the file can read it.")
        self.notices.say(words.format(count=count), warning)
        self.refresh()
        self.exported.emit(path)

    def _on_opened(self, row: str) -> None:
        """A row of a case leads to it, as long as the case is here."""
        found = activity.lines(self._session.reader, [int(row)])
        if found and found[0].case_id and self._session.case(found[0].case_id).changes:
            self.case_wanted.emit(found[0].case_id)

    def _on_checked(self, found: Unbroken | Broken) -> None:
        self.foot.end(found, self._session.clock())
        self.checked.emit()

    def _on_check_failed(self, refusal: AppError) -> None:
        self.foot.button.setEnabled(True)
        self.notices.refuse(refusal)

    def _on_export_asked(self) -> None:
        dialog = QFileDialog(self, _("Export"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("Table (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(table_file.NAME)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, path: str) -> None:
        self.save_table(Path(path))

    def _connect(self, actions: Actions) -> None:
        self._header.hide_asked.connect(actions["hide"].trigger)
        self._header.back_asked.connect(self.closed)
        self.export_button.clicked.connect(self._on_export_asked)
        self.filters.changed.connect(self.refresh)
        self.nothing.all.clicked.connect(self.filters.show_all)
        self.table.opened.connect(self._on_opened)
        self.foot.asked.connect(self.check)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        body = QVBoxLayout()
        body.setContentsMargins(24, 0, 24, 24)
        body.setSpacing(12)
        body.addWidget(self.notices)
        body.addWidget(self.filters)
        ground = Card(padded=False)
        self._views = QStackedWidget()
        for view in (self.table, self.nothing):
            self._views.addWidget(view)
        ground.body.addWidget(self._views)
        body.addWidget(ground, 1)
        body.addWidget(self.foot)
        whole.addLayout(body, 1)
        follow_layout(self)


class _Nothing(EmptyState):
    """No line fits what is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Nothing was done"),
            _("Nothing of this kind is noted for this time and person."),
            parent=parent,
        )
        self.all = Button(_("Show everything"))
        self.buttons.addWidget(self.all)


def _look_up(connection: Connection, filters: Filters) -> _Found:
    return _Found(
        activity.numbers(connection, filters),
        activity.counts(connection, filters),
        activity.people(connection),
        desk_names.read(connection),
    )
