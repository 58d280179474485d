"""Whether an entry may be answered, must be answered, and is answered well."""

from dataclasses import dataclass

from assistance_desktop.forms.entries import Entry
from assistance_desktop.forms.expressions.values import as_boolean
from assistance_desktop.forms.expressions.world import Scope, World
from assistance_desktop.forms.form import Expression, Question, Wording
from assistance_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class Problem:
    """What stands in the way: the form's own words for it, or ours."""

    message: Wording | None
    otherwise: str


def holds(entry: Entry, formula: Expression | None, world: World) -> bool:
    """Whether a condition about an entry is true; without a condition it is not."""
    return formula is not None and as_boolean(formula.evaluate(Scope(entry, world)))


def is_read_only(entry: Entry, world: World) -> bool:
    """Whether the form forbids to answer an entry, or anything in a group around it."""
    if holds(entry, entry.item.bind.readonly, world):
        return True
    return entry.above is not None and is_read_only(entry.above, world)


def problem(entry: Entry, world: World) -> Problem | None:
    """What is wrong with what is relevant: nothing where something is needed, or what does not fit.

    A question that was left as refused or unknown is answered in its own way.
    """
    if not entry.relevant or not isinstance(entry.item, Question):
        return None
    bind = entry.item.bind
    if not entry.text:
        if entry.left or not holds(entry, bind.required, world):
            return None
        return Problem(bind.required_message, _("An answer is needed."))
    if bind.constraint is None or holds(entry, bind.constraint, world):
        return None
    return Problem(bind.constraint_message, _("The answer does not fit."))
