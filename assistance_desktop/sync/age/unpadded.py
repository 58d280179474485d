"""Base64 as the age header writes it: standard alphabet, no padding, one spelling only."""

import base64
import binascii

from assistance_desktop.sync.age.refusals import DamagedError


def encode(data: bytes) -> str:
    """The one spelling of these bytes."""
    return base64.b64encode(data).decode().rstrip("=")


def decode(text: str) -> bytes:
    """The bytes of a text; DamagedError if `encode` would have spelled them otherwise."""
    try:
        data = binascii.a2b_base64(text + "=" * (-len(text) % 4))
    except ValueError:
        raise DamagedError("base64 cannot be read") from None
    if encode(data) != text:
        raise DamagedError("base64 is not canonical")
    return data
