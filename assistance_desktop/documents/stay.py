"""What a paper says about staying in Finland: the reflection period and the residence permit.

Days stand exactly as in the decision. While the period runs the paper may say "legally"; after
it, it says neither "legal" nor "must leave" (facts.md 3.3.6), and it never names a status.
"""

from assistance_desktop.documents.layout.blocks import Entry, Text
from assistance_desktop.documents.layout.runs import Words
from assistance_desktop.documents.subject import Subject
from assistance_desktop.documents.voice import Voice
from assistance_desktop.guidance.deadlines import ReflectionPeriod
from assistance_desktop.i18n import C_


def reflection(voice: Voice, subject: Subject) -> tuple[Entry, ...]:
    """The person's own reflection period, if there is one with days (S21, S23, S24)."""
    period = subject.reflection
    if period is None:
        return ()
    dates = [
        voice.words(
            C_("**From {start} to {end}**, as written in your decision."),
            start=voice.day(decision.start),
            end=voice.day(decision.end),
        )
        for decision in period.decisions
    ]
    said = _what_it_means(voice, subject, period)
    return (
        Entry(
            voice.words(C_("Reflection period")), tuple(Text(words) for words in (*dates, *said))
        ),
    )


def _what_it_means(voice: Voice, subject: Subject, period: ReflectionPeriod) -> list[Words]:
    state = period.state(subject.today)
    ask_lawyer = voice.words(C_("Talk to a lawyer as soon as you can."))
    if state == "ended":
        return [_ended(voice, subject, period), ask_lawyer]
    said = [
        voice.words(
            C_(
                "During it you can recover, and decide whether you want to cooperate with the "
                "police."
            )
        )
    ]
    if state == "running":
        said.append(
            voice.words(
                C_(
                    "During it you are staying in Finland legally. Authorities are not allowed to "
                    "remove you from the country during it."
                )
            )
        )
    if period.is_over_limit or state == "between":
        said.append(voice.words(C_("Ask a lawyer about these days now.")))
    return said


def _ended(voice: Voice, subject: Subject, period: ReflectionPeriod) -> Words:
    if period.interrupted and period.interrupted <= subject.today:
        return voice.words(
            C_("It was interrupted on {day}. It does not cover you now."),
            day=voice.day(period.interrupted),
        )
    return voice.words(C_("The reflection period does not cover you now."))


def permit(voice: Voice, subject: Subject) -> tuple[Entry, ...]:
    """S16 to S19, and to apply in time (W4). Left out for those whom it cannot concern (D10)."""
    line = subject.plan(voice.language)["PERMIT"]
    if line.status == "no":
        return ()
    said: list[Words] = []
    if line.status == "ask":
        said.append(voice.words(C_("This is for you if you are a foreign national.")))
    if not subject.is_witness:
        said.append(
            voice.words(
                C_(
                    "Victims of trafficking can apply for a residence permit, for example because "
                    "they have fallen victim to human trafficking."
                )
            )
        )
    said.append(
        voice.words(
            C_("The system does not decide on permits. The Finnish Immigration Service decides.")
        )
    )
    said += _in_time(voice, subject)
    return (Entry(voice.words(C_("Residence permit")), tuple(Text(words) for words in said)),)


def _in_time(voice: Voice, subject: Subject) -> list[Words]:
    period = subject.reflection
    if period is None or period.state(subject.today) != "running":
        return []
    return [
        voice.words(
            C_(
                "If you want to apply, do it while the reflection period runs. Talk to a lawyer "
                "before {day}."
            ),
            day=voice.day(period.last_day),
        )
    ]
