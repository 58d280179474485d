"""What must not be overlooked: threats, secrecy, children, days that run out.

A flag is raised when its condition is true for sure, and a serious threat stands first
(commands.md, "Flags").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistance_desktop.guidance.content import Flag, Pack
from assistance_desktop.guidance.readings import Day
from assistance_desktop.guidance.tables import in_language


@dataclass(frozen=True, slots=True)
class RaisedFlag:
    """A flag with its words, and its number of days or children if it has one."""

    code: str
    number: Mapping[str, int]
    source: tuple[str, ...]
    text: str

    def as_json(self) -> dict[str, object]:
        """The flag as commands.md writes it."""
        return {"code": self.code, **self.number, "source": list(self.source), "text": self.text}


@dataclass(frozen=True, slots=True)
class FlagQuestion:
    """A fact that a flag waits for; its own words, or none for those of the fact."""

    code: str
    fact: str
    words: str


def raise_flags(pack: Pack, day: Day, language: str) -> tuple[RaisedFlag, ...]:
    """The flags of the day, a serious threat first, then in the order of the pack."""
    valid = [flag for flag in pack.flags if flag.is_valid(day.on)]
    raised = [_raised(flag, day, language) for flag in valid if flag.when.judge(day).truth]
    return tuple(sorted(raised, key=lambda flag: flag.code != "THREAT"))


def flag_questions(pack: Pack, day: Day, language: str) -> Sequence[FlagQuestion]:
    """What has to be asked before it is known whether a flag must be raised."""
    questions: list[FlagQuestion] = []
    for flag in pack.flags:
        if not flag.is_valid(day.on):
            continue
        if flag.asks:
            missing = flag.when.judge(day)
            questions += [
                FlagQuestion(flag.code, fact, "")
                for fact in missing.missing
                if missing.truth is None
            ]
        questions += [
            FlagQuestion(flag.code, one.fact, in_language(one.words, language))
            for one in flag.questions
            if one.when.judge(day).truth
        ]
    return questions


def _raised(flag: Flag, day: Day, language: str) -> RaisedFlag:
    number: dict[str, int] = {}
    if flag.number:
        value = day.value(flag.reading)
        if isinstance(value, int):
            number[flag.number] = value
    sentences = [in_language(flag.text, language)]
    sentences += [
        in_language(one.words, language)
        for one in flag.also
        if (one.valid_from is None or one.valid_from <= day.on) and one.when.judge(day).truth
    ]
    return RaisedFlag(flag.code, number, flag.source, " ".join(sentences).format(**number))
