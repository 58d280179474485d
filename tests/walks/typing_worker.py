"""A worker at the real window who answers question after question until the process is killed.

Run with the folder of the notes. A line is printed each time the foot says that all is saved:
the case and every answer that was handed over until then, as JSON.
"""

import json
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from assistance_desktop import app
from assistance_desktop.cases.changes import value_as_json
from assistance_desktop.ui.main_window import MainWindow

PASSPHRASE = "seven cranberry lanterns drifting"


class Worker(QObject):
    """Unlocks, begins an intake, and types for ever: the first choice, or a word."""

    def __init__(self, window):
        super().__init__(window)
        self.window = window
        self.word = ""
        self.timer = QTimer(self, interval=15)
        self.timer.timeout.connect(self.go_on)
        self.timer.start()
        QTest.keyClicks(window.findChild(QLineEdit), PASSPHRASE)
        QTest.keyClick(window.findChild(QLineEdit), Qt.Key.Key_Return)

    def go_on(self):
        if self.window.workspace is None:
            return
        page = self.window.workspace.intake_page
        if not self.word:
            self.window.actions_["new_intake"].trigger()
            page.keeper.saved.connect(lambda: self.tell(page))
            self.word = "umbrella"
        elif page.step is None:
            page.new_case()
        else:
            self.answer(page)

    def answer(self, page):
        """One key: the next letter of the word, the digit of the first choice, or Enter."""
        answering = page.middle.answering
        if answering is None or page.filling.state(page.step) != "blank":
            question = page.step.item
            typed = page.filling.interview.value(page.step.path) if page.step.questions else ""
            if getattr(question, "type", "") == "text" and typed != self.word:
                QTest.keyClicks(QApplication.focusWidget(), self.word[len(typed) :][:1])
            else:
                page.next()
        elif page.step.item.type == "text":
            QTest.keyClicks(QApplication.focusWidget(), self.word[:1])
        elif answering.buttons[2:] or page.step.item.type == "select_multiple":
            page.middle.press(1)
        else:
            answering.buttons[-1].click()

    def tell(self, page):
        case = page.filling.case
        answers = {field: value_as_json(value) for field, value in case.fields("intake").items()}
        sys.stdout.write(json.dumps({"case": case.id, "answers": answers}) + "\n")
        sys.stdout.flush()


def main():
    application = app.make_application()
    window = MainWindow(Path(sys.argv[1]))
    window.show()
    window.activateWindow()
    Worker(window)
    application.exec()


if __name__ == "__main__":
    main()
