"""The part of the form that puts an appointment into a calendar outside these notes.

A calendar is no vault: the title is one that anybody may see, the place only goes along when a
person ticks it.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.agenda import saving_entry
from assistance_desktop.ui.agenda.covers import covers
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.switch import TickBox
from assistance_desktop.ui.kit.words import Words

_OWN = "own"


class CalendarPart(QWidget):
    """Title, tick and button. `path_chosen` tells where the entry is to go.

    `allows` says whether a title gives nobody away; `is_ready` whether the appointment is whole.
    """

    path_chosen = Signal(object)
    changed = Signal()

    def __init__(
        self,
        cover: str,
        allows: Callable[[str], bool],
        is_ready: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._allows, self._is_ready = allows, is_ready
        offered = covers()
        titles = [value for value, _words in offered]
        chosen = cover if cover in titles or not cover else _OWN
        self.title_field = ComboField(
            _("Title in the calendar"), [*offered, (_OWN, _("Own words"))], chosen or titles[0]
        )
        self.own = LineField(_("Own words"), cover if chosen == _OWN else "")
        self.own.is_loose = True  # words that give somebody away become no title, but are not lost
        self.place = TickBox(_("Put the place in too"))
        self.save_button = Button(_("Save to calendar"), icon="calendar")
        self._lay_out()
        self.own.setVisible(chosen == _OWN)
        self.title_field.changed.connect(self._on_title_chosen)
        self.own.finished.connect(self._check)
        self.save_button.clicked.connect(self._on_save)

    @property
    def title(self) -> str:
        """The title as it stands; "" when own words are wanted and there are none."""
        return self.own.text if self.title_field.value == _OWN else self.title_field.value

    @property
    def cover(self) -> str:
        """The title to keep: "" when it would give somebody away."""
        return self.title if self.title and self._allows(self.title) else ""

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Words(_("In a calendar"), "head"))
        said = _(
            "A calendar is outside these notes. Phones, colleagues and other programs can read it."
            " So it gets a title that anybody may see, and nothing about the person."
        )
        column.addWidget(Words(said, "small", "text_2"))
        for part in (self.title_field, self.own, self.place):
            column.addWidget(part)
        column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_title_chosen(self) -> None:
        own = self.title_field.value == _OWN
        self.own.setVisible(own)
        if own:
            self.own.edit.setFocus()
        self.changed.emit()

    def _check(self) -> bool:
        """Whether the title may leave; says why not."""
        if not self.title:
            self.own.show_error(_("Write a title, or choose one."))
        elif not self._allows(self.title):
            self.own.show_error(
                _("These words could give somebody away: a number, a name, or words of this case.")
            )
        else:
            self.own.show_error("")
        self.changed.emit()
        return not self.own.error

    def _on_save(self) -> None:
        if self._check() and self._is_ready():
            saving_entry.ask_path(self, self._on_path)

    def _on_path(self, path: Path) -> None:
        self.path_chosen.emit(path)
