"""What recipients without a name of their own are called."""

from assistance_desktop.cases import consent
from assistance_desktop.i18n import _


def recipient_name(recipient: str) -> str:
    """The words for a recipient: the office, an authority, or the name as it was written."""
    named = {
        consent.CLIENT: _("The person themselves"),
        consent.OFFICE: _("Our office"),
        consent.ASSISTANCE_SYSTEM: _("The Assistance system"),
        "police": _("The police"),
        "child_protection": _("Child protection"),
    }
    return named.get(recipient, recipient)
