"""The real program gives no picture of its memory and no file to others."""

import json
import os
import subprocess
import sys

import pytest

from assistance_desktop.ui.guarding import process

_TELL = """
import ctypes, json, os, resource, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from assistance_desktop import app


def tell():
    mask = os.umask(0)
    os.umask(mask)
    print(json.dumps({
        "dumpable": ctypes.CDLL(None).prctl(3, 0, 0, 0, 0),
        "core": resource.getrlimit(resource.RLIMIT_CORE),
        "umask": mask,
        "title": qt.topLevelWidgets()[0].windowTitle(),
        "name": qt.applicationName(),
        "shown": qt.applicationDisplayName(),
    }))
    qt.quit()

qt = app.make_application()
QTimer.singleShot(0, qt, tell)
sys.exit(app.start(Path(sys.argv[1])))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What a process of the whole program says of itself once its window is there."""
    home = tmp_path_factory.mktemp("home")
    surroundings = os.environ | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _TELL, str(home / "desk")]
    done = subprocess.run(  # noqa: S603 - our own
        command, env=surroundings, capture_output=True, text=True, check=True, timeout=60
    )
    return json.loads(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_nobody_may_read_the_memory_or_make_a_picture_of_it(told):
    assert told["dumpable"] == 0
    assert told["core"] == [0, 0]


def test_new_files_are_for_their_owner_only(told):
    assert told["umask"] == 0o077


def test_the_window_and_the_program_are_named_neutrally(told):
    assert (told["title"], told["name"]) == ("Workspace", "Workspace")
    assert told["shown"] == ""  # Qt would put it behind each title


class Library:
    """A library of another system that notes what is asked of it."""

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        return lambda *arguments: self.asked.append((name, *arguments))


@pytest.mark.parametrize(
    ("platform", "asked"),
    [
        ("linux", ("prctl", 4, 0, 0, 0, 0)),
        ("darwin", ("ptrace", 31, 0, None, 0)),
        ("win32", ("SetErrorMode", 3)),
    ],
)
def test_each_system_is_asked_in_its_own_way(platform, asked):
    library = Library()
    process.shut(platform, library)
    assert library.asked == [asked]
