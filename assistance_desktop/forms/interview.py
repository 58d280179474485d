"""One conversation over a form: answers go in by path, and what they mean comes out.

Everything the screens and the command line know about a form being filled they ask here. A value
that becomes irrelevant is kept aside, comes back, and counts nowhere meanwhile.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from assistance_desktop.errors import AppError
from assistance_desktop.forms.dependencies import build_graph
from assistance_desktop.forms.entries import Entry, plant
from assistance_desktop.forms.events import Events
from assistance_desktop.forms.expressions.tree import Element
from assistance_desktop.forms.expressions.world import World
from assistance_desktop.forms.filling import Filling, instances_of
from assistance_desktop.forms.form import Form, Item, Question, Repeat, Wording
from assistance_desktop.forms.judging import holds, is_read_only, problem
from assistance_desktop.forms.memory import LEFT, Answers, Kept, recall, remembered
from assistance_desktop.forms.offering import offers
from assistance_desktop.forms.paths import locate, positions, repeat_at
from assistance_desktop.forms.speaking import Said, say
from assistance_desktop.forms.typed import Answer, given, kept
from assistance_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class Offered:
    """One answer to choose, in the language that is shown."""

    name: str
    label: str
    media: Mapping[str, str]


class Interview:
    """A form with answers.

    `now` is a day (then noon in UTC) or an aware moment; nothing here reads a clock. `answers` is
    what `answers()` of an earlier interview gave; with it, defaults and triggers do not run again.
    `chance` decides shuffles and random numbers.

    Raises FormRefused when the form's rules go round in a circle.
    """

    def __init__(
        self,
        form: Form,
        now: date | datetime,
        language: str | None = None,
        answers: Answers | None = None,
        chance: random.Random | None = None,
    ) -> None:
        self.form = form
        self.language = form.default_language if language is None else language
        moment = now if isinstance(now, datetime) else datetime.combine(now, time(12), UTC)
        root = plant(form.root)
        world = World(root, moment, form.lists, version=form.version)
        world.chance = chance or random.Random()  # noqa: S311 - shuffles, not secrets
        world.words = self._words
        world.choice_name = self._choice_name
        self._filling = Filling(form, build_graph(form), world, root)
        self._events = Events(self._filling)
        self._by_path: dict[str, Entry] = {}
        self._shape = self._filling.shape
        self._begin(answers)

    def _begin(self, answers: Answers | None) -> None:
        filling = self._filling
        filling.wake_everything(filling.root)
        filling.wake_counts()
        if answers is None:
            self._events.first_load()
        else:
            filling.settle()
            recall(filling, answers)
            self._events.forget()
        filling.touched.clear()

    # What goes in

    def answer(self, path: str, value: Answer) -> frozenset[str]:
        """Answer a question; None, "" or [] takes the answer back. Makes repeat instances it names.

        Returns the paths of everything that may look different now.
        Raises AppError for a path that is unknown, irrelevant or read-only, and for a value that
        is not of the question's type. One that breaks its constraint is kept.
        """
        entry = self._to_answer(path)
        text = kept(self._question(entry), value)
        self._filling.store(entry, text)
        self._events.carry_on()
        return self._changed()

    def leave(self, path: str, state: str) -> frozenset[str]:
        """Leave a question as `refused` or `unknown`: blank for formulas, but not unanswered."""
        if state not in LEFT:
            raise ValueError(state)
        entry = self._to_answer(path)
        self._question(entry)
        entry.stored, entry.left = "", state
        self._filling.touched.add(entry)
        self._filling.refresh_text(entry)
        self._events.carry_on()
        return self._changed()

    def add(self, path: str) -> str:
        """Add an instance to the repeat at a path; the path of the new instance.

        Raises AppError when there is no such repeat or its number is fixed by the form.
        """
        parent, repeat = repeat_at(self._filling.root, path)
        if repeat.count is not None or repeat.fixed:
            raise AppError(_("The form itself decides how many {path} has.").format(path=path))
        instance = self._filling.add(parent, repeat)
        self._events.carry_on()
        path = instance.path
        self._filling.touched.clear()
        return path

    def remove(self, path: str) -> frozenset[str]:
        """Take away the repeat instance at a path with all its answers; the later ones move up."""
        entry = locate(self._filling.root, path)
        repeat = entry.item
        if not isinstance(repeat, Repeat) or repeat.count is not None or repeat.fixed:
            raise AppError(_("{path} cannot be removed.").format(path=path))
        self._filling.remove(entry)
        self._events.carry_on()
        return self._changed()

    # What comes out

    def value(self, path: str) -> Answer:
        """The answer: None when blank, a list for several choices, a number for numbers."""
        entry = locate(self._filling.root, path)
        return given(self._question(entry), entry.text if entry.relevant else "")

    def kept_value(self, path: str) -> Answer:
        """The answer as it is kept, also while it is irrelevant."""
        entry = locate(self._filling.root, path)
        return given(self._question(entry), entry.stored)

    def state(self, path: str) -> str:
        """`answered`, `blank`, `refused` or `unknown`."""
        entry = locate(self._filling.root, path)
        return entry.left or ("answered" if entry.text else "blank")

    def relevant(self, path: str) -> bool:
        """Whether it is asked at all."""
        entry = self._entry_or_range(path)
        return entry.relevant

    def required(self, path: str) -> bool:
        """Whether a finished form needs an answer here; going on is always possible."""
        entry = self._entry_or_range(path)
        return holds(entry, entry.item.bind.required, self._filling.world)

    def read_only(self, path: str) -> bool:
        """Whether the form forbids to answer here."""
        return is_read_only(self._entry_or_range(path), self._filling.world)

    def problem(self, path: str) -> str | None:
        """What is wrong with the answer, as a sentence; None when nothing is."""
        return self._problem(locate(self._filling.root, path))

    def choices(self, path: str, language: str | None = None) -> tuple[Offered, ...]:
        """The answers to choose from now."""
        entry = locate(self._filling.root, path)
        found: list[Offered] = []
        for offer in offers(entry, self._filling.world):
            said = self._say(offer.wording, offer.about, language)
            found.append(Offered(offer.name, said.text or offer.name, said.media))
        return tuple(found)

    def choice_names(self, path: str) -> tuple[str, ...]:
        """The names of the answers to choose from now, without their words."""
        entry = locate(self._filling.root, path)
        return tuple(offer.name for offer in offers(entry, self._filling.world))

    def label(self, path: str, language: str | None = None) -> Said:
        """The question as it is shown, values filled in."""
        entry = self._entry_or_range(path)
        return self._say(entry.item.label, entry, language)

    def hint(self, path: str, language: str | None = None) -> Said:
        """The hint, and the longer guidance."""
        entry = self._entry_or_range(path)
        return self._say(entry.item.hint, entry, language)

    def item(self, path: str) -> Item:
        """What the form says about a path, with or without positions."""
        return self._entry_or_range(path).item

    def instances(self, path: str) -> tuple[str, ...]:
        """The paths of the instances of a repeat."""
        parent, repeat = repeat_at(self._filling.root, path)
        return tuple(instance.path for instance in instances_of(parent, repeat))

    def children(self, path: str | None = None) -> tuple[str, ...]:
        """The paths right below the root, a group, or a repeat instance."""
        top = self._filling.root if path is None else locate(self._filling.root, path)
        return tuple(entry.path for entry in top.inner())

    def walk(self) -> Iterator[tuple[str, Item]]:
        """Every group, repeat instance and question with its path, in the order of the form."""
        for entry in self._filling.root.everything():
            if entry is not self._filling.root:
                yield entry.path, entry.item

    def places(self) -> Iterator[tuple[str, Item]]:
        """As walk, and each repeat as a whole before its first instance."""
        yield from self._places(self._filling.root)

    def _places(self, top: Entry) -> Iterator[tuple[str, Item]]:
        if isinstance(top.item, Question):
            return
        path = top.path
        for item in top.item.children:
            if isinstance(item, Repeat):
                yield f"{path}/{item.name}", item
            for entry in top.named.get(item.name.rpartition(":")[2], ()):
                if isinstance(entry, Entry):
                    yield entry.path, item
                    yield from self._places(entry)

    def invalid(self) -> dict[str, str]:
        """What stands in the way of finishing: path to sentence."""
        found: dict[str, str] = {}
        for entry in self._filling.root.everything():
            told = self._problem(entry)
            if told is not None:
                found[entry.path] = told
        return found

    def answers(self) -> dict[str, Kept]:
        """Everything needed to take this interview up again; see memory.py for its shape."""
        return remembered(self._filling)

    # Inside

    def _to_answer(self, path: str) -> Entry:
        entry = locate(self._filling.root, path, make=self._make)
        if not entry.relevant:
            raise AppError(
                _("{path} is not asked with the answers so far.").format(path=path),
                _("Answer first what makes it relevant, or leave it out."),
            )
        if is_read_only(entry, self._filling.world) or not entry.item.shown:
            raise AppError(
                _("{path} is read-only.").format(path=path),
                _("The form fills it in itself; leave it out."),
            )
        return entry

    def _make(self, parent: Entry, repeat: Repeat) -> bool:
        """Whether another instance could be made, and is."""
        if repeat.count is not None or repeat.fixed or not parent.relevant:
            return False
        self._filling.add(parent, repeat)
        self._events.carry_on()
        return True

    @staticmethod
    def _question(entry: Entry) -> Question:
        if not isinstance(entry.item, Question):
            raise AppError(
                _("{path} is a group and takes no answer.").format(path=entry.path),
                _("Name a question inside it."),
            )
        return entry.item

    def _entry_or_range(self, path: str) -> Entry:
        if self._shape != self._filling.shape:
            self._by_path.clear()
            self._shape = self._filling.shape
        known = self._by_path.get(path)
        if known is not None:
            return known
        found = positions(self._filling.root, path)
        if found is None:
            return self._by_path.setdefault(path, locate(self._filling.root, path))
        parent, repeat = found
        instances = instances_of(parent, repeat)
        shown = next((instance for instance in instances if instance.relevant), None)
        return shown or (instances[0] if instances else self._stand_in(parent, repeat))

    def _stand_in(self, parent: Entry, repeat: Repeat) -> Entry:
        """An entry for a repeat that has no instance yet, to ask its texts and relevance."""
        entry = Entry(repeat)
        entry.parent = parent
        own = repeat.bind.relevant is None or holds(
            entry, repeat.bind.relevant, self._filling.world
        )
        entry.relevant = parent.relevant and own
        return entry

    def _problem(self, entry: Entry) -> str | None:
        found = problem(entry, self._filling.world)
        if found is None:
            return None
        return self._say(found.message, entry, None).text or found.otherwise

    def _say(self, wording: Wording | None, about: Element, language: str | None) -> Said:
        chosen = self.language if language is None else language
        return say(wording, about, self._filling.world, self.form, chosen)

    def _words(self, key: str) -> str:
        return self._say(self.form.itext.get(key), self._filling.root, None).text

    def _choice_name(self, node: Element, name: str) -> str:
        if not isinstance(node, Entry):
            return ""
        for offer in offers(node, self._filling.world):
            if offer.name == name:
                return self._say(offer.wording, offer.about, None).text or name
        return ""

    def _changed(self) -> frozenset[str]:
        touched = frozenset(entry.path for entry in self._filling.touched)
        self._filling.touched.clear()
        return touched
