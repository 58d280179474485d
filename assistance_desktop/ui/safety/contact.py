"""How the client may be reached safely, in the client's own words, as the answers say it.

What nobody said to be safe is not safe: no voice message, no text, no post, and our number is
hidden. Where two desks wrote different things the careful one holds (facts.md 4.4).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.changes import Answer
from assistance_desktop.i18n import N_, _
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.session import HELSINKI

ASKED = (
    "contact_way", "voice_ok", "sms_ok", "post_ok", "post_address", "email", "contact_place",
    "phone_whose", "phone_number", "safe_days", "safe_from", "safe_until", "number_hidden",
    "first_words", "if_other_answers", "safe_word",
)  # fmt: skip
"""The questions of the intake that tell how to reach somebody safely."""

DETAILS = {
    "phone_number": (N_("Phone number"), "phone"),
    "email": (N_("E-mail"), "inbox"),
    "post_address": (N_("Address for letters"), "file"),
    "contact_place": (N_("Through this place"), "building"),
}
"""The answers that lead to the client; nothing else on any screen shows them."""

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class SafeContact:
    """What the client asked for. An empty text means that nobody asked yet."""

    name: str
    ways: tuple[str, ...]
    whose: str
    messages: tuple[str, ...]
    """The messages that are safe, in words; without one none is."""
    hides_number: bool
    safe_word: str
    first_words: str
    if_other_answers: str
    days: tuple[str, ...]
    days_words: str
    since: time | None
    until: time | None
    details: tuple[tuple[str, str], ...]
    """Which of DETAILS there are, each with what stands there."""
    never: str
    asked_on: tuple[date, ...]

    @property
    def is_unwanted(self) -> bool:
        """Whether the client asked not to be contacted at all."""
        return "none" in self.ways

    @property
    def has_hours(self) -> bool:
        """Whether anybody asked when it is safe."""
        return bool(self.days) or self.since is not None or self.until is not None

    def is_safe_at(self, moment: datetime) -> bool:
        """Whether a moment, on Finland's clocks, lies in the safe days and hours."""
        if self.days and _DAYS[moment.weekday()] not in self.days:
            return False
        start, end = self.since or time.min, self.until or time.max
        now = moment.time().replace(tzinfo=None)
        if start <= end:
            return start <= now <= end
        return now >= start or now <= end  # from evening until after midnight

    def next_safe(self, moment: datetime) -> datetime | None:
        """When the next safe time begins; None when it is safe now, or nobody said."""
        if not self.has_hours or self.is_safe_at(moment):
            return None
        start = self.since or time.min
        for ahead in range(8):
            day = moment.date() + timedelta(days=ahead)
            begins = datetime.combine(day, start, moment.tzinfo)
            if begins > moment and self.is_safe_at(begins):
                return begins
        return None


def read(case: Case, content: Content) -> SafeContact:
    """What the answers of a case say about reaching the client."""
    answers = _Answers(case, content)
    allowed = {
        "voice_ok": _("Voice message"),
        "sms_ok": _("Text message"),
        "post_ok": _("Letter by post"),
    }
    return SafeContact(
        name=case.text("case", "pseudonym"),
        ways=answers.listed("contact_way"),
        whose=answers.words("phone_whose"),
        messages=tuple(words for name, words in allowed.items() if answers.all_say(name, "yes")),
        hides_number=not answers.all_say("number_hidden", "no"),
        safe_word=answers.text("safe_word"),
        first_words=answers.text("first_words"),
        if_other_answers=answers.text("if_other_answers"),
        days=answers.listed("safe_days"),
        days_words=answers.words("safe_days"),
        since=answers.time("safe_from"),
        until=answers.time("safe_until"),
        details=tuple((name, text) for name in DETAILS if (text := answers.text(name))),
        never=answers.words("do_not_tell"),
        asked_on=tuple(answers.days()),
    )


class _Answers:
    """The answers of a case by the names of their questions, one or several of each."""

    def __init__(self, case: Case, content: Content) -> None:
        self._case, self._content = case, content
        self._paths = content.of(case).paths

    def all_say(self, name: str, answer: str) -> bool:
        """Whether this is the answer, and no desk wrote another."""
        heads = self._case.heads(INTAKE, self._paths.get(name, ""))
        return bool(heads) and all(head.value == answer for head in heads)

    def text(self, name: str) -> str:
        return self._case.text(INTAKE, self._paths.get(name, "")).strip()

    def listed(self, name: str) -> tuple[str, ...]:
        value = self._value(name)
        listed = value if isinstance(value, list) else []
        return tuple(one for one in listed if isinstance(one, str))

    def words(self, name: str) -> str:
        """The answer in the words of the questionnaire; "" when there is none."""
        value = self._value(name)
        if not isinstance(value, str | list) or not value:
            return ""
        return self._content.describe(INTAKE, self._paths[name], value, self._case)[1]

    def time(self, name: str) -> time | None:
        try:
            return time.fromisoformat(self.text(name)[:5])
        except ValueError:
            return None

    def days(self) -> Iterator[date]:
        """The days on which somebody wrote about safe contact, oldest first, each once."""
        heads = [
            head for name in ASKED for head in self._case.heads(INTAKE, self._paths.get(name, ""))
        ]
        yield from sorted({head.at.astimezone(HELSINKI).date() for head in heads})

    def _value(self, name: str) -> Answer:
        return self._case.value(INTAKE, self._paths.get(name, ""))
