"""A picture as bare pixels: the parent lays them on the screen and parses nothing."""

from PySide6.QtGui import QImage

from assistance_desktop.child import unwrap, wrap
from assistance_desktop.cli.jobs.decoding import read_image


def run(data: bytes) -> bytes:
    """Width and height, then RGBA bytes without gaps; `longest` bounds the longer side, 0 for none.

    What is no picture comes back as width 0.
    """
    options, content = unwrap(data)
    image = read_image(content, int(options["longest"]))
    if image is None:
        return wrap({"width": 0, "height": 0})
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return wrap({"width": plain.width(), "height": plain.height()}, bytes(plain.constBits()))
