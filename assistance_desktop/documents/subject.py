"""Whom a paper is for, as far as a paper may know: decisions, days and the state of things.

Everything comes from a Release, from the facts that were read from it, and from the plan of
those facts. What is not asked for here reaches no paper (facts.md 7, "Never on any print").
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from assistance_desktop.cases.case import INTAKE
from assistance_desktop.cases.changes import Answer
from assistance_desktop.cases.consent import Release
from assistance_desktop.documents.voice import Voice
from assistance_desktop.guidance.content import Contact, Pack
from assistance_desktop.guidance.deadlines import ReflectionPeriod
from assistance_desktop.guidance.facts import SERVICES, Facts
from assistance_desktop.guidance.readings import Day
from assistance_desktop.guidance.services import Line, plan
from assistance_desktop.guidance.tables import in_language

ACCEPTS = "accepts"
LATER = "later"
DECLINES = "declines"


@dataclass(frozen=True)
class Subject:
    """The person a paper is for, on the day of the release."""

    released: Release
    facts: Facts
    pack: Pack
    _plans: dict[str, dict[str, Line]] = field(
        default_factory=dict[str, dict[str, Line]], init=False, repr=False
    )

    @property
    def today(self) -> date:
        """The day that the information is as of."""
        return self.released.day

    @property
    def is_customer(self) -> bool:
        """Whether the Assistance system admitted the person. Unknown is not yes (S4)."""
        return self.facts["customer"] == "admitted"

    @property
    def is_witness(self) -> bool:
        """Whether the person is a witness: no word of what only victims can have (D4)."""
        return self.facts["role"] == "witness"

    @cached_property
    def reflection(self) -> ReflectionPeriod | None:
        """The reflection period as decided; None when there is none, or when it cannot apply."""
        applies = self.plan("en")["REFLECT"].status != "no"
        day = Day(self.facts, self.today, self.pack.clocks.limit_months)
        return day.reflection if applies else None

    def plan(self, language: str) -> dict[str, Line]:
        """The services by code, in the words of a language, what is urgent first."""
        if language not in self._plans:
            made = plan(self.facts, self.pack, self.today, language)
            self._plans[language] = {line.code: line for line in made.services}
        return self._plans[language]

    def decision(self, code: str) -> str:
        """What the person said about a service: accepts, later, declines, or nothing yet."""
        kept = self.released.value(f"plan/{code}", "decision")
        if isinstance(kept, str):
            return kept
        for path in (f"decisions.{code}", "decisions.all"):
            known = self.facts[path]
            if isinstance(known, str):
                return known
        return ""

    def decided(self, decision: str) -> tuple[str, ...]:
        """The services that the person decided so about, in the order of the plan."""
        return tuple(
            code
            for code, line in self.plan("en").items()
            if self.decision(code) == decision and line.status != "no"
        )

    def next_step(self, code: str) -> str:
        """Who does what, as the worker wrote it for the client."""
        kept = self.released.value(f"plan/{code}", "next_step")
        return kept if isinstance(kept, str) else ""

    def person(self, code: str) -> str:
        """Who does it, as the worker wrote; where it is done stays off paper (facts.md 7)."""
        kept = self.released.value(f"plan/{code}", "person")
        return kept if isinstance(kept, str) else ""

    def due(self, code: str) -> date | None:
        """By when."""
        kept = self.released.value(f"plan/{code}", "due")
        try:
            return date.fromisoformat(kept) if isinstance(kept, str) else None
        except ValueError:
            return None

    def service_name(self, code: str, voice: Voice) -> str:
        """What a service is called."""
        return in_language(self.pack.services[code].name, voice.language)

    def contacts(self) -> tuple[Contact, ...]:
        """The contacts that somebody has checked; others reach no client (facts.md, marks)."""
        checked = (one for one in self.pack.contacts if "verify" not in one.certainty)
        return tuple(one for one in checked if one.is_valid(self.today))

    def answer(self, question: str) -> Answer:
        """The answer to a question of the intake by its name, wherever its group lies."""
        fields = self.released.content.get(INTAKE, {})
        return next((fields[path] for path in fields if path.endswith(f"/{question}")), None)


def names(codes: Iterable[str], subject: Subject, voice: Voice) -> str:
    """Services by name in one sentence part."""
    return ", ".join(subject.service_name(code, voice) for code in codes)


def open_services(subject: Subject) -> tuple[str, ...]:
    """The services that can be talked about: open to the person, and not decided yet."""
    lines = subject.plan("en")
    running = {"REFLECT"} if subject.reflection else set[str]()
    return tuple(
        code
        for code in SERVICES
        if lines[code].status in ("yes", "may", "if")
        and not subject.decision(code)
        and code not in running
    )
