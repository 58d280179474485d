"""What Windows and macOS would tell, made up here; that they tell it is untested (hardening.md)."""

import ctypes
from ctypes import wintypes
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget

from assistance_desktop.ui.guarding import mac_session, windows_session
from assistance_desktop.ui.guarding.mac_session import MacSession
from assistance_desktop.ui.guarding.windows_session import WindowsSession

POWER, SESSION = 0x0218, 0x02B1
ASLEEP, RESUMED, LOCKED, UNLOCKED = 0x4, 0x7, 0x7, 0x8


@pytest.mark.parametrize(
    ("message", "what", "due"),
    [
        (POWER, ASLEEP, True),
        (SESSION, LOCKED, True),
        (POWER, RESUMED, False),
        (SESSION, UNLOCKED, False),
        (0x0100, LOCKED, False),
    ],
)
def test_messages_of_windows_are_known_by_both_numbers(message, what, due):
    assert windows_session.is_lock_due(wintypes.MSG(message=message, wParam=what)) is due


@pytest.mark.parametrize(
    ("kind", "what", "told"),
    [
        (b"windows_generic_MSG", LOCKED, [True]),
        (b"windows_generic_MSG", UNLOCKED, []),
        (b"xcb_generic_event_t", LOCKED, []),
    ],
)
def test_the_filter_reads_the_message_where_it_lies_and_keeps_it_from_nobody(
    qtbot, kind, what, told
):
    window = QWidget()
    qtbot.addWidget(window)
    listening, seen = WindowsSession(window), []
    listening.lock_due.connect(lambda: seen.append(True))
    message = wintypes.MSG(message=SESSION, wParam=what)
    assert listening._filter.nativeEventFilter(kind, ctypes.addressof(message)) == (False, 0)
    assert seen == told


def test_a_locked_screen_of_a_mac_is_heard(qapp):
    listening, seen = MacSession(), []
    listening.lock_due.connect(lambda: seen.append(True))
    listening._heard(None, None, None, None, None)
    assert seen == [True]


class Function:
    """A function of a library: it notes its arguments, and gives what it is told to."""

    def __init__(self, gives):
        self.gives, self.called = gives, []

    def __call__(self, *arguments):
        self.called.append(arguments)
        return self.gives


def test_a_mac_is_asked_for_that_one_piece_of_news_at_once():
    heard = mac_session.Heard(lambda *_told: None)
    library = SimpleNamespace(
        CFNotificationCenterGetDistributedCenter=Function(11),
        CFStringCreateWithCString=Function(22),
        CFNotificationCenterAddObserver=Function(None),
    )
    mac_session.listen(library, heard)
    assert library.CFStringCreateWithCString.called == [
        (None, b"com.apple.screenIsLocked", 0x08000100)
    ]
    (asked,) = library.CFNotificationCenterAddObserver.called
    assert asked[0] == 11
    assert asked[2].value == ctypes.cast(heard, ctypes.c_void_p).value
    assert asked[3:] == (22, None, 4)
    assert len(asked) == len(library.CFNotificationCenterAddObserver.argtypes)
