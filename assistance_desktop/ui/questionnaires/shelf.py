"""The list of questionnaires: in use, loaded and not in use, and those of before.

One version is always chosen; the arrow keys go from row to row.
"""

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage.questionnaires import Entry, State
from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.ground import Ground
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.questionnaires.examiner import Key
from assistance_desktop.ui.questionnaires.examining import Examined
from assistance_desktop.ui.questionnaires.standing import Standing
from assistance_desktop.ui.questionnaires.succession import say_day
from assistance_desktop.ui.session import HELSINKI


class ShelfCard(Card):
    """The versions of this desk. `chosen` tells the form and version of the row chosen by hand."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("In use"), padded=False, parent=parent)
        self.rows: dict[Key, Row] = {}
        self._chips: dict[Key, Chip] = {}
        self._list = Scroll(_("Questionnaires"), least=200)
        self.body.addWidget(self._list)
        self._group = QButtonGroup(self)

    def show_standing(self, standing: Standing, today: date) -> None:
        """Show these versions; the one that was chosen stays so."""
        before = next((key for key, row in self.rows.items() if row.isChecked()), None)
        focused = any(row.hasFocus() for row in self.rows.values())
        self._group = QButtonGroup(self)
        self.rows.clear()
        self._chips.clear()
        self._list.clear()
        self._add(standing.in_use, today)
        if not standing.in_use:
            self._say(_("None yet."))
        if standing.loaded or standing.is_office:
            self._head(_("Loaded, not in use"))
            self._add(standing.loaded, today)
        if standing.is_office and not standing.loaded:
            self._say(_("Load a workbook, or drop one here."))
        if standing.former:
            self._head(_("In use before"))
            self._add(standing.former, today)
        self._list.body.addStretch(1)
        if before in self.rows:
            self.pick(*before, focused=focused)

    def pick(self, form: str, version: str, *, focused: bool = False) -> None:
        """Mark a version as chosen."""
        row = self.rows[form, version]
        row.setChecked(True)
        self._list.body.activate()
        self._list.ensureWidgetVisible(row)
        if focused:
            row.setFocus()

    def show_examined(self, form: str, version: str, found: Examined) -> None:
        """Say beside a loaded version how much there is to look at."""
        chip = self._chips.get((form, version))
        count = found.to_look_at
        if chip is not None and count:
            words = ngettext("{count} to look at", "{count} to look at", count)
            chip.show_state(words.format(count=count), "amber", "alert")
        elif chip is not None:
            chip.show_state(_("Draft"))
        if chip is not None:
            self.rows[form, version].updateGeometry()  # a wider chip leaves the words more lines

    def _head(self, title: str) -> None:
        band = Ground("window")
        line = QHBoxLayout(band)
        line.setContentsMargins(16, 0, 16, 0)
        line.addStrut(look().px(46))
        line.addWidget(Words(title, bold=True))
        for each in (Rule(), band, Rule()):
            self._list.body.addWidget(each)

    def _say(self, words: str) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(16, 16, 16, 16)
        line.addWidget(Words(words, tone="text_2"))
        holder = QWidget()
        holder.setLayout(line)
        self._list.body.addWidget(holder)

    def _add(self, entries: Iterable[Entry], today: date) -> None:
        for number, entry in enumerate(entries):
            title, line = entry.title or entry.form, _line(entry, today)
            row = Row(title, line, icon="form", tone="", chooses=True, first=number == 0)
            self._group.addButton(row)
            self.rows[entry.form, entry.version] = row
            row.clicked.connect(partial(self._on_clicked, entry))
            if (chip := _chip(entry)) is not None:
                row.end.addWidget(chip)
            if chip is not None and entry.state is State.LOADED:
                self._chips[entry.form, entry.version] = chip
            self._list.body.addWidget(row)

    def _on_clicked(self, entry: Entry) -> None:
        self.chosen.emit(entry.form, entry.version)


def _line(entry: Entry, today: date) -> str:
    if entry.state is State.LOADED:
        day = say_day(entry.loaded_at.astimezone(HELSINKI).date(), today)
        words = (
            _("Version {version}, loaded {day}") if entry.version else _("No version, loaded {day}")
        )
        return words.format(version=entry.version, day=day)
    words = ngettext(
        "Version {version}, {count} question",
        "Version {version}, {count} questions",
        entry.questions,
    )
    return words.format(version=entry.version, count=entry.questions)


def _chip(entry: Entry) -> Chip | None:
    if entry.state is State.PUBLISHED:
        return Chip(_("Published"), "accent", icon="check")
    if entry.state is State.LOADED:
        return Chip(_("Draft"))
    return None
