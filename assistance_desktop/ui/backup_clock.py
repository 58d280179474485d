"""Backups that are made by themselves: every day at a time, and when a known stick is put in.

Only while the notes are open, and once after unlocking when the time went by meanwhile. Looking
for sticks happens beside the window; nothing is ever asked of a person.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from assistance_desktop.storage import backup_plan
from assistance_desktop.storage.backup_plan import Place, Plan
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui import volumes
from assistance_desktop.ui.backing_up import BackingUp, Order
from assistance_desktop.ui.session import HELSINKI, Session

LOOK_MS = 10_000
"""How often is looked for sticks and at the clock."""


@dataclass(frozen=True, slots=True)
class Here:
    """What a look found: the plan, where its places are now, since when the daily one is due."""

    plan: Plan
    places: tuple[tuple[Place, Path], ...]
    due: datetime | None


class BackupClock(QObject):
    """Looks now and then; `look` looks at once."""

    def __init__(
        self, session: Session, backing_up: BackingUp, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._backing_up = session, backing_up
        self._seen: set[str] | None = None
        self._tried: datetime | None = None
        self._looking = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        session.closing.connect(self._timer.stop)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """See which places are there, and begin what is due."""
        if self._looking or self._backing_up.is_running:
            return
        self._looking = True
        vault_id = self._session.vault.id
        now = self._session.clock().astimezone(HELSINKI)

        def find(connection: Connection) -> Here:
            plan = backup_plan.read(connection)
            mounted = volumes.mounted() if plan.places else []
            found = ((each, volumes.find(each, vault_id, mounted)) for each in plan.places)
            here = tuple((each, path) for each, path in found if path is not None)
            last = backup_plan.read_daily(connection)
            return Here(plan, here, backup_plan.due_since(plan, last, now))

        self._session.compute(find, self, self._on_found, lambda _refusal: self._rest())

    def _rest(self) -> None:
        self._looking = False

    def _on_found(self, here: Here) -> None:
        self._rest()
        present = {place.path for place, _path in here.places}
        before, self._seen = self._seen, present
        come = present - before if before is not None else set[str]()
        order = self._due(here) or self._put_in(here, come)
        if order is not None:
            self._backing_up.start(order)

    def _due(self, here: Here) -> Order | None:
        """The one of every day, tried once for each time: a disk that fails is told of once."""
        if here.due is None or self._tried == here.due:
            return None
        for place, path in here.places:
            if place.path == here.plan.daily_place:
                self._tried = here.due
                return Order(place.path, path, by_itself=True)
        return None

    def _put_in(self, here: Here, come: set[str]) -> Order | None:
        for place, path in here.places:
            if here.plan.with_stick and place.path in come and place.volume:
                return Order(place.path, path, by_itself=True)
        return None
