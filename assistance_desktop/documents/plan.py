"""The service plan on paper: every service that concerns the person, with who does what.

No reason, no flag and no fact goes along: they are for the worker's screen.
"""

from dataclasses import replace

from assistance_desktop.documents import passages, stay
from assistance_desktop.documents.layout import blocks as say
from assistance_desktop.documents.layout.pages import Version
from assistance_desktop.documents.layout.runs import Words, plain, value
from assistance_desktop.documents.order import Order, Part
from assistance_desktop.documents.subject import ACCEPTS, DECLINES, LATER, Subject, names
from assistance_desktop.documents.summary import appointments, heading, notes, what_it_is, whose
from assistance_desktop.documents.voice import Voice
from assistance_desktop.guidance.services import Line
from assistance_desktop.i18n import C_

TITLE = "Summary"

_GROUPS = (
    (C_("What you chose"), ACCEPTS),
    (C_("For later"), LATER),
    (C_("What we can still talk about"), ""),
)
_HIDDEN = ("no", "declined")


def write(order: Order, subject: Subject, voice: Voice) -> Version:
    """The plan in one language."""
    blocks: list[say.Block] = [*heading(order, subject, voice, C_("Your plan"))]
    blocks.append(say.Text(whose(subject, voice)))
    if Part.APPOINTMENTS in order.parts:
        blocks += appointments(order.details.appointments, voice)
    for title, decision in _GROUPS:
        blocks += _group(title, decision, subject, voice)
    if declined := subject.decided(DECLINES):
        blocks.append(say.Section(voice.words(C_("What you said no to"))))
        blocks.append(
            say.Text(
                voice.words(
                    C_("{services}. You can change your mind at any time."),
                    services=names(declined, subject, voice),
                )
            )
        )
    blocks += notes(order.details.notes, voice)
    blocks.append(passages.free_and_voluntary(voice))
    if Part.CONTACTS in order.parts:
        blocks += passages.contacts(voice, subject, order.details)
    return Version(voice.language, tuple(blocks), passages.as_of(voice, subject))


def _group(title: str, decision: str, subject: Subject, voice: Voice) -> list[say.Block]:
    lines = [
        line
        for code, line in subject.plan(voice.language).items()
        if line.status not in _HIDDEN and subject.decision(code) == decision
    ]
    if not lines:
        return []
    return [
        say.Section(voice.words(title)),
        *(_service(line, subject, voice) for line in lines),
    ]


def _service(line: Line, subject: Subject, voice: Voice) -> say.Entry:
    own = stay.reflection(voice, subject) if line.code == "REFLECT" else ()
    if own:
        return replace(own[0], minor=True)
    said: list[Words] = [plain(what_it_is(line))]
    if line.organiser and line.status in ("yes", "may", "if"):
        said.append(voice.words(C_("**Who does what:** {organiser}."), organiser=line.organiser))
    if person := subject.person(line.code):
        said.append(voice.words(C_("**Goes along or takes care of it:** {person}"), person=person))
    if step := subject.next_step(line.code):
        said.append(voice.words(C_("**Next step:** {step}"), step=step))
    if due := subject.due(line.code):
        said.append((*voice.words(C_("**By when:**")), *plain(" "), *value(voice.day(due))))
    return say.Entry(plain(line.name), tuple(say.Text(words) for words in said), minor=True)
