"""Functions about sets of nodes, repeats and lists (ODK XForms specification)."""

import hashlib
import math
from collections.abc import Sequence

from assistance_desktop.forms.expressions.functions.signature import (
    ANY_NUMBER,
    Signature,
    lazily,
)
from assistance_desktop.forms.expressions.paths import Evaluate
from assistance_desktop.forms.expressions.syntax import ExpressionError
from assistance_desktop.forms.expressions.tree import Element
from assistance_desktop.forms.expressions.values import NAN, Nodes, Value, as_number, as_text
from assistance_desktop.forms.expressions.world import Scope
from assistance_desktop.i18n import _

_PRIME = 2_147_483_647
_FACTOR = 16_807
"""The "minimal standard" of Park and Miller, which the specification names."""


def _nodes(scope: Scope, argument: Evaluate) -> Nodes:
    value = argument(scope)
    return value if isinstance(value, list) else []


def _position(scope: Scope, given: Sequence[Evaluate]) -> Value:
    if not given:
        return float(scope.position)
    nodes = _nodes(scope, given[0])
    return float(nodes[0].position()) if nodes else NAN


def _name(scope: Scope, given: Sequence[Evaluate]) -> Value:
    nodes = _nodes(scope, given[0]) if given else [scope.node]
    return nodes[0].name if nodes else ""


def _instance(scope: Scope, given: Sequence[Evaluate]) -> Value:
    name = as_text(given[0](scope))
    found = scope.world.lists.get(name)
    return [found] if found is not None else []


def _pulldata(scope: Scope, given: Sequence[Evaluate]) -> Value:
    name, wanted, key, query = (as_text(one(scope)) for one in given)
    root = scope.world.lists.get(name)
    if root is None or not query:
        return ""
    for row in _rows(root):
        cells = row.named.get(key)
        if cells and cells[0].value == query:
            hits = row.named.get(wanted)
            return hits[0].value if hits else ""
    return ""


def _rows(holder: Element) -> Nodes:
    roots = holder.named.get("root", [])
    return roots[0].named.get("item", []) if roots else []


def _indexed_repeat(scope: Scope, given: Sequence[Evaluate]) -> Value:
    """Of the nodes wanted, those inside the repeat instances at the given places."""
    if len(given) % 2 == 0:
        raise ExpressionError(_("indexed-repeat() takes pairs of a repeat and a number."))
    chosen: list[Element] = []
    for place in range(1, len(given), 2):
        repeats, number = _every(scope, given[place]), as_number(given[place + 1](scope))
        inside = [r for r in repeats if all(_within(r, c) or _within(c, r) for c in chosen)]
        if math.isnan(number) or not 1 <= number <= len(inside):
            return []
        chosen.append(inside[int(number) - 1])
    wanted = _every(scope, given[0])
    return [node for node in wanted if all(_within(node, c) for c in chosen)]


def _every(scope: Scope, argument: Evaluate) -> Nodes:
    """All nodes of a path in the whole form, also when asked from inside a repeat."""
    nodes = _nodes(scope, argument)
    if not nodes:
        return _nodes(Scope(scope.world.root, scope.world), argument)
    names = [nodes[0].name, *(above.name for above in nodes[0].ancestors())]
    found = [scope.world.root]
    for name in reversed(names[:-1]):
        found = [child for node in found for child in node.named.get(name, ()) if child.relevant]
    return found


def _within(node: Element, above: Element) -> bool:
    return node is above or any(one is above for one in node.ancestors())


def _randomize(scope: Scope, given: Sequence[Evaluate]) -> Value:
    nodes = _nodes(scope, given[0])
    if len(given) < 2:
        shuffled = list(nodes)
        scope.world.chance.shuffle(shuffled)
        return shuffled
    return shuffle(nodes, _seed(given[1](scope)))


def _seed(value: Value) -> int:
    """A number cut to whole; blank is 0; another text the first 64 bits of its SHA-256."""
    number = as_number(value)
    if math.isinf(number):
        return 2**63 - 1 if number > 0 else -(2**63)
    if not math.isnan(number):
        return int(number)
    text = as_text(value)
    if not text:
        return 0
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big", signed=True)


def shuffle(nodes: Nodes, seed: int) -> Nodes:
    """The "inside-out" Fisher-Yates shuffle with the Park-Miller generator of the specification."""
    state = int(math.fmod(seed, _PRIME)) if abs(seed) < 2**53 else _java_remainder(seed)
    if state <= 0:
        state += _PRIME - 1
    shuffled: list[Element] = []
    for place, node in enumerate(nodes):
        state = state * _FACTOR % _PRIME
        other = int((state - 1) / (_PRIME - 1) * (place + 1))
        if other == place:
            shuffled.append(node)
        else:
            shuffled.append(shuffled[other])
            shuffled[other] = node
    return shuffled


def _java_remainder(seed: int) -> int:
    return seed % _PRIME if seed >= 0 else -(-seed % _PRIME)


def _choice_name(scope: Scope, given: Sequence[Evaluate]) -> Value:
    """`jr:choice-name(value, '/path')`: the second argument is a path inside a text."""
    from assistance_desktop.forms.expressions.compiling import (  # noqa: PLC0415 - the one way round: a path inside a text is compiled when it is known
        compile_expression,
    )

    value, path = as_text(given[0](scope)), as_text(given[1](scope)).strip()
    target = given[1](scope)
    if not isinstance(target, list):
        target = compile_expression(path)[1](scope) if path else []
    if not isinstance(target, list) or not target or not value:
        return ""
    return scope.world.choice_name(target[0], value)


FUNCTIONS: dict[str, Signature] = {
    "count": lazily(lambda s, given: float(len(_nodes(s, given[0]))), 1),
    "count-non-empty": lazily(
        lambda s, given: float(sum(1 for node in _nodes(s, given[0]) if node.value)), 1
    ),
    "position": lazily(_position, 0, 1),
    "last": lazily(lambda s, _given: float(s.size), 0),
    "current": lazily(lambda s, _given: [s.origin], 0),
    "instance": lazily(_instance, 1),
    "pulldata": lazily(_pulldata, 4),
    "indexed-repeat": lazily(_indexed_repeat, 3, ANY_NUMBER),
    "randomize": lazily(_randomize, 1, 2),
    "choice-name": lazily(_choice_name, 2),
    "local-name": lazily(_name, 0, 1),
    "name": lazily(_name, 0, 1),
}
