"""The one place where everything is put together: limits, Qt, language, look, window."""

import contextlib
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from assistance_desktop import paths
from assistance_desktop.ui import failure
from assistance_desktop.ui.main_window import MainWindow
from assistance_desktop.ui.sweeping import Sweeper


def start(folder: Path | None = None) -> int:
    """Show the window and stay until it is closed; its exit status."""
    tighten()
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
    Sweeper(app)
    return app


def tighten() -> None:
    """New files are for their owner only, and a crash leaves no picture of the memory."""
    os.umask(0o077)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
