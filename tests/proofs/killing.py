"""A process that does a deed to a vault, and is killed in the middle of it.

Children are forked from one that has everything imported, so that a hundred kills take seconds.
"""

import multiprocessing
import os
import random
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tests.proofs import deeds


@cache
def forks():
    """The process that every killed one is forked from."""
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(["tests.proofs.killing"])
    return made


@dataclass(frozen=True)
class Work:
    """A deed, by its name, where it is done and with which chance."""

    deed: str
    folder: str
    chance: int
    start: int
    bundles: tuple[bytes, ...] = ()


def do(work, telling):
    """The child's life. What it tells is out of its hands before it goes on."""
    application = QCoreApplication([])
    telling.send({"began": os.getpid()})
    deed = getattr(deeds, work.deed)
    chance, numbers = random.Random(work.chance), deeds.numbered(work.start)  # noqa: S311
    deed(Path(work.folder), telling.send, chance, numbers, work.bundles)
    telling.send({"finished": os.getpid()})
    application.processEvents()


def kill_during(work, after, moment):
    """Do it, kill it so many seconds after it told so many things; what it told until then."""
    hearing, telling = forks().Pipe(duplex=False)
    child = forks().Process(target=do, args=(work, telling))
    child.start()
    telling.close()
    told = []
    try:
        while len(told) <= after:
            told.append(hearing.recv())
        time.sleep(moment)
        child.kill()
        while True:
            told.append(hearing.recv())
    except EOFError:
        child.join(20)
        hearing.close()
    return told, child.exitcode
