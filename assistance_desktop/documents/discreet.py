"""The discreet note: an ordinary appointment card (facts.md 7, paper P3).

Times, one person to ask for, one number, one sentence. Nothing of the case reaches it: it is
made of the details of the print alone, and it is refused when a word on it gives away why.
"""

from assistance_desktop.documents import unsaid
from assistance_desktop.documents.layout import blocks as say
from assistance_desktop.documents.layout.pages import Version
from assistance_desktop.documents.layout.runs import Words, value
from assistance_desktop.documents.order import Details
from assistance_desktop.documents.voice import Voice, unbroken
from assistance_desktop.i18n import C_

TITLE = "Note"


def write(details: Details, voice: Voice) -> Version:
    """The card in one language. Raises AppError when a detail would give it away."""
    blocks: list[say.Block] = [say.Title(voice.words(C_("Your appointments")))]
    blocks += [
        say.Row((value(voice.week_day(one.day)), value(one.time)), say.Grid.TIME)
        for one in sorted(details.appointments, key=lambda one: (one.day, one.time))
    ]
    if details.worker_initials:
        whom = details.worker_initials.rstrip(".")
        blocks.append(say.Text(voice.words(C_("Ask for {name}."), name=whom), apart=True))
    if details.phone:
        blocks.append(say.Strong(value(unbroken(details.phone))))
        blocks.append(say.Text(_if_you_cannot_come(details, voice), apart=True))
    unsaid.check(say.words_of(blocks))
    return Version(voice.language, tuple(blocks))


def _if_you_cannot_come(details: Details, voice: Voice) -> Words:
    if details.hours:
        return voice.words(
            C_("If you cannot come, please call. Hours: {hours}."), hours=details.hours
        )
    return voice.words(C_("If you cannot come, please call."))
