"""The screens: the only room that knows Qt."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12.0 drops a reference to None at every call that returns nothing, and to True
    # and False when a signal carries one (measured: 500 calls of QRectF.setX, 500 references;
    # 2 000 emits of a Signal(bool), 588). From 3.12 the three are immortal; on 3.11 the process
    # dies after a few thousand calls unless they have more references than can be dropped.
    for _constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_constant)).value += 1 << 40
