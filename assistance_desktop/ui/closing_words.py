"""Why a case was closed, in words; the same on every screen, and none of them blames."""

from assistance_desktop.cases.life import Reason
from assistance_desktop.i18n import N_, _

_REASONS = {
    Reason.HELP_IN_PLACE: N_("Help is in place"),
    Reason.REFUSED_ALL: N_("The client wants no help now"),
    Reason.HANDED_OVER: N_("Somebody else goes on with it"),
    Reason.NO_CONTACT: N_("No contact any more"),
    Reason.MOVED: N_("The client moved away"),
    Reason.OTHER: N_("Another reason"),
}


def reason_words(reason: Reason | None) -> str:
    """A reason in words, "" for one that this program does not know."""
    return _(_REASONS[reason]) if reason is not None else ""
