"""Whether a serious threat stands in a case: while any desk says so, it does."""

from assistance_desktop.cases import threat
from assistance_desktop.cases.case import CASE, Case


def stands(case: Case) -> bool:
    """The safer reading: one desk that says so, or a threat that nobody has settled."""
    said = any(head.value is True for head in case.heads(CASE, "threat"))
    return said or threat.standing(case) is not None
