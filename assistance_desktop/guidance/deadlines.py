"""Days that count: the reflection period, ages, and months that end where months end.

Dates are plain days in Europe/Helsinki. A day that somebody wrote into a decision is shown as
written and never corrected (facts.md 3.3).
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from assistance_desktop.guidance.fields import Grant, Unknown


def add_months(day: date, months: int) -> date:
    """The same day number so many months later, or the last day of that month.

    Act 150/1930 section 3: 31 August + 6 months is 28 or 29 February.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def birthday(born: date, years: int) -> date:
    """The day on which somebody reaches this age; a leap-day child on 28 February."""
    return add_months(born, 12 * years)


def age(born: date, on: date) -> int:
    """Full years on the day; negative for somebody not yet born."""
    years = on.year - born.year
    return years if birthday(born, years) <= on else years - 1


@dataclass(frozen=True, slots=True)
class Decision:
    """The two days of one decision on a reflection period, both known."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class ReflectionPeriod:
    """All that was granted, as one period (Aliens Act 52 b; S22).

    `end` is the end in the latest decision as written; `limit` the first start and six months,
    which no extension moves; `interrupted` the day of an interruption.
    """

    decisions: tuple[Decision, ...]
    limit: date
    interrupted: date | None

    @property
    def start(self) -> date:
        """The first day of the first decision."""
        return self.decisions[0].start

    @property
    def end(self) -> date:
        """The last day of the latest decision, as written."""
        return self.decisions[-1].end

    @property
    def last_day(self) -> date:
        """The earliest of the written end, the limit and an interruption."""
        return min(day for day in (self.end, self.limit, self.interrupted) if day)

    @property
    def granted_days(self) -> int:
        """How many days were granted in all; days granted twice, and gaps, do not count."""
        total, until = timedelta(), date.min
        for decision in self.decisions:
            # A next decision starts on the last day of the one before, or on the day after.
            adjoins = until > date.min and decision.start - until <= timedelta(days=1)
            begin = until if adjoins else decision.start
            if decision.end > begin:
                total += decision.end - begin
                until = decision.end
        return total.days

    @property
    def is_over_limit(self) -> bool:
        """Whether a decision names an end after the six months: never corrected, always told."""
        return any(decision.end > self.limit for decision in self.decisions)

    def state(self, on: date) -> str:
        """`ahead`, `running`, `between` two decisions, or `ended`, on the day."""
        if on < self.start:
            return "ahead"
        if on > self.last_day:
            return "ended"
        covered = any(decision.start <= on <= decision.end for decision in self.decisions)
        return "running" if covered else "between"

    def days_left(self, on: date) -> int:
        """Days to the last day; 0 on it, negative once past."""
        return (self.last_day - on).days


def reflection_period(
    grants: tuple[Grant, ...], interrupted: date | None, limit_months: int
) -> ReflectionPeriod | None:
    """The period that the decisions make together; None while a day of one is unknown."""
    decisions: list[Decision] = []
    for grant in grants:
        if isinstance(grant.start, Unknown) or isinstance(grant.end, Unknown):
            return None
        decisions.append(Decision(grant.start, grant.end))
    if not decisions:
        return None
    decisions.sort(key=lambda decision: (decision.start, decision.end))
    limit = add_months(decisions[0].start, limit_months)
    return ReflectionPeriod(tuple(decisions), limit, interrupted)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A period that is shown with its days, also after its end."""

    code: str
    start: date
    end: date
    limit: date
    interrupted: date | None
    days_left: int

    def as_json(self) -> dict[str, str | int]:
        """The deadline as commands.md writes it; `interrupted` only if so."""
        shown: dict[str, str | int] = {
            "code": self.code,
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "limit": self.limit.isoformat(),
        }
        if self.interrupted:
            shown["interrupted"] = self.interrupted.isoformat()
        return shown | {"days_left": self.days_left}


def reflection_deadline(period: ReflectionPeriod, on: date) -> Deadline:
    """The reflection period as it stands on the day."""
    return Deadline(
        "REFLECT", period.start, period.end, period.limit, period.interrupted, period.days_left(on)
    )


def warning(days_left: int, steps: tuple[int, ...]) -> int | None:
    """The tightest warning step that is reached, such as 7 when 5 days are left (3.3.5)."""
    reached = [step for step in steps if 0 <= days_left <= step]
    return min(reached, default=None)
