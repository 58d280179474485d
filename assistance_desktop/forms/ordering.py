"""Putting things that need each other in order, and finding circles (Tarjan's algorithm)."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def layers(edges: Mapping[Key, set[Key]]) -> list[list[Key]]:
    """All keys, first what nothing else is needed for; a circle is one layer."""
    return list(reversed(_components(edges)))


def circles(edges: Mapping[Key, set[Key]]) -> list[list[Key]]:
    """The keys that reach themselves, circle by circle."""
    return [c for c in _components(edges) if len(c) > 1 or c[0] in edges[c[0]]]


def _components(edges: Mapping[Key, set[Key]]) -> list[list[Key]]:
    """Strongly connected components, sinks first; without recursion, forms can be long chains."""
    number: dict[Key, int] = {}
    low: dict[Key, int] = {}
    open_keys: list[Key] = []
    is_open: set[Key] = set()
    found: list[list[Key]] = []
    for start in edges:
        if start in number:
            continue
        path = [(start, iter(edges[start]))]
        number[start] = low[start] = len(number)
        open_keys.append(start)
        is_open.add(start)
        while path:
            key, following = path[-1]
            step = next(following, None)
            if step is None:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[key])
                if low[key] == number[key]:
                    found.append(_close(key, open_keys, is_open))
            elif step not in number:
                number[step] = low[step] = len(number)
                open_keys.append(step)
                is_open.add(step)
                path.append((step, iter(edges[step])))
            elif step in is_open:
                low[key] = min(low[key], number[step])
    return found


def _close(key: Key, open_keys: list[Key], is_open: set[Key]) -> list[Key]:
    component: list[Key] = []
    while True:
        last = open_keys.pop()
        is_open.discard(last)
        component.append(last)
        if last == key:
            return component
