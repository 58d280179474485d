"""Why a consent does not let something out, in words that a worker can act on.

A refusal tells what the person said and when, and never what the case holds.
"""

from datetime import date
from enum import StrEnum

from assistance_desktop import i18n
from assistance_desktop.cases.agreements import Consent, State
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _, show_date


class Lack(StrEnum):
    """Why a consent does not allow it."""

    NOT_ASKED = "not_asked"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    RAN_OUT = "ran_out"
    DIFFERS = "differs"
    NOT_THIS = "not_this"
    NOT_FOR_THIS = "not_for_this"


class ConsentMissingError(AppError):
    """Nobody agreed that this leaves; `lack` is why, `consent` what was said instead."""

    def __init__(
        self, problem: str, hint: str, lack: Lack = Lack.NOT_ASKED, consent: Consent | None = None
    ) -> None:
        super().__init__(problem, hint)
        self.lack = lack
        self.consent = consent


def refusal(found: tuple[Consent, ...], today: date) -> ConsentMissingError:
    """Why none of these lets anything out on this day."""
    for state, lack in (
        (State.DIFFERS, Lack.DIFFERS),
        (State.WITHDRAWN, Lack.WITHDRAWN),
        (State.REFUSED, Lack.REFUSED),
    ):
        for one in found:
            if one.state is state:
                return say(lack, one)
    for one in found:
        if one.until is not None and one.until < today and one.state is State.GIVEN:
            return say(Lack.RAN_OUT, one)
    return say(Lack.NOT_ASKED, found[0] if found else None)


def say(lack: Lack, consent: Consent | None) -> ConsentMissingError:
    """The refusal in words: what was said, and what to do."""
    ask = _("Ask the person, write down the answer under Consent, and try again.")
    problem, hint = {
        Lack.NOT_ASKED: (_("There is no consent on record for this."), ask),
        Lack.REFUSED: (
            _("The person said no to this."),
            _("You may talk about it without anything by which the person could be known."),
        ),
        Lack.WITHDRAWN: (_("The person took this consent back ({day})."), ask),
        Lack.RAN_OUT: (_("This consent has run out ({day})."), ask),
        Lack.DIFFERS: (
            _("Two desks wrote different answers about this consent."),
            _("Compare them first. Until then it does not hold."),
        ),
        Lack.NOT_THIS: (
            _("The person has not agreed that all of this is told."),
            _("Leave it out, or ask the person."),
        ),
        Lack.NOT_FOR_THIS: (_("The person was asked about another purpose only."), ask),
    }[lack]
    return ConsentMissingError(problem.format(day=_last_day(lack, consent)), hint, lack, consent)


def _last_day(lack: Lack, consent: Consent | None) -> str:
    if consent is None:
        return ""
    day = consent.until if lack is Lack.RAN_OUT else consent.withdrawn_on or consent.given_on
    return show_date(day, i18n.language()) if day is not None else ""
