"""The service plan: every service with its status, its reason and its source.

Who wins: `no` from citizenship or role, then what the client declined, then everything else.
Nothing is `yes` before the person is a customer (commands.md, "What decides"; S4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistance_desktop.guidance.content import Pack, Rule, Service, Shared
from assistance_desktop.guidance.deadlines import Deadline, reflection_deadline
from assistance_desktop.guidance.facts import SERVICES, Facts, Json
from assistance_desktop.guidance.fields import UNKNOWN
from assistance_desktop.guidance.flags import RaisedFlag, flag_questions, raise_flags
from assistance_desktop.guidance.readings import Day
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.guidance.verdicts import Verdict, decide, first_true


@dataclass(frozen=True, slots=True)
class Reason:
    """A fact that decided, with its value as FACTS.json writes it."""

    fact: str
    value: Json


@dataclass(frozen=True, slots=True)
class Line:
    """One service of the plan. `rules` are the ids of the decision table behind it."""

    code: str
    name: str
    icon: str
    status: str
    urgent: bool
    because: tuple[Reason, ...]
    ask: tuple[str, ...]
    source: tuple[str, ...]
    rules: tuple[str, ...]
    organiser: str
    text: str

    def as_json(self) -> dict[str, object]:
        """The service as commands.md writes it."""
        return {
            "status": self.status,
            "urgent": self.urgent,
            "because": [{"fact": one.fact, "value": one.value} for one in self.because],
            "ask": list(self.ask),
            "source": list(self.source),
            "organiser": self.organiser,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class Ask:
    """A fact to find out, the services and flags that wait for it, and the words to ask with.

    `form_question` is the name of the question in the intake form, empty when there is none.
    """

    fact: str
    waiting: tuple[str, ...]
    question: str
    form_question: str

    def as_json(self) -> dict[str, object]:
        """The question as commands.md writes it."""
        return {"fact": self.fact, "for": list(self.waiting), "question": self.question}


@dataclass(frozen=True, slots=True)
class Proposal:
    """Whether a proposal to the Assistance system can be offered, and why not (D1, D7, D8)."""

    state: str
    rules: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All thirteen services, the flags, the deadlines and the questions of one day."""

    on: date
    services: tuple[Line, ...]
    flags: tuple[RaisedFlag, ...]
    deadlines: tuple[Deadline, ...]
    ask: tuple[Ask, ...]
    proposal: Proposal

    def as_json(self) -> dict[str, object]:
        """The output object of `assistance-desktop plan`, what is urgent first."""
        return {
            "on": self.on.isoformat(),
            "services": {line.code: line.as_json() for line in self.services},
            "flags": [flag.as_json() for flag in self.flags],
            "deadlines": [deadline.as_json() for deadline in self.deadlines],
            "ask": [ask.as_json() for ask in self.ask],
        }


def plan(facts: Facts, pack: Pack, on: date, language: str = "en") -> Plan:
    """What may be offered to this person on this day, in the words of the language.

    A language that the pack does not speak gets English.
    """
    day = Day(facts, on, pack.clocks.limit_months)
    lines = [_line(pack, pack.services[code], day, language) for code in SERVICES]
    deadlines = (reflection_deadline(day.reflection, on),) if day.reflection else ()
    return Plan(
        on=on,
        services=tuple(sorted(lines, key=lambda line: (not line.urgent, line.code != "HOUSING"))),
        flags=raise_flags(pack, day, language),
        deadlines=deadlines,
        ask=_asks(pack, day, lines, language),
        proposal=_proposal(pack, day, language),
    )


def _line(pack: Pack, service: Service, day: Day, language: str) -> Line:
    verdict = _verdict(pack, service, day)
    rule = verdict.rule
    is_open = verdict.status not in ("no", "declined")
    return Line(
        code=service.code,
        name=in_language(service.name, language),
        icon=service.icon,
        status=verdict.status,
        urgent=is_open and service.urgent is not None and service.urgent.judge(day).truth is True,
        because=tuple(Reason(path, day.facts.as_json(path)) for path in verdict.because),
        ask=tuple(dict.fromkeys(_named(pack, day, path) for path in verdict.missing)),
        source=tuple(dict.fromkeys((*service.source, *(rule.source if rule else ())))),
        rules=rule.table if rule else (),
        organiser=_organiser(pack, service, day, language),
        text=_text(pack, service, verdict, language),
    )


def _verdict(pack: Pack, service: Service, day: Day) -> Verdict:
    """Citizenship and role, then the client's own word, then the rules of the service."""
    first = _shared(pack.first, service.code)
    closed = first_true(first, day)
    if closed:
        return _known_only(closed, day)
    for path in (f"decisions.{service.code}", "decisions.all"):
        if day.facts[path] is not UNKNOWN:
            if day.facts[path] == "declines":
                return Verdict("declined", (path,))
            break
    found = decide([*first, *_shared(pack.then, service.code)], service.rules, day)
    return _known_only(_as_customer(pack, found, day), day)


def _shared(shared: Sequence[Shared], code: str) -> list[Rule]:
    return [one.rule for one in shared if code in one.services]


def _as_customer(pack: Pack, found: Verdict, day: Day) -> Verdict:
    """The same for a customer; "if admitted" for everybody else (D7)."""
    if found.status not in ("yes", "may"):
        return found
    customer = pack.customer.judge(day)
    if not customer.truth:
        because = (*found.because, *customer.because)
        return Verdict("if", because, rule=found.rule)
    return Verdict(found.status, found.because or customer.because, rule=found.rule)


def _known_only(found: Verdict, day: Day) -> Verdict:
    """The verdict with the facts on file; an explanation never names what nobody said."""
    because = tuple(path for path in dict.fromkeys(found.because) if day.facts[path] is not UNKNOWN)
    return Verdict(found.status, because, found.missing, found.rule)


def _text(pack: Pack, service: Service, verdict: Verdict, language: str) -> str:
    if verdict.rule and verdict.rule.text:
        return in_language(verdict.rule.text, language)
    lead = in_language(service.lead.get(verdict.status, pack.leads[verdict.status]), language)
    if verdict.status in ("no", "ask", "declined"):
        return lead
    return f"{lead} {in_language(service.text, language)}".strip()


def _organiser(pack: Pack, service: Service, day: Day, language: str) -> str:
    """Who organises it: the first option that is true for sure; the last one always is."""
    options = pack.organisers[service.organiser]
    option = next(one for one in options if one.is_valid(day.on) and one.when.judge(day).truth)
    return in_language(option.text, language)


def _proposal(pack: Pack, day: Day, language: str) -> Proposal:
    found = decide((), pack.proposal, day)
    rule = found.rule
    text = in_language(rule.text, language) if rule and rule.text else ""
    return Proposal(found.status, rule.table if rule else (), text)


def _named(pack: Pack, day: Day, path: str) -> str:
    """How a missing fact is named: `stay` as a whole while no part of it is known."""
    question = pack.questions.get(path)
    whole = question.named if question else path
    return whole if whole == path or day.facts.nothing_of(whole) else path


def _asks(pack: Pack, day: Day, lines: Sequence[Line], language: str) -> tuple[Ask, ...]:
    """Every missing fact once, in the order of the pack, with all that waits for it."""
    waiting: dict[str, list[str]] = {}
    own_words: dict[str, str] = {}
    for line in lines:
        for fact in line.ask:
            waiting.setdefault(fact, []).append(line.code)
        if line.status == "if" and day.facts["customer"] is UNKNOWN:
            waiting.setdefault("customer", []).append(line.code)
    for one in flag_questions(pack, day, language):
        fact = _named(pack, day, one.fact)
        waiting.setdefault(fact, []).append(one.code)
        if one.words:
            own_words.setdefault(fact, one.words)
    asks: list[Ask] = []
    for path, question in pack.questions.items():
        for fact in dict.fromkeys((question.named, path)):
            if fact in waiting:
                words = own_words.get(fact) or in_language(question.words, language)
                codes = tuple(dict.fromkeys(waiting.pop(fact)))
                asks.append(Ask(fact, codes, words, question.question))
    return tuple(asks)
