"""The screens: the only room that knows Qt."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12.0 drops one reference to None at every call that returns nothing (measured:
    # 500 calls of QRectF.setX, 500 references). From 3.12 None is immortal; on 3.11 the process
    # dies after a few thousand calls unless None is given more references than can be dropped.
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 40
