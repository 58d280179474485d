"""Words as they go onto paper: runs of text, some in bold, some a value with its own direction.

A sentence is translated as a whole; `**` marks what stands out in it, and values come in by
name. A value is never read as markup, and no control character of it reaches a page.
"""

import unicodedata
from dataclasses import dataclass
from string import Formatter
from typing import TypeAlias

_JOINERS = "\u200b\u200c\u200d"
"""Invisible characters that shape words and are kept: a place to break, a non-joiner, a joiner."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. `apart` is a value whose direction must not mix with the sentence."""

    text: str
    bold: bool = False
    apart: bool = False


Words: TypeAlias = tuple[Run, ...]


def plain(text: str, *, bold: bool = False) -> Words:
    """The text as one run."""
    return (Run(clean(text), bold),) if text else ()


def value(text: str, *, bold: bool = False) -> Words:
    """A name, a number or a day, kept apart from the direction of what stands around it."""
    return (Run(clean(text), bold, apart=True),) if text else ()


def rich(template: str, **values: str) -> Words:
    """A sentence with `**bold**` parts and `{named}` values. Raises KeyError for a missing one."""
    runs: list[Run] = []
    for place, part in enumerate(template.split("**")):
        bold = place % 2 == 1
        for literal, name, _spec, _conversion in Formatter().parse(part):
            if literal:
                runs.append(Run(clean(literal), bold))
            if name:
                runs.append(Run(clean(values[name]), bold, apart=True))
    return tuple(run for run in runs if run.text)


def clean(text: str) -> str:
    """Composed characters, and none that a page cannot show; line breaks stay."""
    normal = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
    return "".join(one for one in normal if one in _JOINERS or one == "\n" or _is_shown(one))


def in_bold(words: Words) -> Words:
    """The same words, all of them in bold."""
    return tuple(Run(run.text, bold=True, apart=run.apart) for run in words)


def text_of(words: Words) -> str:
    """The words without their looks."""
    return "".join(run.text for run in words)


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
