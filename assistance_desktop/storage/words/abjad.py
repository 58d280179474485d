"""Names in Arabic letters (Arabic, Persian, Kurdish, Urdu ...), by their sounds.

A short vowel is not written, a long one is; `sounds` writes its keys for us in the same way.
"""

import itertools
import re

ARABIC = "α"
"""The first sign of every key that comes from Arabic letters."""

_MARKS = re.compile("[\u0621\u0640\u064b-\u065f\u0670\u200c\u200d]")
_LETTERS = re.compile("[\u0620-\u06ff]+")
_ARTICLE = re.compile("^[اٱ]ل(?=...)")
_FRONT, _BACK, _OPEN = "يیىېێئ", "وۆؤ", "اأإآٱعە"
_LONG_AT_START = re.compile(f"^[{_OPEN}][{_FRONT}{_BACK}{_OPEN}]*")
_LONG_AT_END = re.compile(f"[{_FRONT}{_BACK}{_OPEN}]*[{_FRONT}{_BACK}{_OPEN}هةۀہ]$")
_CONSONANTS = dict(
    zip(
        "بپتطثجچحخدذرزژسشصضظغفقكکگلمنهھڕڵڤ",
        "bpttt74hhdzrz6s5sdzgfkkkglmnhhrlv",
        strict=True,
    )
)
_MOST = 8
"""Readings of one word that are kept."""


def bare(text: str) -> str:
    """Without the marks that may be left out: short vowels, hamza by itself, stretching."""
    return text if text.isascii() else _MARKS.sub("", text)


def is_written_so(word: str) -> bool:
    """Whether a word is in these letters."""
    return not word.isascii() and bool(_LETTERS.fullmatch(word))


def keys(word: str) -> set[str]:
    """The keys of a word without marks, with and without its article."""
    return {ARABIC + key for name in {word, _ARTICLE.sub("", word)} for key in _readings(name)}


def _readings(word: str) -> set[str]:
    opening, ending = _LONG_AT_START.match(word), _LONG_AT_END.search(word)
    first = opening.end() if opening else 0
    last = max(ending.start() if ending else len(word), first)
    ends = last < len(word)
    choices = [_sounds(sign, at == first) for at, sign in enumerate(word[first:last], first)]
    read: set[str] = set()
    for chosen in itertools.islice(itertools.product(*choices), _MOST):
        inner = re.sub(r"(.)\1+", r"\1", "".join(chosen))
        inner = inner if ends else re.sub("d$", "t", inner)
        spoken = len(inner.replace("i", ""))
        if spoken > 1:
            read.add("o" * bool(opening) + inner + "o" * ends)
        elif spoken and opening and ends:
            read.add("o" + inner + _vowel(word[-1]))
    return read


def _sounds(sign: str, is_first: bool) -> tuple[str, ...]:  # noqa: FBT001 - of one letter
    """What a letter may stand for inside a word."""
    if sign in _FRONT:
        return ("7",) if is_first else ("i",)
    if sign in _BACK:
        return ("v",) if is_first else ("", "v")
    return (_CONSONANTS.get(sign, ""),)


def _vowel(sign: str) -> str:
    if sign in _FRONT:
        return "i"
    return "u" if sign in _BACK else "a"
