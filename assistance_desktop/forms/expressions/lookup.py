"""Finding rows of a long list by the value of a column without reading every row.

Only lists that came with the form are indexed; answers change. What is found is exactly what
reading every row would have found.
"""

from collections.abc import Callable
from dataclasses import dataclass

from assistance_desktop.forms.expressions.syntax import Call, Operation, Path, Step, Syntax
from assistance_desktop.forms.expressions.tree import Element
from assistance_desktop.forms.expressions.values import Nodes, Value
from assistance_desktop.forms.expressions.world import Scope


@dataclass(frozen=True, slots=True)
class Equality:
    """`name = other` in a condition, where the other side does not look at the row."""

    name: str
    other: Syntax


def equality(step: Step) -> Equality | None:
    """The first plain comparison that every row must pass; None when there is none."""
    if step.axis != "child" or step.name in ("*", "text()") or len(step.predicates) != 1:
        return None
    condition = step.predicates[0]
    if _counts_places(condition):
        return None
    while isinstance(condition, Operation) and condition.operator == "and":
        condition = condition.left
    if not isinstance(condition, Operation) or condition.operator != "=":
        return None
    for column, other in ((condition.left, condition.right), (condition.right, condition.left)):
        name = _column(column)
        if name is not None and not _looks_at_row(other):
            return Equality(name, other)
    return None


def look_up(
    row: str,
    column: str,
    other: Callable[[Scope], Value],
    every_row: Callable[[Element, Scope], Nodes],
) -> Callable[[Element, Scope], Nodes]:
    """A step that first asks the index and then lets the whole condition decide."""

    def find(node: Element, scope: Scope) -> Nodes:
        if type(node) is not Element or len(node.children) < 20:
            return every_row(node, scope)
        wanted = other(scope)
        if isinstance(wanted, list):
            texts = [n.value for n in wanted]
        elif isinstance(wanted, str):
            texts = [wanted]
        else:
            return every_row(node, scope)
        index = _index(node, row, column, scope)
        few = Element(node.name)
        few.named[row] = [hit for text in dict.fromkeys(texts) for hit in index.get(text, ())]
        return every_row(few, scope)

    return find


def _index(node: Element, row: str, column: str, scope: Scope) -> dict[str, Nodes]:
    key = (id(node), row, column)
    index = scope.world.indexes.get(key)
    if index is None:
        index = {}
        for item in node.named.get(row, ()):
            for cell in item.named.get(column, ()):
                index.setdefault(cell.value, []).append(item)
        scope.world.indexes[key] = index
    return index


def _column(syntax: Syntax) -> str | None:
    if not isinstance(syntax, Path) or syntax.start != "." or len(syntax.steps) != 1:
        return None
    step = syntax.steps[0]
    plain = step.axis == "child" and step.name not in ("*", "text()") and not step.predicates
    return step.name if plain else None


def _looks_at_row(syntax: Syntax) -> bool:
    if isinstance(syntax, Path):
        if syntax.start == "." or any(step.predicates for step in syntax.steps):
            return True
        return not isinstance(syntax.start, str) and _looks_at_row(syntax.start)
    if isinstance(syntax, Operation):
        return _looks_at_row(syntax.left) or _looks_at_row(syntax.right)
    if isinstance(syntax, Call):
        return syntax.name in ("position", "last") or any(map(_looks_at_row, syntax.arguments))
    return False


def _counts_places(syntax: Syntax) -> bool:
    """Whether the place of a row among all rows matters to the condition."""
    if isinstance(syntax, Call):
        placed = syntax.name in ("position", "last") and not syntax.arguments
        return placed or any(map(_counts_places, syntax.arguments))
    if isinstance(syntax, Operation):
        return _counts_places(syntax.left) or _counts_places(syntax.right)
    return False
