"""Who on the do-not-tell list may find a paper where it will be kept (D22; facts.md 7)."""

from assistance_desktop import i18n
from assistance_desktop.guidance import secrecy
from assistance_desktop.guidance.content import Pack
from assistance_desktop.guidance.facts import Facts
from assistance_desktop.i18n import _


def finders(facts: Facts, pack: Pack, kept: str) -> str:
    """Those who must not know and may find it there, in words; "" when there are none."""
    return ", ".join(secrecy.called(pack, secrecy.finds(facts, kept), i18n.language()))


def warning(found: str) -> str:
    """What is said where the place is chosen."""
    said = _(
        "Must not know, and may find it there: {who}. Choose no paper, another place, or the "
        "discreet version."
    )
    return said.format(who=found)
