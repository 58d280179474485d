"""The words of a form as they are shown: in a language, with values filled in, with their media."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistance_desktop.forms.expressions.compiling import compile_syntax
from assistance_desktop.forms.expressions.syntax import Call
from assistance_desktop.forms.expressions.tree import Element
from assistance_desktop.forms.expressions.values import as_text
from assistance_desktop.forms.expressions.world import Scope, World
from assistance_desktop.forms.form import Expression, Form, Text, Wording


@dataclass(frozen=True, slots=True)
class Said:
    """A text ready to show, and the pictures and sounds that go with it."""

    text: str = ""
    media: Mapping[str, str] = field(default_factory=dict[str, str])
    guidance: str = ""


def say(wording: Wording | None, about: Element, world: World, form: Form, language: str) -> Said:
    """A text about a node, in a language or the nearest one that the form has it in."""
    if wording is None:
        return Said()
    text = _chosen(wording, about, world, form, language)
    if isinstance(text, str):
        return Said(text)
    if text is None:
        return Said()
    shown, guidance = _join(text.pieces, about, world), _join(text.guidance, about, world)
    return Said(shown.strip(), text.media, guidance.strip())


def _chosen(
    wording: Wording, about: Element, world: World, form: Form, language: str
) -> Text | str | None:
    formula = wording.chosen_by
    if formula is None:
        return wording.in_language(language, form.default_language)
    syntax = formula.syntax
    if isinstance(syntax, Call) and syntax.name == "itext":
        key = as_text(compile_syntax(syntax.arguments[0])(Scope(about, world)))
        named = form.itext.get(key)
        return None if named is None else named.in_language(language, form.default_language)
    return as_text(formula.evaluate(Scope(about, world)))


def _join(pieces: tuple[str | Expression, ...], about: Element, world: World) -> str:
    return "".join(
        piece if isinstance(piece, str) else as_text(piece.evaluate(Scope(about, world)))
        for piece in pieces
    )
