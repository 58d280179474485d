"""What two desks wrote differently outside the questionnaires: the plan, consents, the case."""

from assistance_desktop.cases.case import Case, Conflict
from assistance_desktop.i18n import _
from assistance_desktop.ui.case_view import wording
from assistance_desktop.ui.case_view.filled import Filled
from assistance_desktop.ui.case_view.questions import OTHER, Answered, Section
from assistance_desktop.ui.content import Content

DIFFERING = "differing"
"""Stands where the record of a questionnaire would."""


def read(case: Case, content: Content) -> Filled | None:
    """Every such field with its values, as if it were a section; None when there is none."""
    items = tuple(
        _item(case, content, conflict)
        for conflict in case.conflicts()
        if not conflict.field.startswith("/")
    )
    if not items:
        return None
    title = _("Differs between desks")
    return Filled(DIFFERING, title, "", None, (Section("", title, items),), None, is_lacking=False)


def place(record: str, field: str) -> str:
    """What stands where the path of a question would."""
    return f"{record} {field}"


def _item(case: Case, content: Content, conflict: Conflict) -> Answered:
    record, field, heads = conflict.record, conflict.field, conflict.heads
    title, words = wording.describe(case, content, record, field, heads[-1].value)
    return Answered(
        path=place(record, field),
        record=record,
        field=field,
        question=title,
        answer=words,
        state="answered",
        heads=heads,
        versions=sum(c.record == record and c.field == field for c in case.changes),
        kept=OTHER,
    )
