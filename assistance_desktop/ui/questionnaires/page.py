# ruff: noqa: D102 - Qt documents the methods that it calls
"""The questionnaires page: what is asked, which version of it is in use, and what comes next.

Everybody may look, try out and print; only the office loads and publishes. A version in use
never changes: open cases stay with theirs.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.questionnaires import Entry, State
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.dialog import Dialog
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.kit.two_columns import TwoColumns
from assistance_desktop.ui.questionnaire import Questionnaire
from assistance_desktop.ui.questionnaires import arriving, standing
from assistance_desktop.ui.questionnaires.asking import ask_withdrawal
from assistance_desktop.ui.questionnaires.details import DetailsCard
from assistance_desktop.ui.questionnaires.examiner import Examiner
from assistance_desktop.ui.questionnaires.examining import Needs
from assistance_desktop.ui.questionnaires.shelf import ShelfCard
from assistance_desktop.ui.questionnaires.shelving import Shelving
from assistance_desktop.ui.questionnaires.standing import Standing
from assistance_desktop.ui.session import Session

_PATIENCE_MS = 300
"""How long a file may be read before the page says that it is."""


class QuestionnairesPage(QWidget):
    """The versions of every questionnaire, and one of them in detail.

    `tried` carries the Questionnaire that a person wants to try out, `blank_wanted` the one whose
    blank form is wanted; `shown` tells that the list was read again, `examined` that the version
    shown was looked into, `changed` that something was loaded, published or taken away; `closed`
    that the person goes back.
    """

    tried = Signal(object)
    blank_wanted = Signal(object)
    shown = Signal()
    examined = Signal()
    changed = Signal()
    closed = Signal()

    def __init__(
        self, session: Session, actions: Actions, content: Content, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._content, self._hide = session, content, actions["hide"]
        self.standing: Standing | None = None
        self.entry: Entry | None = None
        self.dialog: Dialog | None = None
        self._stale = True
        self._file = ""
        self._opened = self.tried
        self._header = PageHeader(_("Questionnaires"), back=True)
        self.load_button = Button(_("Load a workbook"), icon="download")
        self.notices = Notices()
        self._working = Banner("", icon="hourglass")
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self.shelf, self.details = ShelfCard(), DetailsCard()
        needs = Needs(content.intake.id, content.pack.questions)
        self._examiner = Examiner(session, needs, self)
        self._shelving = Shelving(session, content, self)
        self._lay_out()
        self._connect()

    def load(self, path: Path) -> None:
        """Load a workbook; `changed` or a notice follows, and then nothing has changed."""
        self._file = path.name
        self.notices.clear()
        self.load_button.setEnabled(False)
        self._working.say(_("Reading {file}").format(file=path.name))
        self._patience.start()
        self._shelving.load(path)

    def pick(self, form: str, version: str) -> None:
        """Show one version in detail; `examined` follows."""
        entry = self.standing.find(form, version) if self.standing else None
        if entry is None or self.standing is None:
            return
        self.entry = entry
        self.shelf.pick(form, version)
        is_intake = form == self._content.intake.id
        self.details.show_entry(entry, is_office=self.standing.is_office, is_intake=is_intake)
        if self._examiner.found(entry) is None:
            self._examiner.want(entry)
        else:
            self._on_examined(form, version)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if arriving.dropped(event.mimeData()) is not None and self.load_button.isEnabled():
            event.acceptProposedAction()
            self.shelf.set_chosen(True, tinted=False)

    def dragLeaveEvent(self, _event: object) -> None:
        self.shelf.set_chosen(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.shelf.set_chosen(False)
        path = arriving.dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.load(path)

    def _refresh(self) -> None:
        self._stale = False
        self._session.compute(standing.read, self, self._show_standing, self._on_refused)

    def _show_standing(self, found: Standing) -> None:
        if found != self.standing:
            self.standing = found
            self._header.say(_("Questionnaires"), standing.who_changes(found))
            self.load_button.setVisible(found.is_office)
            self.setAcceptDrops(found.is_office)
            self.shelf.show_standing(found, self._session.today)
            self._show_known(found)
        self.shown.emit()

    def _show_known(self, found: Standing) -> None:
        """The version chosen before, as it is now, else the first that waits for a look."""
        kept = found.find(self.entry.form, self.entry.version) if self.entry else None
        self.entry = kept or next(found.entries(), None)
        self.details.setVisible(self.entry is not None)
        if self.entry is not None:
            self.pick(self.entry.form, self.entry.version)
        for entry in found.loaded:
            known = self._examiner.found(entry)
            if known is not None:
                self.shelf.show_examined(entry.form, entry.version, known)
        self._examiner.want_all(found.loaded)

    def _on_examined(self, form: str, version: str) -> None:
        entry = self.standing.find(form, version) if self.standing else None
        found = self._examiner.found(entry) if entry is not None else None
        if entry is None or found is None or self.standing is None:
            return
        self.shelf.show_examined(form, version, found)
        if entry == self.entry:
            self.details.show_examined(entry, found, is_office=self.standing.is_office)
            self.examined.emit()

    def _on_changed(self, _case_id: str) -> None:
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def _on_loaded(self, entry: Entry) -> None:
        waits = _("{title} is loaded. It is in use when you publish it.")
        is_new = entry.state is State.LOADED
        self._on_shelved(waits if is_new else _("This file is here already."), entry)

    def _on_shelved(self, words: str, entry: Entry) -> None:
        """Something happened to a version: it is shown and looked into anew."""
        self._end()
        self._examiner.forget(entry)
        self.entry, self.standing = entry, None
        self._refresh()
        Toast(self, words.format(title=entry.title or entry.form, version=entry.version)).appear()
        self.changed.emit()

    def _end(self) -> None:
        self._patience.stop()
        self._working.hide()
        self.load_button.setEnabled(True)

    def _on_refused(self, refusal: AppError) -> None:
        self._end()
        self.notices.refuse(arriving.with_place(refusal, self._file) if self._file else refusal)
        self._file = ""

    def _on_opened(self, questionnaire: Questionnaire) -> None:
        self._opened.emit(questionnaire)

    def _open_for(self, told: SignalInstance) -> None:
        if self.entry is not None:
            self._opened = told
            self._shelving.open(self.entry)

    def _on_publish_asked(self) -> None:
        if self.entry is not None:
            self.notices.clear()
            self.details.deeds.publish.setEnabled(False)
            self._shelving.publish(self.entry)

    def _on_remove_asked(self) -> None:
        if self.entry is not None:
            self._shelving.remove(self.entry)

    def _on_withdraw_asked(self) -> None:
        """Ask first: workers will miss it at once."""
        entry = self.entry
        if entry is None:
            return
        dialog = ask_withdrawal(self.window(), entry)
        dialog.agreed.connect(lambda: self._shelving.withdraw(entry))
        dialog.hide_asked.connect(self._hide.trigger)
        self.dialog = dialog
        dialog.open_now()

    def _on_load_asked(self) -> None:
        kinds = " ".join(f"*.{kind}" for kind in arriving.KINDS)
        names = _("Questionnaires ({kinds});;All files (*)").format(kinds=kinds)
        path, _kind = QFileDialog.getOpenFileName(self, _("Which workbook?"), "", names)
        if path:
            self.load(Path(path))

    def _connect(self) -> None:
        self._header.hide_asked.connect(self._hide.trigger)
        self._header.back_asked.connect(self.closed)
        self.load_button.clicked.connect(self._on_load_asked)
        self._patience.timeout.connect(self._working.show)
        self._session.changed.connect(self._on_changed)
        self.shelf.chosen.connect(self.pick)
        self._examiner.examined.connect(self._on_examined)
        self.details.blank_asked.connect(lambda: self._open_for(self.blank_wanted))
        deeds, shelving = self.details.deeds, self._shelving
        deeds.try_asked.connect(lambda: self._open_for(self.tried))
        deeds.publish_asked.connect(self._on_publish_asked)
        deeds.remove_asked.connect(self._on_remove_asked)
        deeds.withdraw_asked.connect(self._on_withdraw_asked)
        shelving.loaded.connect(self._on_loaded)
        shelving.opened.connect(self._on_opened)
        shelving.refused.connect(self._on_refused)
        for happened, words in (
            (shelving.published, _("Version {version} of {title} is in use now.")),
            (shelving.withdrawn, _("{title} is out of use.")),
            (shelving.removed, _("{title}, version {version}, is removed.")),
        ):
            happened.connect(partial(self._on_shelved, words))

    def _lay_out(self) -> None:
        self._header.add(self.load_button)
        self.load_button.hide()
        columns = TwoColumns(aside=400, least=960, gap=24, leading=True)
        columns.first.addWidget(self.shelf)
        columns.second.addWidget(self.details)
        self.details.hide()
        scroll = Scroll(_("Questionnaires"))
        scroll.body.setContentsMargins(24, 0, 24, 24)
        scroll.body.setSpacing(16)
        scroll.body.addWidget(self.notices)
        scroll.body.addWidget(self._working)
        self._working.hide()
        scroll.body.addWidget(columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(scroll, 1)
