"""What a content pack holds, once it is read.

Plain values only: `pack.py` reads and checks them, `services.py` and `flags.py` apply them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistance_desktop.guidance.rules import Condition
from assistance_desktop.guidance.tables import Words
from assistance_desktop.guidance.wording import Vocabulary

STATUSES = ("yes", "may", "if", "info", "no", "ask", "declined")
"""What a service can come to (commands.md)."""

DECIDABLE = ("yes", "may", "info", "no", "ask")
"""What a rule may say; `if` and `declined` follow from the customer and from the client."""


def holds(valid_from: date | None, valid_to: date | None, on: date) -> bool:
    """Whether something is valid on a day; a law changes on a day, and both ends count."""
    return (valid_from is None or valid_from <= on) and (valid_to is None or on <= valid_to)


@dataclass(frozen=True)
class Source:
    """A sentence of the leaflet, or another place that a statement rests on."""

    id: str
    ground: str
    text: str
    certainty: str
    checked: date


@dataclass(frozen=True)
class Question:
    """How a fact is asked, in words and in a form.

    `question` is its name in the form, empty when the fact is recorded elsewhere. A list has
    `parts` (part of the fact to question in the repeat); `more` names the question for the rest
    of a list that is asked best first. `none_question`, answered with `none_answer`, means
    `none_value`. `safer` is the answer to act on while two desks disagree.
    """

    fact: str
    named: str
    question: str
    words: Words
    values: Mapping[str, object]
    parts: Mapping[str, str]
    more: str
    none_question: str
    none_answer: object
    none_value: object
    safer: str


@dataclass(frozen=True)
class Rule:
    """When a service comes to a status, on what ground, and in which words if in its own.

    `table` are the rule ids of the decision table (facts.md 3.2) that it carries out.
    """

    id: str
    status: str
    when: Condition
    ask: tuple[str, ...]
    table: tuple[str, ...]
    source: tuple[str, ...]
    text: Words | None
    valid_from: date | None
    valid_to: date | None

    def is_valid(self, on: date) -> bool:
        """Whether the rule holds on the day."""
        return holds(self.valid_from, self.valid_to, on)


@dataclass(frozen=True)
class Shared:
    """A rule that several services begin with."""

    services: tuple[str, ...]
    rule: Rule


@dataclass(frozen=True)
class Service:
    """One service with its words and its rules, tried in order; the last one always holds."""

    code: str
    icon: str
    organiser: str
    ground: str
    certainty: str
    review: str
    checked: date
    source: tuple[str, ...]
    name: Words
    text: Words
    lead: Mapping[str, Words]
    urgent: Condition | None
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Remark:
    """A further sentence, or a further question, that a flag carries when its condition holds."""

    when: Condition
    fact: str
    words: Words
    valid_from: date | None


@dataclass(frozen=True)
class Flag:
    """A thing that must not be overlooked, while it is valid."""

    code: str
    when: Condition
    asks: bool
    number: str
    reading: str
    ground: str
    table: tuple[str, ...]
    source: tuple[str, ...]
    text: Words
    also: tuple[Remark, ...]
    questions: tuple[Remark, ...]
    valid_from: date | None
    valid_to: date | None

    def is_valid(self, on: date) -> bool:
        """Whether it is raised at all on the day."""
        return holds(self.valid_from, self.valid_to, on)


@dataclass(frozen=True)
class Organiser:
    """Who organises and pays in one situation (facts.md 1.4), while it is valid."""

    when: Condition
    text: Words
    valid_from: date | None
    valid_to: date | None

    def is_valid(self, on: date) -> bool:
        """Whether they organise it on the day."""
        return holds(self.valid_from, self.valid_to, on)


@dataclass(frozen=True)
class Contact:
    """Where help is reached, and the day on which somebody checked that."""

    id: str
    name: Words
    about: Words
    phone: str
    email: str
    certainty: str
    checked: date
    valid_from: date | None
    valid_to: date | None

    def is_valid(self, on: date) -> bool:
        """Whether help is reached there on the day."""
        return holds(self.valid_from, self.valid_to, on)


@dataclass(frozen=True)
class Topic:
    """Something of a person that may be told to others, one tick of a consent.

    `questions` are names of questions whose answers tell it, `record` the kind of record that
    does. `stays` says why it is not told. A topic that is `never` can be agreed with nobody; the
    words of one that is `hidden` stand behind the safe contact; the form of a `proposal` asks it.
    """

    id: str
    icon: str
    name: Words
    stays: Words
    questions: tuple[str, ...]
    record: str
    never: bool
    hidden: bool
    proposal: bool


@dataclass(frozen=True)
class RecipientKind:
    """A kind of people or offices that may be told something.

    `closed_by` are the answers to who must not know that close it; `words` give such a recipient
    away in a name, and when that is `sure` the name alone closes it. `purpose` is what for, as a
    first draft.
    """

    id: str
    icon: str
    name: Words
    purpose: Words
    closed_by: tuple[str, ...]
    words: tuple[str, ...]
    sure: bool


@dataclass(frozen=True)
class Clocks:
    """The numbers of days and months that the law and the offices set."""

    limit_months: int
    warn_days: tuple[int, ...]


@dataclass(frozen=True)
class Pack:
    """One country's content, read whole and checked."""

    id: str
    name: Words
    languages: tuple[str, ...]
    checked: date
    sources: Mapping[str, Source]
    questions: Mapping[str, Question]
    conditions: Mapping[str, Condition]
    customer: Condition
    customer_table: tuple[str, ...]
    leads: Mapping[str, Words]
    first: tuple[Shared, ...]
    then: tuple[Shared, ...]
    proposal: tuple[Rule, ...]
    services: Mapping[str, Service]
    flags: tuple[Flag, ...]
    organisers: Mapping[str, tuple[Organiser, ...]]
    clocks: Clocks
    vocabulary: Vocabulary
    contacts: tuple[Contact, ...]
    topics: tuple[Topic, ...]
    recipients: tuple[RecipientKind, ...]
