"""Keys made from keys: HKDF-SHA-256 to 32 bytes, the only derivation that age v1 knows."""

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def derive(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    """32 bytes that only who has the secret can make, different for each salt and purpose."""
    return HKDF(hashes.SHA256(), 32, salt, purpose).derive(secret)
