"""The pages of a PDF in memory, drawn as images for the screen and the printer.

PDFium is not safe in several threads, so only the UI thread draws, and one page at a time.
Nothing is ever written to a file.
"""

from pypdfium2 import PdfDocument
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage


class Pages:
    """A PDF's pages by number from 0; `close` lets go of them."""

    def __init__(self, pdf: bytes) -> None:
        self._document = PdfDocument(pdf)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._document)

    @property
    def title(self) -> str:
        """The neutral title that the PDF carries: Summary, Note."""
        return self._document.get_metadata_value("Title")

    def size(self, number: int) -> QSizeF:
        """The size of a page in points."""
        width, height = self._document.get_page_size(number)
        return QSizeF(width, height)

    def image(self, number: int, scale: float) -> QImage:
        """A page with `scale` dots to a point."""
        page = self._document[number]
        bitmap = page.render(scale=scale, prefer_bgrx=True)  # pyright: ignore[reportArgumentType] - its stubs infer int from a default of 1
        drawn = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        ).copy()
        bitmap.close()
        page.close()
        return drawn

    def words(self, number: int) -> str:
        """What a page says, for who listens to it."""
        page = self._document[number]
        read = page.get_textpage()
        said = read.get_text_bounded()
        read.close()
        page.close()
        return said

    def close(self) -> None:
        """Let go of the pages and their bytes."""
        self._document.close()
