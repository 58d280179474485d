"""What an expression can see besides its own node: the form, its lists, the day, the words.

Nothing here reads a clock: whoever fills the form says what day it is.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from assistance_desktop.forms.expressions.tree import Element


def _nothing(_name: str) -> str:
    return ""


def _no_choice(_node: Element, _value: str) -> str:
    return ""


@dataclass(slots=True)
class World:
    """The surroundings of every expression of one interview; `now` carries the zone."""

    root: Element
    now: datetime
    lists: Mapping[str, Element] = field(default_factory=dict[str, Element])
    words: Callable[[str], str] = _nothing
    """What `jr:itext(id)` says in the language that is shown."""
    choice_name: Callable[[Element, str], str] = _no_choice
    """The label of a choice of a question."""
    property: Callable[[str], str] = _nothing
    """`property(name)`: what is known about the device; nothing, on purpose."""
    version: str = ""
    chance: random.Random = field(default_factory=random.Random)
    indexes: dict[tuple[int, str, str], dict[str, list[Element]]] = field(
        default_factory=dict[tuple[int, str, str], dict[str, list[Element]]]
    )
    """What lookup.py remembers about long lists: (list, row name, column) to rows by value."""


class Scope:
    """Where an expression is evaluated: the node, its place in a set, and who asked."""

    __slots__ = ("node", "origin", "position", "size", "world")

    def __init__(
        self,
        node: Element,
        world: World,
        position: int = 1,
        size: int = 1,
        origin: Element | None = None,
    ) -> None:
        self.node = node
        self.world = world
        self.position = position
        self.size = size
        self.origin = node if origin is None else origin
