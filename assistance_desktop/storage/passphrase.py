"""How hard a passphrase is to guess, in plain words, and one by chance for who wants it.

zxcvbn estimates the guesses; Argon2id makes each guess slow. A weak one is refused. Words by
chance come from lists of at least 2048, so five of them are 55 bits whoever knows the list.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from zxcvbn import zxcvbn

from assistance_desktop import paths
from assistance_desktop.i18n import _

_AT_HAND = (
    "salasana tunnussana suomi helsinki espoo tampere turku oulu vantaa kesä talvi syksy kevät"
    " juhannus joulu pääsiäinen moi moikka terve kiitos rakas kulta äiti isä mummo koira kissa"
    " perkele saatana jumala rakkaus kahvi kalja olut mökki sauna järvi metsä aurinko lumi"
    " tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu"
    " marraskuu joulukuu maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai"
    " lösenord sommar vinter höst vår midsommar jul hej tack älskling mamma pappa finland"
    " ihmiskauppa auttaminen auttamisjärjestelmä asiakas toimisto workspace assistance desktop"
)
"""Words that come to mind first in Finland; zxcvbn itself knows English only."""

SUGGESTED = 5
"""Words of a suggestion."""

SHORTEST = 10
"""Signs; below this no estimate is trusted."""


class Strength(IntEnum):
    """Four steps, shown as bars and as words."""

    TOO_WEAK = 0
    WEAK = 1
    GOOD = 2
    STRONG = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """The strength of a passphrase and one sentence about it."""

    strength: Strength
    advice: str

    @property
    def accepted(self) -> bool:
        """Whether a vault may be locked with it."""
        return self.strength >= Strength.GOOD


def judge(passphrase: str) -> Verdict:
    """Estimate a passphrase. It is neither kept nor logged."""
    if len(passphrase) < SHORTEST:
        return Verdict(Strength.TOO_WEAK, _("Too short. Take four or more words."))
    guesses = float(zxcvbn(passphrase[:72], user_inputs=_AT_HAND.split())["guesses_log10"])
    # Argon2id at about 0.8 s a guess: 10^9 guesses are some 25 years of one laptop, 10^12 are
    # out of reach for a room full of them.
    if guesses < 7:
        return Verdict(Strength.TOO_WEAK, _("Easy to guess. Words that nobody links to you help."))
    if guesses < 9:
        return Verdict(Strength.WEAK, _("Could be guessed in time. Add one more word."))
    if guesses < 12:
        return Verdict(Strength.GOOD, _("Good. Hard to guess."))
    return Verdict(Strength.STRONG, _("Strong. Out of reach for guessing."))


def suggest(
    language: str, choose: Callable[[Sequence[str]], str] = secrets.choice
) -> tuple[str, ...]:
    """Five words by chance in a language of the screens; English where it has no list."""
    words = suggested_words(language)
    return tuple(choose(words) for _each in range(SUGGESTED))


@cache
def suggested_words(language: str) -> tuple[str, ...]:
    """The list that suggestions are taken from: small letters without accents, no word twice.

    Every keyboard has these letters, also the one that is set before anybody has unlocked.
    """
    folder = paths.resources() / "words"
    file = folder / f"{language}.txt"
    return tuple((file if file.exists() else folder / "en.txt").read_text("utf-8").split())
