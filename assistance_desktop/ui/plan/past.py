"""What was written about a service so far: every choice and every word, and what stood before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Answer
from assistance_desktop.cases.history import Step, steps
from assistance_desktop.i18n import N_, _
from assistance_desktop.ui import phrases
from assistance_desktop.ui.field_words import field_words
from assistance_desktop.ui.kit.disclosure import Disclosure
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.words import Words

_NAMED = {
    "accepts": N_("Accepts"),
    "later": N_("Later"),
    "declines": N_("Declines"),
    "open": N_("Not begun"),
    "arranging": N_("Being arranged"),
    "done": N_("In place"),
    "ended": N_("Ended"),
}
_CHOSEN = ("decision", "state")
_DAYS = ("due",)


@dataclass(frozen=True, slots=True)
class Past:
    """One change: when and by whom, what it was about, from what to what."""

    when: str
    who: str
    what: str
    change: str


def of(case: Case, record: str, today: date) -> tuple[Past, ...]:
    """The changes of a service's record, the newest first."""
    return tuple(_past(step, today) for step in reversed(steps(case, record)))


def _past(step: Step, today: date) -> Past:
    field = step.change.field
    before = ", ".join(dict.fromkeys(_words(field, one) for one in step.before))
    now = _words(field, step.change.value)
    change = _("{before} to {now}").format(before=before, now=now) if before else now
    return Past(phrases.moment(step.at, today), step.change.author, field_words("", field), change)


def _words(field: str, value: Answer) -> str:
    if field in _CHOSEN and isinstance(value, str) and value in _NAMED:
        return _(_NAMED[value])
    if field in _DAYS and isinstance(value, str):
        return phrases.moment_typed(value)
    return phrases.answer(value)


class PastCard(Disclosure):
    """The history of a service, opened when somebody wants to see it."""

    def __init__(self, past: Sequence[Past], parent: QWidget | None = None) -> None:
        super().__init__(_("History"), parent=parent)
        self._shown: tuple[Past, ...] = ()
        self.show_past(past)

    def show_past(self, past: Sequence[Past]) -> None:
        """Show these changes."""
        self.setVisible(bool(past))
        if tuple(past) == self._shown:
            return
        self._shown = tuple(past)
        empty(self.body)
        for one in past:
            words = _("{when}, {who}. {what}: {change}").format(
                when=one.when, who=one.who, what=one.what, change=one.change
            )
            self.body.addWidget(Words(words, "small", "text_2"))
