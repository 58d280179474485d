"""Taking a file out of the documents of a case, with a way back; the history keeps it."""

from PySide6.QtWidgets import QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.session import Session


def take_out(host: QWidget, session: Session, case_id: str, record: str) -> None:
    """Take a document out of the list; the toast brings it back."""

    def refuse(refusal: AppError) -> None:
        Toast(host, refusal.problem, icon="alert").appear()

    def bring_back() -> None:
        session.edit(case_id, [Edit(record, "removed", False)], host, lambda _made: None, refuse)

    def tell(_made: object) -> None:
        words = _("Taken out of the list. It is kept until the case is erased.")
        toast = Toast(host, words, _("Undo"))
        toast.acted.connect(bring_back)
        toast.appear()

    session.edit(case_id, [Edit(record, "removed", True)], host, tell, refuse)
