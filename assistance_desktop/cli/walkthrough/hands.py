"""Hands and eyes for the walkthrough: steps with their time, waiting, pictures, checks."""

import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from assistance_desktop.ui import failure

PATIENCE = 30
"""Seconds that anything may take."""


class WalkFailedError(Exception):
    """A check of the walkthrough did not hold."""


class Hands:
    """What a person at a desk does, for the program itself to do."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self._step = 0
        self._pictures = 0
        self._bugs: list[str] = []
        failure.install(self._bugs.append)

    @contextmanager
    def step(self, words: str) -> Generator[None]:
        """A step of the walk; its line is printed when it is done."""
        self._step += 1
        start = time.perf_counter()
        yield
        seconds = time.perf_counter() - start
        sys.stdout.write(f"{self._step:2} {words}: {seconds:.2f} s\n")
        sys.stdout.flush()

    def wait(self, condition: Callable[[], object], what: str) -> None:
        """Let the program work until something is so."""
        loop, ends = QEventLoop(), time.monotonic() + PATIENCE
        look = QTimer(interval=10)
        look.timeout.connect(lambda: (condition() or time.monotonic() > ends) and loop.quit())
        look.start()
        loop.exec()
        look.stop()
        self.check(condition(), what)

    def check(self, holds: object, what: str) -> None:
        """Stop the walk unless something holds."""
        if self._bugs:
            raise WalkFailedError(f"Step {self._step}: {self._bugs[0]}")
        if not holds:
            raise WalkFailedError(f"Step {self._step}: {what}")

    def picture(self, window: QWidget, name: str) -> None:
        """A picture of the window as it is now, when it has painted itself.

        Whoever looks at it has it in front: a window behind others is covered.
        """
        window.activateWindow()
        loop = QEventLoop()
        QTimer.singleShot(200, loop.quit)
        loop.exec()
        self._pictures += 1
        window.grab().save(str(self.out / f"{self._pictures:02}-{name}.png"))

    def type(self, field: QLineEdit, words: str) -> None:
        """Type into a field in place of what is there, key by key."""
        field.clear()
        QTest.keyClicks(field, words)

    def click(self, button: QAbstractButton, what: str) -> None:
        """Press a button as soon as it can be pressed, as a person would."""
        self.wait(lambda: button.isEnabled() and button.isVisible(), f"{what} cannot be pressed")
        button.click()
