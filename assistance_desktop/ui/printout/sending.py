"""How a printout leaves: onto a printer or into a file, with the dialogs of the system before.

The dialogs never hold the window up, so that locking can close them at any moment. Names that
others may see are neutral (facts.md 9.9).
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.ui.printout import printing, saving
from assistance_desktop.ui.printout.pages import Pages
from assistance_desktop.ui.session import Session


class ToPrinter(QObject):
    """Puts PDFs that are in memory on a printer.

    `printer_chosen` tells what a person chose in the dialog, `refused` the AppError when the
    printer did not take it.
    """

    printer_chosen = Signal(object)
    refused = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask_printer(self, pdf: bytes) -> None:
        """Ask which printer, and which pages."""
        pages = Pages(pdf)
        printer = printing.printer_for(pages)
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages.count)
        pages.close()
        dialog.accepted.connect(lambda: self.printer_chosen.emit(printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print_on(self, pdf: bytes, printer: QPrinter, then: Callable[[], None]) -> None:
        """Draw the pages on a printer; `then` follows."""
        pages = Pages(pdf)
        try:
            printing.print_pages(printer, pages)
        except AppError as refusal:
            self.refused.emit(refusal)
        else:
            then()
        finally:
            pages.close()


class Sending(ToPrinter):
    """Sends PDFs that are in memory onto a printer or, with an open vault, into a file.

    `path_chosen` tells where a person wants the file; `refused` also tells of a file.
    """

    path_chosen = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session

    def ask_path(self, name: str) -> None:
        """Ask where a PDF should go; `name` is its neutral file name."""
        dialog = QFileDialog(self._window, _("Save as PDF"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def save(self, pdf: bytes, path: Path, then: Callable[[], None]) -> None:
        """Write the bytes into a file beside the window; `then` follows."""
        self._session.compute(
            lambda _connection: saving.save(pdf, path),
            self,
            lambda _nothing: then(),
            self.refused.emit,
        )

    def _on_file_selected(self, path: str) -> None:
        self.path_chosen.emit(Path(path))
