"""The proposal to the Assistance system, with the consent beside it (facts.md 1.2, paper P6).

Made only from a Release to the Assistance system, which exists only on a recorded consent. What
nobody told is an empty line to write on by hand. Page 2 alone may be printed blank, to be read
together before anybody agrees.
"""

from datetime import date

from assistance_desktop.documents.consent_sheet import consent_sheet
from assistance_desktop.documents.layout import blocks as say
from assistance_desktop.documents.layout.pages import Version
from assistance_desktop.documents.layout.runs import Words, plain, value
from assistance_desktop.documents.order import Order
from assistance_desktop.documents.subject import Subject
from assistance_desktop.documents.voice import Voice, unbroken
from assistance_desktop.guidance.fields import Child, Language
from assistance_desktop.i18n import C_, language_name

TITLE = "Proposal"

_STAY = {
    "citizen": C_("Finnish citizen"),
    "eu_right": C_("Right of residence as an EU citizen"),
    "permit": C_("Residence permit"),
    "visa": C_("Visa, or stay without a visa"),
    "asylum_pending": C_("Asylum application, not decided yet"),
    "temporary_protection": C_("Temporary protection"),
    "reflection_period": C_("Reflection period"),
    "none": C_("No permit known"),
}
_GUARDIAN = {
    "none": C_("None"),
    "parent": C_("A parent"),
    "representative": C_("An appointed representative"),
    "suspected": C_("A representative is needed"),
}


def write(order: Order, subject: Subject, voice: Voice) -> Version:
    """The form and the consent in one language."""
    blocks: tuple[say.Block, ...] = (
        say.Title(
            voice.words(C_("Proposal to the Assistance system")), value(voice.day(subject.today))
        ),
        say.Text(voice.words(C_("Confidential. Sent with the consent of the last page."))),
        *_person(order, subject, voice),
        *_children(subject, voice),
        *_proposer(order, voice),
        *_account(order, subject, voice),
        say.PageBreak(),
        *consent_sheet(order, voice, subject.released.consent),
    )
    return Version(voice.language, blocks, _foot(subject, voice))


def _person(order: Order, subject: Subject, voice: Voice) -> tuple[say.Block, ...]:
    born = subject.facts["date_of_birth"]
    first, *others = _languages(subject, voice) or [""]
    return (
        say.Section(voice.words(C_("Person proposed"))),
        say.Fields(
            _field(voice, C_("Name"), value(order.details.client_name)),
            _field(
                voice,
                C_("Date of birth"),
                value(voice.day(born)) if isinstance(born, date) else (),
            ),
        ),
        say.Fields(
            _field(
                voice,
                C_("Immigration customer number, if known"),
                value(order.details.customer_number),
            ),
            _field(voice, C_("Residence permit or asylum process"), _stay(subject, voice)),
        ),
        say.Fields(
            _field(voice, C_("Mother tongue or dialect"), value(first)),
            _field(voice, C_("Other languages, level"), plain(", ".join(others))),
        ),
        say.Fields(
            _field(
                voice,
                C_("Legal representative"),
                plain(order.details.representative) or _guardian(subject, voice),
            ),
            _field(
                voice,
                C_("Safe way to make contact"),
                # The ways that the person named concern the worker: the system asks the proposer.
                plain(order.details.reach) or voice.words(C_("Through the proposer only")),
            ),
        ),
    )


def _stay(subject: Subject, voice: Voice) -> Words:
    basis, until = subject.facts["stay.basis"], subject.facts["stay.until"]
    if not isinstance(basis, str):
        return ()
    said = voice.words(_STAY[basis])
    if not isinstance(until, date):
        return said
    sentence = C_("ended {day}") if until < subject.today else C_("until {day}")
    return (*said, *plain(", "), *voice.words(sentence, day=voice.day(until)))


def _languages(subject: Subject, voice: Voice) -> list[str]:
    listed = subject.facts["languages"]
    if not isinstance(listed, tuple):
        return []
    return [
        language_name(one.code, voice.language)
        for one in listed
        if isinstance(one, Language) and isinstance(one.code, str)
    ]


def _guardian(subject: Subject, voice: Voice) -> Words:
    known = subject.facts["guardian"]
    return voice.words(_GUARDIAN[known]) if isinstance(known, str) else ()


def _children(subject: Subject, voice: Voice) -> list[say.Block]:
    """Children who are in Finland, or may be; their names are written by hand."""
    listed = subject.facts["children"]
    if not isinstance(listed, tuple):
        return []
    children = [one for one in listed if isinstance(one, Child) and one.in_finland is not False]
    if not children:
        return []
    return [
        say.Section(voice.words(C_("Children in Finland"))),
        *(
            say.Fields(
                _field(voice, C_("First name")),
                _field(
                    voice,
                    C_("Date of birth"),
                    value(voice.day(child.date_of_birth))
                    if isinstance(child.date_of_birth, date)
                    else (),
                ),
            )
            for child in children
        ),
    ]


def _proposer(order: Order, voice: Voice) -> tuple[say.Block, ...]:
    details = order.details
    who = ", ".join(part for part in (details.worker_initials, details.organisation) if part)
    return (
        say.Section(voice.words(C_("Proposer"))),
        say.Fields(
            _field(voice, C_("Name, organisation"), plain(who)),
            _field(voice, C_("Phone at work"), value(unbroken(details.phone))),
        ),
    )


def _account(order: Order, subject: Subject, voice: Voice) -> tuple[say.Block, ...]:
    title = (
        C_("What the person knows as a witness")
        if subject.is_witness
        else C_("What makes the person a possible victim")
    )
    words = plain(order.details.own_words)
    return (
        say.Section(voice.words(title)),
        say.Hint(
            voice.words(
                C_(
                    "In the person’s own words, as far as they want to tell. Nobody is pressed to "
                    "speak of painful things. No details of sexual violence, and nothing about "
                    "crimes that the person may have committed."
                )
            )
        ),
        say.Box((words,) if words else (), room=4),
        say.Section(voice.words(C_("Other observations"))),
        say.Text(plain(order.details.notes) or voice.words(C_("None written down."))),
        say.Section(voice.words(C_("Attachments"))),
        say.Text(_attachments(order, voice)),
    )


def _attachments(order: Order, voice: Voice) -> Words:
    consent = voice.words(C_("The consent, on the last page."))
    more = plain(order.details.attachments)
    return (*consent, *plain(" "), *more) if more else consent


def _foot(subject: Subject, voice: Voice) -> Words:
    for contact in subject.contacts():
        if contact.id == "assistance_system":
            return voice.words(
                C_("Urgent? Call first: {number}, day and night. A call is enough to begin"),
                number=unbroken(contact.phone),
            )
    return ()


def _field(voice: Voice, label: str, filled: Words = ()) -> say.Field:
    return say.Field(voice.words(label), filled)
