"""What was agreed and what was told to whom, in the timeline; never what the answers say."""

from collections.abc import Callable, Iterator
from datetime import date

from assistance_desktop import i18n
from assistance_desktop.cases import agreements, telling
from assistance_desktop.cases.agreements import State
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.telling import DUTIES, Ground, Telling
from assistance_desktop.i18n import _
from assistance_desktop.ui.case_view.happening import Happening, at_moment, on_day, written_at
from assistance_desktop.ui.case_view.recipients import recipient_words, told_words
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.session import HELSINKI


def disclosures(case: Case, content: Content, today: date) -> Iterator[Happening]:
    """Consents, tellings, prints and whether the phone number was shown."""
    yield from _consents(case, today)
    for one in telling.told(case):
        if one.on is not None:
            yield on_day(one.on, today, *_told(one, content), clock=one.at)
    yield from _prints(case, today)
    for record in case.records("contact"):
        at = written_at(case, record, "shown_at")
        if at is not None:
            by = case.text(record, "by")
            yield at_moment(at, today, _("The contact details were shown"), by, "phone")


def _told(one: Telling, content: Content) -> tuple[str, str, str]:
    who = recipient_words(one.recipient)
    if one.ground is Ground.NO_NAME:
        return _("Asked {who} without a name").format(who=who), one.said, "speech"
    title = _("Told {who}").format(who=who)
    line = told_words(one, content)
    if one.ground in DUTIES:
        line = _("{what}. Required by law").format(what=line) if line else _("Required by law")
    return title, line, "people"


def _consents(case: Case, today: date) -> Iterator[Happening]:
    words: dict[State, Callable[[str], str]] = {
        State.GIVEN: lambda who: _("Agreed: {who} may be told").format(who=who),
        State.REFUSED: lambda who: _("Said no: {who} is not told").format(who=who),
        State.WITHDRAWN: lambda who: _("Took back: {who} is not told any more").format(who=who),
    }
    for one in agreements.asked(case):
        tell, at = words.get(one.state), written_at(case, one.record, "state")
        if tell is None or at is None:
            continue
        said = (tell(recipient_words(one.recipient)), one.purpose, "speech")
        day = one.withdrawn_on if one.state is State.WITHDRAWN else one.given_on
        if day is None or day == at.astimezone(HELSINKI).date():
            yield at_moment(at, today, *said)
        else:
            yield on_day(day, today, *said)


def _prints(case: Case, today: date) -> Iterator[Happening]:
    for record in case.records("print"):
        at = written_at(case, record, "kind")
        if at is not None:
            title = print_words(case.text(record, "kind"))
            yield at_moment(at, today, title, print_languages(case, record), "printer")


def print_words(kind: str) -> str:
    """That a paper of a kind was made."""
    if kind == "discreet":
        return _("Printed a discreet note")
    return _("Printed a proposal") if kind == "proposal" else _("Printed a summary")


def print_languages(case: Case, record: str) -> str:
    """In which languages a paper is."""
    languages = case.text(record, "language").split()
    return ", ".join(i18n.language_name(one, i18n.language()) for one in languages)
