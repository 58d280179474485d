"""The answers that a question offers at this moment, after its choice filter."""

from dataclasses import dataclass

from assistance_desktop.forms.entries import Entry
from assistance_desktop.forms.expressions.tree import Element
from assistance_desktop.forms.expressions.values import as_text
from assistance_desktop.forms.expressions.world import Scope, World
from assistance_desktop.forms.form import Choices, Question, Wording


@dataclass(frozen=True, slots=True)
class Offer:
    """One answer to choose: its name, its words, and the node that the words are about."""

    name: str
    wording: Wording
    about: Element


def offers(entry: Entry, world: World) -> tuple[Offer, ...]:
    """What is offered now, in the order of the form or of its shuffle."""
    cached = entry.cache.get("offers")
    if isinstance(cached, tuple):
        return cached
    choices = entry.item.choices if isinstance(entry.item, Question) else None
    found = () if choices is None else (*_fixed(entry, choices), *_rows(entry, choices, world))
    entry.cache["offers"] = found
    return found


def _fixed(entry: Entry, choices: Choices) -> tuple[Offer, ...]:
    return tuple(Offer(choice.name, choice.label, entry) for choice in choices.fixed)


def _rows(entry: Entry, choices: Choices, world: World) -> tuple[Offer, ...]:
    if choices.rows is None or choices.name is None:
        return ()
    rows = choices.rows.evaluate(Scope(entry, world))
    found: list[Offer] = []
    for row in rows if isinstance(rows, list) else []:
        name = as_text(choices.name.evaluate(Scope(row, world)))
        if name:
            found.append(Offer(name, choices.label or Wording(), row))
    return tuple(found)


def only_offered(entry: Entry, world: World) -> str:
    """What is stored, as far as it is offered; several choices in the order they are offered in.

    What is not offered any more counts nowhere, and is there again when it is offered again.
    """
    if not entry.stored:
        return ""
    names = [offer.name for offer in offers(entry, world)]
    if entry.type == "select_multiple":
        chosen = set(entry.stored.split())
        return " ".join(dict.fromkeys(name for name in names if name in chosen))
    if entry.type == "rank":
        return " ".join(name for name in entry.stored.split() if name in names)
    return entry.stored if entry.stored in names else ""
