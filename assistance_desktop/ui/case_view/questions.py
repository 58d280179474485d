"""The answers of a case by section, in the words of the questionnaire.

What is asked follows from the answers; a question that its other answers rule out is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistance_desktop.cases import answers
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Change
from assistance_desktop.forms.form import Question, Repeat
from assistance_desktop.forms.interview import Interview
from assistance_desktop.ui import phrases
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.session import HELSINKI

_SILENT = ("calculate", "hidden", "note")


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with what was said. `state` is answered, blank, refused or unknown.

    `heads` are the changes that hold it: none yet, one, or several that do not agree.
    """

    path: str
    question: str
    answer: str
    state: str
    heads: tuple[Change, ...]
    versions: int

    @property
    def differs(self) -> bool:
        """Whether two desks wrote different answers and nobody has decided."""
        return any(head.value != self.heads[0].value for head in self.heads[1:])


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the questionnaire with its questions."""

    path: str
    title: str
    items: tuple[Answered, ...]

    @property
    def done(self) -> int:
        """How many have an answer, or a reason why there is none."""
        return sum(item.state != "blank" for item in self.items)


def read(case: Case, content: Content, today: date) -> tuple[Section, ...]:
    """Every section that asks something today."""
    interview = content.interview(case, today)
    found: dict[str, list[Answered]] = {}
    for path, item in interview.walk():
        if isinstance(item, Question) and _is_asked(interview, path, item):
            found.setdefault(_section(path), []).append(_answered(case, content, interview, path))
    return tuple(
        Section(path, interview.label(path).text, tuple(items)) for path, items in found.items()
    )


def count_open(sections: Sequence[Section]) -> int:
    """How many questions nobody has answered or left."""
    return sum(len(section.items) - section.done for section in sections)


def _section(path: str) -> str:
    return "/".join(path.split("/")[:3])


def _is_asked(interview: Interview, path: str, item: Question) -> bool:
    asked = item.shown and item.type not in _SILENT and interview.relevant(path)
    return asked and not interview.read_only(path)


def _answered(case: Case, content: Content, interview: Interview, path: str) -> Answered:
    heads, versions = _written(case, path)
    state = interview.state(path)
    value = heads[-1].value if heads else None
    answer = ""
    if state != "blank":
        answer = content.describe("intake", answers.plain(path), value)[1] if heads else ""
    return Answered(path, _label(interview, path), answer, state, heads, versions)


def _label(interview: Interview, path: str) -> str:
    """The question; in a repeat with the place of its instance."""
    text = interview.label(path).text
    around = path.rpartition("]")[0]
    if not around:
        return text
    repeat = interview.item(f"{around}]")
    place = around.rpartition("[")[2]
    return f"{place}. {text}" if isinstance(repeat, Repeat) else text


def _written(case: Case, path: str) -> tuple[tuple[Change, ...], int]:
    try:
        record, field = answers.locate(case, path)
    except KeyError:
        return (), 0
    versions = sum(c.record == record and c.field == field for c in case.changes)
    return case.heads(record, field), versions


def by_whom(change: Change, today: date) -> str:
    """Who wrote it and on which day."""
    day = phrases.day(change.at.astimezone(HELSINKI).date(), today)
    return f"{change.author}, {day}" if change.author else day
