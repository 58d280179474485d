"""Reading a picture that somebody else made, within bounds; only ever in the child process."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

MOST_PIXELS = 100_000_000
"""A bomb claims more; the largest camera of a telephone has 200 million, its photos a quarter."""
_LARGEST_IMAGE = 512
"""MiB that Qt may take for one picture; the limit of the whole process stands behind it."""
_TELEPHONE = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
"""How the kinds of pictures begin, after their size, that many telephones make and Qt reads not."""


def read_image(content: memoryview, longest: int) -> QImage | None:
    """A picture the right way up, its longer side at most `longest` pixels; None for no picture.

    Raises AppError for one that is too large to open.
    """
    kept = QByteArray(bytes(content))
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_LARGEST_IMAGE)
    reader = QImageReader(buffer)
    if not reader.canRead() or bytes(reader.format().data()) == b"svg":
        return None
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise AppError(
            _("This picture has more than 100 million pixels; it is not opened."),
            _("Save it smaller and choose it again. Nothing was changed."),
        )
    if longest and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def is_from_telephone(content: memoryview) -> bool:
    """Whether it is a HEIC or AVIF picture, which is not read here."""
    return bytes(content[4:8]) == b"ftyp" and bytes(content[8:12]) in _TELEPHONE
