"""Qt must not use up None, True and False (docs/decisions/0007)."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

CALLS = 500


class Teller(QObject):
    told = Signal(bool)


def lost(deed):
    before = [sys.getrefcount(one) for one in (None, True, False)]
    for _each in range(CALLS):
        deed()
    after = [sys.getrefcount(one) for one in (None, True, False)]
    return max(first - last for first, last in zip(before, after, strict=True))


def test_calls_that_return_nothing_cost_no_reference(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.setCheckable(True)
    assert lost(lambda: button.setChecked(False)) < CALLS // 10


def test_signals_that_carry_a_truth_cost_no_reference(qapp):
    teller = Teller()
    heard = []
    teller.told.connect(lambda told: heard.append(told) or heard.clear())
    assert lost(lambda: teller.told.emit(True)) < CALLS // 10
