"""Makes papers beside the window, one at a time; only the newest choice counts.

The setting of type keeps fonts between papers, so two are never made at once.
"""

from PySide6.QtCore import QObject, Signal

from assistance_desktop.errors import AppError
from assistance_desktop.storage import case_store
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.paper import choices as papers
from assistance_desktop.ui.paper.choices import Choices, Paper
from assistance_desktop.ui.session import Session


class Maker(QObject):
    """`made` carries a `Paper` for the newest choices, `failed` the AppError instead of one."""

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, content: Content, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._content = content
        self._wanted: tuple[str, Choices] | None = None
        self._at_work = False

    @property
    def at_work(self) -> bool:
        """Whether a paper is on its way."""
        return self._wanted is not None

    def want(self, case_id: str, choices: Choices) -> None:
        """Make this paper; what was wanted before is not wanted any more."""
        self._wanted = (case_id, choices)
        if not self._at_work:
            self._start(case_id, choices)

    def drop(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = None

    def _start(self, case_id: str, choices: Choices) -> None:
        self._at_work = True
        asked, content, today = (case_id, choices), self._content, self._session.today

        def make(connection: Connection) -> Paper:
            return papers.make(case_store.load(connection, case_id), choices, content, today)

        def come(paper: Paper) -> None:
            if self._is_newest(asked):
                self.made.emit(paper)

        def fail(refusal: AppError) -> None:
            if self._is_newest(asked):
                self.failed.emit(refusal)

        self._session.compute(make, self, come, fail)

    def _is_newest(self, asked: tuple[str, Choices]) -> bool:
        """Whether what came is what is wanted; if not, start on that."""
        self._at_work = False
        if self._wanted is None:
            return False
        if self._wanted is asked or self._wanted == asked:
            self._wanted = None
            return True
        self._start(*self._wanted)
        return False
