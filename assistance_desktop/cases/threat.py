"""Serious threats: raised, told to whom the law names, or judged not to be one.

A threat stands until the police step is recorded or a person has said, with a reason, that it is
none. The record outlives the answers that raised it (S39, S40; facts.md D20).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Answer

THREAT = "threat"
"""The kind of record."""

HEARD = "heard"
NOT_SAFE = "not_safe"


@dataclass(frozen=True, slots=True)
class Threat:
    """One threat. Moments are `2026-11-24T10:24` on Finland's clocks, "" while not done."""

    record: str
    raised_at: str
    raised_by: str
    against: str
    target: str
    what: str
    """What is threatened, in one sentence; the only words that are told."""
    source: str
    called_112_at: str
    client_told: str
    """HEARD, NOT_SAFE or "" while nobody has said."""
    office_told_at: str
    police_told_at: str
    decided_by: str
    not_serious_at: str
    not_serious_reason: str

    @property
    def is_judged(self) -> bool:
        """Whether a person said, with a reason, that it is no serious threat."""
        return bool(self.not_serious_at and self.not_serious_reason)

    @property
    def is_settled(self) -> bool:
        """Whether what the law asks for is done, or it is none."""
        return bool(self.police_told_at) or self.is_judged


def threats(case: Case) -> tuple[Threat, ...]:
    """Every threat that was raised, as raised."""
    return tuple(threat(case, record) for record in case.records(THREAT))


def threat(case: Case, record: str) -> Threat:
    """The threat in a record.

    Where two desks differ on whether it is none, it still is one: the safer value holds.
    """
    fields = (
        "raised_at", "raised_by", "against", "target", "what", "source", "called_112_at",
        "client_told", "office_told_at", "police_told_at", "decided_by", "not_serious_reason",
    )  # fmt: skip
    judged = [head.value for head in case.heads(record, "not_serious_at")]
    agreed = all(value == judged[0] for value in judged)
    at = case.text(record, "not_serious_at") if agreed else ""
    return Threat(
        record=record,
        not_serious_at=at,
        **{field: case.text(record, field) for field in fields},
    )


def standing(case: Case) -> Threat | None:
    """The threat that somebody must still see to; the last one raised, if there are several."""
    return next((one for one in reversed(threats(case)) if not one.is_settled), None)


def raise_again(case: Case, answers: Mapping[str, Answer]) -> bool:
    """Whether answers that say "serious" raise a new threat.

    Not while one stands; and not when the last one is settled and about the same.
    """
    if standing(case) is not None:
        return False
    found = threats(case)
    same = found and all(getattr(found[-1], name) == _text(answers[name]) for name in answers)
    return not same


def _text(value: Answer) -> str:
    return value if isinstance(value, str) else ""
