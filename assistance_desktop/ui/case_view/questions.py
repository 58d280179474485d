"""The answers to a questionnaire of a case by section, in the words of the questionnaire.

What is asked follows from the answers. An answer that the others rule out, or that this version
does not ask for, is kept beside them and counts nowhere. Pure, so any thread may read.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from assistance_desktop.cases import answers
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.changes import Answer, Change
from assistance_desktop.errors import AppError
from assistance_desktop.forms.form import Form, Question, Repeat
from assistance_desktop.forms.interview import Interview
from assistance_desktop.i18n import _
from assistance_desktop.ui import phrases
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.session import HELSINKI

_SILENT = ("calculate", "hidden", "note")

ASIDE = "aside"
EARLIER = "earlier"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with what was said. `state` is answered, blank, refused or unknown.

    `path` has positions inside repeats, `record` and `field` are where the answer lies. `heads`
    are the changes that hold it: none yet, one, or several that do not agree. `note` is in the
    client's own words. `kept` is "" for what is asked now, ASIDE for what other answers rule
    out, EARLIER for what another version asked, OTHER for what no questionnaire asks.
    """

    path: str
    record: str
    field: str
    question: str
    answer: str
    state: str
    heads: tuple[Change, ...]
    versions: int
    note: str = ""
    kept: str = ""

    @property
    def differs(self) -> bool:
        """Whether two desks wrote different answers and nobody has decided."""
        return any(head.value != self.heads[0].value for head in self.heads[1:])

    def says(self, words: str) -> bool:
        """Whether every word is in the question, the answer or the note."""
        text = f"{self.question} {self.answer} {self.note}".casefold()
        return all(word in text for word in words.casefold().split())


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the questionnaire: what it asks now, and the answers kept beside."""

    path: str
    title: str
    items: tuple[Answered, ...]
    beside: tuple[Answered, ...] = ()

    @property
    def done(self) -> int:
        """How many have an answer, or a reason why there is none."""
        return sum(item.state != "blank" for item in self.items)

    @property
    def differs(self) -> bool:
        """Whether two desks wrote different answers to any of it."""
        return any(item.differs for item in (*self.items, *self.beside))


def read(case: Case, content: Content, today: date, record: str = INTAKE) -> tuple[Section, ...]:
    """Every section that asks something today, or that holds an answer."""
    return _Reading(case, content, today, record).sections()


def count_open(sections: Sequence[Section]) -> int:
    """How many questions nobody has answered or left."""
    return sum(len(section.items) - section.done for section in sections)


def by_whom(change: Change, today: date) -> str:
    """Who wrote it and on which day."""
    day = phrases.day(change.at.astimezone(HELSINKI).date(), today)
    return f"{change.author}, {day}" if change.author else day


@dataclass(slots=True)
class _Part:
    """A section while it is put together."""

    title: str
    items: list[Answered] = field(default_factory=list[Answered])
    beside: list[Answered] = field(default_factory=list[Answered])


class _Reading:
    """One questionnaire of a case under way from paths to words."""

    def __init__(self, case: Case, content: Content, today: date, record: str) -> None:
        self._case, self._content, self._record = case, content, record
        self._asked_in = content.of(case, record)
        self._interview = self._asked_in.interview(case, today, record=record)
        places = answers.instances(case, record)
        self._records = {place: instance for instance, place in places.items()}
        self._versions = Counter((change.record, change.field) for change in case.changes)

    def sections(self) -> tuple[Section, ...]:
        if self._content.is_foreign(self._case, self._record):
            return self._foreign()
        tops = dict(_tops(self._asked_in.form))
        parts = {path: _Part(self._title(path)) for path in dict.fromkeys(tops.values())}
        parts[""] = _Part(_("Asked in another version"))
        asked: set[str] = set()
        for path, item in self._interview.walk():
            if isinstance(item, Question) and _is_asked(self._interview, path, item):
                asked.add(path)
                parts[tops[_top(path)]].items.append(self._asked(path, item))
        for path, value in answers.answers(self._case, self._record).items():
            if path not in asked and value is not None and (kept := self._beside(path)):
                parts[tops.get(_top(path), "")].beside.append(kept)
        return tuple(
            Section(path, part.title, tuple(part.items), tuple(part.beside))
            for path, part in parts.items()
            if part.items or part.beside
        )

    def _foreign(self) -> tuple[Section, ...]:
        """The answers of a questionnaire that this desk has never seen, under their plain names."""
        given = answers.answers(self._case, self._record).items()
        items = tuple(self._kept(path, EARLIER) for path, value in given if value is not None)
        title = self._content.title(self._case, self._record)
        return (Section("", title, items),) if items else ()

    def _title(self, path: str) -> str:
        """The title of a section; questions that stand in no group bear that of the form."""
        item = self._interview.item(path)
        if isinstance(item, Question):
            return self._asked_in.title
        return self._interview.label(path).text or phrases.plain_name(path)

    def _asked(self, path: str, item: Question) -> Answered:
        state = self._interview.state(path)
        made = self._answered(path, self._label(path, item), state)
        unsaid = state == "answered" and (not made.heads or made.heads[-1].value is None)
        return self._answered(path, made.question, "blank") if unsaid else made

    def _beside(self, path: str) -> Answered | None:
        """An answer that counts nowhere, None for what the form itself works out."""
        try:
            item = self._interview.item(path)
            is_ruled_out = not self._interview.relevant(path)
        except AppError:
            return self._kept(path, EARLIER)
        if not isinstance(item, Question):
            return self._kept(path, EARLIER)
        return self._kept(path, ASIDE) if is_ruled_out and item.shown else None

    def _kept(self, path: str, why: str) -> Answered:
        title = self._content.describe(self._record, answers.plain(path), None, self._case)[0]
        return self._answered(path, title, "answered", why)

    def _answered(self, path: str, question: str, state: str, kept: str = "") -> Answered:
        record, name = self._locate(path)
        heads = self._case.heads(record, name)
        said = state != "blank" and bool(heads)
        return Answered(
            path=path,
            record=record,
            field=name,
            question=question,
            answer=self._words(name, heads[-1].value) if said else "",
            state=state,
            heads=heads,
            versions=self._versions[record, name],
            note=self._case.text(answers.note_record(name, record), "text") if record else "",
            kept=kept,
        )

    def _locate(self, path: str) -> tuple[str, str]:
        """The record and field of a path; of an instance that nobody wrote into, none."""
        inside, bracket, _rest = path.rpartition("]")
        record = self._records.get(inside + bracket, "") if bracket else self._record
        return record, answers.plain(path)

    def _words(self, name: str, value: Answer) -> str:
        if self._asked_in.asks(name):
            return self._asked_in.describe(name, value)[1]
        return self._content.describe(self._record, name, value, self._case)[1]

    def _label(self, path: str, item: Question) -> str:
        """The question; in a repeat with the place of its instance."""
        text = self._interview.label(path).text or phrases.plain_name(item.name)
        around = path.rpartition("]")[0]
        if not around:
            return text
        repeat = self._interview.item(f"{around}]")
        place = around.rpartition("[")[2]
        return f"{place}. {text}" if isinstance(repeat, Repeat) else text


def _tops(form: Form) -> Iterator[tuple[str, str]]:
    """What stands at the top of a form, each with its section; loose questions in a row share."""
    loose = ""
    for item in form.root.children:
        if isinstance(item, Question):
            loose = loose or item.path
        elif item.shown:
            loose = ""
        yield item.path, loose if isinstance(item, Question) else item.path


def _top(path: str) -> str:
    return "/".join(answers.plain(path).split("/")[:3])


def _is_asked(interview: Interview, path: str, item: Question) -> bool:
    asked = item.shown and item.type not in _SILENT and "label" not in item.appearance.split()
    return asked and interview.relevant(path) and not interview.read_only(path)
