"""The do-not-tell list: whether telling somebody would reach a person who must not know.

An embassy is an authority of the home country. A recipient is known by its kind, and by its name
in any language of the pack (S26, S27; facts.md D22). Unknown is not nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assistance_desktop.guidance.content import Pack, RecipientKind
from assistance_desktop.guidance.facts import Facts
from assistance_desktop.guidance.fields import Unknown
from assistance_desktop.guidance.recipients import kinds_named
from assistance_desktop.guidance.tables import in_language

FACT = "do_not_tell"

FINDERS: Mapping[str, tuple[str, ...]] = {
    "at_home": ("family", "spouse"),
    "with_them": ("spouse", "employer", "family"),
    "trusted": ("community",),
}
"""Who may find a paper, by where it is kept: the answers to who must not know."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody on the list whom it would reach. `who` are the answers that name them.

    `closes`: it must not be done. Else it is to be looked at: a name that may mean one of them,
    or a list that nobody has asked about (`asked` is false).
    """

    who: tuple[str, ...]
    kind: str
    closes: bool
    asked: bool = True


def hears(facts: Facts, pack: Pack, kind: str, name: str) -> Reached | None:
    """Whether telling this recipient would reach somebody who must not know; None when not."""
    chosen = [one for one in pack.recipients if one.id == kind]
    named = [one for one in kinds_named(pack, name) if one.id != kind]
    listed = facts[FACT]
    if isinstance(listed, Unknown):
        return _not_asked([*chosen, *named])
    sure = [*chosen, *(one for one in named if one.sure)]
    for found, closes in ((sure, True), (named, False)):
        for one in found:
            who = tuple(each for each in one.closed_by if each in _list(listed))
            if who:
                return Reached(who, one.id, closes)
    return None


def finds(facts: Facts, kept: str) -> tuple[str, ...]:
    """Who on the list may find a paper that is kept there; `kept` as the print page asks it."""
    listed = facts[FACT]
    if isinstance(listed, Unknown):
        return ()
    return tuple(one for one in FINDERS.get(kept, ()) if one in _list(listed))


def listed(facts: Facts) -> tuple[str, ...] | None:
    """Who must not know; None while nobody has asked."""
    known = facts[FACT]
    return None if isinstance(known, Unknown) else _list(known)


def called(pack: Pack, who: tuple[str, ...], language: str) -> tuple[str, ...]:
    """What those on the list are called: by the kind that each closes first."""
    return tuple(_name(pack, one, language) for one in who)


def _name(pack: Pack, who: str, language: str) -> str:
    own = {"community": "trusted"}.get(who, who)
    kinds = {one.id: one for one in pack.recipients}
    return in_language(kinds[own].name, language) if own in kinds else who


def _not_asked(found: list[RecipientKind]) -> Reached | None:
    """A kind that a list may close, while nobody has asked who is on it."""
    for one in found:
        if one.closed_by:
            return Reached(one.closed_by, one.id, closes=False, asked=False)
    return None


def _list(known: object) -> tuple[str, ...]:
    return tuple(one for one in known if isinstance(one, str)) if isinstance(known, tuple) else ()
