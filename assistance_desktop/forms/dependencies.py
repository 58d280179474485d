"""Which formula of a form looks at which answers, so that an answer only wakes what it touches.

Worked out once for each form from the text of the formulas. A circle of calculations and
conditions is refused by name; a formula that looks at *another* instance of its own repeat is
not a circle.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from assistance_desktop.forms.form import Expression, Form, Item, Question, Repeat, Wording
from assistance_desktop.forms.ordering import circles, layers
from assistance_desktop.forms.references import Reference, Shape, references
from assistance_desktop.forms.remarks import FormulaRefused
from assistance_desktop.i18n import _


class Kind(IntEnum):
    """What a rule decides."""

    RELEVANT = 0
    COUNT = 1
    CALCULATE = 2
    CHOICES = 3
    LOOK = 4
    """Required, read-only, valid, and texts: worked out when somebody asks."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to work out again for every instance of a node."""

    path: str
    kind: Kind
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Wake:
    """A rule to work out again, in the instance of a repeat that both share (`""`: everywhere)."""

    rule: Rule
    shared: str


@dataclass(slots=True)
class Graph:
    """Who is woken by what."""

    rules: dict[str, list[Rule]] = field(default_factory=dict[str, list[Rule]])
    """The rules of each path."""
    by_value: dict[str, list[Wake]] = field(default_factory=dict[str, list[Wake]])
    """Woken when the value at a path changes."""
    by_presence: dict[str, list[Rule]] = field(default_factory=dict[str, list[Rule]])
    """Woken when something at a path appears or disappears, with all below it."""


@lru_cache(maxsize=8)
def build_graph(form: Form) -> Graph:
    """Read all formulas.

    Raises FormulaRefused when calculations or conditions go round in a circle.
    """
    shape = Shape.of(form)
    looks: dict[tuple[str, Kind], list[Reference]] = {}
    for item in form.items():
        for kind, expressions in _formulas(item).items():
            found = [r for e in expressions for r in references(e.syntax, item.path, shape)]
            looks[item.path, kind] = found
    _refuse_circles(looks, form)
    edges = _edges(looks, shape, strict=False)
    ranks = {key: rank for rank, layer in enumerate(layers(edges)) for key in layer}
    return _graph(looks, ranks, shape)


def _formulas(item: Item) -> dict[Kind, list[Expression]]:
    bind = item.bind
    found: dict[Kind, list[Expression]] = {}
    if bind.relevant:
        found[Kind.RELEVANT] = [bind.relevant]
    if isinstance(item, Repeat) and item.count:
        found[Kind.COUNT] = [item.count]
    if isinstance(item, Question):
        if bind.calculate:
            found[Kind.CALCULATE] = [bind.calculate]
        if item.choices and item.choices.rows:
            found[Kind.CHOICES] = [item.choices.rows]
    looks = [e for e in (bind.required, bind.readonly, bind.constraint) if e]
    texts = (item.label, item.hint, bind.constraint_message, bind.required_message)
    looks += [e for wording in texts for e in _of_wording(wording)]
    if isinstance(item, Question) and item.choices:
        labels = [choice.label for choice in item.choices.fixed]
        looks += [e for wording in labels for e in _of_wording(wording)]
    if looks:
        found[Kind.LOOK] = looks
    return found


def _of_wording(wording: Wording | None) -> Iterable[Expression]:
    if wording is None:
        return
    if wording.chosen_by is not None:
        yield wording.chosen_by
    for text in wording.versions.values():
        yield from (piece for piece in text.pieces if isinstance(piece, Expression))
        yield from (piece for piece in text.guidance if isinstance(piece, Expression))


_Key = tuple[str, Kind]


def _edges(
    looks: Mapping[_Key, list[Reference]], shape: Shape, *, strict: bool
) -> dict[_Key, set[_Key]]:
    """From each rule to those that need its result."""
    edges: dict[_Key, set[_Key]] = {key: set() for key in looks}
    for reader, found in looks.items():
        for reference in found:
            if strict and reference.loose:
                continue
            for source in _sources(reference.path, looks, shape):
                itself = source == reader and (reference.own or reader[1] is Kind.LOOK)
                if not itself:
                    edges[source].add(reader)
    for path, kind in looks:
        if kind in (Kind.CALCULATE, Kind.CHOICES):
            for source in _before(path, kind, looks, shape):
                edges[source].add((path, kind))
    return edges


def _before(
    path: str, kind: Kind, looks: Mapping[_Key, list[Reference]], shape: Shape
) -> Iterable[_Key]:
    """What must be known before a value: whether it is relevant; before choices, the value."""
    for above in shape.line(path):
        if (above, Kind.RELEVANT) in looks:
            yield above, Kind.RELEVANT
    if kind is Kind.CHOICES and (path, Kind.CALCULATE) in looks:
        yield path, Kind.CALCULATE


def _sources(path: str, looks: Mapping[_Key, list[Reference]], shape: Shape) -> Iterable[_Key]:
    """The rules that decide what is found at a path."""
    for kind in (Kind.CALCULATE, Kind.CHOICES):
        if (path, kind) in looks:
            yield path, kind
    for above in shape.line(path):
        for kind in (Kind.RELEVANT, Kind.COUNT):
            if (above, kind) in looks:
                yield above, kind


def _refuse_circles(looks: Mapping[_Key, list[Reference]], form: Form) -> None:
    deciding = {key: found for key, found in looks.items() if key[1] is not Kind.LOOK}
    round_trips = circles(_edges(deciding, Shape.of(form), strict=True))
    if not round_trips:
        return
    first = min(round_trips[0])
    names = sorted({path.rpartition("/")[2] for path, _kind in round_trips[0]})
    raise FormulaRefused(
        first[0],
        _RULES[first[1]],
        _("These questions depend on each other in a circle: {names}.").format(
            names=", ".join(names)
        ),
        _("Take one of them out of the calculation or the relevance of the others."),
    )


_RULES = {
    Kind.RELEVANT: "relevant",
    Kind.COUNT: "jr:count",
    Kind.CALCULATE: "calculate",
    Kind.CHOICES: "choices",
}


def _graph(looks: Mapping[_Key, list[Reference]], ranks: Mapping[_Key, int], shape: Shape) -> Graph:
    graph = Graph()
    wakes: dict[str, dict[Wake, None]] = {}
    presence: dict[str, dict[Rule, None]] = {}
    for (path, kind), found in looks.items():
        rule = Rule(path, kind, ranks[path, kind])
        graph.rules.setdefault(path, []).append(rule)
        for reference in found:
            if not (reference.path == path and kind is Kind.CALCULATE):
                wakes.setdefault(reference.path, {})[Wake(rule, reference.shared)] = None
            for above in shape.line(reference.path):
                presence.setdefault(above, {})[rule] = None
    graph.by_value = {path: list(found) for path, found in wakes.items()}
    graph.by_presence = {path: list(found) for path, found in presence.items()}
    return graph
