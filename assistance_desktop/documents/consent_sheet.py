"""The consent to a proposal: what the person has been told, and what they agree to (P6, page 2).

The boxes of what was told are ticked by hand while it is told. The program ticks one thing only:
a consent that is on record.
"""

from assistance_desktop.cases.agreements import Consent
from assistance_desktop.documents.layout import blocks as say
from assistance_desktop.documents.layout.runs import Words, plain, value
from assistance_desktop.documents.order import Order
from assistance_desktop.documents.voice import Voice
from assistance_desktop.i18n import C_, language_name

TITLE = "Consent"

TOLD = (
    C_(
        "The Assistance system helps victims of human trafficking, and people who need special "
        "help while such a crime is investigated. Its help is based on law."
    ),
    C_(
        "Its workers assess together with me what help is possible. It may include advice, social "
        "and health services, interpreting, safe housing, reception allowance or social "
        "assistance, a safe return, legal aid and legal advice, and tracing the parent of a child "
        "who is here alone."
    ),
    C_("All services are free, and accepting them is voluntary. I can leave at any time."),
    C_(
        "If I am admitted, I become a customer. The system decides this. I can appeal the decision."
    ),
    C_(
        "The system will keep all information about me secret. It must inform the police of a "
        "serious threat to life, health or freedom."
    ),
    C_("If the system grants me a reflection period, it informs the police of that decision."),
)
"""What the person has to know before agreeing (facts.md 1.2), in the client's own words."""


def consent_sheet(order: Order, voice: Voice, consent: Consent | None) -> tuple[say.Block, ...]:
    """The page, with the consent that is on record, or blank."""
    details = order.details
    who = details.organisation or voice.text(C_("the worker’s office"))
    return (
        say.Title(voice.words(C_("Consent"))),
        say.Text(_given(order, voice, consent)),
        say.Section(voice.words(C_("I have been told"))),
        *(say.Tick(voice.words(one), ticked=False) for one in TOLD),
        say.Section(voice.words(C_("I agree"))),
        say.Tick(_agreement(voice, consent, who), ticked=consent is not None),
        say.Tick(
            voice.words(
                C_("that the system asks {office} for more, if it needs to know more about me."),
                office=who,
            ),
            ticked=False,
        ),
        say.Text(
            voice.words(
                C_(
                    "**I can take back this consent at any time**, by telling my worker or the "
                    "system, in any way. It does not change the help that I get from {office}."
                ),
                office=who,
            )
        ),
        *_signatures(voice, consent),
    )


def _given(order: Order, voice: Voice, consent: Consent | None) -> Words:
    if consent is None or consent.given_on is None:
        return voice.words(C_("To be read and talked through before anything is signed."))
    said = voice.words(C_("Given on {day}."), day=voice.day(consent.given_on))
    if order.details.client_name:
        said = voice.words(
            C_("Given by {name} on {day}."),
            name=order.details.client_name,
            day=voice.day(consent.given_on),
        )
    if not consent.language:
        return said
    spoken = voice.words(
        C_("Language: {language}."), language=language_name(consent.language, voice.language)
    )
    return (*said, *plain(" "), *spoken)


def _agreement(voice: Voice, consent: Consent | None, who: str) -> Words:
    if consent is not None and consent.until is not None:
        return voice.words(
            C_(
                "that {office} proposes me to the Assistance system, and sends this proposal for "
                "that purpose, until {day}."
            ),
            office=who,
            day=voice.day(consent.until),
        )
    return voice.words(
        C_(
            "that {office} proposes me to the Assistance system, and sends this proposal for that "
            "purpose."
        ),
        office=who,
    )


_HOW = {"spoken": C_("Spoken"), "signed": C_("Signed"), "by_sign": C_("By a sign")}


def _how(voice: Voice, consent: Consent | None) -> Words:
    """How it was given; a way that the program does not know stands as it was written."""
    if consent is None:
        return ()
    return value(voice.text(_HOW[consent.how]) if consent.how in _HOW else consent.how)


def _signatures(voice: Voice, consent: Consent | None) -> tuple[say.Block, ...]:
    how = _how(voice, consent)
    return (
        say.Fields(
            say.Field(voice.words(C_("Signature, or how the consent was given")), how),
            say.Field(voice.words(C_("Date and place"))),
            signed=True,
        ),
        say.Fields(
            say.Field(voice.words(C_("Worker"))),
            say.Field(voice.words(C_("Interpreter"))),
            signed=True,
        ),
        say.Section(voice.words(C_("If the person is under 18"))),
        say.Text(
            voice.words(
                C_(
                    "A guardian or an appointed representative signs. A person aged 15 to 17 also "
                    "gives their own consent. A guardian who may be involved does not sign: a "
                    "representative is asked for."
                )
            )
        ),
        say.Fields(
            say.Field(voice.words(C_("Guardian or representative"))),
            say.Field(voice.words(C_("The young person, 15 to 17"))),
            signed=True,
        ),
    )
