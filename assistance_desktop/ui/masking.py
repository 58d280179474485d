"""What leads to the client is masked on every screen but the one that leads to it (mock-up 28)."""

from assistance_desktop.cases.changes import Answer

MASKED = ("phone_number", "email", "post_address")
"""Questions whose answers are shown only behind "Before you call", and where they are typed."""

_HIDDEN = "•"


def masked(field: str, value: Answer) -> Answer:
    """An answer as the screens may show it: as it is, or masked when it leads to the client."""
    leads = field.rpartition("/")[2] in MASKED
    return mask(value) if leads and isinstance(value, str) else value


def mask(text: str) -> str:
    """A number as it may stand on a screen: the first sign and the last two, no more."""
    letters = [at for at, sign in enumerate(text) if not sign.isspace()]
    shown = {*letters[:1], *letters[-2:]} if len(letters) > 6 else set[int]()
    return "".join(
        sign if sign.isspace() or at in shown else _HIDDEN for at, sign in enumerate(text)
    )
