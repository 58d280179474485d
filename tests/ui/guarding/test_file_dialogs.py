"""A folder that was looked into is named nowhere afterwards."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QSettings

from assistance_desktop.ui.guarding import file_dialogs

_CHOOSE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from assistance_desktop import app

qt = app.make_application() if sys.argv[3] == "guarded" else QApplication(sys.argv[:1])
dialog = QFileDialog(None, "Save", sys.argv[1])
dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
dialog.selectFile(sys.argv[2])
QTimer.singleShot(0, dialog, dialog.accept)
chosen = dialog.exec() and dialog.selectedFiles()
del dialog
print(chosen)
"""

FOLDER = "Auroranmetsa"


def choose_file(tmp_path, how):
    """Choose a file in a real dialog of a process of its own; all that lies in its home after."""
    home, stick = tmp_path / "home", tmp_path / FOLDER
    home.mkdir()
    stick.mkdir()
    (stick / "bundle.age").touch()
    places = {"XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".data", "XDG_CACHE_HOME": ".cache"}
    surroundings = os.environ | {name: str(home / place) for name, place in places.items()}
    surroundings |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _CHOOSE, str(stick), str(stick / "bundle.age"), how]
    done = subprocess.run(  # noqa: S603 - our own
        command, env=surroundings, capture_output=True, text=True, check=True, timeout=60
    )
    assert f"{FOLDER}/bundle.age" in done.stdout
    return b"".join(
        str(each).encode() + (each.read_bytes() if each.is_file() else b"")
        for each in home.rglob("*")
    )


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="Traces is for these")
def test_qt_would_name_the_folder_and_we_do_not(tmp_path):
    left = choose_file(tmp_path, "guarded")
    assert FOLDER.encode() not in left
    (tmp_path / "unguarded").mkdir()
    assert FOLDER.encode() in choose_file(tmp_path / "unguarded", "unguarded")


@pytest.fixture
def qt_settings(tmp_path):
    """The settings that all Qt programs share, in a place that can be written."""
    before = QSettings(QSettings.Scope.UserScope, "QtProject").fileName()
    native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    QSettings.setPath(native, user, str(tmp_path))
    made = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert made.fileName() != before
    yield made
    QSettings.setPath(native, user, os.devnull)


def test_where_the_place_cannot_be_chosen_what_was_there_is_put_back(qt_settings):
    qt_settings.setValue("FileDialog/lastVisited", "file:///music")
    qt_settings.setValue("FileDialog/viewMode", "List")
    traces = file_dialogs.Traces()
    qt_settings.setValue("FileDialog/lastVisited", f"file:///{FOLDER}")
    qt_settings.setValue("FileDialog/history", [f"file:///{FOLDER}"])
    traces.remove()
    qt_settings.sync()
    assert qt_settings.value("FileDialog/lastVisited") == "file:///music"
    assert not qt_settings.contains("FileDialog/history")
    assert qt_settings.value("FileDialog/viewMode") == "List"
