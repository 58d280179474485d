"""The changes of a case in words, each worded when somebody first looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistance_desktop.cases import answers, history, life
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Answer
from assistance_desktop.cases.history import Step
from assistance_desktop.i18n import _
from assistance_desktop.ui.case_view import change_words, wording
from assistance_desktop.ui.case_view.together import thing, together
from assistance_desktop.ui.content import Content


class Sort(StrEnum):
    """What a change is about."""

    ALL = "all"
    ANSWERS = "answers"
    PLAN = "plan"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Entry:
    """A change in words."""

    step: Step
    title: str
    before: str
    after: str

    def says(self, words: str) -> bool:
        """Whether every word is in it."""
        change = self.step.change
        text = f"{self.title} {self.before} {self.after} {change.author}".casefold()
        return all(word in text for word in words.casefold().split())


class Entries:
    """What was written in a case, the newest first.

    Where somebody stopped, and what was half typed, is no part of it.
    """

    def __init__(self, case: Case, content: Content) -> None:
        self._case, self._content = case, content
        told = [step for step in reversed(history.steps(case)) if not _is_quiet(step)]
        self._groups = {group[-1].change.id: group for group in together(told)}
        self.steps = [group[-1] for group in self._groups.values()]
        self._worded: dict[str, Entry] = {}

    def entry(self, step: Step) -> Entry:
        """A change in words."""
        found = self._worded.get(step.change.id)
        if found is None:
            found = self._worded[step.change.id] = self._word(step)
        return found

    def find(self, sort: Sort, author: str, device: str, words: str) -> list[Step]:
        """The changes of a sort, an author and a device ("" for any) that have these words."""
        return [
            step
            for step in self.steps
            if sort in (Sort.ALL, sort_of(step))
            and author in ("", step.change.author)
            and device in ("", step.change.device)
            and (not words or self.entry(step).says(words))
        ]

    def _word(self, step: Step) -> Entry:
        change, sort = step.change, thing(step)
        if len(group := self._groups[change.id]) > 1:
            return self._word_thing(step, group)

        def words(value: Answer) -> tuple[str, str]:
            return wording.describe(self._case, self._content, change.record, change.field, value)

        title, after = words(change.value)
        if sort in change_words.KINDS and change.record != CASE:
            title = _("{kind}: {what}").format(kind=_(change_words.KINDS[sort]), what=title)
        elif (change.record, change.field, change.value) == (CASE, life.CLOSED_ON, ""):
            return Entry(step, _("Case taken up again"), "", "")
        before = dict.fromkeys(words(value)[1] for value in step.before)
        return Entry(step, title, _(" or ").join(before), after)

    def _word_thing(self, step: Step, group: Sequence[Step]) -> Entry:
        """What was written in one go, in one row, the fields as they are always listed."""
        sort, record = thing(step), step.change.record
        written = {one.change.field: one.change for one in group}
        kind, name = _(change_words.KINDS[sort]), wording.name_of(self._case, record)
        if not written.get(life.CLOSED_ON, step.change).value and record == CASE:
            return Entry(step, _("Case taken up again"), "", "")
        order = [*change_words.FIELDS["case" if record == CASE else sort]]
        listed = [written[field] for field in order if field in written]
        said = [
            wording.describe(self._case, self._content, record, one.field, one.value)
            for one in listed
            if one.value not in ("", [], None) and not wording.names(record, one.field)
        ]
        title = _("{kind}: {what}").format(kind=kind, what=name) if name else kind
        return Entry(step, title, "", ". ".join(f"{what}: {words}" for what, words in said))


def kind_of(step: Step) -> str:
    """The kind of the record that a change is in."""
    return step.change.record.partition("/")[0]


def sort_of(step: Step) -> Sort:
    """Under which filter a change stands."""
    kind = kind_of(step)
    if kind in (INTAKE, "repeat", answers.OTHERS):
        return Sort.ANSWERS
    return Sort.PLAN if kind == "plan" else Sort.OTHER


def _is_quiet(step: Step) -> bool:
    return kind_of(step) == "unread" or step.change.field == "place"
