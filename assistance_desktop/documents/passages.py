"""What the leaflet says, in plain words, as it goes onto every paper.

Each passage names its sentences (facts.md 2.0). Must, will, can, may and entitled stand as in
the leaflet, and the promises are the Assistance system's: the paper says so (facts.md 8.8).
"""

from assistance_desktop.documents.layout.blocks import (
    Block,
    Box,
    Entry,
    Grid,
    Item,
    Row,
    Section,
    Text,
)
from assistance_desktop.documents.layout.runs import Words, plain, value
from assistance_desktop.documents.order import Details
from assistance_desktop.documents.subject import Subject
from assistance_desktop.documents.voice import Voice, unbroken
from assistance_desktop.guidance.content import Contact
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import C_


def free_and_voluntary(voice: Voice) -> Box:
    """S3."""
    return Box(
        (
            voice.words(C_("**All services are free, and accepting them is voluntary.**")),
            voice.words(
                C_("You can say no, stop, or change your mind. You do not have to say why.")
            ),
        )
    )


def secrecy(voice: Voice, *, first: bool = False) -> Entry:
    """S25 to S27."""
    return Entry(
        voice.words(C_("Your information is secret")),
        (
            Text(voice.words(C_("The system will keep all information about you secret."))),
            Text(
                voice.words(
                    C_(
                        "It will not tell people who are not supposed to know that you look for "
                        "help or receive help. For example, it will not inform your employer or "
                        "family members, or the authorities in your native country."
                    )
                )
            ),
        ),
        first=first,
    )


def police(voice: Voice, *, in_full: bool) -> Entry:
    """S28 and S29; in full also S30 to S33."""
    body = [
        voice.words(
            C_(
                "The system has no obligation to inform the police about its customers. You do "
                "not have to report the crime to the police in order to receive help."
            )
        ),
        voice.words(C_("If you decide to report, the system will support you.")),
    ]
    if in_full:
        body.append(
            voice.words(
                C_(
                    "You will get help with reporting, and with talking to the police and other "
                    "authorities. If reporting puts you under threat, you will be protected. The "
                    "system will offer you help and security throughout the process, and "
                    "afterwards, if you need it."
                )
            )
        )
    return Entry(voice.words(C_("The police: you choose")), tuple(Text(one) for one in body))


def exception(voice: Voice) -> Entry:
    """S39 and S40: the one thing that the system must tell. Never shortened."""
    return Entry(
        voice.words(C_("One exception: a serious threat")),
        (
            Text(
                voice.words(
                    C_(
                        "In case of a serious threat to life, health or freedom, the system "
                        "**must** inform the police of the threat. This means a threat to you, to "
                        "an assistance worker, or to another victim of trafficking."
                    )
                )
            ),
            Text(
                voice.words(
                    C_(
                        "The police are responsible for protecting people from the threat and for "
                        "preventing a threatening act."
                    )
                )
            ),
        ),
    )


def own_offence(voice: Voice) -> Entry:
    """S35 to S38; a court weighs it, so it stays "should not" and "if"."""
    return Entry(
        voice.words(C_("If you think you have broken the law")),
        (
            Text(
                voice.words(
                    C_(
                        "Under Finnish law, people should not be punished for crimes if they have "
                        "been pressured to commit them without a chance to say no (Criminal Code "
                        "of Finland, chapter 4, section 5)."
                    )
                )
            ),
            Text(
                voice.words(
                    C_(
                        "The system will not inform the police of what you tell it about crimes "
                        "that you may have committed, if you do not wish to report them. You have "
                        "a right not to incriminate yourself."
                    )
                )
            ),
            Text(
                voice.words(
                    C_("You can talk to a lawyer first. You do not have to tell us what it was.")
                )
            ),
        ),
    )


def lawyer(voice: Voice, *, for_victims: bool) -> Entry:
    """S10, and S11 for those who may be victims."""
    body = [voice.words(C_("You will be given help to find a lawyer, if you need one."))]
    if for_victims:
        body.append(
            voice.words(
                C_("You may be offered a free lawyer, starting from the pre-trial investigation.")
            )
        )
    return Entry(voice.words(C_("Lawyer")), tuple(Text(one) for one in body))


def compensation(voice: Voice) -> Entry:
    """S34."""
    return Entry(
        voice.words(C_("Compensation")),
        (
            Text(
                voice.words(
                    C_(
                        "As part of the criminal process, you can claim compensation, for example "
                        "for your unpaid wages or the suffering you have experienced."
                    )
                )
            ),
        ),
    )


def your_data(voice: Voice, details: Details) -> Entry:
    """How to see, correct and withdraw, and whom to ask (facts.md 7)."""
    whom = (
        voice.words(C_("Tell {worker}, or another worker of ours."), worker=details.worker_initials)
        if details.worker_initials
        else voice.words(C_("Tell the worker who gave you this paper."))
    )
    return Entry(
        voice.words(C_("What we write about you")),
        (
            Text(
                voice.words(
                    C_("You can see it, have mistakes put right, and take back your consent.")
                )
            ),
            Text((*whom, *plain(" "), *voice.words(C_("You do not need a reason.")))),
        ),
    )


def whose_promises(voice: Voice) -> Box:
    """S25 to S28, S37 and S39 describe the Assistance system's conduct, not the worker's."""
    return Box(
        (
            voice.words(
                C_(
                    "**These are the Assistance system’s promises.** The person who gives you "
                    "this paper may work somewhere else and have other duties. Ask: “Who will you "
                    "tell, and what must you tell?”"
                )
            ),
        )
    )


def contacts(voice: Voice, subject: Subject, details: Details) -> tuple[Block, ...]:
    """Whom to call: what is checked in the pack, and the number that the client chose."""
    rows = [_contact(one, voice) for one in subject.contacts() if one.phone]
    if details.phone:
        name = value(details.worker_initials) or voice.words(C_("Your worker"))
        rows.append(Row((name, value(unbroken(details.phone)), plain(details.hours)), Grid.CONTACT))
    return (Section(voice.words(C_("Who to call"))), *rows)


def _contact(contact: Contact, voice: Voice) -> Row:
    return Row(
        (
            plain(in_language(contact.name, voice.language)),
            value(unbroken(contact.phone)),
            plain(in_language(contact.about, voice.language)),
        ),
        Grid.CONTACT,
    )


def as_of(voice: Voice, subject: Subject, *, with_contacts: bool = True) -> Words:
    """The footer: what the page is as of, and how old its numbers are."""
    day = voice.day(subject.today)
    checked = min((one.checked for one in subject.contacts()), default=None)
    if checked is None or not with_contacts:
        return voice.words(C_("Information as of {day}"), day=day)
    return voice.words(
        C_("Information as of {day}. Phone numbers checked {checked}"),
        day=day,
        checked=voice.day(checked),
    )


def services_of_customers(voice: Voice) -> Entry:
    """S4 to S13: what a customer is entitled to, with the may and will of each service."""
    items = (
        C_(
            "**Safe housing.** Depending on your situation, you may be housed in a shelter, or "
            "the safety of your current home may be improved."
        ),
        C_("**Health care.** Help for physical and mental health problems."),
        C_("**Social services.** Guidance and support for coping with daily life."),
        C_(
            "**Reception allowance or social assistance.** Financial help for people with no "
            "income."
        ),
        C_(
            "**Legal aid and legal advice.** You will receive information about your rights. You "
            "will be given help to find a lawyer, if you need one. Victims may be offered a free "
            "lawyer, starting from the pre-trial investigation."
        ),
        C_(
            "**Support person.** You may be given a support person for the criminal process, if "
            "you need one."
        ),
        C_(
            "**Interpreting and translating.** You will be given help in a language that you "
            "understand."
        ),
    )
    return Entry(
        voice.words(C_("When you become a customer")),
        (
            Text(voice.words(C_("You are then entitled to services such as:"))),
            *(Item(voice.words(one)) for one in items),
        ),
    )
