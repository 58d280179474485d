"""A bug met with words of a client in the hands: none of them is shown, copied or logged."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QWidget

from assistance_desktop.ui import failure
from assistance_desktop.ui.crash.page import CrashPage

CANARY = "kanaria"


def stumble():
    """A bug whose message, locals and cause hold a word of the client."""
    answer = {"story": f"{CANARY} told of a hotel"}
    try:
        return answer[f"{CANARY} missing"]
    except KeyError as missing:
        raise ValueError(f"cannot read {answer['story']}") from missing


@pytest.fixture
def report():
    with pytest.raises(ValueError, match=CANARY) as met:
        stumble()
    return failure.report(met.value)


def all_words(widget):
    """Everything a widget and what lies in it could show, say or hand out."""
    for each in (widget, *widget.findChildren(QWidget)):
        for name in ("text", "toPlainText", "toolTip", "accessibleName", "accessibleDescription"):
            said = getattr(each, name, None)
            if callable(said):
                yield str(said())


def test_the_page_tells_the_kind_and_the_place_and_no_word(qtbot, report):
    page = CrashPage(report)
    qtbot.addWidget(page)
    page.show()
    shown = "\n".join(all_words(page))
    assert "ValueError" in shown
    assert "stumble" in shown
    assert CANARY not in shown.casefold()


def test_what_is_uncaught_reaches_the_page_without_words(qapp):
    shown = []
    failure.install(shown.append)
    try:
        stumble()
    except ValueError as bug:
        sys.excepthook(type(bug), bug, bug.__traceback__)
    finally:
        failure.uninstall()
    assert "stumble" in shown[0]
    assert CANARY not in shown[0]


_LOUD = """
import threading
from PySide6.QtCore import qWarning
from assistance_desktop.ui.guarding import quiet

class Careless:
    def __del__(self):
        raise ValueError("kanaria in the last words")

def fail():
    story = "kanaria in a thread"
    raise ValueError(story)

quiet.keep_quiet()
qWarning("kanaria of Qt")
Careless()
thread = threading.Thread(target=fail)
thread.start()
thread.join()
"""


def test_what_the_system_keeps_of_a_bug_holds_no_word():
    done = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-c", _LOUD], capture_output=True, text=True, check=True, timeout=60
    )
    assert "Qt: QtWarningMsg" in done.stderr
    assert "__del__" in done.stderr
    assert "fail" in done.stderr
    assert CANARY not in done.stderr + done.stdout
