"""Words as they are compared: small Latin letters and digits, whatever the alphabet.

What is typed and what was written go the same way, letter by letter, so that the first letters
of a word find it in every alphabet: äiti and aiti, Шевченко and shevchenko, كتاب and ktab.
"""

import re
import unicodedata

from anyascii import anyascii

_ARABIC = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیېێئ", "ي"),
        **dict.fromkeys("ةۀھہەۃ", "ه"),
        "ؤ": "و",
        "ۆ": "و",
        "ک": "ك",
        "ڪ": "ك",
        "ڕ": "ر",
        "ڵ": "ل",
        "ء": None,
        "ـ": None,  # tatweel only stretches a word
        "ٰ": None,
        "\u200c": None,  # joins or parts the letters of one word, and nobody types it twice alike
        "\u200d": None,
        **{chr(mark): None for mark in range(0x064B, 0x0660)},  # short vowels
    }
)
_ALSO = str.maketrans({"ё": "е", "ґ": "г"})
_LETTERLESS = str.maketrans("", "", "'`’‘ʼ\"")
_SYLLABLE = re.compile("(?=[A-Z])")
_WORD = re.compile("[a-z0-9]+")
_JOINED = re.compile(r"[a-z0-9]+(?:[-./][a-z0-9]+)+|\d+(?: \d+)+")
_ARTICLE = re.compile(r"\bال(?=\w{3})")
_HASH = re.compile(r"\b[0-9a-fA-F]{32,}\b(?:\.\w+)?")


def typed_words(text: str) -> list[str]:
    """The words of what somebody types into the search, in order."""
    return _WORD.findall(_plain(text))


def written_words(text: str) -> set[str]:
    """The words by which a text is found.

    Also without their Arabic article, and what a dash or a space parts as one: K74M2Q, 0401234567.
    Hashes are left out: nobody wrote them.
    """
    if len(text) >= 32:
        text = _HASH.sub(" ", text)
    plain = _plain(text)
    found = set(_WORD.findall(plain))
    for joined in _JOINED.findall(plain):
        found.add("".join(_WORD.findall(joined)))
    if "ال" in text:
        found.update(_WORD.findall(_plain(_ARTICLE.sub(" ", text))))
    return found


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower().replace("'", "")
    letters = unicodedata.normalize("NFKC", text).casefold().translate(_ARABIC).translate(_ALSO)
    latin = anyascii(letters).translate(_LETTERLESS)
    # A capital letter begins a syllable of an alphabet that has neither letters nor spaces.
    return _SYLLABLE.sub(" ", latin).lower()
