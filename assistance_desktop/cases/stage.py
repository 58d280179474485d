"""How far a case is: from the intake to a plan that was agreed, to its end."""

from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.life import is_closed

INTAKE_OPEN = "intake"
PLAN = "plan"
AGREED = "agreed"
CLOSED = "closed"


def stage(case: Case) -> str:
    """Closed, or the stage on record; a plan is agreed once the client chose anything in it."""
    return CLOSED if is_closed(case) else reached(case)


def reached(case: Case) -> str:
    """How far the case came, whether it is closed or not."""
    found = case.text(CASE, "stage") or INTAKE_OPEN
    if found == PLAN and any(case.text(record, "decision") for record in case.records("plan")):
        return AGREED
    return found
