"""The same name in other spellings and alphabets: keys that all its spellings share.

Vowels are what a clerk writes down as they sound, so the keys are of consonants mostly. Two kinds
are for alphabets with vowels, and tell Mohamed from Mahmoud and Hassan from Hussein; the third
leads to and from Arabic, which writes no short vowels and so tells less. A key proves nothing:
who is found by it comes behind who is found by letters.
"""

import re
import unicodedata

from assistance_desktop.storage.words import abjad, sounds

SHORTEST = 3
"""Letters that a word needs to have a key."""

_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHE = re.compile("['`’‘ʼ]")
_ACROSS = str.maketrans(sounds.LATIN + abjad.ARABIC, abjad.ARABIC + sounds.LATIN)


def written_keys(text: str) -> set[str]:
    """The keys of the names in a text: capitalised words, and words that know no capitals."""
    return {key for word in _words(text) if not word[0].islower() for key in _keys(word.casefold())}


def typed_keys(text: str) -> set[str]:
    """The keys by which a typed word finds what `written_keys` kept; none for two words."""
    found = _words(text)
    if len(found) != 1 or any(sign.isdigit() for sign in text):
        return set()
    return {key[0].translate(_ACROSS) + key[1:] for key in _keys(found[0].casefold())}


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFC", _APOSTROPHE.sub("", abjad.bare(text)))
    return [word for word in _WORD.findall(plain) if len(word) >= SHORTEST]


def _keys(word: str) -> set[str]:
    return abjad.keys(word) if abjad.is_written_so(word) else sounds.keys(word)
