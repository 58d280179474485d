"""Makes the proposal beside the window; only the newest draft counts."""

from PySide6.QtCore import QObject, Signal

from assistance_desktop.errors import AppError
from assistance_desktop.storage import case_store
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.proposal import draft as drafts
from assistance_desktop.ui.proposal.draft import Draft
from assistance_desktop.ui.session import Session


class Drafting(QObject):
    """`made` carries the bytes of the newest draft, `failed` the AppError instead of them."""

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, content: Content, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._content = session, content
        self._wanted: tuple[str, Draft] | None = None
        self._at_work = False

    def want(self, case_id: str, draft: Draft) -> None:
        """Make this one; what was wanted before is not wanted any more."""
        self._wanted = (case_id, draft)
        if not self._at_work:
            self._start(case_id, draft)

    def drop(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = None

    def _start(self, case_id: str, draft: Draft) -> None:
        self._at_work = True
        asked, content, today = (case_id, draft), self._content, self._session.today

        def make(connection: Connection) -> bytes:
            return drafts.make(case_store.load(connection, case_id), draft, content, today)

        def come(pdf: bytes) -> None:
            if self._is_newest(asked):
                self.made.emit(pdf)

        def fail(refusal: AppError) -> None:
            if self._is_newest(asked):
                self.failed.emit(refusal)

        self._session.compute(make, self, come, fail)

    def _is_newest(self, asked: tuple[str, Draft]) -> bool:
        self._at_work = False
        wanted = self._wanted
        if wanted is None or wanted == asked:
            self._wanted = None
            return wanted is not None
        self._start(*wanted)
        return False
