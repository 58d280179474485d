"""What a kept file is, in a word: by the start of its value, for its name was never kept."""

from assistance_desktop.i18n import _

_SEEN = ("picture", "drawing", "signature")


def what_it_is(value: str) -> str:
    """A kept file in a word, by the start of its value."""
    return {
        "picture": _("Picture"),
        "recording": _("Recording"),
        "video": _("Video"),
        "drawing": _("Drawing"),
        "signature": _("Signature"),
    }.get(value.partition("-")[0], _("File"))


def is_seen(value: str) -> bool:
    """Whether what is in the file can be looked at as a picture."""
    return value.partition("-")[0] in _SEEN
