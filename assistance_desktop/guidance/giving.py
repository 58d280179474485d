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
from assistance_desktop.i18n import _

OF_AGE = 18
OWN_YES = 15
"""The age in years from which a child consents personally (facts.md 1.2, R18)."""


class Amiss(StrEnum):
    """Why a consent that was given is not enough."""

    NO_ADULT = "no_adult"
    """A guardian or a representative has to agree, and none has."""
    NO_REPRESENTATIVE = "no_representative"
    """No guardian may agree, and no representative has."""
    SUSPECTED = "suspected"
    """The adult who agreed may be involved."""
    NOT_THEIRS = "not_theirs"
    """Somebody agreed for a person who is of age."""
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
        if not allowed.is_child or Giver.GUARDIAN in allowed.who:
            return Amiss.NO_ADULT if allowed.is_child else Amiss.NOT_THEIRS
        return Amiss.SUSPECTED if consent.by == Giver.GUARDIAN else Amiss.NO_REPRESENTATIVE
    if allowed.own_yes and not consent.own_consent:
        return Amiss.NO_OWN_YES
    return None


def words(lack: Amiss) -> tuple[str, str]:
    """What is missing, and what to do."""
    representative = _("Ask for a representative. Do not ask the guardian.")
    return {
        Amiss.NO_ADULT: (
            _("The person is under 18. A guardian or a representative has not agreed."),
            _("Ask the guardian, or ask for a representative."),
        ),
        Amiss.NO_REPRESENTATIVE: (
            _("The person is under 18. A representative has not agreed."),
            representative,
        ),
        Amiss.SUSPECTED: (
            _("The guardian who agreed may be involved. This consent does not hold."),
            representative,
        ),
        Amiss.NOT_THEIRS: (
            _("The person is of age, and somebody else has agreed for them."),
            _("Ask the person."),
        ),
        Amiss.NO_OWN_YES: (
            _("From 15 on, the young person agrees too."),
            _("Ask the young person, and write it down."),
        ),
    }[lack]


def _guardian_shut_out(facts: Facts) -> bool:
    """A guardian who may be involved, or who is not there; a suspected companion may be one."""
    return facts["guardian"] in ("suspected", "none") or facts["companion.suspected"] is True


def _years(facts: Facts, today: date) -> int | None:
    born = facts["date_of_birth"]
    return age(born, today) if isinstance(born, date) else None
