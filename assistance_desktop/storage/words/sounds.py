"""Names in alphabets that write their vowels, by their sounds: Latin, Cyrillic, Georgian ...

A word is first written in single signs: a digit is a sound that Latin writes with several letters
(4 ch, 5 sh, 6 zh, 7 j), and a run of vowels is a, e, i, u, or y for one that ends like "ia".
"""

import re
from collections.abc import Iterator

from anyascii import anyascii

BY_FIRST_VOWEL, BY_SHAPE, LATIN = "ªºλ"
"""The first signs of the keys. LATIN keys are those that Arabic letters find."""

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("šşșŝ", "sh"),
        **dict.fromkeys("čçć", "ch"),
        **dict.fromkeys("žж", "zh"),
        **dict.fromkeys("цț", "ts"),
        "х": "h",
        "щ": "shch",
        "ё": "е",
        "ь": None,
        "ъ": None,
    }
)
_OPENING = re.compile("^(?:([yj]e)|i(?=[aou])|[yj])")
_SOUNDS = {
    **dict.fromkeys(("tsch", "tsh", "tch", "ch", "cz", "ts", "tz"), "4"),
    **dict.fromkeys(("sch", "sh", "sz"), "5"),
    "zh": "6",
    **dict.fromkeys(("dzh", "dj", "j"), "7"),
    **dict.fromkeys(("ck", "q", "c"), "k"),
    "kh": "h",
    "gh": "g",
    "ph": "f",
    "th": "t",
    "dh": "d",
    "x": "ks",
    "w": "v",
}
_LONGEST_FIRST = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_SOFT = re.compile("c(?=[eiy])")
_ENDING = re.compile("(?<=[aeiouy])h$|ff$|d$")
_ENDINGS = {"h": "", "ff": "v", "d": "t"}
_DOUBLE = re.compile(r"([^aeouy])\1+")
_VOWELS = re.compile("[aeiouy]+")
_VOWEL = re.compile("[aeiuy]")
_NO_VOWEL = re.compile("[^aeiuy]")
_PARTS = re.compile("([aeiuy]?)(.*?)([aeiuy]?)")


def keys(word: str) -> set[str]:
    """The keys of a word in small letters, for each way in which its letters may be meant."""
    return {key for way in _ways(word) for key in _keys(_spoken(way))}


def _ways(word: str) -> set[str]:
    ways = {word}
    if not word.isascii():
        # A Ukrainian says h where a Russian says g.
        latin = (word.replace("г", letter).translate(_LETTERS) for letter in "gh")
        ways = {anyascii(way).lower() for way in latin}
    # In Somali x and c are sounds of Arabic; a j inside is y in Finnish and dj in English.
    ways |= {re.sub("^c(?=[aiu])", "", way.replace("x", "h")) for way in ways}
    ways |= {way[:1] + way[1:].replace("j", "y") for way in ways}
    return {way for way in ways if way.isalpha()}


def _spoken(way: str) -> str:
    way = _OPENING.sub(lambda found: "e" if found.group(1) else "7", way)
    way = _LONGEST_FIRST.sub(lambda found: _SOUNDS[found.group()], _SOFT.sub("s", way))
    way = _ENDING.sub(lambda found: _ENDINGS[found.group()], way)
    return _VOWELS.sub(_vowel, _DOUBLE.sub(r"\1", way))


def _vowel(run: re.Match[str]) -> str:
    vowels = run.group()
    if vowels == "e":
        return "a" if run.start() else "e"
    if "i" in vowels or "y" in vowels or "ee" in vowels:
        return "y" if vowels.endswith("a") else "i"
    return "u" if vowels[-1] in "ou" else "a"


def _keys(spoken: str) -> Iterator[str]:
    found = _PARTS.fullmatch(spoken)
    if not found:
        return
    opening, inner, ending = found.groups()
    consonants = _VOWEL.sub("", inner)
    opens, ends = "o" * bool(opening), "o" * bool(ending)
    vowels = (opening + _NO_VOWEL.sub("", inner) + ending).replace("y", "a")
    if len(consonants) < 2:
        if consonants and opening and ending:
            yield BY_FIRST_VOWEL + opening + consonants + vowels[-1]
            yield LATIN + "o" + consonants + vowels[-1]
        return
    yield BY_FIRST_VOWEL + opens + vowels[:1] + consonants + ends
    middle = _VOWEL.findall(inner)
    if middle:
        shape = _VOWEL.sub("o", inner)
        yield BY_SHAPE + opens + shape + middle[-1].replace("y", "a") + ends
    for written in _as_arabic_writes(inner):
        yield LATIN + opens + written + ends


def _as_arabic_writes(inner: str) -> set[str]:
    """What stands between the outer vowels with each, the first, the last or no long i."""
    plain = re.sub("[aeu]", "", inner).replace("y", "i")
    every, none = plain, plain.replace("i", "")
    first = plain[: plain.find("i") + 1] + plain[plain.find("i") + 1 :].replace("i", "")
    last = plain[: plain.rfind("i")].replace("i", "") + plain[plain.rfind("i") :]
    ways = {every, first, last, none} if "i" in plain else {none}
    return {_DOUBLE.sub(r"\1", way) for way in ways}
