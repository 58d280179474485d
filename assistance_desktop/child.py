"""Work that is done in a process of its own: what strangers made is never parsed beside the notes.

The child is this same program, started anew with nothing but a pipe in and a pipe out; it limits
itself before it reads the first byte (cli/child.py) and is killed at its time. It has no keys,
no vault and no file of ours (docs/decisions/0013-child-process.md).
"""

import contextlib
import json
import math
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import IO, Any, cast

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _, language

REFUSED = 3
"""The exit status of a child that has a sentence to say; the sentence is its output."""

_GLANCE = 0.1
"""Seconds between two looks at whether anybody still waits for the result."""
_GULP = 65_536
"""Bytes that go through a pipe at once."""
_LARGEST_RESULT = 1_000_000_000
"""Bytes that a child may answer."""
_LONGEST_SENTENCE = 2_000
"""Signs of a sentence that a child may say; it may be in a stranger's hands by then."""
_LONGEST_LINE = 16_000_000
"""Bytes of what is said beside the data: the remarks on a long form are many."""
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
    talk = _talk_on_windows if os.name == "nt" else _talk
    try:
        result = talk(process, data, _watch(seconds, stop))
    finally:
        _end(process)
    if process.returncode == REFUSED:
        raise _refusal(result)
    if process.returncode != 0:
        raise _broken()
    return result


def wrap(options: Mapping[str, object], data: bytes = b"") -> bytes:
    """What is said of the data, in one line of JSON, and then the data."""
    return json.dumps(options).encode("ascii") + b"\n" + data


def unwrap(parcel: bytes) -> tuple[dict[str, Any], memoryview]:
    """What `wrap` made. Raises ChildError for anything else: a child may send what it likes."""
    end = parcel.find(b"\n")
    try:
        options = json.loads(parcel[:end]) if 0 <= end < _LONGEST_LINE else None
    except (ValueError, RecursionError):
        options = None
    if not isinstance(options, dict):
        raise _broken()
    return cast("dict[str, Any]", options), memoryview(parcel)[end + 1 :]


def _watch(seconds: float, stop: Callable[[], bool]) -> Callable[[], None]:
    """What raises ChildError when the time is over or nobody waits any more."""
    until = time.monotonic() + seconds

    def check() -> None:
        if stop():
            raise ChildStoppedError(_("This was stopped."))
        if time.monotonic() > until:
            raise ChildError(
                _("This file takes too long to open."),
                _("It may be damaged, or made to do harm. Nothing was changed."),
            )

    return check


def _talk(process: subprocess.Popen[bytes], data: bytes, check: Callable[[], None]) -> bytes:
    """Hand the data over and take what comes back; `check` is asked again and again."""
    to_child, from_child = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    left, heard, size = memoryview(data), list[bytes](), 0
    with selectors.DefaultSelector() as ways:
        for pipe, turn in ((to_child, selectors.EVENT_WRITE), (from_child, selectors.EVENT_READ)):
            os.set_blocking(pipe.fileno(), False)
            ways.register(pipe, turn)
        while ways.get_map():
            check()
            for ready, _turn in ways.select(_GLANCE):
                if ready.fileobj is from_child:
                    heard.append(os.read(ready.fd, _GULP))
                    size += len(heard[-1])
                    if size > _LARGEST_RESULT:
                        raise _broken()
                    if not heard[-1]:
                        ways.unregister(from_child)
                    continue
                left = left[_give(ready.fd, left) :]
                if not left:
                    ways.unregister(to_child)
                    to_child.close()
    _await_end(process, check)
    return b"".join(heard)


def _give(pipe: int, left: memoryview) -> int:
    """How many bytes the child took; all of them when it has hung up, for its status tells why."""
    try:
        return os.write(pipe, left[:_GULP])
    except BrokenPipeError:
        return len(left)


def _await_end(process: subprocess.Popen[bytes], check: Callable[[], None]) -> None:
    while process.poll() is None:
        check()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_GLANCE)


def _talk_on_windows(  # pyright: ignore[reportUnusedFunction] - where there is Windows
    process: subprocess.Popen[bytes], data: bytes, check: Callable[[], None]
) -> bytes:
    """The same where pipes cannot be waited for together; Python does it, once handed the data."""
    given: bytes | None = data
    while True:
        try:
            return process.communicate(given, timeout=_GLANCE)[0]
        except subprocess.TimeoutExpired:
            given = None
        check()


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
