# ruff: noqa: D102 - Qt documents the methods that it calls
"""A photo or drawing on a page: whole, never larger than it is, with its corners rounded."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .paint import is_mirrored, paint_box, painter_of
from .theme import look


def encoded(image: QImage, form: str, quality: int = -1) -> bytes:
    """The pixels of an image as `jpeg` or `png`, with nothing else written beside them."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form.encode()))
    writer.setQuality(quality)
    writer.write(image)
    buffer.close()
    return bytes(kept.data())


def read_picture(data: bytes, longest: int = 0) -> QImage | None:
    """A picture the right way up, its longer side at most `longest` pixels; None for no picture.

    Only for pictures that this program wrote; those of others are opened in the child process.
    """
    kept = QByteArray(data)
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    if not reader.canRead() or bytes(reader.format().data()) == b"svg":
        return None
    reader.setAutoTransform(True)
    size = reader.size()
    if longest and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


class Photo(QWidget):
    """A picture at most `highest` pixels high at 100 %; `name` says what is on it."""

    def __init__(
        self, image: QImage, name: str, *, highest: int = 240, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._image, self._highest = image, highest
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage) -> None:
        """Show another picture of the same."""
        self._image = image
        self.updateGeometry()
        self.update()

    def show_higher(self, highest: int) -> None:
        """Show the picture at most so many pixels high at 100 %."""
        self._highest = highest
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._size(width).height()

    def sizeHint(self) -> QSize:
        return self._size(look().px(16 * self._highest))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(24), look().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        size = self._size(self.width())
        x = self.width() - size.width() if is_mirrored(self) else 0
        place = QRectF(x, 0, size.width(), size.height())
        path = QPainterPath()
        path.addRoundedRect(place, 8, 8)
        painter.save()
        painter.setClipPath(path)
        whole = self._image.scaled(
            size * self.devicePixelRatio(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(place, whole)
        painter.restore()
        paint_box(painter, place, 8, "", "border", look().line_width)

    def _size(self, width: int) -> QSize:
        size = self._image.size() * look().scale
        room = QSize(max(1, width), look().px(self._highest))
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return size.expandedTo(QSize(1, 1))
