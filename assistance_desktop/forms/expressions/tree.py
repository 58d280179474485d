"""The tree that expressions look at: a filled questionnaire and its lists look the same to XPath.

An element has either children or text. Attributes are elements without children.
"""

from collections.abc import Iterator


class Element:
    """One node with a name: of the form being filled, or of a list that came with the form."""

    __slots__ = ("attributes", "children", "name", "named", "parent", "text")

    relevant: bool = True
    """Only answers can be irrelevant; see instance.Entry."""

    def __init__(self, name: str, text: str = "") -> None:
        self.name = name
        self.text = text
        self.parent: Element | None = None
        self.children: list[Element] = []
        self.named: dict[str, list[Element]] = {}
        self.attributes: dict[str, Element] | None = None

    def append(self, child: "Element") -> None:
        """Take a child in as the last one."""
        self.insert(len(self.children), child)

    def insert(self, index: int, child: "Element") -> None:
        """Take a child in at a place among all children."""
        child.parent = self
        same = self.named.setdefault(child.name, [])
        after_its_like = bool(same) and index > 0 and self.children[index - 1] is same[-1]
        last = index == len(self.children)
        self.children.insert(index, child)
        if last or after_its_like:
            same.append(child)
        else:
            self.named[child.name] = [c for c in self.children if c.name == child.name]

    def drop(self, child: "Element") -> None:
        """Give a child up."""
        self.children.remove(child)
        self.named[child.name].remove(child)
        child.parent = None

    def set_attribute(self, name: str, text: str) -> None:
        """Write an attribute."""
        attribute = Element(name, text)
        attribute.parent = self
        if self.attributes is None:
            self.attributes = {}
        self.attributes[name] = attribute

    @property
    def value(self) -> str:
        """The string-value of XPath: all text below, of what is relevant."""
        if not self.relevant:
            return ""
        if not self.children:
            return self.text
        return "".join(child.value for child in self.children)

    def position(self) -> int:
        """The place among the siblings of the same name, from 1."""
        if self.parent is None:
            return 1
        return self.parent.named[self.name].index(self) + 1

    def descendants(self) -> "Iterator[Element]":
        """Everything below, in document order, as far as it is relevant."""
        for child in self.children:
            if child.relevant:
                yield child
                yield from child.descendants()

    def ancestors(self) -> "Iterator[Element]":
        """Everything above, nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent
