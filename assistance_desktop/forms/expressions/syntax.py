"""What an expression consists of once it is read: immutable, and knows nothing about any form."""

from dataclasses import dataclass
from typing import TypeAlias

from assistance_desktop.errors import AppError

Syntax: TypeAlias = "Literal | Number | Call | Operation | Path"


class ExpressionError(AppError):
    """An expression that cannot be read, with what is wrong in it."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A text between quotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    number: float


@dataclass(frozen=True, slots=True)
class Call:
    """A function and what it is given; the prefix of the function's name is dropped."""

    name: str
    arguments: tuple["Syntax", ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator between two sides; a minus sign before a term is `0 - term`."""

    operator: str
    left: "Syntax"
    right: "Syntax"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: an axis, a name (`*` any, `text()` text) and conditions in brackets."""

    axis: str
    name: str
    predicates: tuple["Syntax", ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from a start: `/` the form, `.` where the expression stands, or another expression."""

    start: "str | Syntax"
    steps: tuple[Step, ...]
    predicates: tuple["Syntax", ...] = ()
