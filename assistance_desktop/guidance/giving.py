"""Who may give a consent: the person, or for a child a guardian or a representative as well.

From 15 on the young person agrees too; an adult who is suspected never gives it (facts.md 1.2,
D23, D24). An age that is not known is nobody's: the person is asked, as an adult.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistance_desktop.cases.agreements import Consent, Giver
from assistance_desktop.guidance.deadlines import age
from assistance_desktop.guidance.facts import Facts

OF_AGE = 18
OWN_YES = 15
"""The age in years from which a child consents personally (facts.md 1.2, R18)."""


class Amiss(StrEnum):
    """Why a consent that was given is not enough."""

    NO_ADULT = "no_adult"
    """A guardian or a representative has to agree, and none has."""
    SUSPECTED = "suspected"
    """The adult who agreed may be involved."""
    NO_OWN_YES = "no_own_yes"
    """The young person has not agreed themselves."""


@dataclass(frozen=True, slots=True)
class Givers:
    """Who may give it, the likeliest first, and whether the young person agrees as well."""

    who: Sequence[Giver]
    own_yes: bool = False
    is_child: bool = False


def givers(facts: Facts, today: date) -> Givers:
    """Who may give a consent on this day."""
    years = _years(facts, today)
    if years is None or years >= OF_AGE:
        return Givers((Giver.CLIENT,))
    adults = [Giver.GUARDIAN, Giver.REPRESENTATIVE]
    if facts["guardian"] == "representative":
        adults.reverse()
    if _guardian_shut_out(facts):
        adults.remove(Giver.GUARDIAN)
    return Givers(tuple(adults), own_yes=years >= OWN_YES, is_child=True)


def amiss(consent: Consent, facts: Facts, today: date) -> Amiss | None:
    """What is missing from a consent that was given; None when it is enough."""
    allowed = givers(facts, today)
    if consent.by not in set(allowed.who):
        shut = consent.by == Giver.GUARDIAN and _guardian_shut_out(facts)
        return Amiss.SUSPECTED if shut else Amiss.NO_ADULT
    if allowed.own_yes and not consent.own_consent:
        return Amiss.NO_OWN_YES
    return None


def _guardian_shut_out(facts: Facts) -> bool:
    """A guardian who may be involved, or who is not there; a suspected companion may be one."""
    return facts["guardian"] in ("suspected", "none") or facts["companion.suspected"] is True


def _years(facts: Facts, today: date) -> int | None:
    born = facts["date_of_birth"]
    return age(born, today) if isinstance(born, date) else None
