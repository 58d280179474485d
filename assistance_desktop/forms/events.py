"""What a form sets by itself: when it is opened, an instance is added, or a value changes.

(ODK XForms specification, events and actions, and preloads.)
"""

import uuid
from dataclasses import dataclass, field
from itertools import takewhile

from assistance_desktop.forms.entries import Entry
from assistance_desktop.forms.expressions.functions.dates import iso_moment
from assistance_desktop.forms.expressions.values import as_text
from assistance_desktop.forms.expressions.world import Scope
from assistance_desktop.forms.filling import Filling, find
from assistance_desktop.forms.form import Question, SetValue
from assistance_desktop.forms.typed import coerced

_FIRST = "odk-instance-first-load"
_LOAD = "odk-instance-load"
_NEW = "odk-new-repeat"
_CHANGED = "xforms-value-changed"
_MOST_ROUNDS = 1_000


@dataclass(slots=True)
class Events:
    """The actions of a form, run on its filling."""

    filling: Filling
    by_trigger: dict[str, list[SetValue]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_trigger = {}
        for action in self.filling.form.actions:
            if action.trigger and _CHANGED in action.events:
                self.by_trigger.setdefault(action.trigger, []).append(action)

    def first_load(self) -> None:
        """The form is opened for the first time: preloads, defaults that are worked out."""
        for entry in self.filling.root.everything():
            self._preload(entry)
        self.filling.settle()
        made = {id(e) for instance in self.filling.added for e in instance.everything()}
        for action in self.filling.form.actions:
            if action.events & {_FIRST, _LOAD}:
                targets = find(self.filling.root, action.target_path)
                for target in targets:
                    if id(target) not in made:
                        self._run(action, target)
                self.filling.settle()
        self.filling.value_changed.clear()
        self.carry_on()

    def carry_on(self) -> None:
        """Carry a change to everything that follows from it."""
        filling = self.filling
        filling.settle()
        for _round in range(_MOST_ROUNDS):
            if not filling.added and not filling.value_changed:
                return
            added, filling.added = filling.added, []
            changed, filling.value_changed = filling.value_changed, []
            for instance in added:
                self._new_instance(instance)
            for entry in changed:
                self._value_changed(entry)
            filling.settle()

    def forget(self) -> None:
        """What happened so far sets nothing off; the answers were there before."""
        self.filling.added.clear()
        self.filling.value_changed.clear()

    def _new_instance(self, instance: Entry) -> None:
        for entry in instance.everything():
            self._preload(entry)
        for action in self.filling.form.actions:
            if _NEW in action.events:
                for target in find(instance, action.target_path):
                    self._run(action, target)

    def _value_changed(self, entry: Entry) -> None:
        for action in self.by_trigger.get(entry.item.path, ()):
            for target in _related(entry, action.target_path, self.filling.root):
                self._run(action, target)

    def _run(self, action: SetValue, target: Entry) -> None:
        if not isinstance(target.item, Question):
            return
        text = ""
        if action.value is not None:
            text = as_text(action.value.evaluate(Scope(target, self.filling.world)))
        self.filling.store(target, coerced(target.item, text))

    def _preload(self, entry: Entry) -> None:
        kind, parameters = entry.item.bind.preload
        if not kind or entry.stored or not isinstance(entry.item, Question):
            return
        world = self.filling.world
        text = ""
        if kind == "uid":
            text = f"uuid:{uuid.UUID(int=world.chance.getrandbits(128), version=4)}"
        elif kind == "timestamp" and parameters == "start":
            text = iso_moment(world.now)
        elif kind == "date" and parameters == "today":
            text = world.now.date().isoformat()
        elif kind == "property":
            text = world.property(parameters)
        if text:
            self.filling.store(entry, text)


def _related(entry: Entry, path: str, root: Entry) -> list[Entry]:
    """The entries of a path in the innermost instance that they share with an entry."""
    line = [entry, *takewhile(lambda e: isinstance(e, Entry), entry.ancestors())]
    for above in line:
        if isinstance(above, Entry) and path.startswith(f"{above.item.path}/"):
            return find(above, path)
    return find(root, path)
