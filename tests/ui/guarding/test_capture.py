"""What is asked of Windows and macOS, as far as it can be seen on another system.

Whether they then leave the window out of a picture has to be looked at there (docs/hardening.md).
"""

import pytest
from PySide6.QtWidgets import QWidget

from assistance_desktop.ui.guarding import capture


@pytest.mark.parametrize(
    ("forbidden", "knows_it", "asked"),
    [
        (True, 1, [(7, 0x11)]),
        (True, 0, [(7, 0x11), (7, 0x01)]),
        (False, 1, [(7, 0x00)]),
    ],
)
def test_windows_leaves_the_window_out_or_shows_black_or_as_any(forbidden, knows_it, asked):
    calls = []

    def set_affinity(handle, kind):
        calls.append((handle, kind))
        return knows_it

    capture.set_on_windows(7, set_affinity, forbidden=forbidden)
    assert calls == asked


@pytest.mark.parametrize(("forbidden", "kind"), [(True, 0), (False, 1)])
def test_the_window_of_a_view_on_a_mac_is_shared_with_nobody(forbidden, kind):
    told = []

    def send(receiver, selector):
        return 70 if (receiver, selector) == (7, "window") else 0

    capture.set_on_mac(7, bytes.decode, send, lambda *a: told.append(a), forbidden=forbidden)
    assert told == [(70, "setSharingType:", kind)]


def test_a_view_without_a_window_is_left_alone():
    told = []
    capture.set_on_mac(7, bytes.decode, lambda *_a: 0, lambda *a: told.append(a), forbidden=True)
    assert told == []


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_a_system_that_lacks_the_call_shows_the_window_all_the_same(qtbot, monkeypatch, platform):
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr("sys.platform", platform)
    capture.forbid(window)
    capture.allow(window)
    window.show()
    assert window.isVisible()
