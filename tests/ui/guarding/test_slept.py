"""A look that comes far too late means that the machine slept."""

import time

import pytest

from assistance_desktop.ui.guarding.slept import Slept, clocks


class Times:
    """Two clocks that go as they are set."""

    def __init__(self):
        self.boot, self.wall = 1000.0, 5000.0

    def all(self):
        return (lambda: self.boot), (lambda: self.wall)


@pytest.fixture
def times():
    return Times()


@pytest.fixture
def locks(qapp, times):
    """How often it was told, and who tells it."""
    slept = Slept(times.all())
    slept.told = []
    slept.lock_due.connect(lambda: slept.told.append(True))
    yield slept
    slept.deleteLater()


@pytest.mark.parametrize("clock", ["boot", "wall"])
def test_a_jump_of_either_clock_locks_once(locks, times, clock):
    setattr(times, clock, getattr(times, clock) + 36)
    locks.look()
    locks.look()
    assert locks.told == [True]


@pytest.mark.parametrize("passed", [5, 12, 35])
def test_a_busy_machine_does_not_lock(locks, times, passed):
    for _look in range(5):
        times.boot += passed
        times.wall += passed
        locks.look()
    assert locks.told == []


def test_a_wall_clock_that_is_put_back_does_not_lock(locks, times):
    times.wall -= 3600
    locks.look()
    assert locks.told == []


def test_the_clocks_of_this_system_go_forward_in_seconds():
    before = [clock() for clock in clocks()]
    start = time.monotonic()
    while time.monotonic() - start < 0.01:
        pass
    passed = [now() - then for now, then in zip(clocks(), before, strict=True)]
    assert all(0.005 < each < 5 for each in passed)


def test_a_machine_that_slept_locks_the_notes(opened):
    signs = opened.guards._signs
    signs._slept._before = [then - 3600 for then in signs._slept._before]
    signs._slept.look()
    assert opened.session is None
