"""How a paper leaves: as any printout, and every one is registered, without its text.

A register entry is written only when the paper has left.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from assistance_desktop.ui.paper import register
from assistance_desktop.ui.paper.register import Print
from assistance_desktop.ui.printout.sending import Sending
from assistance_desktop.ui.session import Session


class Delivery(Sending):
    """Sends papers and registers each.

    `delivered` tells where a paper went (register.PRINTER or FILE) and its record.
    """

    delivered = Signal(str, str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(session, window)
        self._session = session

    def save_paper(self, made: Print, path: Path) -> None:
        """Write the paper into a file, then register it."""
        self.save(made.pdf, path, partial(self._register, made, register.FILE))

    def print_paper(self, made: Print, printer: QPrinter) -> None:
        """Draw the paper on a printer, then register it."""
        to = register.FILE if printer.outputFileName() else register.PRINTER
        self.print_on(made.pdf, printer, partial(self._register, made, to))

    def _register(self, made: Print, to: str) -> None:
        session = self._session
        record = f"print/{session.new_id()}"
        session.edit(
            made.case_id,
            register.entry(record, made, to, session.today),
            self,
            lambda _held: self.delivered.emit(to, record),
            self.refused.emit,
            deed=register.deed(made, to),
        )
