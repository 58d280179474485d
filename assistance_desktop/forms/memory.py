"""Answers as they are kept between sittings, and an interview taken up from them.

JSON-ready: a question's path holds its answer, or `{"unanswered": "refused"}`; a repeat's path
holds the number of its instances. Instances beyond the count of a repeat come after it.
"""

import re
from collections.abc import Mapping
from typing import TypeAlias

from assistance_desktop.errors import AppError
from assistance_desktop.forms.entries import Entry
from assistance_desktop.forms.filling import MOST_INSTANCES, Filling, instances_of
from assistance_desktop.forms.form import Question, Repeat
from assistance_desktop.forms.judging import is_read_only
from assistance_desktop.forms.paths import locate, positions
from assistance_desktop.forms.typed import Answer, given, kept

Kept: TypeAlias = "Answer | Mapping[str, str]"
Answers: TypeAlias = Mapping[str, Kept]
LEFT = frozenset({"refused", "unknown"})
"""How a question may be left; both are blank for formulas."""
_PLACE = re.compile(r"\[(\d{1,6})\]")


def remembered(filling: Filling) -> dict[str, Kept]:
    """Everything needed to take an interview up again."""
    found: dict[str, Kept] = {}
    _remember(filling, filling.root, filling.root.path, found)
    return found


def _remember(filling: Filling, entry: Entry, path: str, found: dict[str, Kept]) -> None:
    if isinstance(entry.item, Question):
        if entry.left:
            found[path] = {"unanswered": entry.left}
        elif entry.stored or entry.item.default or entry.begun or _may_be_corrected(entry):
            found[path] = given(entry.item, entry.stored)
        return
    places: dict[str, int] = {}
    for child in entry.inner():
        below = f"{path}/{child.item.name}"
        if isinstance(child.item, Repeat):
            places[below] = places.get(below, 0) + 1
            _remember(filling, child, f"{below}[{places[below]}]", found)
        else:
            _remember(filling, child, below, found)
    for item in entry.item.children:
        if isinstance(item, Repeat):
            below = f"{path}/{item.name}"
            count = found[below] = places.get(below, 0)
            for place, instance in enumerate(reversed(_aside(filling, entry, item)), count + 1):
                _remember(filling, instance, f"{below}[{place}]", found)


def _may_be_corrected(entry: Entry) -> bool:
    """Whether the entry is worked out and shown, so that a person may write something else."""
    return entry.item.shown and entry.item.bind.calculate is not None


def _aside(filling: Filling, parent: Entry, repeat: Repeat) -> list[Entry]:
    return filling.aside.get((parent, repeat.path), [])


def recall(filling: Filling, answers: Answers) -> None:
    """Put answers back where they were; what the form no longer asks stays with the case."""
    counted = _make_room(filling, answers)
    _blank_beginnings(filling, answers)
    for path, answer in answers.items():
        try:
            _put(filling, locate(filling.root, path), answer)
        except AppError:
            continue
    filling.settle()
    _correct(filling, answers)
    for parent, repeat, number in reversed(counted):
        filling.set_aside(parent, repeat, number)
    filling.wake_counts()
    filling.settle()


def _blank_beginnings(filling: Filling, answers: Answers) -> None:
    """What the form holds in an instance at first belongs to that one, not to its place."""
    for entry in filling.root.everything():
        if not entry.begun or not isinstance(entry.item, Question) or entry.item.default:
            continue
        if entry.path not in answers:
            _put(filling, entry, None)


def _make_room(filling: Filling, answers: Answers) -> list[tuple[Entry, Repeat, int]]:
    """Make the instances that were there; those that a formula counts, and how many counted.

    Of these every instance that has an answer is made: what is set aside has its answers too. Of
    the others, answers beyond the number are of instances that somebody removed.
    """
    counted: list[tuple[Entry, Repeat, int]] = []
    highest = _highest(answers)
    for path in sorted({*answers, *highest}, key=lambda path: path.count("/")):
        found = positions(filling.root, path)
        number = answers.get(path)
        if found is None:
            continue
        parent, repeat = found
        if repeat.count is not None:
            before = number if isinstance(number, int) else 0
            _resize(filling, parent, repeat, max(before, highest.get(path, 0)))
            counted.append((parent, repeat, before))
        elif isinstance(number, int):
            _resize(filling, parent, repeat, number)
    return counted


def _correct(filling: Filling, answers: Answers) -> None:
    """What a person wrote over a calculation stands until something it looks at changes."""
    for entry in filling.root.everything():
        if not _may_be_corrected(entry) or is_read_only(entry, filling.world):
            continue
        path = entry.path
        if path in answers:
            before = entry.stored, entry.left
            _put(filling, entry, answers[path])
            if (entry.stored, entry.left) != before:
                filling.settle()


def _highest(answers: Answers) -> dict[str, int]:
    """Of each repeat, the last place that an answer names: what was set aside stands there."""
    found: dict[str, int] = {}
    for path in answers:
        for match in _PLACE.finditer(path):
            repeat = path[: match.start()]
            found[repeat] = max(found.get(repeat, 0), min(int(match[1]), MOST_INSTANCES))
    return found


def _put(filling: Filling, entry: Entry, answer: Kept) -> None:
    if not isinstance(entry.item, Question):
        return
    if isinstance(answer, Mapping):
        state = answer.get("unanswered", "")
        entry.stored, entry.left = "", state if state in LEFT else ""
    else:
        entry.stored, entry.left = kept(entry.item, answer), ""
    filling.refresh_text(entry)


def _resize(filling: Filling, parent: Entry, repeat: Repeat, wanted: int) -> None:
    instances = instances_of(parent, repeat)
    for _number in range(len(instances), wanted):
        filling.add(parent, repeat)
    for instance in reversed(instances[wanted:]):
        filling.remove(instance)
