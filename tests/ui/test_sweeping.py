"""Rubbish with widgets in it goes on the UI thread and on no other."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from assistance_desktop.ui.sweeping import Sweeper


class Knot(QObject):
    """An object that holds itself, so that only the collector can free it."""

    def __init__(self):
        super().__init__()
        self.self = self


def test_another_thread_sweeps_nothing_however_much_it_allocates(qapp):
    Sweeper(qapp)
    knot = weakref.ref(Knot())
    worker = threading.Thread(target=lambda: [{"n": [n]} for n in range(50_000)])
    worker.start()
    worker.join()
    assert knot() is not None


def test_the_ui_thread_sweeps_when_there_is_enough(qapp):
    sweeper = Sweeper(qapp)
    gc.collect()
    knot = weakref.ref(Knot())
    kept = [{"n": [n]} for n in range(gc.get_threshold()[0] + 1)]
    sweeper.sweep()
    assert kept
    assert knot() is None
