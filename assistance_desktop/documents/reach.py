"""How we reach the client, as they said it is safe. No number, no address, no place, no name.

The words of the print page come first; without them, the ways that the client chose in the
intake. What is not said to be safe is not done: no voice mail, no message, no post.
"""

from collections.abc import Sequence

from assistance_desktop.documents.layout.runs import Run, Words, plain
from assistance_desktop.documents.order import Details
from assistance_desktop.documents.subject import Subject
from assistance_desktop.documents.voice import Voice
from assistance_desktop.i18n import C_


def how_we_reach(voice: Voice, subject: Subject, details: Details) -> Words:
    """One paragraph, or nothing when nobody has asked yet."""
    if details.reach:
        return plain(details.reach)
    ways = _ways(subject)
    if not ways:
        return ()
    if "none" in ways:
        return voice.words(C_("We do not contact you. You can come to us or call us."))
    sentences = [_sentence(way, voice) for way in ways]
    sentences.append(_messages(voice, subject))
    said: list[Run] = []
    for words in sentences:
        said += [Run(" "), *words] if said and words else words
    return tuple(said)


def _ways(subject: Subject) -> Sequence[str]:
    answer = subject.answer("contact_way")
    if isinstance(answer, str):
        return answer.split()
    if isinstance(answer, Sequence):
        return [one for one in answer if isinstance(one, str)]
    return ()


def _sentence(way: str, voice: Voice) -> Words:
    match way:
        case "call":
            return voice.words(C_("We call you at the times that we agreed."))
        case "email":
            return voice.words(C_("We write to you by e-mail."))
        case "place":
            return voice.words(C_("We reach you through the place that we agreed."))
        case "visit":
            return voice.words(C_("You come to us yourself."))
        case _:
            return ()


def _messages(voice: Voice, subject: Subject) -> Words:
    if all(subject.answer(question) != "yes" for question in ("voice_ok", "sms_ok", "post_ok")):
        return voice.words(C_("We do not leave messages or send post."))
    return ()
