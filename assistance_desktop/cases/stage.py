"""How far a case is: from the intake to a plan that was agreed, to its end."""

from assistance_desktop.cases.case import CASE, Case

INTAKE_OPEN = "intake"
PLAN = "plan"
AGREED = "agreed"


def stage(case: Case) -> str:
    """The stage on record; a plan is agreed once the client chose anything in it."""
    found = case.text(CASE, "stage") or INTAKE_OPEN
    if found == PLAN and any(case.text(record, "decision") for record in case.records("plan")):
        return AGREED
    return found
