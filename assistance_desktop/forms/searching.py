"""The appearance `search('file', ...)`: choices that are looked up in a CSV file beside the form.

ODK Collect's older way to long lists: the one choice of the question names the columns, not an
answer. (docs.getodk.org, "Selects from CSV with search()".)
"""

import re

from assistance_desktop.forms.expressions.compiling import compile_syntax
from assistance_desktop.forms.expressions.grammar import parse
from assistance_desktop.forms.expressions.syntax import (
    Call,
    ExpressionError,
    Literal,
    Operation,
    Path,
    Step,
    Syntax,
)
from assistance_desktop.forms.form import Choice, Choices, Expression, Text, Wording

_SEARCH = re.compile(r"search\s*\(.*\)", re.DOTALL)
_WAYS = {"contains": "contains", "startswith": "starts-with", "endswith": "ends-with"}
_WHOLE_NUMBER = re.compile(r"-?\d+")


def searched_list(appearance: str) -> str:
    """The name of the list that an appearance searches; empty when it does not."""
    call = _call(appearance)
    first = call.arguments[0] if call is not None else None
    return first.text.removesuffix(".csv") if isinstance(first, Literal) else ""


def search_choices(appearance: str, written: tuple[Choice, ...]) -> Choices:
    """The rows that a search finds; choices whose name is a number stand as they are.

    Raises ExpressionError when a part of the search cannot be read.
    """
    call, name = _call(appearance), searched_list(appearance)
    columns = next((c for c in written if not _WHOLE_NUMBER.fullmatch(c.name)), None)
    if call is None or not name or columns is None:
        return Choices(fixed=written)
    conditions = tuple(_conditions(call.arguments))
    rows = Path(
        Call("instance", (Literal(name),)),
        (Step("child", "root"), Step("child", "item", conditions)),
    )
    return Choices(
        fixed=tuple(choice for choice in written if _WHOLE_NUMBER.fullmatch(choice.name)),
        rows=_expression(appearance, rows),
        name=_expression(columns.name, _column(columns.name)),
        label=_label(columns.label),
    )


def _call(appearance: str) -> Call | None:
    found = _SEARCH.search(appearance)
    if found is None:
        return None
    try:
        syntax = parse(found.group())
    except ExpressionError:
        return None
    return syntax if isinstance(syntax, Call) and syntax.arguments else None


def _conditions(arguments: tuple[Syntax, ...]) -> list[Syntax]:
    """`search(file, way, columns, text, column, value)`; Collect compares without case."""
    found: list[Syntax] = []
    if len(arguments) >= 4:
        way, names, wanted = _text(arguments[1]).lower(), arguments[2], _outside(arguments[3])
        sides = [_compared(way, _column(name), wanted) for name in _text(names).split(",")]
        either = sides[0]
        for side in sides[1:]:
            either = Operation("or", either, side)
        found.append(either)
    if len(arguments) >= 6:
        found.append(Operation("=", _column(_text(arguments[4])), _outside(arguments[5])))
    return found


def _compared(way: str, column: Syntax, wanted: Syntax) -> Syntax:
    if way not in _WAYS:
        return Operation("=", column, wanted)
    return Call(_WAYS[way], (Call("lower-case", (column,)), Call("lower-case", (wanted,))))


def _text(syntax: Syntax) -> str:
    return syntax.text.strip() if isinstance(syntax, Literal) else ""


def _column(name: str) -> Syntax:
    return Path(".", (Step("child", name.strip()),))


def _outside(syntax: Syntax) -> Syntax:
    """A path that starts at the question, not at the row that is compared."""
    if isinstance(syntax, Path) and syntax.start == ".":
        return Path(Call("current", ()), syntax.steps, syntax.predicates)
    return syntax


def _expression(source: str, syntax: Syntax) -> Expression:
    return Expression(source, syntax, compile_syntax(syntax))


def _label(wording: Wording) -> Wording:
    """The column of each language; several columns are joined with a blank."""
    return Wording(
        {language: Text(_columns(text), text.media) for language, text in wording.versions.items()},
        wording.chosen_by,
    )


def _columns(text: Text) -> tuple[str | Expression, ...]:
    names = "".join(piece for piece in text.pieces if isinstance(piece, str)).split(",")
    found: list[str | Expression] = []
    for name in (name.strip() for name in names):
        if name:
            found += (
                [" ", _expression(name, _column(name))]
                if found
                else [_expression(name, _column(name))]
            )
    return tuple(found)
