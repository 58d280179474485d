"""Adding a file to a case: what it is, whether the original is evidence, and how far it is.

A title that was typed outlives a lock: the case then lists it as a document without a file.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import editing
from assistance_desktop.storage.attachments import Attachment
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui import phrases
from assistance_desktop.ui.incoming import Wanted, is_picture
from assistance_desktop.ui.keeper import Keeper
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import Session
from assistance_desktop.ui.taking import Taken, Taking
from assistance_desktop.ui.taking_row import TakingRow


class AddDocument(Panel):
    """A new document of a case, or one whose file is still missing (`record`)."""

    added = Signal(str)
    """The record, once its file is in the vault."""

    def __init__(self, host: QWidget, session: Session, case_id: str, record: str = "") -> None:
        super().__init__(host, _("Add a file"), _("It is kept encrypted, up to 200 MB."))
        self._session, self._case_id = session, case_id
        self._record = record or f"document/{session.new_id()}"
        self._path: Path | None = None
        self._taking: Taking | None = None
        self._is_locking = False
        self._keeper = Keeper(session, self)
        self._keeper.begin(case_id)
        held = session.case(case_id).text(self._record, "title")
        self.called = LineField(_("What it is"), held, hint=_("Such as: work contract, page 1"))
        self.called.changed.connect(self._on_typed)
        self.choose = Button(_("Choose a file"), icon="file")
        self.choose.clicked.connect(self._on_choose)
        self._chosen = Words("", tone="text_2")
        self._advice = Words(_advise(as_it_is=False), "small", "text_2")
        self.copy = ChoiceRow(
            _("Only a copy without hidden data"),
            detail=_("Place, time and camera are taken out of the picture."),
        )
        self.both = ChoiceRow(
            _("That copy, and the original as evidence"),
            detail=_("The original is never shown or printed by itself."),
        )
        self.notices = Notices()
        self.keep = Button(_("Keep"), "primary")
        self.keep.clicked.connect(self._on_keep)
        self.cancel = Button(_("Do not keep"))
        self.cancel.clicked.connect(self.leave)
        self._lay_out()

    def leave(self) -> None:
        """Close the panel; when a person does it, what is not kept is not wanted."""
        if self._taking is not None:
            self._taking.stop()
        self._keeper.flush()
        is_unwanted = not self._is_locking and self._session.is_open
        if is_unwanted and self._is_written():
            edits = [Edit(self._record, "removed", True)]
            nobody = self._session
            self._session.edit(self._case_id, edits, nobody, _forget, _forget)
        super().leave()

    def _is_written(self) -> bool:
        """Whether anything of the document may be in the case."""
        return bool(self.called.text or self._session.case(self._case_id).fields(self._record))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Locking closes every dialog before the vault: what is half typed stays."""
        self._is_locking = True
        self._keeper.flush()
        super().closeEvent(event)

    def take(self, path: Path) -> None:
        """Choose the file at a path; nothing is kept yet."""
        self._path = path
        self.notices.clear()
        try:
            size = phrases.size(path.stat().st_size)
        except OSError:
            size = ""
        self._chosen.say(", ".join(part for part in (path.name, size) if part))
        redrawn = is_picture(path)
        for row in (self.copy, self.both):
            row.setVisible(redrawn)
        self._advice.say(_advise(as_it_is=not redrawn))
        self.keep.setEnabled(True)
        follow_layout(self)
        self.fit()

    def _lay_out(self) -> None:
        self.body.addWidget(self.notices)
        self.body.addWidget(self.called)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.choose)
        line.addWidget(self._chosen, 1)
        self.body.addLayout(line)
        self.body.addWidget(self._advice)
        group = QWidget()
        rows = QVBoxLayout(group)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for row in (self.copy, self.both):
            rows.addWidget(row)
            row.hide()
        self.copy.setChecked(True)
        self.body.addWidget(group)
        self._progress = QVBoxLayout()
        self.body.addLayout(self._progress)
        self.body.addStretch(1)
        self.keep.setEnabled(False)
        self.add_deeds(self.cancel, self.keep)
        follow_layout(self)

    def _on_typed(self) -> None:
        self._keeper.keep([Edit(self._record, "title", self.called.text)])

    def _on_choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose a file"), "", _("All files (*)"))
        if path:
            self.take(Path(path))

    def _on_keep(self) -> None:
        if self._path is None or self._taking is not None:
            return
        self._keeper.leave()
        self.notices.clear()
        pen = self._session.pen()
        taking = self._taking = Taking(
            self._session,
            self._case_id,
            self._path,
            Wanted(original=self.both.isChecked()),
            self._session,  # it takes out what it brought even when this panel is gone
            also=partial(_name, self._case_id, self._record, pen),
        )
        row = TakingRow(taking)
        self._progress.addWidget(row)
        taking.taken.connect(self._on_taken)
        taking.failed.connect(self._on_failed)
        taking.stopped.connect(self._on_stopped)
        self.keep.setEnabled(False)
        taking.start()

    def _on_taken(self, _taken: Taken) -> None:
        self._taking = None
        self._keeper.flush()
        self.added.emit(self._record)
        super().leave()

    def _on_failed(self, refusal: AppError) -> None:
        self._on_stopped()
        self.notices.refuse(refusal)
        self.fit()

    def _on_stopped(self) -> None:
        self._taking = None
        self.keep.setEnabled(True)


def _advise(*, as_it_is: bool) -> str:
    """What stays: the file outside, and in what is kept `as_it_is` everything that is hidden."""
    stays = _("The file stays where it is. Delete it there if nobody should find it.")
    inside = _("What is inside is kept as it is, also what cannot be seen.")
    return f"{inside} {stays}" if as_it_is else stays


def _name(case_id: str, record: str, pen: Pen, connection: Connection, taken: Taken) -> None:
    """Name the file in its case, in the same write that lets it be seen."""
    editing.write(connection, case_id, _edits(record, taken.made, taken.original), pen)


def _edits(record: str, made: Attachment, original: Attachment | None) -> list[Edit]:
    told = [Edit(record, "file", made.value), Edit(record, "size", made.size)]
    if original is not None:
        told.append(Edit(record, "original", original.value))
    return told


def _forget(_told: object) -> None:
    """Nobody waits for it."""
