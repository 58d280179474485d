"""What the forms of an appointment and of a task have in common: whose, saving, taking out.

What is half typed when the notes are locked is written then, as far as it can stand by itself.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from assistance_desktop.cases.changes import Answer, Change
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.agenda.case_chooser import CaseChooser
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.field import Field
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.session import Session


class AgendaForm(Panel):
    """A form over `host`. `record` is new when `fresh`; `case_id` is "" until one is chosen.

    `saved` tells the case and the record once it is on the disk, `removed` once it was taken out.
    """

    saved = Signal(str, str)
    removed = Signal(str, str)

    def __init__(
        self, host: QWidget, session: Session, place: tuple[str, str], title: str, **shape: int
    ) -> None:
        case_id, self.record = place
        name = session.case(case_id).text("case", "pseudonym") if case_id else ""
        super().__init__(host, title, _("With {name}").format(name=name) if name else "", **shape)
        self.session, self._case_id = session, case_id
        self._begun_with: dict[str, Answer] = {}
        self._is_settled = False
        self.chooser = None if case_id else CaseChooser(session)
        if self.chooser is not None:
            self.body.addWidget(self.chooser)
            self.chooser.grown.connect(self.fit)
        self.save_button = Button(_("Save"), "primary")
        self.save_button.clicked.connect(self._on_save)
        self.cancel = Button(_("Do not save"))
        self.cancel.clicked.connect(self.leave)
        self.remove = Button(_("Take out"), "quiet")
        self.remove.clicked.connect(self._on_remove)
        session.closing.connect(self._keep_half_typed)

    @property
    def case_id(self) -> str:
        """The case that it belongs to, "" before one is chosen."""
        return self._case_id or (self.chooser.case_id if self.chooser else "")

    def leave(self) -> None:
        """Close the form as a person does; what was not saved is not wanted."""
        self._is_settled = True
        super().leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Locking closes every dialog before the vault: what is half typed goes first."""
        self._keep_half_typed()
        super().closeEvent(event)

    def written(self) -> dict[str, Answer]:
        """What is in the fields, by the fields of the record."""
        raise NotImplementedError

    def is_complete(self) -> bool:
        """Whether it can be saved; says beside the fields what is missing."""
        raise NotImplementedError

    def edits(self) -> list[Edit]:
        """What is written that is not in the case yet."""
        before = self.session.case(self.case_id).fields(self.record)
        return [
            Edit(self.record, field, value)
            for field, value in self.written().items()
            if before.get(field, "") != value
        ]

    def finish_foot(self, *, fresh: bool) -> None:
        """Put the buttons into the foot; only what is there already can be taken out."""
        self._begun_with = self.written()
        self.add_deeds(self.cancel, self.save_button, quiet=None if fresh else self.remove)

    def _on_save(self) -> None:
        if self.chooser is not None and not self.case_id:
            self.chooser.ask()
        elif self.is_complete():
            self._write(self.edits(), self.saved.emit)

    def _on_remove(self) -> None:
        self._write([Edit(self.record, "removed", True)], self.removed.emit)

    def _write(self, edits: Sequence[Edit], told: Callable[[str, str], object]) -> None:
        case_id = self.case_id

        def tell(_changes: list[Change]) -> None:
            told(case_id, self.record)
            self.leave()

        self.save_button.setEnabled(False)
        self.session.edit(case_id, edits, self, tell, self.refuse)

    def refuse(self, refusal: AppError) -> None:
        """Say why something could not be done; everything typed stays."""
        self.save_button.setEnabled(True)
        notice = Notice(refusal.problem, refusal.hint, "amber")
        notice.closed.connect(notice.deleteLater)
        self.body.insertWidget(0, notice)
        self.fit()
        notice.announce()

    def _keep_half_typed(self) -> None:
        """The notes are being locked: keep what can stand by itself.

        Without a case it can stand nowhere; the words then wait on Today.
        """
        if self._is_settled or not self.session.is_open or self.written() == self._begun_with:
            return
        if self.case_id:
            self.session.edit(
                self.case_id, self.edits(), self, lambda _changes: None, lambda _refusal: None
            )
        else:
            for field in self.findChildren(Field):
                field.is_loose = True
