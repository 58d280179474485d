"""F9 and Ctrl+H, wherever the keyboard is: in a dialog, a menu, a list, the client's view.

A shortcut of the window answers only while nothing lies over it, so these keys are looked for
before anybody else sees them.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_CONTROL = Qt.KeyboardModifier.ControlModifier

HIDE_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
"""How Qt tells of a key: first it asks whether somebody wants it for more than a shortcut."""


def is_hide_key(event: QEvent) -> bool:
    """Whether this is the key that hides, or leads back from the notes."""
    if not isinstance(event, QKeyEvent):
        return False
    with_control = event.key() == Qt.Key.Key_H and event.modifiers() == _CONTROL
    return event.key() == Qt.Key.Key_F9 or with_control
