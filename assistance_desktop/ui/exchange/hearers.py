"""Before a bundle is made: whether the desk that it is for would read what it must not (D22).

A desk is known by its name alone, so only a name that gives somebody on the do-not-tell list of a
case away can be seen: an embassy, an employer. Then nothing goes, and a person decides.
"""

from datetime import date

from assistance_desktop.cases.case import CASE
from assistance_desktop.errors import AppError
from assistance_desktop.guidance.recipients import OTHER, kinds_named
from assistance_desktop.guidance.secrecy import hears
from assistance_desktop.i18n import _
from assistance_desktop.storage import case_store
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync import exchange
from assistance_desktop.sync.trust.card import Card
from assistance_desktop.ui.content import Content

_MOST_NAMES = 3


def check(connection: Connection, content: Content, to: Card, today: date) -> None:
    """Raise AppError when a case that waits must not be read there.

    Cases are opened only when the name of the desk gives anybody away at all.
    """
    if not any(one.closed_by for one in kinds_named(content.pack, to.label)):
        return
    waiting = exchange.waiting(connection, desks.read(connection), to, today)
    names: list[str] = []
    for case_id in dict.fromkeys(change.case for change in waiting.going):
        case = case_store.load(connection, case_id)
        reached = hears(content.facts(case, today), content.pack, OTHER, to.label)
        if reached is not None and reached.asked:
            names.append(case.text(CASE, "pseudonym") or _("No name yet"))
    if names:
        listed = ", ".join(names[:_MOST_NAMES]) + ("…" if len(names) > _MOST_NAMES else "")
        raise AppError(
            _("The name of this desk is on the do-not-tell list of: {names}.").format(names=listed),
            _("No bundle was made. Make sure who reads there, and ask the person."),
        )
