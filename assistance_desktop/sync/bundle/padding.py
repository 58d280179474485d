"""How long a bundle is made, so that its length tells little of what is inside.

Padmé (Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and Communication
with PURBs", 2019): the length keeps only as many significant bits as its own magnitude needs.
"""

FLOOR = 16 * 1024
"""Bytes of the smallest bundle's content; every length at or above is a multiple of 1024."""


def padded(length: int) -> int:
    """The length to fill up to: at least the floor, and at most 12 % more than asked for."""
    length = max(length, FLOOR)
    exponent = length.bit_length() - 1
    free = exponent - exponent.bit_length()
    return (length + (1 << free) - 1) >> free << free
