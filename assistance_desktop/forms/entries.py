"""A form while it is filled: one entry for each question, group and repeat instance."""

from collections.abc import Iterator

from assistance_desktop.forms.expressions.tree import Element
from assistance_desktop.forms.form import Group, Item, Question, Repeat, Start
from assistance_desktop.forms.typed import coerced


class Entry(Element):
    """A node of the filled form.

    `stored` is what was answered or calculated; `text` is what formulas see: nothing while the
    entry is left as refused or unknown, and only choices that are offered.
    """

    __slots__ = ("begun", "cache", "item", "left", "own", "relevant", "stored")

    def __init__(self, item: Item) -> None:
        super().__init__(item.name.rpartition(":")[2])
        self.item = item
        self.stored = ""
        self.left = ""
        self.begun = False
        """Whether the form itself put a value here, so that blank must be remembered."""
        self.own = True
        self.relevant: bool = True
        self.cache: dict[str, object] = {}

    @property
    def above(self) -> "Entry | None":
        """The entry that this one belongs to."""
        return self.parent if isinstance(self.parent, Entry) else None

    @property
    def type(self) -> str:
        """The type of a question; empty for groups and repeats."""
        return self.item.type if isinstance(self.item, Question) else ""

    def inner(self) -> "Iterator[Entry]":
        """The entries right below."""
        return (child for child in self.children if isinstance(child, Entry))

    def everything(self) -> "Iterator[Entry]":
        """This entry and all below, relevant or not."""
        yield self
        for child in self.inner():
            yield from child.everything()

    @property
    def path(self) -> str:
        """Where it is, with the positions of repeat instances: `/data/children[2]/name`."""
        start = self.above.path if self.above is not None else ""
        place = f"[{self.position()}]" if isinstance(self.item, Repeat) else ""
        return f"{start}/{self.item.name}{place}"


def plant(item: Group | Repeat, start: Start | None = None) -> Entry:
    """A new entry for a group or repeat instance with all that belongs inside."""
    entry = Entry(item)
    for child in item.children:
        if isinstance(child, Question):
            leaf = Entry(child)
            first = child.default if start is None else start.values.get(child.path, child.default)
            leaf.stored = leaf.text = coerced(child, first)
            leaf.begun = bool(leaf.stored)
            entry.append(leaf)
        elif isinstance(child, Group):
            entry.append(plant(child, start))
        elif child.count is None:
            inner = child.starts_with if start is None else start.inner.get(child.path, ())
            for one in inner:
                entry.append(plant(child, one))
    return entry


def place_for(parent: Entry, repeat: Repeat) -> int:
    """The index among the children of a parent where the next instance of a repeat belongs."""
    assert not isinstance(parent.item, Question)  # noqa: S101 - questions have no children
    same = parent.named.get(repeat.name.rpartition(":")[2])
    if same and isinstance(same[-1], Entry) and same[-1].item is repeat:
        if parent.children[-1] is same[-1]:
            return len(parent.children)
        return parent.children.index(same[-1]) + 1
    order = {child.path: number for number, child in enumerate(parent.item.children)}
    mine = order[repeat.path]
    index = 0
    for number, child in enumerate(parent.inner(), start=1):
        if order[child.item.path] <= mine:
            index = number
    return index
