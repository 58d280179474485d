"""The formulas of a form read into plain conditions.

Nothing of a rule is dropped: what no plain condition says stays in as `Unsaid`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assistance_desktop.forms.conditions import (
    ALWAYS,
    NEVER,
    Answered,
    Chosen,
    Compared,
    Condition,
    Counted,
    Not,
    Unsaid,
    any_of,
    opposite,
    together,
)
from assistance_desktop.forms.expressions.syntax import (
    Call,
    Literal,
    Number,
    Operation,
    Path,
    Syntax,
)
from assistance_desktop.forms.expressions.values import as_number, number_text
from assistance_desktop.forms.references import Shape, references

_MIRRORED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_TICKED = "OK"
"""What ODK keeps of an acknowledge that is ticked."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the formulas of one form: its shape, and the choices of its questions."""

    shape: Shape
    choices: Mapping[str, tuple[str, ...]]
    """By path, of every question that has choices: their names."""
    many: frozenset[str]
    """The questions that may have several answers at once."""
    ticks: frozenset[str]
    """The questions that are a box to tick and nothing else."""

    def condition(self, syntax: Syntax, place: str) -> Condition:
        """The condition that a formula standing at a path means."""
        found = self._call(syntax, place) if isinstance(syntax, Call) else None
        if isinstance(syntax, Operation):
            found = self._operation(syntax, place)
        return found if found is not None else self._unsaid(syntax, place)

    def _unsaid(self, syntax: Syntax, place: str) -> Unsaid:
        found = references(syntax, place, self.shape)
        return Unsaid(tuple(dict.fromkeys(reference.path for reference in found)))

    def _call(self, call: Call, place: str) -> Condition | None:
        match call:
            case Call("true", ()):
                return ALWAYS
            case Call("false", ()):
                return NEVER
            case Call("not", (inner,)):
                return opposite(self.condition(inner, place))
            case Call("selected", (Path() as where, Literal(name))):
                path = self._one(where, place)
                return Chosen(path, (name.strip(),)) if path in self.choices else None
            case _:
                return None

    def _operation(self, syntax: Operation, place: str) -> Condition | None:
        sides = (syntax.left, syntax.right)
        if syntax.operator == "and":
            return together(self.condition(side, place) for side in sides)
        if syntax.operator == "or":
            return any_of(self.condition(side, place) for side in sides)
        if syntax.operator not in _MIRRORED:
            return None
        value = _constant(syntax.right)
        if value is not None:
            return self._comparison(syntax.left, syntax.operator, value, place)
        value = _constant(syntax.left)
        if value is not None:
            return self._comparison(syntax.right, _MIRRORED[syntax.operator], value, place)
        return None

    def _comparison(
        self, what: Syntax, sign: str, value: str | float, place: str
    ) -> Condition | None:
        if sign == "!=":
            same = self._comparison(what, "=", value, place)
            return None if same is None else opposite(same)
        match what:
            case Path():
                path = self._one(what, place)
                return self._compared(path, sign, value) if path else None
            case Call("string-length", (Path() as where,)) if isinstance(value, float):
                return self._measured(self._one(where, place), sign, value)
            case Call("count-selected", (Path() as where,)) if isinstance(value, float):
                path = self._one(where, place)
                return Counted(path, sign, value) if path in self.choices else None
            case _:
                return None

    def _compared(self, path: str, sign: str, value: str | float) -> Condition | None:
        if value == "" and sign == "=":
            return Not(Answered(path))
        if path in self.ticks and sign == "=" and value == _TICKED:
            return Answered(path)
        if path in self.choices and sign == "=":
            return None if path in self.many else self._one_chosen(path, value)
        if isinstance(value, str) and sign != "=":
            return None
        return Compared(path, sign, value)

    def _one_chosen(self, path: str, value: str | float) -> Condition:
        if isinstance(value, str):
            return Chosen(path, (value,))
        fitting = tuple(name for name in self.choices[path] if as_number(name) == value)
        return Chosen(path, fitting or (number_text(value),))

    @staticmethod
    def _measured(path: str, sign: str, length: float) -> Condition | None:
        """Whether there is any text at all; other lengths cannot be said."""
        if not path:
            return None
        if (sign, length) in ((">", 0.0), (">=", 1.0)):
            return Answered(path)
        return Not(Answered(path)) if (sign, length) in (("=", 0.0), ("<", 1.0)) else None

    def _one(self, path: Path, place: str) -> str:
        """The one question that a path means, in the same instance; empty when it is not so."""
        found = references(path, place, self.shape)
        if len(found) != 1 or found[0].loose or found[0].own:
            return ""
        here = found[0].path
        return here if self.shape.innermost_repeat(here) == found[0].shared else ""


def _constant(syntax: Syntax) -> str | float | None:
    match syntax:
        case Literal(text):
            return text
        case Number(number):
            return number
        case Operation("negate", _left, Number(number)):
            return -number
        case _:
            return None
