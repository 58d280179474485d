"""The full summary for the client (facts.md 7, paper P1).

What happens next, what was chosen, how we reach you, free and voluntary; then the rights in
short. Everything that the list "never on any print" names stays out, because nothing asks for it.
"""

from assistance_desktop.documents import passages, stay
from assistance_desktop.documents.layout import blocks as say
from assistance_desktop.documents.layout.pages import Version
from assistance_desktop.documents.layout.runs import Words, plain, value
from assistance_desktop.documents.order import Appointment, Order, Part
from assistance_desktop.documents.reach import how_we_reach
from assistance_desktop.documents.subject import (
    ACCEPTS,
    DECLINES,
    LATER,
    Subject,
    names,
    open_services,
)
from assistance_desktop.documents.voice import Voice
from assistance_desktop.guidance.services import Line
from assistance_desktop.i18n import C_

TITLE = "Summary"
"""The title of the file: the same neutral word in every language."""


def write(order: Order, subject: Subject, voice: Voice) -> Version:
    """The summary in one language."""
    blocks: list[say.Block] = [*heading(order, subject, voice, C_("What we agreed"))]
    if Part.APPOINTMENTS in order.parts:
        blocks += appointments(order.details.appointments, voice)
    if Part.SERVICES in order.parts:
        blocks += _services(subject, voice)
    reach = how_we_reach(voice, subject, order.details)
    if reach:
        blocks += [say.Section(voice.words(C_("How we reach you"))), say.Text(reach)]
    blocks += notes(order.details.notes, voice)
    blocks.append(passages.free_and_voluntary(voice))
    blocks += _rights(order, subject, voice)
    if Part.CONTACTS in order.parts:
        blocks += passages.contacts(voice, subject, order.details)
    foot = passages.as_of(voice, subject, with_contacts=Part.CONTACTS in order.parts)
    return Version(voice.language, tuple(blocks), foot)


def heading(order: Order, subject: Subject, voice: Voice, title: str) -> tuple[say.Block, ...]:
    """The title that the client chose, or the usual one, and the day."""
    name, day = order.details.client_name, voice.full_day(subject.today)
    line = voice.words(C_("For {name}, {day}"), name=name, day=day) if name else value(day)
    return (say.Title(plain(order.details.title) or voice.words(title)), say.Text(line))


def appointments(listed: tuple[Appointment, ...], voice: Voice) -> list[say.Block]:
    """What happens next, by day and time."""
    if not listed:
        return []
    return [
        say.Section(voice.words(C_("What happens next"))),
        *(
            say.Row(
                (value(voice.short_day(one.day)), value(one.time), plain(one.text)),
                say.Grid.APPOINTMENT,
            )
            for one in sorted(listed, key=lambda one: (one.day, one.time))
        ),
    ]


def notes(text: str, voice: Voice) -> list[say.Block]:
    """Notes, only when they were given for this print."""
    if not text:
        return []
    return [say.Section(voice.words(C_("Notes"))), say.Text(plain(text))]


def _services(subject: Subject, voice: Voice) -> list[say.Block]:
    """The person's own choices. Who has not chosen yet sees what can be talked about."""
    blocks: list[say.Block] = [say.Section(voice.words(C_("What you chose")))]
    # The rights tell of a reflection period that was granted, with its days.
    chosen = [
        code for code in subject.decided(ACCEPTS) if not (code == "REFLECT" and subject.reflection)
    ]
    if chosen:
        columns = (C_("Help"), C_("Who does what"), C_("By when"))
        blocks.append(
            say.Row(tuple(voice.words(one) for one in columns), say.Grid.CHOICE, head=True)
        )
        blocks += [_choice(code, subject, voice) for code in chosen]
    remarks = _remarks(subject, voice, has_choices=bool(chosen))
    if remarks:
        blocks.append(say.Remark(remarks) if chosen else say.Text(remarks[0]))
        blocks += [] if chosen else [say.Text(words) for words in remarks[1:]]
    return blocks


def _choice(code: str, subject: Subject, voice: Voice) -> say.Row:
    line = subject.plan(voice.language)[code]
    due = subject.due(code)
    return say.Row(
        (
            plain(line.name),
            _who_does_what(code, subject, voice) or plain(what_it_is(line)),
            value(voice.near_day(due)) if due else (),
        ),
        say.Grid.CHOICE,
    )


def _who_does_what(code: str, subject: Subject, voice: Voice) -> Words:
    """The next step with whoever takes it, who is not named twice."""
    step, person = subject.next_step(code), subject.person(code)
    if not step or not person or person.casefold() in step.casefold():
        return plain(step or person)
    return voice.words(C_("{person}: {step}"), person=person, step=step)


def what_it_is(line: Line) -> str:
    """What the pack says, less the name of the service that stands beside it already."""
    before, name, after = line.text.partition(f"{line.name}: ")
    return f"{before}{after[:1].upper()}{after[1:]}" if name else line.text


def _remarks(subject: Subject, voice: Voice, *, has_choices: bool) -> tuple[Words, ...]:
    remarks: list[Words] = []
    if has_choices and not subject.is_customer:
        remarks.append(
            voice.words(
                C_(
                    "These services are for customers of the Assistance system. The system "
                    "decides who becomes its customer."
                )
            )
        )
    if later := subject.decided(LATER):
        remarks.append(
            voice.words(C_("**For later:** {services}."), services=names(later, subject, voice))
        )
    if declined := subject.decided(DECLINES):
        remarks.append(
            voice.words(
                C_("**You said no to:** {services}. You can change your mind at any time."),
                services=names(declined, subject, voice),
            )
        )
    if waiting := open_services(subject):
        remarks.append(
            voice.words(
                C_("**We can still talk about:** {services}."),
                services=names(waiting, subject, voice),
            )
        )
    if not has_choices and not remarks:
        remarks.append(voice.words(C_("Nothing has been chosen yet. There is no hurry.")))
    return tuple(remarks)


def _rights(order: Order, subject: Subject, voice: Voice) -> list[say.Block]:
    entries: list[say.Entry] = []
    if Part.RIGHTS in order.parts:
        entries += [
            passages.secrecy(voice, first=True),
            passages.police(voice, in_full=False),
            passages.exception(voice),
        ]
    if Part.OWN_OFFENCE in order.parts:
        entries.append(passages.own_offence(voice))
    if Part.REFLECTION in order.parts:
        entries += stay.reflection(voice, subject)
    if Part.RIGHTS in order.parts:
        entries += [
            *stay.permit(voice, subject),
            passages.lawyer(voice, for_victims=not subject.is_witness),
            passages.your_data(voice, order.details),
        ]
    if not entries:
        return []
    return [
        say.PageBreak(filled=0.6),
        say.Title(voice.words(C_("Your rights, in short"))),
        say.Text(whose(subject, voice)),
        *entries,
        passages.whose_promises(voice),
    ]


def whose(subject: Subject, voice: Voice) -> Words:
    """Whom "the system" means, and whether the person is its customer."""
    if subject.is_customer:
        return voice.words(
            C_("You are a customer of the Assistance system. “The system” below means it.")
        )
    return voice.words(
        C_(
            "“The system” below means the Assistance system for victims of human trafficking. This "
            "is how it helps the people who are its customers."
        )
    )
