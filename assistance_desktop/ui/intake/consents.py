"""What an answer about consent means for the consents on record.

The answer is what was said when asked; the consent is what holds until it is withdrawn, here or
elsewhere. The names of the questions are fixed in the pack's intake form.
"""

from collections.abc import Iterator
from datetime import date

from assistance_desktop.cases.changes import Answer, Unanswered
from assistance_desktop.cases.consent import ASSISTANCE_SYSTEM, OFFICE
from assistance_desktop.storage.editing import Edit

RECIPIENTS = {"consent_office": OFFICE, "proposal_consent": ASSISTANCE_SYSTEM}
"""Which question is about telling whom."""

_MANNER = {"consent_how": "how", "consent_language": "language"}
_STATES = {
    "agrees": "given",
    "given": "given",
    "does_not": "refused",
    "refused": "refused",
    "withdrawn": "withdrawn",
}


def edits_for(question: str, value: Answer, today: date) -> Iterator[Edit]:
    """What an answer changes in the consents; nothing for other questions."""
    if question in RECIPIENTS:
        recipient = RECIPIENTS[question]
        record = f"consent/{recipient}"
        yield Edit(record, "recipient", recipient)
        yield Edit(record, "state", _state(value))
        yield Edit(record, "given_on", today.isoformat())
        if _state(value) == "withdrawn":
            yield Edit(record, "withdrawn_on", today.isoformat())
    elif question in _MANNER:
        for recipient in RECIPIENTS.values():
            yield Edit(f"consent/{recipient}", _MANNER[question], value)


def _state(value: Answer) -> str:
    if isinstance(value, str):
        return _STATES.get(value, "not_asked")
    return "refused" if value is Unanswered.REFUSED else "not_asked"
