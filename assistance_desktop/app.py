"""The one place where everything is put together: limits, Qt, language, look, window."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from assistance_desktop import paths
from assistance_desktop.ui import failure
from assistance_desktop.ui.guarding import file_dialogs, process, quiet
from assistance_desktop.ui.main_window import MainWindow
from assistance_desktop.ui.sweeping import Sweeper


def start(folder: Path | None = None) -> int:
    """Show the window and stay until it is closed; its exit status."""
    process.tighten()
    quiet.keep_quiet()
    app = make_application()
    window = MainWindow(folder or paths.data_folder())
    failure.install(window.show_crash)
    window.show()
    return app.exec()


def make_application() -> QApplication:
    """The Qt application under a neutral name (facts.md 9.9)."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Workspace")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("workspace")
    file_dialogs.use_own_dialogs()
    Sweeper(app)
    return app
