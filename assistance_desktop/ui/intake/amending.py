"""Putting another value in the place of an answer, from outside the interview.

It goes through the filling, so that what hangs on the answer, such as consent, follows it.
"""

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Answer
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.session import Session


def amend(
    session: Session, content: Content, case: Case, record: str, path: str, value: Answer
) -> list[Edit]:
    """What has to be written. Raises AppError when the question cannot be answered now."""
    pen = Pen(session.author, session.clock, session.new_id)
    return Filling(case, content, pen, record).answer(path, value)
