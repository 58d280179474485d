"""The words that a discreet note never holds, in the languages that clients and others read.

A word in the wrong language gives away as much as one in the right language, so every note is
held against all of them (facts.md 7).
"""

import re
from collections.abc import Iterable

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

STEMS = {
    "en": (
        r"traffick", r"\bvictim", r"\bpolice", r"assistance system", r"\bcrime", r"\bcriminal",
        r"exploit", r"\bshelter", r"asylum", r"reflection period", r"residence permit", r"migri",
        r"immigration", r"forced labour", r"prostitut", r"slavery", r"legal aid", r"\blawyer",
    ),
    "fi": (
        r"ihmiskaup", r"\buhri", r"rikosuhri", r"poliisi", r"auttamisjärjestel", r"rikos",
        r"rikok", r"hyväksikäyt", r"turvako", r"turvapaik", r"harkinta-a", r"oleskelulu",
        r"maahanmuut", r"pakkotyö", r"orjuu", r"vastaanottok", r"oikeusapu",
    ),
    "sv": (
        r"människohand", r"\boffer\b", r"\boffret", r"brottsoffer", r"\bpolis", r"hjälpsystem",
        r"\bbrott", r"utnyttja", r"skyddsboende", r"\basyl", r"betänketid", r"uppehållstill",
        r"migrationsv", r"tvångsarb", r"slaveri", r"rättshjälp", r"\bförläggning",
    ),
    "ar": (r"الاتجار بالبشر", r"ضحي", r"ضحاي", r"شرطة", r"نظام المساعدة", r"جريمة"),
    "prs": (r"قاچاق", r"قربانی", r"پولیس", r"پلیس", r"جرم"),
    "ckb": (r"بازرگانی", r"قوربانی", r"پۆلیس", r"تاوان"),
    "so": (r"tahriib", r"ka ganacsiga dadka", r"dhibbane", r"booliis", r"dembi"),
    "ru": (r"торговл\w* людьми", r"жертв", r"полиц", r"преступ", r"систем\w* помощи"),
    "uk": (r"торгівл\w* людьми", r"жертв", r"постраждал", r"поліц", r"злочин"),
    "th": (r"ค้ามนุษย์", r"เหยื่อ", r"ตำรวจ", r"ผู้เสียหาย"),
    "vi": (r"buôn bán người", r"buôn người", r"nạn nhân", r"cảnh sát", r"công an"),
    "fr": (r"traite des", r"\bvictime", r"\bpolice", r"système d’assistance", r"\bcrime"),
    "es": (r"trata de personas", r"víctima", r"policía", r"sistema de asistencia", r"delito"),
    "tr": (r"insan ticareti", r"mağdur", r"\bkurban", r"\bpolis", r"\bsuç"),
    "bn": (r"পাচার", r"ভুক্তভোগী", r"শিকার", r"পুলিশ", r"অপরাধ"),
}  # fmt: skip
"""What gives a paper away, by language, as the beginnings or parts of words."""

_ANY = re.compile("|".join(stem for stems in STEMS.values() for stem in stems), re.IGNORECASE)


def gives_away(text: str) -> bool:
    """Whether a text holds one of the words in any of the languages."""
    return _ANY.search(" ".join(text.split())) is not None


def check(texts: Iterable[str]) -> None:
    """Refuse texts that give away why somebody carries them. Raises AppError."""
    if any(gives_away(text) for text in texts):
        raise AppError(
            _("The discreet note would hold a word that gives the client away."),
            _("Take the word out of the worker's name, the number or the hours."),
        )
