"""What is written at each step of a proposal: that a paper was made, and that it was sent."""

from datetime import date

from assistance_desktop.cases.admission import Status, become
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.consent import ASSISTANCE_SYSTEM, Release
from assistance_desktop.cases.telling import TOLD, Ground, Telling, written
from assistance_desktop.documents.order import Kind
from assistance_desktop.guidance.content import Pack
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import _
from assistance_desktop.storage import deeds
from assistance_desktop.storage.deeds import Deed
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.proposal.draft import RECORD
from assistance_desktop.ui.session import HELSINKI, Session


def print_edits(record: str, language: str, to: str, on: date) -> list[Edit]:
    """That the proposal was printed or saved; never its text."""
    fields = {
        "kind": Kind.PROPOSAL.value,
        "language": language,
        "to": to,
        "on": on.isoformat(),
    }
    return [Edit(record, field, value) for field, value in fields.items()]


def print_deed(case_id: str, language: str, *, as_file: bool) -> Deed:
    """The same for the activity log."""
    return deeds.left(Kind.PROPOSAL.value, language, case_id, as_file=as_file)


def sent_edits(allowed: Release, customer: str, way: str, session: Session) -> list[Edit]:
    """That it was sent: the status of the customer, its day, and the disclosure log.

    `customer` is the path of the question that holds the status.
    """
    consent = allowed.consent.record if allowed.consent is not None else ""
    telling = Telling(
        record=f"{TOLD}/{session.new_id()}",
        recipient=ASSISTANCE_SYSTEM,
        purpose=_("A proposal"),
        what=tuple(sorted(allowed.topics)),
        on=allowed.day,
        at=session.clock().astimezone(HELSINKI).strftime("%H:%M"),
        how=way,
        ground=Ground.CONSENT,
        consent=consent,
        by=session.author.name,
    )
    fields = [*become(customer, Status.PROPOSED, allowed.day), *written(telling)]
    return [*(Edit(*one) for one in fields), Edit(RECORD, "sent_how", way)]


def sent_deed(case_id: str) -> Deed:
    """The same for the activity log."""
    return deeds.told(case_id, ASSISTANCE_SYSTEM, Ground.CONSENT.value)


def needs_words(case: Case, pack: Pack, language: str) -> str:
    """The services that the person accepted, in the language of the form; "" when none."""
    names = [
        in_language(service.name, language)
        for code, service in pack.services.items()
        if case.text(f"plan/{code}", "decision") == "accepts"
    ]
    return f"{', '.join(names)}." if names else ""


def day_of(case: Case, field: str) -> date | None:
    """A day of the proposal's record, None when it is not written."""
    try:
        return date.fromisoformat(case.text(RECORD, field))
    except ValueError:
        return None
