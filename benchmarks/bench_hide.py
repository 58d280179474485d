"""How soon F9 shows the empty notes, from the pages of a desk with many cases.

    QT_QPA_PLATFORM=offscreen python benchmarks/bench_hide.py

From the key to the notes painted, in ms, the median and the worst of ROUNDS per place; locking
follows afterwards, out of sight. The peer is a plain Qt window that puts another page in front.
Fails above BOUND.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QStackedWidget

from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.changes import Author
from assistance_desktop.storage import editing, keys, vault
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui import preferences
from assistance_desktop.ui.hiding.notes_page import NotesPage
from assistance_desktop.ui.main_window import MainWindow
from assistance_desktop.ui.preferences import Preferences
from assistance_desktop.ui.session import new_id
from assistance_desktop.ui.telling.opening import NAMELESS
from assistance_desktop.ui.workspace import Workspace

PASSPHRASE = "seven cranberry lanterns drifting"  # noqa: S105 - made up
CASES, ROUNDS = 1000, 5
BOUND = 100.0
"""Milliseconds."""
PLACES: dict[str, Callable[[MainWindow], None]] = {
    "Today": lambda window: at_work(window).go("today"),
    "Cases": lambda window: at_work(window).go("cases"),
    "Sync": lambda window: at_work(window).go("sync"),
    "an intake": lambda window: at_work(window).start_intake(),
    "a panel over a page": lambda window: at_work(window).telling.open("case-0", NAMELESS),
}


def main() -> int:
    """Print a table; 1 when a place is slower than BOUND."""
    app = QApplication(sys.argv)
    plain = plain_window()
    print(f"{CASES} cases: ms from F9 to the notes painted{'median':>12}{'worst':>9}{'ratio':>8}")
    print(
        f"{'a plain Qt window, another page':46}{median(plain):>12.1f}{max(plain):>9.1f}{1:>8.1f}"
    )
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        make_desk(Path(folder))
        window = MainWindow(Path(folder))
        window.show()
        for name, go in PLACES.items():
            took = [hide_from(window, go) for _round in range(ROUNDS)]
            ratio = median(took) / median(plain)
            print(f"{name:46}{median(took):>12.1f}{max(took):>9.1f}{ratio:>8.1f}")
            worst = max(worst, *took)
        window.close()
    app.processEvents()
    return int(worst > BOUND)


def plain_window() -> list[float]:
    """The same gesture by a window that does nothing else."""
    window, layers = QMainWindow(), QStackedWidget()
    window.setCentralWidget(layers)
    window.resize(1280, 768)
    window.show()
    took: list[float] = []
    for _round in range(ROUNDS):
        settle()
        started = time.perf_counter()
        page = QPlainTextEdit()
        layers.addWidget(page)
        layers.setCurrentWidget(page)
        window.repaint()
        took.append((time.perf_counter() - started) * 1000)
    window.close()
    return took


def make_desk(folder: Path) -> None:
    """A desk with so many cases, and a cheap key so that unlocking takes no time."""
    moment = datetime.now(UTC)
    made = vault.create(
        folder / "notes",
        PASSPHRASE,
        cost=keys.FLOOR,
        fill=lambda c: desk.found(c, "Pihlaja", "Laptop 1", Role.FIELD, moment),
    )
    connection = made.connect()
    pen = Pen(Author("Pihlaja", "bench"), lambda: datetime.now(UTC), new_id)
    with transaction(connection):
        for number in range(CASES):
            edits = [
                Edit(CASE, "pseudonym", f"Aurora {number}"),
                Edit(CASE, "opened_on", "2026-11-23"),
            ]
            editing.write(connection, f"case-{number}", edits, pen)
    connection.close()
    made.close()
    preferences.write(folder, Preferences("en", "light"))


def hide_from(window: MainWindow, go: Callable[[MainWindow], None]) -> float:
    """Unlock, go there, press F9; milliseconds until the notes are painted. Back to the lock."""
    [line] = [one for one in window.findChildren(QLineEdit) if one.isVisible()]
    QTest.keyClicks(line, PASSPHRASE)
    QTest.keyClick(line, Qt.Key.Key_Return)
    until(lambda: window.workspace is not None)
    go(window)
    settle()
    started = time.perf_counter()
    QTest.keyPress(window, Qt.Key.Key_F9)
    took = (time.perf_counter() - started) * 1000
    until(lambda: window.session is None)
    [notes] = [one for one in window.findChildren(NotesPage) if one.isVisible()]
    notes.returned.emit()
    settle()
    return took


def at_work(window: MainWindow) -> Workspace:
    """The workspace, which is there once it is unlocked."""
    assert window.workspace is not None
    return window.workspace


def until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    while not holds():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def settle() -> None:
    """Let everything that was started be shown."""
    ends = time.monotonic() + 0.7
    until(lambda: time.monotonic() > ends)


if __name__ == "__main__":
    sys.exit(main())
