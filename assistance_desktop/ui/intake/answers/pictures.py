"""Pictures without traces: what a camera writes into a photo says where and when it was taken.

So no photo is kept as it came: it is drawn anew, and nothing but what one sees is left.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.photo import encoded, read_picture

_MOST_PIXELS = 3000
"""The longer side of a kept picture where the form does not say less; a page of text is legible."""


def without_traces(data: bytes, longest: int = 0) -> tuple[str, str, bytes] | None:
    """A picture drawn anew: how its name ends, its media type, its bytes; None for no picture.

    Without transparency it is a JPEG, else a PNG.
    """
    image = read_picture(data, longest or _MOST_PIXELS)
    if image is None:
        return None
    opaque = not image.hasAlphaChannel()
    clean = _drawn_anew(image, opaque=opaque)
    data = encoded(clean, "jpeg", 88) if opaque else encoded(clean, "png")
    ending, media_type = ("jpg", "image/jpeg") if opaque else ("png", "image/png")
    return ending, media_type, data


def not_a_picture() -> AppError:
    """What to say of a file that holds no picture."""
    return AppError(
        _("This file is no picture that can be read here."),
        _("Save it as JPEG or PNG and choose it again. Nothing was changed."),
    )


def _drawn_anew(image: QImage, *, opaque: bool) -> QImage:
    """The pixels alone: a new image has no texts and no profile of the old one."""
    form = QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32
    clean = QImage(QSize(image.size()), form)
    clean.fill(Qt.GlobalColor.transparent)
    painter = QPainter(clean)
    painter.drawImage(0, 0, image)
    painter.end()
    return clean
