"""Signed JSON: what is signed, and both signatures beside it.

One shape for cards and rosters: `{"ed25519": …, "mldsa65": …, "signed": {…}}` in the one
spelling of plain_json. The signatures are over the spelling of `signed`.
"""

from collections.abc import Mapping

from assistance_desktop.sync import plain_json
from assistance_desktop.sync.plain_json import Plain
from assistance_desktop.sync.trust.signing import Signatures

_KEYS = {"ed25519", "mldsa65", "signed"}


def enclose(signed: Mapping[str, Plain], signatures: Signatures) -> dict[str, Plain]:
    """Put a thing and its signatures together."""
    return {"signed": signed, **signatures.as_json()}


def disclose(plain: Plain) -> tuple[dict[str, Plain], bytes, Signatures]:
    """The signed thing, its signed bytes, and the signatures, which are not verified here.

    Raises KeyError or ValueError when it has another shape.
    """
    if not isinstance(plain, dict) or set(plain) != _KEYS:
        raise ValueError("not a signed thing")
    signed = plain["signed"]
    if not isinstance(signed, dict):
        raise ValueError("not a signed thing")  # noqa: TRY004 - one exception for any wrong value
    return signed, plain_json.encode(signed), Signatures.from_json(plain)
