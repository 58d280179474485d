"""The words and sentences of XPath 1.0 as ODK forms use it: text in, a small syntax tree out.

Reading is bounded: neither a long nor a deeply nested expression can hang or crash the program.
"""

import re
from dataclasses import dataclass, field
from typing import NoReturn

from assistance_desktop.forms.expressions.syntax import (
    Call,
    ExpressionError,
    Literal,
    Number,
    Operation,
    Path,
    Step,
    Syntax,
)
from assistance_desktop.i18n import _

DEEPEST = 60
"""Brackets inside brackets; real forms stay below 20."""
LONGEST = 60_000
"""Characters of one expression."""
MOST_TERMS = 200
"""Terms in a row with `+` or the like; conditions in a row with `and` or `or` may be many more."""

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<text>"[^"]*"|'[^']*')
    | (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<name>[^\W\d][\w.\-]*(?::(?!:)[^\W\d][\w.\-]*)?)
    | (?P<mark>::|//|\.\.|!=|<=|>=|[/()\[\].,@|+\-=<>*])
    )""",
    re.VERBOSE,
)
_WORD_OPERATORS = {"and", "or", "mod", "div"}
_LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
_AXES = {
    "child",
    "parent",
    "self",
    "descendant",
    "descendant-or-self",
    "ancestor",
    "ancestor-or-self",
    "following-sibling",
    "preceding-sibling",
    "attribute",
}
_NODE_TESTS = {"node": "*", "text": "text()"}


def parse(source: str) -> Syntax:
    """Read an expression.

    Raises ExpressionError with the place where reading stopped.
    """
    if len(source) > LONGEST:
        raise ExpressionError(
            _("The expression is longer than {limit} characters.").format(limit=LONGEST),
            _("Split it over several calculate rows."),
        )
    return _Reader(source).whole()


def without_surplus(source: str) -> str | None:
    """An expression less the closing brackets at its end that nothing opened; None if it has none.

    Collect reads such expressions, so fielded forms have them.
    """
    shorter = source.rstrip()
    try:
        marks = [text for kind, text, _at in _tokens(source) if kind == "mark"]
    except ExpressionError:
        return None
    surplus = marks.count(")") - marks.count("(")
    if surplus < 1 or not shorter.endswith(")" * surplus):
        return None
    return shorter[:-surplus]


def _tokens(source: str) -> list[tuple[str, str, int]]:
    found: list[tuple[str, str, int]] = []
    at = 0
    end = len(source.rstrip())
    while at < end:
        match = _TOKEN.match(source, at)
        if match is None:
            _stop(source, at)
        kind = match.lastgroup or ""
        found.append((kind, match.group(kind), match.start(kind)))
        at = match.end()
    found.append(("end", "", end))
    return found


def _stop(source: str, at: int) -> NoReturn:
    near = source[at : at + 20].strip() or _("the end")
    raise ExpressionError(
        _("The expression cannot be read at character {place}, near “{near}”.").format(
            place=at + 1, near=near
        ),
        _("Check quotes, brackets and operators (and, or, div, mod)."),
    )


def _balanced(sign: str, terms: list[Syntax]) -> Syntax:
    """Many conditions as a tree that is wide and not deep; the order of the terms stays."""
    if len(terms) == 1:
        return terms[0]
    middle = (len(terms) + 1) // 2
    return Operation(sign, _balanced(sign, terms[:middle]), _balanced(sign, terms[middle:]))


@dataclass(slots=True)
class _Reader:
    """Recursive descent over the tokens."""

    source: str
    tokens: list[tuple[str, str, int]] = field(init=False)
    at: int = 0
    depth: int = 0

    def __post_init__(self) -> None:
        self.tokens = _tokens(self.source)

    def whole(self) -> Syntax:
        result = self.binary(0)
        if self.tokens[self.at][0] != "end":
            self.stop()
        return result

    def stop(self) -> NoReturn:
        _stop(self.source, self.tokens[self.at][2])

    def peek(self, mark: str) -> bool:
        kind, text, _at = self.tokens[self.at]
        return text == mark and kind == "mark"

    def take(self, mark: str) -> bool:
        if self.peek(mark):
            self.at += 1
            return True
        return False

    def need(self, mark: str) -> None:
        if not self.take(mark):
            self.stop()

    def operator(self, level: int) -> str | None:
        kind, text, _at = self.tokens[self.at]
        if text not in _LEVELS[level]:
            return None
        if kind == "mark" or (kind == "name" and text in _WORD_OPERATORS):
            self.at += 1
            return text
        return None

    def binary(self, level: int) -> Syntax:
        if level == len(_LEVELS):
            return self.unary()
        terms, signs = [self.binary(level + 1)], list[str]()
        while (sign := self.operator(level)) is not None:
            signs.append(sign)
            terms.append(self.binary(level + 1))
        if signs and signs[0] in ("and", "or"):
            return _balanced(signs[0], terms)
        if len(terms) > MOST_TERMS:
            raise ExpressionError(
                _("The expression has more than {limit} terms in a row.").format(limit=MOST_TERMS),
                _("Split it over several calculate rows."),
            )
        left = terms[0]
        for sign, right in zip(signs, terms[1:], strict=True):
            left = Operation(sign, left, right)
        return left

    def unary(self) -> Syntax:
        minuses = 0
        while self.take("-"):
            minuses += 1
        term = self.union()
        return Operation("negate", Number(0.0), term) if minuses % 2 else term

    def union(self) -> Syntax:
        left = self.path()
        while self.take("|"):
            left = Operation("|", left, self.path())
        return left

    def path(self) -> Syntax:
        if self.take("//"):
            return Path("/", (Step("descendant-or-self", "*"), *self.steps()))
        if self.take("/"):
            return Path("/", self.steps() if self.starts_step() else ())
        if self.starts_primary():
            return self.filtered()
        return Path(".", self.steps())

    def starts_step(self) -> bool:
        kind, text, _at = self.tokens[self.at]
        return kind == "name" or (kind == "mark" and text in (".", "..", "@", "*"))

    def starts_primary(self) -> bool:
        kind, text, _at = self.tokens[self.at]
        if kind in ("text", "number") or (kind == "mark" and text == "("):
            return True
        after = self.tokens[self.at + 1][1] if kind == "name" else ""
        return after == "(" and text not in _NODE_TESTS

    def filtered(self) -> Syntax:
        term = self.primary()
        predicates = self.predicates()
        if self.take("//"):
            return Path(term, (Step("descendant-or-self", "*"), *self.steps()), predicates)
        if self.take("/"):
            return Path(term, self.steps(), predicates)
        return Path(term, (), predicates) if predicates else term

    def primary(self) -> Syntax:
        kind, text, _at = self.tokens[self.at]
        self.at += 1
        if kind == "text":
            return Literal(text[1:-1])
        if kind == "number":
            return Number(float(text))
        if kind == "mark":
            inner = self.inside()
            self.need(")")
            return inner
        self.need("(")
        arguments: list[Syntax] = []
        while not self.peek(")"):
            arguments.append(self.inside())
            if not self.take(","):
                break
        self.need(")")
        return Call(text.rpartition(":")[2], tuple(arguments))

    def inside(self) -> Syntax:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ExpressionError(
                _("The expression has more than {limit} brackets inside each other.").format(
                    limit=DEEPEST
                ),
                _("Split it over several calculate rows."),
            )
        result = self.binary(0)
        self.depth -= 1
        return result

    def steps(self) -> tuple[Step, ...]:
        found = [self.step()]
        while self.peek("/") or self.peek("//"):
            if self.take("//"):
                found.append(Step("descendant-or-self", "*"))
            else:
                self.need("/")
            found.append(self.step())
        return tuple(found)

    def step(self) -> Step:
        if self.take("."):
            return Step("self", "*", self.predicates())
        if self.take(".."):
            return Step("parent", "*", self.predicates())
        axis = "attribute" if self.take("@") else "child"
        if self.tokens[self.at][0] == "name" and self.tokens[self.at + 1][1] == "::":
            axis = self.tokens[self.at][1]
            if axis not in _AXES:
                self.stop()
            self.at += 2
        return Step(axis, self.name_test(), self.predicates())

    def name_test(self) -> str:
        if self.take("*"):
            return "*"
        kind, text, _at = self.tokens[self.at]
        if kind != "name":
            self.stop()
        self.at += 1
        if text in _NODE_TESTS and self.take("("):
            self.need(")")
            return _NODE_TESTS[text]
        return text.rpartition(":")[2]

    def predicates(self) -> tuple[Syntax, ...]:
        found: list[Syntax] = []
        while self.take("["):
            found.append(self.inside())
            self.need("]")
        return tuple(found)
