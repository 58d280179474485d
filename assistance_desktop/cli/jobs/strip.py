"""A picture drawn anew: what a camera writes into a photo says where and when it was taken.

So the working copy is nothing but what one sees; a new image has no texts and no profile.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from assistance_desktop.child import unwrap, wrap
from assistance_desktop.cli.jobs.decoding import is_from_telephone, read_image
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

_QUALITY = 88


def run(data: bytes) -> bytes:
    """The picture as JPEG, or PNG where it lets something shine through; `ending` says which.

    `longest` bounds the longer side. What is no picture has the ending "", and is refused when
    `needed`.
    """
    options, content = unwrap(data)
    image = read_image(content, int(options["longest"]))
    if image is None:
        if options["needed"]:
            raise _no_picture(content)
        return wrap({"ending": ""})
    ending = "png" if image.hasAlphaChannel() else "jpg"
    return wrap({"ending": ending}, _encoded(_drawn_anew(image), ending))


def _drawn_anew(image: QImage) -> QImage:
    clear = image.hasAlphaChannel()
    form = QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32
    clean = QImage(image.size(), form)
    clean.fill(Qt.GlobalColor.transparent)
    painter = QPainter(clean)
    painter.drawImage(0, 0, image)
    painter.end()
    return clean


def _encoded(image: QImage, ending: str) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(ending.encode()))
    if ending == "jpg":
        writer.setQuality(_QUALITY)
    writer.write(image)
    buffer.close()
    return bytes(kept.data())


def _no_picture(content: memoryview) -> AppError:
    if is_from_telephone(content):
        return AppError(
            _("This photo is in a form of its telephone (HEIC) that cannot be read here."),
            _("Save it as JPEG on the telephone and choose it again. Nothing was changed."),
        )
    return AppError(
        _("This file is no picture that can be read here."),
        _("Save it as JPEG or PNG and choose it again. Nothing was changed."),
    )
