"""What must be seen first in a case: a serious threat, and what two desks tell differently."""

from collections.abc import Callable, Sequence

from assistance_desktop.cases.case import Conflict
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.case_view.glance import Glance
from assistance_desktop.ui.case_view.next_step import Leads
from assistance_desktop.ui.kit.banner import Notice


def banners(
    now: Glance, lead: Callable[[str, str], None], answer: Callable[[str, str], None]
) -> list[Notice]:
    """The banners over the overview; a threat comes first and cannot be closed."""
    found: list[Notice] = []
    if now.threat:
        found.append(_threat(lead))
    if now.conflicts:
        found.append(_differing(now.conflicts, answer))
    return found


def _threat(lead: Callable[[str, str], None]) -> Notice:
    notice = Notice(
        _("A serious threat was recorded. If someone is in danger now, call 112 first."),
        tone="red",
        icon="phone",
        action=_("Open safety"),
        closable=False,
    )
    notice.acted.connect(lambda: lead(Leads.SAFETY, ""))
    return notice


def _differing(conflicts: Sequence[Conflict], answer: Callable[[str, str], None]) -> Notice:
    count = len(conflicts)
    words = ngettext(
        "{count} entry differs between two desks, and somebody must decide.",
        "{count} entries differ between two desks, and somebody must decide.",
        count,
    )
    notice = Notice(
        words.format(count=count),
        tone="amber",
        icon="both",
        action=_("See the answers"),
        closable=False,
    )
    first = next((one for one in conflicts if one.field.startswith("/")), conflicts[0])
    notice.acted.connect(lambda: answer(first.record, first.field))
    return notice
