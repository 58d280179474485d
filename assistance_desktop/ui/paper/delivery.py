"""How a paper leaves: to a printer or into a file, with the dialogs of the system before it.

The dialogs never hold the window up, so that locking can close them at any moment. Names that
others may see are neutral (facts.md 9.9).
"""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from assistance_desktop.documents import press
from assistance_desktop.documents.order import Kind
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.ui.paper import printing, register, saving
from assistance_desktop.ui.paper.pages import Pages
from assistance_desktop.ui.paper.register import Print
from assistance_desktop.ui.session import Session


class Delivery(QObject):
    """Sends papers and registers each.

    `path_chosen` and `printer_chosen` tell what a person chose in a dialog; `delivered` where a
    paper went (register.PRINTER or FILE) and its record; `refused` the AppError if it did not.
    """

    path_chosen = Signal(object)
    printer_chosen = Signal(object)
    delivered = Signal(str, str)
    refused = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def ask_path(self, kind: Kind) -> None:
        """Ask where a PDF should go."""
        dialog = QFileDialog(self._window, _("Save as PDF"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(press.file_name(kind).capitalize())
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

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

    def save(self, made: Print, path: Path) -> None:
        """Write the bytes into a file, then register it."""
        self._session.compute(
            lambda _connection: saving.save(made.pdf, path),
            self,
            lambda _nothing: self._register(made, register.FILE),
            self.refused.emit,
        )

    def print_on(self, made: Print, printer: QPrinter) -> None:
        """Draw the pages on a printer, then register it."""
        pages = Pages(made.pdf)
        try:
            printing.print_pages(printer, pages)
        except AppError as refusal:
            self.refused.emit(refusal)
            return
        finally:
            pages.close()
        to_file = bool(printer.outputFileName())
        self._register(made, register.FILE if to_file else register.PRINTER)

    def _on_file_selected(self, path: str) -> None:
        self.path_chosen.emit(Path(path))

    def _register(self, made: Print, to: str) -> None:
        session = self._session
        record = f"print/{session.new_id()}"
        session.edit(
            made.case_id,
            register.entry(record, made, to, session.today),
            self,
            lambda _held: self.delivered.emit(to, record),
            self.refused.emit,
        )
