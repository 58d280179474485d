"""The parsed questionnaire: groups, repeats and questions as its author wrote them.

Immutable and without answers; an interview fills it. Paths are those of the main instance
without positions: `/data/children/name`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from assistance_desktop.forms.expressions.paths import Evaluate
from assistance_desktop.forms.expressions.syntax import Syntax
from assistance_desktop.forms.expressions.tree import Element

UNTRANSLATED = ""
"""The language of texts that are written once for all."""
NOT_TRANSLATED = ("-",)
"""What pyxform writes where a language has no text."""
_SPOKEN = frozenset({"audio", "video"})


@dataclass(frozen=True, slots=True)
class Expression:
    """A formula of the form, read and compiled."""

    source: str
    syntax: Syntax
    evaluate: Evaluate = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language: fixed pieces and formulas in turn, with what is shown or heard."""

    pieces: tuple[str | Expression, ...] = ()
    media: Mapping[str, str] = field(default_factory=dict[str, str])
    """`image`, `big-image`, `audio` or `video` to a file name."""
    guidance: tuple[str | Expression, ...] = ()
    """The longer advice of `guidance_hint`, which stands in the same text as the hint."""

    @property
    def has_words(self) -> bool:
        """Whether there is anything to read."""
        return self.pieces not in ((), NOT_TRANSLATED)


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in every language that the form has it in; or a formula that says which text."""

    versions: Mapping[str, Text] = field(default_factory=dict[str, Text])
    chosen_by: Expression | None = None

    def in_language(self, language: str, default: str) -> Text | None:
        """The text in a language, and what is missing there from the default one, then any.

        A sound is not taken from another language that has words of its own: it speaks them.
        """
        order = dict.fromkeys((language, default, UNTRANSLATED, *self.versions))
        found = [self.versions[code] for code in order if code in self.versions]
        if len(found) < 2:
            return found[0] if found else None
        worded = next((text for text in found if text.has_words), found[0])
        advised = next((t for t in found if t.guidance not in ((), NOT_TRANSLATED)), found[0])
        media: dict[str, str] = {}
        for text in found:
            silent = text is not worded and text.has_words
            for kind, name in text.media.items():
                if not (silent and kind in _SPOKEN):
                    media.setdefault(kind, name)
        pieces = worded.pieces if worded.has_words or not media else ()
        guidance = advised.guidance if advised.guidance != NOT_TRANSLATED else ()
        return Text(pieces, media, guidance)


@dataclass(frozen=True, slots=True)
class Bind:
    """The rules of a node, and whatever else its author wrote beside them."""

    relevant: Expression | None = None
    required: Expression | None = None
    readonly: Expression | None = None
    constraint: Expression | None = None
    calculate: Expression | None = None
    constraint_message: Wording | None = None
    required_message: Wording | None = None
    preload: tuple[str, str] = ("", "")
    extra: Mapping[str, str] = field(default_factory=dict[str, str])
    """Attributes that mean nothing to the engine, such as `fact` from a column `bind::fact`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose, in a list that belongs to its question alone."""

    name: str
    label: Wording


@dataclass(frozen=True, slots=True)
class Choices:
    """Where the answers to choose come from: written down, or rows that a formula finds."""

    fixed: tuple[Choice, ...] = ()
    rows: Expression | None = None
    name: Expression | None = None
    label: Wording | None = None
    """Evaluated on the row."""


@dataclass(frozen=True, slots=True)
class SetValue:
    """Something that is written once when something happens."""

    events: frozenset[str]
    target: Expression
    target_path: str
    value: Expression | None
    trigger: str = ""
    """The path whose change sets it off; empty for loading and new repeats."""


@dataclass(frozen=True, slots=True)
class Node:
    """What a group, a repeat and a question have in common."""

    path: str
    name: str
    bind: Bind = field(default_factory=Bind)
    label: Wording | None = None
    hint: Wording | None = None
    appearance: str = ""
    shown: bool = True
    """Whether it stands in the body of the form; a calculation does not."""


@dataclass(frozen=True, slots=True)
class Question(Node):
    """One value."""

    type: str = "text"
    """As in XLSForm: text, integer, select_one, note, calculate, geopoint, image ..."""
    control: str = ""
    """The element of the body: input, select1, select, rank, range, trigger, upload."""
    data_type: str = "string"
    choices: Choices | None = None
    default: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict[str, str])
    """Attributes of the control, such as start, end and step of a range."""


@dataclass(frozen=True, slots=True)
class Start:
    """What an instance of a repeat holds when the form is opened."""

    values: Mapping[str, str] = field(default_factory=dict[str, str])
    """By path."""
    inner: Mapping[str, tuple["Start", ...]] = field(default_factory=dict[str, "tuple[Start, ...]"])
    """The instances of the repeats inside it, by path."""


@dataclass(frozen=True, slots=True)
class Group(Node):
    """Questions that belong together."""

    children: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Repeat(Node):
    """Questions asked again for each of something."""

    children: tuple["Item", ...] = ()
    count: Expression | None = None
    """How many, when a formula says so and not the user."""
    fixed: bool = False
    """Nobody may add or remove instances."""
    starts_with: tuple[Start, ...] = ()
    """The instances that the form, or a new instance around it, holds at first."""


Item: TypeAlias = Group | Repeat | Question


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A whole questionnaire; two readings of one file are two forms."""

    title: str
    id: str
    version: str
    languages: tuple[str, ...]
    default_language: str
    root: Group
    lists: Mapping[str, Element]
    """Secondary instances; nobody changes them."""
    itext: Mapping[str, Wording]
    actions: tuple[SetValue, ...] = ()
    missing: frozenset[str] = frozenset()
    """Names of lists whose files were not there."""

    def items(self) -> Iterator[Item]:
        """Everything below the root, in the order of the form."""
        return walk(self.root)

    def questions(self) -> Iterator[Question]:
        """All questions, in the order of the form."""
        return (item for item in self.items() if isinstance(item, Question))


def walk(item: Group | Repeat) -> Iterator[Item]:
    """Everything below a group or repeat, parents before children."""
    for child in item.children:
        yield child
        if not isinstance(child, Question):
            yield from walk(child)
