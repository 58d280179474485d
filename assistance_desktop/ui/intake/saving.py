"""The line in the foot that always says whether what was typed is kept."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.ui.keeper import Keeper
from assistance_desktop.ui.kit.save_line import SaveLine


class Saving(QObject):
    """Tells in the save line what a keeper has kept; Try again writes what waits."""

    def __init__(
        self, keeper: Keeper, line: SaveLine, clock: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._keeper, self._line, self._clock = keeper, line, clock
        self._saved_at = clock()
        line.acted.connect(keeper.flush)
        keeper.saved.connect(self._on_saved)
        keeper.failed.connect(self._on_failed)
        self._timer = QTimer(self, interval=5000)
        self._timer.timeout.connect(self._show)
        self._timer.start()

    def begin(self, *, is_trial: bool) -> None:
        """Say how it stands with what comes now: nothing of a trial is kept."""
        if is_trial:
            self._timer.stop()
            self._line.show_words(_("Nothing of this is saved."))
        else:
            self._timer.start()
            self._saved_at = self._clock()
            self._show()

    def _show(self) -> None:
        if self._keeper.is_settled:
            passed = self._clock() - self._saved_at
            self._line.show_saved(max(0, int(passed.total_seconds())))

    def _on_saved(self) -> None:
        self._saved_at = self._clock()
        self._line.show_saved(0)

    def _on_failed(self, why: AppError) -> None:
        lead = _("Not saved yet.")  # not inside the f-string: extraction would miss it
        self._line.show_failed(f"{lead} {why.problem} {why.hint}".strip())
