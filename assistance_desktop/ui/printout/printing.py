"""Printing: pages from memory onto a printer, under a name that says nothing.

Printer queues show the document's name, so it is the neutral title of the paper (facts.md 7).
"""

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.printout.pages import Pages

_DOTS_PER_INCH = 300
"""Finer than this no eye sees on text of 12 points, and a page stays under 40 MB."""

_POINTS_PER_INCH = 72


class NotPrintedError(AppError):
    """The printer did not take the paper."""


def check() -> str:
    """Whether printing is there and how many printers are known, for `self-check`."""
    # The plug-in that asks the system for printers needs an application around it.
    alive = QGuiApplication.instance() or QGuiApplication(["check", "-platform", "offscreen"])
    known = len(QPrinterInfo.availablePrinterNames())
    del alive
    if not known:
        return _("ready, no printer is known")
    return ngettext("ready, {count} printer", "ready, {count} printers", known).format(count=known)


def printer_for(pages: Pages) -> QPrinter:
    """A printer set up for a paper: its sheet, upright or not, its neutral name."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(pages.title)
    size = pages.size(0)
    wide = size.width() > size.height()
    upright = size.transposed() if wide else size
    printer.setPageSize(
        QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    )
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turned)
    printer.setFullPage(True)
    return printer


def print_pages(printer: QPrinter, pages: Pages) -> None:
    """Put the pages that the printer was asked for on it. Raises NotPrintedError."""
    first = max(1, printer.fromPage()) - 1
    last = min(pages.count, printer.toPage() or pages.count)
    painter = QPainter()
    if not painter.begin(printer):
        raise _refusal()
    try:
        for number in range(first, last):
            if number > first and not printer.newPage():
                raise _refusal()
            _draw(painter, printer, pages, number)
    finally:
        painter.end()
    if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise _refusal()


def _draw(painter: QPainter, printer: QPrinter, pages: Pages, number: int) -> None:
    """A page at its true size from the upper edge, smaller only where the sheet is."""
    dots = printer.resolution()
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    size = pages.size(number) * (dots / _POINTS_PER_INCH)
    shrink = min(1.0, sheet.width() / size.width(), sheet.height() / size.height())
    place = QSizeF(size * shrink)
    image = pages.image(number, min(dots, _DOTS_PER_INCH) / _POINTS_PER_INCH)
    left = (sheet.width() - place.width()) / 2
    painter.drawImage(QRectF(left, 0, place.width(), place.height()), image)


def _refusal() -> NotPrintedError:
    return NotPrintedError(
        _("The printer did not take the paper."),
        _("Look at the printer and try again, or save a PDF."),
    )
