"""What a formula looks at, read from its text: paths of the form, without running anything.

When in doubt a formula counts as looking at more than it does; it is then worked out once too
often, never too seldom.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

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
from assistance_desktop.forms.form import Form, Question, Repeat

_SIDEWAYS = ("preceding-sibling", "following-sibling")


@dataclass(frozen=True, slots=True)
class Reference:
    """One path that a formula looks at."""

    path: str
    shared: str
    """The innermost repeat whose instance both sides share; empty when none."""
    loose: bool = False
    """A condition chooses among instances, so it need not be the formula's own."""
    own: bool = False
    """The formula says `.`: the value that it is about to replace."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The paths of a form and how they hang together."""

    children: dict[str, dict[str, tuple[str, ...]]]
    """By path and then by name without prefix."""
    repeats: frozenset[str]

    @staticmethod
    def of(form: Form) -> "Shape":
        """The shape of a form."""
        children: dict[str, dict[str, tuple[str, ...]]] = {}
        for item in (form.root, *form.items()):
            inner = children.setdefault(item.path, {})
            for child in () if isinstance(item, Question) else item.children:
                name = child.name.rpartition(":")[2]
                inner[name] = (*inner.get(name, ()), child.path)
        repeats = frozenset(item.path for item in form.items() if isinstance(item, Repeat))
        return Shape(children, repeats)

    @staticmethod
    def line(path: str) -> Iterator[str]:
        """The path and everything above it, nearest first."""
        while path:
            yield path
            path = path.rpartition("/")[0]

    def innermost_repeat(self, path: str) -> str:
        """The nearest repeat at or above a path; empty when none."""
        return next((above for above in self.line(path) if above in self.repeats), "")

    def child(self, path: str, name: str) -> tuple[str, ...]:
        """The children of a name; `*` means all."""
        inner = self.children.get(path, {})
        if name == "*":
            return tuple(below for found in inner.values() for below in found)
        return inner.get(name, ())


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a walk is, and the highest point that it has passed."""

    path: str
    apex: str
    loose: bool = False
    own: bool = False


def references(syntax: Syntax, place: str, shape: Shape) -> list[Reference]:
    """All paths that a formula standing at a place looks at."""
    reader = _Reader(place, shape)
    reader.read(syntax, [_Spot(place, place, own=True)])
    return list(dict.fromkeys(reader.found))


@dataclass(slots=True)
class _Reader:
    place: str
    shape: Shape
    found: list[Reference] = field(default_factory=list[Reference])

    def read(self, syntax: Syntax, here: list[_Spot]) -> list[_Spot]:
        """Record what is looked at; the spots that the result consists of."""
        if isinstance(syntax, Path):
            return self.path(syntax, here)
        if isinstance(syntax, Operation):
            left, right = self.read(syntax.left, here), self.read(syntax.right, here)
            return left + right if syntax.operator == "|" else []
        if isinstance(syntax, Call):
            return self.call(syntax, here)
        return []

    def call(self, syntax: Call, here: list[_Spot]) -> list[_Spot]:
        if syntax.name == "current":
            return [_Spot(self.place, self.place)]
        before = len(self.found)
        spots = [spot for argument in syntax.arguments for spot in self.read(argument, here)]
        if syntax.name == "indexed-repeat":
            for place in range(before, len(self.found)):
                reference = self.found[place]
                self.found[place] = Reference(reference.path, "", loose=True)
        if syntax.name == "choice-name":
            spots += self.path_in_text(syntax, here)
        if syntax.name in ("once", "string", "number", "string-length", "normalize-space"):
            self.record(here if not syntax.arguments or syntax.name == "once" else [])
        return spots if syntax.name in ("randomize", "indexed-repeat") else []

    def path_in_text(self, syntax: Call, here: list[_Spot]) -> list[_Spot]:
        inner = syntax.arguments[1] if len(syntax.arguments) == 2 else None
        if not isinstance(inner, Literal):
            return []
        try:
            return self.read(parse(inner.text), here)
        except ExpressionError:
            return []

    def record(self, spots: list[_Spot]) -> None:
        for spot in spots:
            shared = self.shape.innermost_repeat(spot.apex)
            inside = spot.path == shared or spot.path.startswith(f"{shared}/")
            self.found.append(Reference(spot.path, shared if inside else "", spot.loose, spot.own))

    def path(self, path: Path, here: list[_Spot]) -> list[_Spot]:
        if path.start == "/":
            spots, steps = self.absolute(path.steps)
        elif path.start == ".":
            spots, steps = here, path.steps
        elif not isinstance(path.start, str):
            spots, steps = self.read(path.start, here), path.steps
        else:
            return []
        for predicate in path.predicates:
            self.read(predicate, spots)
        for step in steps:
            spots = self.step(step, spots)
        self.record(spots)
        return spots

    def absolute(self, steps: tuple[Step, ...]) -> tuple[list[_Spot], tuple[Step, ...]]:
        """The start of an absolute path, as far as it runs along the formula's own line."""
        line = list(self.shape.line(self.place))[::-1]
        root = line[0]
        if not steps or steps[0].axis != "child":
            everything = _Spot(root, root, loose=True)
            return [everything], steps
        if steps[0].name not in ("*", root.rpartition("/")[2]):
            return [], ()
        done = 1
        while done < min(len(steps) - 1, len(line)):
            step = steps[done]
            if step.predicates or line[done].rpartition("/")[2] != step.name:
                break
            done += 1
        at = line[done - 1]
        return [_Spot(at, at)], steps[done:]

    def step(self, step: Step, spots: list[_Spot]) -> list[_Spot]:
        found: list[_Spot] = []
        for spot in spots:
            chosen = spot.loose or bool(step.predicates) or step.axis in _SIDEWAYS
            for path in self.targets(step, spot.path):
                apex = path if spot.apex.startswith(path) else spot.apex
                own = spot.own and step.axis == "self"
                found.append(_Spot(path, apex, chosen, own))
        for predicate in step.predicates:
            self.read(predicate, found)
        return found

    def targets(self, step: Step, path: str) -> tuple[str, ...]:
        above = path.rpartition("/")[0]
        if step.axis == "child":
            return self.shape.child(path, step.name)
        if step.axis in ("self", "parent"):
            here = path if step.axis == "self" else above
            return (here,) if here else ()
        if step.axis in _SIDEWAYS:
            return self.shape.child(above, step.name)
        if step.axis.startswith("ancestor"):
            return tuple(self.shape.line(path))
        if step.axis.startswith("descendant"):
            inside = [p for p in self.shape.children if p.startswith(f"{path}/") or p == path]
            return tuple(p for p in inside if step.name in ("*", p.rpartition("/")[2]))
        return ()
