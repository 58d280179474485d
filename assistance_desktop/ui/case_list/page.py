# ruff: noqa: D102 - Qt documents the methods that it calls
"""The cases: the open ones, or those that a word or a filter finds; a row opens the case.

Only ids are read for the whole list and rows for what is in sight. A change of a case is shown
where one stands, without losing the row or the place.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _, show_number
from assistance_desktop.storage import search
from assistance_desktop.storage.search import Among, Counts
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.case_list.cells import cells, columns
from assistance_desktop.ui.case_list.empties import NothingFound, NothingYet
from assistance_desktop.ui.case_list.pages import CasePages
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.chip import FilterChip
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.kit.row_cell import RowCell
from assistance_desktop.ui.kit.row_table import RowTable
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import Session

_WORKER, _SYNC = 1, 4
_ROOMY = {_WORKER: 860, _SYNC: 760}
"""The width at 100 % that the list needs before it has room for a column."""


class CaseListPage(QWidget):
    """The list of cases. `opened` tells which one; `intake_wanted` that a new one is to begin."""

    opened = Signal(str)
    intake_wanted = Signal()

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._pages = CasePages(session.reader, ())
        self._asked = 0
        self._stale = True
        self._counts = Counts(0, 0, 0, 0, 0)
        self.new_button = Button(_("New intake"), "primary", icon="plus")
        self.header = PageHeader(_("Cases"))
        self.header.add(self.new_button)
        self.search = LineField(
            "",
            hint=_("Search any word, name or case number"),
            icon="search",
            key="Ctrl K",
            name=_("Search cases"),
        )
        self.chips = {
            Among.OPEN: FilterChip(_("Open cases"), 0),
            Among.ATTENTION: FilterChip(_("Needs attention"), 0),
            Among.UNSENT: FilterChip(_("Not sent"), 0),
            Among.CLOSED: FilterChip(_("Closed"), 0),
        }
        self.table = RowTable(columns(), name=_("Cases"))
        self.notices = QVBoxLayout()
        self._lay_out()
        self._connect()

    @property
    def among(self) -> Among:
        """The filter that is on."""
        return next(sort for sort, chip in self.chips.items() if chip.isChecked())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, needed in _ROOMY.items():
            self.table.setColumnHidden(column, self.width() - 48 < look().px(needed))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search into the list, Esc takes the search away."""
        if watched is self.search.edit and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Down and self._pages.ids:
                self._enter_table()
                return True
            if pressed and event.key() == Qt.Key.Key_Escape and self.search.text:
                self._show_all()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        body = QVBoxLayout()
        body.setContentsMargins(24, 0, 24, 24)
        body.setSpacing(16)
        self.notices.setSpacing(8)
        body.addLayout(self.notices)
        self.tools = self._make_tools()
        body.addWidget(self.tools)
        self.ground = Card(padded=False)
        self.views = QStackedWidget()
        self.nothing_yet, self.nothing_found = NothingYet(), NothingFound()
        for view in (self.table, self.nothing_yet, self.nothing_found):
            self.views.addWidget(view)
        self.ground.body.addWidget(self.views)
        body.addWidget(self.ground, 1)
        self.more = Words("", "small", "text_2")
        self.more.hide()
        body.addWidget(self.more)
        whole.addLayout(body, 1)

    def _make_tools(self) -> QWidget:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        self._sorts = QButtonGroup(self)
        for chip in self.chips.values():
            self._sorts.addButton(chip)
            row.addWidget(chip)
        self.chips[Among.OPEN].setChecked(True)
        return tools

    def _connect(self) -> None:
        self.header.hide_asked.connect(self._actions["hide"].trigger)
        self.new_button.clicked.connect(self.intake_wanted)
        self.nothing_yet.intake_asked.connect(self.intake_wanted)
        self.nothing_yet.bundle_asked.connect(self._actions["sync"].trigger)
        self.nothing_found.all_asked.connect(self._show_all)
        self.nothing_found.closed_asked.connect(self._on_closed_asked)
        self.search.changed.connect(self._find_cases)
        self.search.edit.installEventFilter(self)
        self.search.edit.returnPressed.connect(self._on_search_entered)
        self._sorts.buttonClicked.connect(self._on_sort_chosen)
        self.table.opened.connect(self.opened)
        self._actions["search"].triggered.connect(self._on_search_wanted)
        self._session.changed.connect(self._on_changed)

    def _refresh(self) -> None:
        """Count the cases anew and find them anew."""
        self._stale = False
        self._counts = search.count(self._session.reader, self._session.today)
        self._show_counts(self._counts)
        self._find_cases()

    def _find_cases(self) -> None:
        """Find the cases; words are looked for beside the window."""
        self._asked += 1
        asked, words = self._asked, self.search.text
        among, today = self.among, self._session.today
        if not words:
            self._show(*_find(self._session.reader, "", among, today))
            return

        def show(found: tuple[Sequence[str], int]) -> None:
            if asked == self._asked:
                self._show(*found)

        self._session.compute(
            lambda connection: _find(connection, words, among, today),
            self,
            show,
            self._on_failed,
        )

    def _show(self, ids: Sequence[str], closed: int) -> None:
        """Show these cases; when there is none, how many closed ones would fit."""
        here, place = self.table.here, self.table.verticalScrollBar().value()
        self._pages = CasePages(self._session.reader, ids)
        self.table.show_source(len(ids), self._row)
        if here in self._pages.ids:
            self.table.go(self._pages.ids.index(here))
            self.table.verticalScrollBar().setValue(place)
        self._say_whether_more(len(ids))
        if ids:
            self.views.setCurrentWidget(self.table)
        else:
            self.nothing_found.offer_closed(closed)
            self.nothing_found.all.setVisible(
                self.among is not Among.OPEN or bool(self.search.text)
            )
            empty = self.nothing_found if self._counts.whole else self.nothing_yet
            self.views.setCurrentWidget(empty)

    def _say_whether_more(self, shown: int) -> None:
        """Say that words find more cases than stand in the list."""
        words = _("The first {count} cases are shown. Type more letters to find fewer.")
        self.more.say(words.format(count=show_number(search.MOST)))
        self.more.setVisible(bool(self.search.text) and shown >= search.MOST)

    def _show_counts(self, counts: Counts) -> None:
        self.chips[Among.OPEN].say(_("Open cases"), counts.open)
        self.chips[Among.ATTENTION].say(_("Needs attention"), counts.attention)
        self.chips[Among.UNSENT].say(_("Not sent"), counts.unsent)
        self.chips[Among.CLOSED].say(_("Closed"), counts.closed)
        self.chips[Among.CLOSED].setVisible(bool(counts.closed) or self.among is Among.CLOSED)
        self.tools.setVisible(bool(counts.whole))
        self.new_button.setVisible(bool(counts.whole))

    def _row(self, place: int) -> tuple[str, Sequence[RowCell]]:
        row = self._pages.row(place)
        shown = cells(row, self._session.today) if row else ()
        return self._pages.ids[place], shown

    def _enter_table(self) -> None:
        if not self.table.here:
            self.table.go(0)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_all(self) -> None:
        self.search.set_text("")
        self.chips[Among.OPEN].setChecked(True)
        self._refresh()
        self.search.setFocus()

    def _on_closed_asked(self) -> None:
        self.chips[Among.CLOSED].setChecked(True)
        self._refresh()
        self._enter_table()

    def _on_search_wanted(self) -> None:
        if self.isVisible():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.edit.selectAll()

    def _on_search_entered(self) -> None:
        """Enter opens the case when the search leaves just one."""
        if len(self._pages.ids) == 1:
            self.opened.emit(self._pages.ids[0])
        elif self._pages.ids:
            self._enter_table()

    def _on_sort_chosen(self) -> None:
        self._refresh()

    def _on_changed(self, _case_id: str) -> None:
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def _on_failed(self, refusal: AppError) -> None:
        notice = Notice(refusal.problem, refusal.hint, "amber")
        notice.closed.connect(notice.deleteLater)
        self.notices.addWidget(notice)
        notice.announce()


def _find(
    connection: Connection, words: str, among: Among, today: date
) -> tuple[Sequence[str], int]:
    """The cases that fit, and how many closed ones do when no open one does."""
    found = search.find(connection, words, among, today)
    closed = among is Among.OPEN and not found
    return found, len(search.find(connection, words, Among.CLOSED, today)) if closed else 0
