"""Answers as they are kept between sittings, and an interview taken up from them.

JSON-ready: a question's path holds its answer, or `{"unanswered": "refused"}`; a repeat's path
holds the number of its instances.
"""

from collections.abc import Mapping
from typing import TypeAlias

from assistance_desktop.errors import AppError
from assistance_desktop.forms.entries import Entry
from assistance_desktop.forms.filling import Filling, instances_of
from assistance_desktop.forms.form import Question, Repeat
from assistance_desktop.forms.paths import locate, positions
from assistance_desktop.forms.typed import Answer, given, kept

Kept: TypeAlias = "Answer | Mapping[str, str]"
Answers: TypeAlias = Mapping[str, Kept]
LEFT = frozenset({"refused", "unknown"})
"""How a question may be left; both are blank for formulas."""


def remembered(root: Entry) -> dict[str, Kept]:
    """Everything needed to take an interview up again."""
    found: dict[str, Kept] = {}
    for entry in root.everything():
        item = entry.item
        if isinstance(item, Question):
            if entry.left:
                found[entry.path] = {"unanswered": entry.left}
            elif entry.stored or item.default:
                found[entry.path] = given(item, entry.stored)
            continue
        for child in item.children:
            if isinstance(child, Repeat):
                found[f"{entry.path}/{child.name}"] = len(instances_of(entry, child))
    return found


def recall(filling: Filling, answers: Answers) -> None:
    """Put answers back where they were; what the form no longer asks stays with the case."""
    for path, number in sorted(answers.items(), key=lambda pair: pair[0].count("/")):
        found = positions(filling.root, path)
        if found is not None and isinstance(number, int):
            _resize(filling, *found, number)
    for path, answer in answers.items():
        try:
            _put(filling, locate(filling.root, path), answer)
        except AppError:
            continue
    filling.settle()


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
