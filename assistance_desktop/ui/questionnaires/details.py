"""One version of a questionnaire: its figures, what to look at in it, and what can be done."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage.questionnaires import Entry, State
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.figures import Figures
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.questionnaires.deeds import Deeds
from assistance_desktop.ui.questionnaires.examining import Examined
from assistance_desktop.ui.questionnaires.findings_table import FindingsTable

_PATIENCE_MS = 300
"""How long a look into a version may last before the card says that it runs."""


class DetailsCard(Card):
    """Shows a version; `blank_asked` tells that its blank form is wanted, `deeds` the rest."""

    blank_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padded=False, parent=parent)
        self._title = Words("", bold=True)
        self._file = Words("", "small", "text_3")
        self.blank = Button(_("Blank form"), icon="printer", size="small")
        self.blank.clicked.connect(self.blank_asked)
        self._figures = Figures()
        self.table = FindingsTable()
        self._nothing = QWidget()
        said = QVBoxLayout(self._nothing)
        said.setContentsMargins(16, 16, 16, 16)
        said.addWidget(Words(_("There is nothing to look at."), tone="text_2"))
        self._looking = Banner(_("Looking into this version"), icon="hourglass")
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._looking.show)
        self._reason = Banner("", "amber", bold=True)
        self._hint = Words("", "small")
        self._reason.stack.addWidget(self._hint)
        self._harmless = Banner(
            _("The file was read without running anything in it."), icon="shield"
        )
        self.deeds = Deeds()
        self._lay_out()

    def show_entry(self, entry: Entry, *, is_office: bool, is_intake: bool) -> None:
        """Show a version that is not examined yet."""
        title = entry.title or entry.form
        named = _("{title}, version {version}").format(title=title, version=entry.version)
        self._title.say(named if entry.version else title)
        self._file.say(entry.file)
        self._figures.show_figures([_questions(entry.questions)])
        self._nothing.hide()
        self.table.hide()
        self._looking.hide()
        self._patience.start()
        self._reason.hide()
        self._harmless.setVisible(bool(entry.file))
        self.deeds.show_entry(entry, is_office=is_office, is_intake=is_intake)

    def show_examined(self, entry: Entry, found: Examined, *, is_office: bool) -> None:
        """Show what was found in the version that is shown."""
        self._patience.stop()
        self._looking.hide()
        self._figures.show_figures(list(_figures(entry, found)))
        self.table.show_findings(found.findings)
        self.table.setVisible(bool(found.findings))
        self._nothing.setVisible(not found.findings)
        obstacle = found.obstacle if entry.state is not State.PUBLISHED and is_office else None
        self.deeds.allow(found.obstacle)
        self._reason.setVisible(obstacle is not None)
        self._harmless.setVisible(bool(entry.file) and obstacle is None)
        if obstacle is not None:
            self._reason.say(obstacle.plain)
            self._hint.say(obstacle.hint)

    def _lay_out(self) -> None:
        self.header.addWidget(self._title)
        self.header.addWidget(self._file, 1)
        self.header.addWidget(self.blank)
        scroll = Scroll(_("This version"), least=360)
        for part in (self._figures, Rule()):
            scroll.body.addWidget(part)
        scroll.body.addWidget(self.table, 100)
        scroll.body.addWidget(self._nothing)
        scroll.body.addStretch(1)
        notes = QVBoxLayout()
        notes.setContentsMargins(16, 12, 16, 12)
        notes.setSpacing(8)
        for hidden in (self._looking, self._reason):
            notes.addWidget(hidden)
            hidden.hide()
        notes.addWidget(self._harmless)
        scroll.body.addLayout(notes)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(Rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.addWidget(self.deeds)
        self.body.addLayout(foot)


def _figures(entry: Entry, found: Examined) -> Iterator[tuple[int, str]]:
    yield _questions(entry.questions)
    if found.sections:
        yield found.sections, ngettext("section", "sections", found.sections)
    yield found.languages, ngettext("language", "languages", found.languages)
    if found.differences is not None:
        new, gone = len(found.differences.new), len(found.differences.gone)
        yield new, ngettext("new question", "new questions", new)
        yield gone, _("renamed or lost")


def _questions(count: int) -> tuple[int, str]:
    return count, ngettext("question", "questions", count)
