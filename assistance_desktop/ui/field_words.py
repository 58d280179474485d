"""The fields that no questionnaire asked for, in words."""

from assistance_desktop.i18n import N_, _

_FIELDS = {
    "pseudonym": N_("What we call the person"),
    "number": N_("Case number"),
    "worker": N_("Worker"),
    "stage": N_("Stage of the case"),
    "threat": N_("Serious threat"),
    "opened_on": N_("First meeting"),
    "form": N_("Questionnaire"),
    "decision": N_("What the client chose"),
    "next_step": N_("Next step"),
    "due": N_("Due day"),
    "state": N_("State"),
    "organiser": N_("Organiser"),
    "person": N_("Who takes care of it"),
    "outcome": N_("What came of it"),
    "note": N_("Note"),
    "recipient": N_("Who may be told"),
    "given_on": N_("Day of the answer"),
    "until": N_("Until when"),
    "how": N_("How it was said"),
    "language": N_("In which language"),
    "text": N_("Note"),
    "removed": N_("Taken away"),
    "begun_on": N_("Questionnaire begun on"),
    "finished_on": N_("Questionnaire finished on"),
    "place": N_("Where the interview stopped"),
}


def field_words(record: str, field: str) -> str:
    """A field that no question asked, in words; with the service when it is one's."""
    words = _(_FIELDS[field]) if field in _FIELDS else field
    kind, _slash, which = record.partition("/")
    return f"{which.capitalize()}: {words}" if kind == "plan" else words
