"""A form being filled, kept consistent: each change is carried to exactly what looks at it.

Rules are worked out in an order in which nothing is needed before it is known; a rule whose
result stays the same wakes nobody.
"""

import heapq
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from assistance_desktop.errors import AppError
from assistance_desktop.forms.dependencies import Graph, Kind, Rule, Wake
from assistance_desktop.forms.entries import Entry, place_for, plant
from assistance_desktop.forms.expressions.values import as_boolean, as_number, as_text
from assistance_desktop.forms.expressions.world import Scope, World
from assistance_desktop.forms.form import Form, Group, Question, Repeat, Start
from assistance_desktop.forms.offering import only_offered
from assistance_desktop.forms.typed import coerced
from assistance_desktop.i18n import _

MOST_INSTANCES = 5_000
"""Of one repeat; a count beyond it is a mistake in the form."""
_MOST_ENTRIES = 30_000
"""Of all questions of all instances together; repeats inside repeats multiply."""
_MOST_TURNS = 300
"""How often one rule may be worked out again in one go before it is let be."""


@dataclass(slots=True)
class Filling:
    """The entries of one form, and the rules waiting to be worked out."""

    form: Form
    graph: Graph
    world: World
    root: Entry
    touched: set[Entry] = field(default_factory=set[Entry])
    """What changed since somebody last asked."""
    value_changed: list[Entry] = field(default_factory=list[Entry])
    """Questions whose visible value changed and whose followers have not been told."""
    added: list[Entry] = field(default_factory=list[Entry])
    """Repeat instances made since somebody last asked."""
    aside: dict[tuple[Entry, str], list[Entry]] = field(
        default_factory=dict[tuple[Entry, str], list[Entry]]
    )
    """Instances beyond the count of their repeat, the next to come back last."""
    shape: int = 0
    """Another number whenever instances came or went, so that places are looked up again."""
    entries: int = 0
    """How many there are in instances made since the form was opened."""
    _waiting: list[tuple[int, int, Rule, Entry]] = field(
        default_factory=list[tuple[int, int, Rule, Entry]]
    )
    _appeared: dict[str, None] = field(default_factory=dict[str, None])
    _queued: set[tuple[Rule, int]] = field(default_factory=set[tuple[Rule, int]])
    _turns: dict[tuple[Rule, int], int] = field(default_factory=dict[tuple[Rule, int], int])
    _numbers: Iterator[int] = field(default_factory=count)

    def wake_everything(self, top: Entry) -> None:
        """All rules of an entry and of everything below wait to be worked out."""
        for entry in top.everything():
            for rule in self.graph.rules.get(entry.item.path, ()):
                if rule.kind is not Kind.COUNT:
                    self.wake(rule, entry)
            if isinstance(entry.item, Question) and entry.item.choices and entry.stored:
                self.refresh_text(entry)

    def wake(self, rule: Rule, entry: Entry) -> None:
        """A rule waits to be worked out for an entry."""
        if rule.kind is Kind.LOOK:
            entry.cache.clear()
            self.touched.add(entry)
            return
        key = (rule, id(entry))
        if key not in self._queued:
            self._queued.add(key)
            heapq.heappush(self._waiting, (rule.rank, next(self._numbers), rule, entry))

    def settle(self) -> None:
        """Work out everything that waits."""
        self._turns.clear()
        rank = -1
        while self._waiting or self._appeared:
            # Told once when all rules of a rank are done: a thousand new rows are one event.
            if self._appeared and not (self._waiting and self._waiting[0][0] == rank):
                self._tell_presence()
                continue
            rank, _number, rule, entry = heapq.heappop(self._waiting)
            key = (rule, id(entry))
            self._queued.discard(key)
            turns = self._turns.get(key, 0) + 1
            self._turns[key] = turns
            if turns <= _MOST_TURNS and self.is_in_form(entry, rule):
                self._work_out(rule, entry)

    def is_in_form(self, entry: Entry, rule: Rule) -> bool:
        """Whether an entry still hangs in the form; removed instances do not."""
        top = entry
        while top.above is not None:
            top = top.above
        return top is self.root and (rule.kind is Kind.COUNT or entry.item.path == rule.path)

    def _work_out(self, rule: Rule, entry: Entry) -> None:
        if rule.kind is Kind.RELEVANT:
            self._work_out_relevance(entry)
        elif rule.kind is Kind.CALCULATE:
            self._calculate(entry)
        elif rule.kind is Kind.CHOICES:
            entry.cache.pop("offers", None)
            self.touched.add(entry)
            self.refresh_text(entry)
        elif rule.kind is Kind.COUNT:
            self._count(rule.path, entry)

    def _work_out_relevance(self, entry: Entry) -> None:
        formula = entry.item.bind.relevant
        if formula is None:
            return
        entry.own = as_boolean(formula.evaluate(Scope(entry, self.world)))
        above = entry.above
        self._set_relevant(entry, relevant=entry.own and (above is None or above.relevant))

    def _set_relevant(self, top: Entry, *, relevant: bool) -> None:
        if top.relevant == relevant:
            return
        self._spread(top, relevant=relevant)
        self.wake_presence(top.item.path)

    def _spread(self, entry: Entry, *, relevant: bool) -> None:
        entry.relevant = relevant
        self.touched.add(entry)
        if isinstance(entry.item, Question):
            if entry.text:
                self.value_changed.append(entry)
            if relevant and entry.item.bind.calculate is not None:
                self._wake_kind(entry, Kind.CALCULATE)
        for child in entry.inner():
            below = relevant and child.own
            if child.relevant != below:
                self._spread(child, relevant=below)

    def _wake_kind(self, entry: Entry, kind: Kind) -> None:
        for rule in self.graph.rules.get(entry.item.path, ()):
            if rule.kind is kind:
                self.wake(rule, entry)

    def _calculate(self, entry: Entry) -> None:
        formula = entry.item.bind.calculate
        if formula is None or not entry.relevant or not isinstance(entry.item, Question):
            return
        text = as_text(formula.evaluate(Scope(entry, self.world)))
        self.store(entry, coerced(entry.item, text))

    def store(self, entry: Entry, text: str) -> None:
        """Keep a value and wake what looks at it."""
        if entry.stored == text and not entry.left:
            return
        entry.stored = text
        entry.left = ""
        self.touched.add(entry)
        self.refresh_text(entry)

    def refresh_text(self, entry: Entry) -> None:
        """What formulas see of an entry: what is stored, offered, and not left open."""
        text = "" if entry.left else entry.stored
        if text and isinstance(entry.item, Question) and entry.item.choices is not None:
            text = only_offered(entry, self.world)
        if text == entry.text:
            return
        entry.text = text
        self.touched.add(entry)
        self.value_changed.append(entry)
        for wake in self.graph.by_value.get(entry.item.path, ()):
            self._wake_sharing(wake, entry)

    def _wake_sharing(self, wake: Wake, entry: Entry) -> None:
        start = self.root
        if wake.shared:
            start = next((e for e in (entry, *_above(entry)) if e.item.path == wake.shared), start)
        for other in self.at(wake.rule, start):
            self.wake(wake.rule, other)

    def wake_presence(self, path: str) -> None:
        """Something at a path appeared or disappeared; what looks there waits for settle()."""
        self._appeared[path] = None

    def _tell_presence(self) -> None:
        rules = {
            rule: None for path in self._appeared for rule in self.graph.by_presence.get(path, ())
        }
        self._appeared.clear()
        for rule in rules:
            for entry in self.at(rule, self.root):
                self.wake(rule, entry)

    def at(self, rule: Rule, start: Entry) -> Iterable[Entry]:
        """The entries that a rule is worked out for: of a count, the parents of the repeat."""
        path = rule.path.rpartition("/")[0] if rule.kind is Kind.COUNT else rule.path
        return find(start, path)

    def _count(self, path: str, parent: Entry) -> None:
        repeat = _repeat_of(parent, path)
        if repeat is None or repeat.count is None or not parent.relevant:
            return
        stand_in = Entry(repeat)
        stand_in.parent = parent
        number = as_number(repeat.count.evaluate(Scope(stand_in, self.world)))
        if math.isnan(number):
            return
        wanted = max(0, int(min(number, MOST_INSTANCES)))
        instances = instances_of(parent, repeat)
        for place in range(len(instances), wanted):
            if self.entries >= _MOST_ENTRIES:
                break
            if not self._bring_back(parent, repeat):
                starts = repeat.starts_with
                self.add(parent, repeat, starts[place] if place < len(starts) else None)
        self.set_aside(parent, repeat, wanted)

    def set_aside(self, parent: Entry, repeat: Repeat, count: int) -> None:
        """Keep the instances beyond a count where they count nowhere, until it grows again."""
        for instance in reversed(instances_of(parent, repeat)[count:]):
            self.remove(instance)
            self.aside.setdefault((parent, repeat.path), []).append(instance)

    def _bring_back(self, parent: Entry, repeat: Repeat) -> bool:
        waiting = self.aside.get((parent, repeat.path))
        if waiting:
            self._hang(parent, repeat, waiting.pop())
            return True
        return False

    def add(self, parent: Entry, repeat: Repeat, start: Start | None = None) -> Entry:
        """One more instance of a repeat.

        Raises AppError when there are too many.
        """
        number = len(instances_of(parent, repeat))
        if number >= MOST_INSTANCES or self.entries >= _MOST_ENTRIES:
            raise AppError(
                _("{path} has {count} entries already.").format(path=repeat.path, count=number)
            )
        instance = plant(repeat, start)
        self._hang(parent, repeat, instance)
        self.added.append(instance)
        return instance

    def _hang(self, parent: Entry, repeat: Repeat, instance: Entry) -> None:
        self.shape += 1
        self.entries += sum(1 for _entry in instance.everything())
        parent.insert(place_for(parent, repeat), instance)
        if not parent.relevant:
            for entry in instance.everything():
                entry.relevant = False
        self.touched.update(instance.everything())
        self.touched.add(parent)
        self.wake_everything(instance)
        self._wake_counts(instance)
        self.wake_presence(repeat.path)

    def remove(self, instance: Entry) -> None:
        """Take an instance of a repeat away with all its answers."""
        parent = instance.above
        if parent is None:
            return
        path = instance.item.path
        self.shape += 1
        self.entries -= sum(1 for _entry in instance.everything())
        parent.drop(instance)
        self.touched.add(parent)
        for other in find(parent, path):
            self.touched.update(other.everything())
        self.wake_presence(path)

    def wake_counts(self) -> None:
        """All repeats with a count wait to be counted."""
        self._wake_counts(self.root)

    def _wake_counts(self, top: Entry) -> None:
        for entry in top.everything():
            if isinstance(entry.item, Question):
                continue
            for child in entry.item.children:
                if isinstance(child, Repeat) and child.count is not None:
                    for rule in self.graph.rules.get(child.path, ()):
                        if rule.kind is Kind.COUNT:
                            self.wake(rule, entry)


def _above(entry: Entry) -> Iterator[Entry]:
    above = entry.above
    while above is not None:
        yield above
        above = above.above


def _repeat_of(parent: Entry, path: str) -> Repeat | None:
    if not isinstance(parent.item, Group | Repeat):
        return None
    return next((c for c in parent.item.children if c.path == path and isinstance(c, Repeat)), None)


def instances_of(parent: Entry, repeat: Repeat) -> list[Entry]:
    """The instances of a repeat under one parent."""
    same = parent.named.get(repeat.name.rpartition(":")[2], ())
    return [child for child in same if isinstance(child, Entry) and child.item is repeat]


def find(start: Entry, path: str) -> list[Entry]:
    """All entries of a path at or below a start, relevant or not."""
    if start.item.path == path:
        return [start]
    below = path[len(start.item.path) + 1 :]
    if not path.startswith(f"{start.item.path}/"):
        return []
    entries = [start]
    for name in below.split("/"):
        bare = name.rpartition(":")[2]
        entries = [c for e in entries for c in e.named.get(bare, ()) if isinstance(c, Entry)]
    return entries
