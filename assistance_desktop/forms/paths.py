"""Paths with positions, as people and programs write them: `/data/children[2]/name`.

A sole instance may be written with or without `[1]`.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias

from assistance_desktop.errors import AppError
from assistance_desktop.forms.entries import Entry
from assistance_desktop.forms.form import Question, Repeat
from assistance_desktop.i18n import _

Make: TypeAlias = Callable[[Entry, Repeat], bool]
Step: TypeAlias = "tuple[str, int | None]"
"""A name, and the position in a repeat where one is written."""
_STEP = re.compile(r"([^\[\]/]+)(?:\[(\d{1,6})\])?")


def locate(root: Entry, path: str, make: Make | None = None) -> Entry:
    """The entry at a path; `make` may make the next instance of a repeat when it is named.

    Raises AppError when there is nothing at the path.
    """
    found = _follow(root, _steps(path), make)
    if found is None:
        raise _unknown(path)
    return found


def _follow(root: Entry, steps: Sequence[Step], make: Make | None = None) -> Entry | None:
    if not steps or steps[0] != (root.item.name, None):
        return None
    entry: Entry | None = root
    for name, number in steps[1:]:
        if entry is None:
            return None
        entry = _child(entry, name, number, make)
    return entry


def positions(root: Entry, path: str) -> tuple[Entry, Repeat] | None:
    """The parent and the repeat when a path names a repeat without a position; else None."""
    steps = _steps(path)
    if len(steps) < 2 or steps[-1][1] is not None:
        return None
    parent = _follow(root, steps[:-1])
    if parent is None:
        return None
    repeat = _repeat(parent, steps[-1][0])
    return None if repeat is None else (parent, repeat)


def repeat_at(root: Entry, path: str) -> tuple[Entry, Repeat]:
    """The parent and the repeat of a path.

    Raises AppError when there is no repeat at the path.
    """
    found = positions(root, path)
    if found is None:
        raise _unknown(path)
    return found


@lru_cache(maxsize=5_000)
def _steps(path: str) -> tuple[Step, ...]:
    if not path.startswith("/"):
        return ()
    found: list[Step] = []
    for part in path[1:].split("/"):
        match = _STEP.fullmatch(part)
        if match is None:
            return ()
        found.append((match[1], int(match[2]) if match[2] else None))
    return tuple(found)


def _child(entry: Entry, name: str, number: int | None, make: Make | None) -> Entry | None:
    repeat = _repeat(entry, name)
    if repeat is None:
        return _named(entry, name) if number in (None, 1) else None
    instances = entry.named.get(repeat.name.rpartition(":")[2], ())
    if number is None:
        if len(instances) > 1:
            return None
        number = 1
    if number == len(instances) + 1 and make is not None and make(entry, repeat):
        instances = entry.named[repeat.name.rpartition(":")[2]]
    found = instances[number - 1] if 1 <= number <= len(instances) else None
    return found if isinstance(found, Entry) else None


def _repeat(parent: Entry, name: str) -> Repeat | None:
    if isinstance(parent.item, Question):
        return None
    first = _named(parent, name)
    if first is not None:
        return first.item if isinstance(first.item, Repeat) else None
    return next((c for c in parent.item.children if c.name == name and isinstance(c, Repeat)), None)


def _named(parent: Entry, name: str) -> Entry | None:
    """The first entry of a name right below."""
    for child in parent.named.get(name.rpartition(":")[2], ()):
        if isinstance(child, Entry) and child.item.name == name:
            return child
    return None


def _unknown(path: str) -> AppError:
    return AppError(
        _("The form has no question at {path}.").format(path=path),
        _("Paths look like /data/group/question, in a repeat /data/children[2]/name."),
    )
