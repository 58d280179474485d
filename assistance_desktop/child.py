"""Work that is done in a process of its own: what strangers made is never parsed beside the notes.

The child is this same program, started anew with nothing but a pipe in and a pipe out; it limits
itself before it reads the first byte (cli/child.py) and is killed at its time. It has no keys,
no vault and no file of ours (docs/decisions/0013-child-process.md).
"""

import json
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Collection
from pathlib import Path

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _, language

REFUSED = 3
"""The exit status of a child that has a sentence to say; the sentence is its output."""

_GLANCE = 0.1
"""Seconds between two looks at whether anybody still waits for the result."""
_LONGEST_SENTENCE = 2_000
"""Signs of a sentence that a child may say; it may be in a stranger's hands by then."""
_ALWAYS = ("SYSTEMROOT", "WINDIR")
"""What Windows starts no program without; nothing else of ours goes along."""


class ChildError(AppError):
    """The work was refused, took too long, or broke down; nothing was changed."""


class ChildStoppedError(ChildError):
    """Nobody waits for the result any more."""


def run(
    job: str,
    data: bytes,
    *,
    seconds: float,
    memory: int,
    environment: Collection[str] = (),
    stop: Callable[[], bool] = lambda: False,
) -> bytes:
    """What a job of cli/child.py makes of the data, in a process that is gone afterwards.

    `seconds` is the longest it may take, `memory` the bytes it may use above what it starts
    with, `environment` names what it may know of ours. `stop` is asked ten times a second
    whether to give up. Raises ChildError, ChildStoppedError when it was told to stop.
    """
    process = subprocess.Popen(  # noqa: S603 - this program itself
        [*_this_program(), "child", job, str(math.ceil(seconds)), str(memory), language()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_home(),
        env={name: os.environ[name] for name in (*_ALWAYS, *environment) if name in os.environ},
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        result = _talk(process, data, seconds, stop)
    finally:
        _end(process)
    if process.returncode == REFUSED:
        raise _refusal(result)
    if process.returncode != 0:
        raise _broken()
    return result


def _talk(
    process: subprocess.Popen[bytes], data: bytes, seconds: float, stop: Callable[[], bool]
) -> bytes:
    """Hand the data over and wait for what comes back."""
    until = time.monotonic() + seconds
    given: bytes | None = data
    while True:
        try:
            return process.communicate(given, timeout=_GLANCE)[0]
        except subprocess.TimeoutExpired:
            given = None  # Python goes on with what it was given first
        if stop():
            raise ChildStoppedError(_("This was stopped."))
        if time.monotonic() > until:
            raise ChildError(
                _("This file takes too long to open."),
                _("It may be damaged, or made to do harm. Nothing was changed."),
            )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Leave nothing behind: not the child, and not what it may have started."""
    if sys.platform == "win32":
        process.kill()
    elif process.returncode is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def _refusal(said: bytes) -> ChildError:
    """The sentence of the child, cut short; it is words and nothing else."""
    try:
        problem, hint = json.loads(said)
    except (ValueError, RecursionError):
        return _broken()
    return ChildError(str(problem)[:_LONGEST_SENTENCE], str(hint)[:_LONGEST_SENTENCE])


def _broken() -> ChildError:
    return ChildError(
        _("This file could not be read."),
        _("It may be damaged, too large to open, or made to do harm. Nothing was changed."),
    )


def _this_program() -> list[str]:
    frozen = getattr(sys, "frozen", False)
    return [sys.executable] if frozen else [sys.executable, "-m", "assistance_desktop"]


def _home() -> Path:
    """Where the program itself lies: what lies in the folder that we run in is not ours."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).parent
    return Path(__file__).resolve().parent.parent
