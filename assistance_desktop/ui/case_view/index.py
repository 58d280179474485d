"""What a case was asked: a field to find an answer, its sections, its other questionnaires."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.cases.case import INTAKE
from assistance_desktop.i18n import _
from assistance_desktop.ui.case_view.differing import DIFFERING
from assistance_desktop.ui.case_view.filled import Filled, history_line, newer_line
from assistance_desktop.ui.case_view.questions import Section
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.contents import Contents, ContentsRow
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.menu import Menu
from assistance_desktop.ui.kit.scroll import Scroll, empty
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words

_WIDTH = 216


class Index(QWidget):
    """The left column. `went` carries a record and the path of a section in it.

    `sought` carries what was typed, `asking_wanted` the record to go on asking, and
    `another_wanted` the questionnaire to begin.
    """

    went = Signal(str, str)
    sought = Signal(str)
    asking_wanted = Signal(str)
    another_wanted = Signal(object)

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setFixedWidth(look().px(_WIDTH))
        self.search = LineField("", hint=_("Find an answer"), icon="search")
        self.search.changed.connect(lambda: self.sought.emit(self.search.text))
        self.contents = Contents(_("Sections and questionnaires"))
        self.contents.went.connect(self._on_went)
        self._places: dict[str, tuple[str, str]] = {}
        self._under = QVBoxLayout()
        self._under.setContentsMargins(12, 6, 12, 0)
        self._under.setSpacing(6)
        self.menu = Menu(self)
        self.another = Button(_("Another questionnaire"), "quiet", size="small")
        self.another.clicked.connect(self._on_another)
        self._lay_out()

    def show_all(self, filled: Sequence[Filled], here: str) -> None:
        """List what was filled in; the sections of the one in the record `here` are open."""
        self.contents.clear()
        self._places.clear()
        for at, one in enumerate(filled):
            if at == 1:
                self.contents.add_rule()
            if one.record == INTAKE:
                self._add_sections(one, inner=False)
                continue
            number = str(one.done) if one.done else ""
            self._add(one.record, one.record, "", _row(one.title, number, differs=one.differs))
            if one.record == here and len(one.sections) > 1:
                self._add_sections(one, inner=True)
        shown = next((one for one in filled if one.record == here), None)
        self._show_under(shown)
        self.show_offered()

    def show_offered(self) -> None:
        """Offer to begin another questionnaire, if there is one."""
        self.another.setVisible(bool(self._content.others))

    def go(self, record: str, path: str) -> None:
        """Show which section is looked at."""
        place = f"{record}#{path}"
        self.contents.go(place if place in self._places else record)

    def clear(self) -> None:
        """List nothing, for another case."""
        self.search.set_text("")
        self.show_all((), "")

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.search)
        scroll = Scroll(_("Sections and questionnaires"))
        scroll.body.addWidget(self.contents)
        scroll.body.addLayout(self._under)
        scroll.body.addSpacing(8)
        scroll.body.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        scroll.body.addStretch(1)
        whole.addWidget(scroll, 1)

    def _add_sections(self, filled: Filled, *, inner: bool) -> None:
        for section in filled.sections:
            number = f"{section.done}/{len(section.items)}" if section.items else ""
            row = _row(section.title, number, differs=section.differs, inner=inner, of=section)
            place = f"{filled.record}#{section.path}"
            self._add(place, filled.record, section.path, row)

    def _add(self, place: str, record: str, path: str, row: ContentsRow) -> None:
        self._places[place] = (record, path)
        self.contents.add(place, row)

    def _show_under(self, filled: Filled | None) -> None:
        """What version it is and when it was filled in; what a newer one asks besides."""
        empty(self._under)
        if filled is None or filled.record == DIFFERING:
            return
        self._under.addWidget(Words(history_line(filled), "small", "text_3"))
        if filled.is_lacking:
            said = _("This computer does not have that version.")
            self._under.addWidget(Words(said, "small", "amber_text"))
        if filled.newer is not None:
            self._under.addWidget(Words(newer_line(filled.newer), "small", "accent_text"))
        if filled.newer is not None or (filled.record != INTAKE and not filled.is_foreign):
            button = Button(_("Go on asking"), icon="pencil", size="small")
            name = _("Go on asking: {questionnaire}").format(questionnaire=filled.title)
            button.setAccessibleName(name)
            button.clicked.connect(partial(self.asking_wanted.emit, filled.record))
            self._under.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_went(self, place: str) -> None:
        self.went.emit(*self._places[place])

    def _on_another(self) -> None:
        self.menu.clear()
        for one in self._content.others:
            self.menu.offer(one.title, partial(self.another_wanted.emit, one), icon="form")
        self.menu.popup(self.another.mapToGlobal(QPoint(0, self.another.height() + 4)))
        if actions := self.menu.actions():
            self.menu.setActiveAction(actions[0])


def _row(
    title: str, number: str, *, differs: bool, inner: bool = False, of: Section | None = None
) -> ContentsRow:
    if of is not None and of.items:
        spoken = _("{done} of {count} answered").format(done=of.done, count=len(of.items))
    else:
        spoken = _("{count} answered").format(count=number) if number else ""
    if differs:
        compared = _("Being compared")  # not inside the f-string: extraction would miss it
        spoken = f"{spoken}, {compared}".removeprefix(", ")
    icon = "both" if differs else ""
    return ContentsRow(title, number, icon=icon, inner=inner, spoken=spoken)
