"""The paper of a proposal: made beside the window, shown as it will be, and let out.

The bytes that are shown are the bytes that leave. They are in memory only, and go when the case
is left, when a consent is taken back, and when the notes are locked.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.documents import press
from assistance_desktop.documents.order import Kind
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.printout.preview import Preview
from assistance_desktop.ui.printout.sending import Sending
from assistance_desktop.ui.proposal.draft import Draft
from assistance_desktop.ui.proposal.drafting import Drafting
from assistance_desktop.ui.session import Session

FILE = "file"
PRINTER = "printer"


class PaperSide(QWidget):
    """The preview. `may_leave` is asked once more before the paper leaves.

    `made` tells that it is shown, `failed` the AppError instead; `left` that it went to FILE or
    PRINTER, `refused` the AppError when it did not.
    """

    made = Signal()
    failed = Signal(object)
    left = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        session: Session,
        content: Content,
        may_leave: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.pdf = b""
        self._may_leave = may_leave
        self.preview = Preview()
        self._drafting = Drafting(session, content, self)
        self._sending = Sending(session, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.preview)
        self._drafting.made.connect(self._on_made)
        self._drafting.failed.connect(self.failed)
        self._sending.path_chosen.connect(self.save)
        self._sending.printer_chosen.connect(self.print_on)
        self._sending.refused.connect(self.refused)

    def want(self, case_id: str, draft: Draft) -> None:
        """Make this draft; what is shown stays until it is there."""
        self.preview.offer(draft.language)
        self._drafting.want(case_id, draft)

    def clear(self) -> None:
        """Take the paper away, and its bytes."""
        self.pdf = b""
        self._drafting.drop()
        self.preview.clear()

    def ask_path(self) -> None:
        """Ask where the PDF goes, under a neutral name."""
        self._sending.ask_path(press.file_name(Kind.PROPOSAL).capitalize())

    def ask_printer(self) -> None:
        """Ask which printer."""
        if self.pdf:
            self._sending.ask_printer(self.pdf)

    def save(self, path: Path) -> None:
        """Save the proposal as a PDF."""
        if self.pdf and self._may_leave():
            self._sending.save(self.pdf, path, partial(self.left.emit, FILE))

    def print_on(self, printer: QPrinter) -> None:
        """Print the proposal."""
        if self.pdf and self._may_leave():
            self._sending.print_on(self.pdf, printer, partial(self.left.emit, PRINTER))

    def _on_made(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.preview.show_pdf(pdf)
        self.made.emit()
