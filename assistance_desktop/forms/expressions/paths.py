"""Walks along paths: from a node, over axes, names and conditions, to a set of nodes.

Irrelevant answers are never found: they count nowhere. As the ODK specification rules ("a big
deviation with XForms"), an absolute path inside a repeat means the same instance of the repeat,
up to the last step.
"""

from collections.abc import Callable
from typing import TypeAlias

from assistance_desktop.forms.expressions.lookup import equality, look_up
from assistance_desktop.forms.expressions.syntax import Path, Step, Syntax
from assistance_desktop.forms.expressions.tree import Element
from assistance_desktop.forms.expressions.values import (
    Nodes,
    Value,
    as_boolean,
)
from assistance_desktop.forms.expressions.world import Scope

Evaluate: TypeAlias = Callable[[Scope], Value]
Compile: TypeAlias = Callable[[Syntax], Evaluate]
_Walk: TypeAlias = Callable[[Element], Nodes]


def compile_path(path: Path, compile_inner: Compile) -> Evaluate:
    """A function that finds the nodes of a path."""
    steps = [_compile_step(step, compile_inner) for step in path.steps]
    if path.start == ".":
        names = _only_parents_then_names(path.steps)
        return _relative(names) if names else lambda scope: _follow([scope.node], steps, scope)
    if path.start == "/":
        return _absolute(path.steps, steps)
    start = compile_inner(path.start) if not isinstance(path.start, str) else None
    predicates = [compile_inner(predicate) for predicate in path.predicates]
    if start is None:
        raise TypeError(path.start)
    return lambda scope: _from_expression(start(scope), predicates, steps, scope)


_Compiled: TypeAlias = Callable[[Element, Scope], Nodes]


def _follow(nodes: Nodes, steps: list[_Compiled], scope: Scope) -> Nodes:
    for step in steps:
        if len(nodes) == 1:
            nodes = step(nodes[0], scope)
            continue
        found: dict[int, Element] = {}
        for node in nodes:
            for hit in step(node, scope):
                found[id(hit)] = hit
        nodes = list(found.values())
    return nodes


def _from_expression(
    value: Value, predicates: list[Evaluate], steps: list[_Compiled], scope: Scope
) -> Value:
    if not isinstance(value, list):
        return value
    for predicate in predicates:
        value = _keep(value, predicate, scope)
    return _follow(value, steps, scope)


def _only_parents_then_names(steps: tuple[Step, ...]) -> tuple[int, tuple[str, ...]] | None:
    """`../../a/b` as (2, (a, b)): nine paths of ten, walked without a scope."""
    up = 0
    while up < len(steps) and steps[up] == Step("parent", "*"):
        up += 1
    down = steps[up:]
    plain = all(
        s.axis == "child" and s.name not in ("*", "text()") and not s.predicates for s in down
    )
    return (up, tuple(s.name for s in down)) if plain else None


def _relative(names: tuple[int, tuple[str, ...]]) -> Evaluate:
    up, down = names

    def find(scope: Scope) -> Nodes:
        node: Element | None = scope.node
        for _level in range(up):
            node = node.parent if node is not None else None
        if node is None:
            return []
        nodes = [node]
        for name in down:
            nodes = [c for n in nodes for c in n.named.get(name, ()) if c.relevant]
        return nodes

    return find


def _absolute(steps: tuple[Step, ...], compiled: list[_Compiled]) -> Evaluate:
    """The first name is the root's own; shared repeats are those of whoever asks."""
    if not steps:
        return lambda scope: [scope.world.root]

    def find(scope: Scope) -> Nodes:
        root = scope.world.root
        first = steps[0]
        if first.axis != "child":
            return _follow([root], compiled, scope)
        if first.name not in ("*", root.name):
            return []
        nodes, done = [root], 1
        lineage = _lineage(scope.origin, root)
        last = len(steps) - 1
        while done < last and done < len(lineage) and _is_plain(steps[done], lineage[done]):
            nodes = [lineage[done]]
            done += 1
        return _follow(nodes, compiled[done:], scope)

    return find


def _is_plain(step: Step, own: Element) -> bool:
    return step.axis == "child" and step.name == own.name and not step.predicates


def _lineage(node: Element, root: Element) -> Nodes:
    """The nodes from the root down to this one; only the root when it stands elsewhere."""
    line = [node, *node.ancestors()]
    line.reverse()
    return line if line[0] is root else [root]


def _compile_step(step: Step, compile_inner: Compile) -> _Compiled:
    walk = _axis(step)
    if not step.predicates:
        return lambda node, _scope: walk(node)
    predicates = [compile_inner(predicate) for predicate in step.predicates]

    def narrowed(node: Element, scope: Scope) -> Nodes:
        nodes = walk(node)
        for predicate in predicates:
            nodes = _keep(nodes, predicate, scope)
        return nodes

    key = equality(step)
    if key is None:
        return narrowed
    return look_up(step.name, key.name, compile_inner(key.other), narrowed)


def _keep(nodes: Nodes, predicate: Evaluate, scope: Scope) -> Nodes:
    size = len(nodes)
    kept: Nodes = []
    for position, node in enumerate(nodes, start=1):
        value = predicate(Scope(node, scope.world, position, size, scope.origin))
        if isinstance(value, float):
            if value == float(position):
                kept.append(node)
        elif as_boolean(value):
            kept.append(node)
    return kept


def _axis(step: Step) -> _Walk:
    name = step.name
    everything = name == "*"
    if step.axis == "child":
        if everything:
            return lambda node: [c for c in node.children if c.relevant]
        if name == "text()":
            return lambda node: [node]
        return lambda node: [c for c in node.named.get(name, ()) if c.relevant]
    if step.axis == "attribute":
        return lambda node: [
            a for key, a in (node.attributes or {}).items() if everything or key == name
        ]
    walk = _OTHER_AXES[step.axis]
    if everything:
        return walk
    return lambda node: [found for found in walk(node) if found.name == name]


def _siblings(node: Element, *, after: bool) -> Nodes:
    if node.parent is None:
        return []
    line = node.parent.children
    at = line.index(node)
    return [n for n in (line[at + 1 :] if after else line[:at]) if n.relevant]


_OTHER_AXES: dict[str, _Walk] = {
    "self": lambda node: [node],
    "parent": lambda node: [node.parent] if node.parent is not None else [],
    "descendant": lambda node: list(node.descendants()),
    "descendant-or-self": lambda node: [node, *node.descendants()],
    "ancestor": lambda node: list(node.ancestors()),
    "ancestor-or-self": lambda node: [node, *node.ancestors()],
    "following-sibling": lambda node: _siblings(node, after=True),
    "preceding-sibling": lambda node: _siblings(node, after=False),
}
