"""A device's keys as six words that two people can read to each other.

The words have three open syllables of letters that Finnish, Swedish and English speakers tell
apart on a bad line (docs/decisions/0006-fingerprint-words.md). Each stands for one of 166 375,
so six are 104 bits: nobody finds other keys with the same words.
"""

import hashlib

from assistance_desktop.sync.trust.signing import VerifyingKeys

_CONSONANTS = "hjklmnprstv"
_VOWELS = "aeiou"
_SYLLABLES = tuple(consonant + vowel for consonant in _CONSONANTS for vowel in _VOWELS)
_WORDS = 6
_SYLLABLES_A_WORD = 3
_CONTEXT = b"assistance-desktop/fingerprint/1\0"


def fingerprint(device: str, keys: VerifyingKeys) -> str:
    """SHA-256 over the device's id and its verifying keys, as 64 hexadecimal digits."""
    content = _CONTEXT + device.encode() + b"\0" + keys.ed25519 + keys.mldsa65
    return hashlib.sha256(content).hexdigest()


def spoken(digits: str) -> tuple[str, ...]:
    """The six words of a fingerprint: its number, least syllable first, in base 55."""
    number = int(digits, 16)
    words: list[str] = []
    for _word in range(_WORDS):
        word = ""
        for _syllable in range(_SYLLABLES_A_WORD):
            number, place = divmod(number, len(_SYLLABLES))
            word += _SYLLABLES[place]
        words.append(word)
    return tuple(words)
