"""What is said to the client about a question, in a language of the form.

No hint, no sentence of a rule and nothing for the worker is in it. While somebody else may hear,
it is small talk, and nothing tells that it is so.
"""

from dataclasses import dataclass, replace

from PySide6.QtGui import QImage

from assistance_desktop import i18n
from assistance_desktop.forms.form import Form, Repeat
from assistance_desktop.forms.speaking import Said
from assistance_desktop.i18n import C_
from assistance_desktop.ui.intake.answering import FEW
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.steps import is_answerable
from assistance_desktop.ui.kit.client_sheet import Shown

_REFUSED = C_("I do not want to answer")
_UNKNOWN = C_("I do not know")
_STOP = C_("You can stop at any time.")
_WORKER = C_("I am writing something down. One moment, please.")
_DRINK = C_("Would you like something to drink?")
_YES = C_("Yes, please")
_NO = C_("No, thank you")

_PICTURES = ("image", "big-image")

_SAFETY = C_("We want you to be safe.")
_THREAT = (
    C_("There is a serious threat. The Assistance system must inform the police of it."),
    C_("Only the threat is told, and nothing else that you have said."),
    C_("The police are responsible for protecting you."),
    C_("Your employer, your family and the authorities of your home country are not told."),
)
_HERE = C_("We are here with you.")


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of a form by the form's own name for it; "" when the form names none."""

    name: str

    @property
    def code(self) -> str:
        """Its BCP 47 code; that of the screens when the name tells none."""
        return i18n.language_code(self.name) or i18n.language()

    @property
    def title(self) -> str:
        """What people call it: its own name, else the one that the form gives."""
        code = i18n.language_code(self.name)
        return i18n.language_name(code) if code else self.name


def tongues(form: Form) -> list[Tongue]:
    """The languages that the client may read a form in, at least one."""
    return [Tongue(name) for name in form.languages or (form.default_language,)]


def spoken_in(form: Form, code: str) -> Tongue | None:
    """The form's language with a code, None when it has none."""
    return next((one for one in tongues(form) if one.code == code), None)


def small_talk(tongue: Tongue) -> Shown:
    """What the client sees while somebody else may hear."""
    words = i18n.client_words(tongue.code)
    shown = Shown(words(_DRINK), (words(_YES), words(_NO)))
    return _turned(shown)


def threat(tongue: Tongue) -> Shown:
    """What the client is told of a serious threat (S39, S40, S27)."""
    words = i18n.client_words(tongue.code)
    told = tuple(words(one) for one in _THREAT)
    return _turned(Shown(words(_SAFETY), stop=words(_HERE), told=told))


def question(filling: Filling, path: str, tongue: Tongue, *, numbered: bool) -> Shown:
    """A question, or the title of several, with its answers."""
    words = i18n.client_words(tongue.code)
    interview, item = filling.interview, filling.interview.item(path)
    if "worker" in item.appearance.split():
        return _turned(Shown(words(_WORKER), stop=words(_STOP)))
    said = interview.label(path, tongue.name)
    pictures = [(-1, picture) for picture in _pictures(filling, said)]
    answers: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()
    if is_answerable(interview, path):
        quiet = (words(_REFUSED), words(_UNKNOWN))
        choices = interview.choices(path, tongue.name)
        if len(choices) <= FEW:
            answers = tuple(choice.label for choice in choices)
            for at, choice in enumerate(choices):
                spoken = Said(media=choice.media)
                pictures += [(at, picture) for picture in _pictures(filling, spoken)]
    shown = Shown(
        said.text,
        answers,
        quiet,
        words(_STOP),
        above=_above(filling, path, tongue),
        numbered=numbered,
        pictures=tuple(pictures),
    )
    return _turned(shown)


def _above(filling: Filling, path: str, tongue: Tongue) -> str:
    """What the question is about: the title of the repeat, and which one of several this is."""
    around = path.rpartition("]")[0]
    if not around:
        return ""
    repeat, _bracket, number = around.rpartition("[")
    item = filling.interview.item(repeat)
    if not isinstance(item, Repeat):
        return ""
    title = filling.interview.label(repeat, tongue.name).text
    return f"{title} {number}".strip() if title else ""


def _pictures(filling: Filling, said: Said) -> list[QImage]:
    """The picture that belongs to a text, when it came with the form and can be read."""
    for kind in _PICTURES:
        name = said.media.get(kind)
        content = filling.questionnaire.media(name) if name else None
        if content:
            image = QImage.fromData(content)
            if not image.isNull():
                return [image]
    return []


def _turned(shown: Shown) -> Shown:
    """The same in the direction of its own letters."""
    words = shown.question or " ".join(shown.spoken)
    return replace(shown, mirrored=i18n.direction_of(words) == "rtl")
