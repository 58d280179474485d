"""From the list of backups to what came back: look into one, ask for its secret, join it.

Nothing is changed before a person has seen what would come, and before today's state is backed
up.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from assistance_desktop.errors import AppError
from assistance_desktop.storage.backup_shelf import Written
from assistance_desktop.sync import desk as desks
from assistance_desktop.ui.backing_up import BackingUp, Order
from assistance_desktop.ui.backup import looking
from assistance_desktop.ui.backup.looking import Closed, Looked
from assistance_desktop.ui.backup.restore_card import RestoreCard
from assistance_desktop.ui.backup.standing import Kept
from assistance_desktop.ui.session import Session


class Restoring(QObject):
    """Answers to a `card`. `looked` tells that a backup was looked into.

    `restored` carries the Look of one that was brought back, `failed` an AppError that kept one
    from it. `usual` says where today's state goes before.
    """

    looked = Signal()
    restored = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        backing_up: BackingUp,
        card: RestoreCard,
        usual: Callable[[], Order],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._backing_up, self._card = session, backing_up, card
        self._usual = usual
        self._chosen: Kept | None = None
        self._looked: Looked | None = None
        card.chosen.connect(self.look_into)
        card.unlock_asked.connect(self._on_secret)
        card.bring_asked.connect(self.bring_back)
        session.closing.connect(card.show_nothing)

    def show_kept(self, kept: Sequence[Kept]) -> None:
        """Show which backups there are; what was looked into is forgotten."""
        self._chosen = self._looked = None
        self._card.show_kept(kept, self._session.today)

    def look_into(self, kept: Kept, secret: str = "") -> None:
        """Look into a backup; nothing is changed."""
        self._chosen, self._looked = kept, None
        opened = self._session.vault
        self._card.show_looking()
        self._session.compute(
            lambda connection: looking.look_into(connection, opened, kept.path, secret),
            self,
            lambda found: self._on_looked(kept, found),
            lambda refusal: self._on_not_looked(kept, refusal),
        )

    def bring_back(self) -> None:
        """Back up today's state, then join what was looked at."""
        looked = self._looked
        if looked is None:
            return

        def join(_made: Written) -> None:
            self._join(looked)

        if self._backing_up.start(self._usual(), join):
            self._card.bring.setEnabled(False)

    def offer_again(self) -> None:
        """What kept it from coming back is over: it may be tried once more."""
        self._card.bring.setEnabled(self._looked is not None and not self._looked.look.is_nothing)

    def _join(self, looked: Looked) -> None:
        self._chosen = self._looked = None
        self._card.bring.setEnabled(False)
        opened, author, at = self._session.vault, self._session.author, self._session.clock()

        def tell(_new: int) -> None:
            self._card.show_nothing()
            self.restored.emit(looked.look)

        self._session.write(
            lambda connection: looking.bring_back(connection, opened, looked.source, author, at),
            self,
            tell,
            self.failed.emit,
        )

    def _on_looked(self, kept: Kept, found: Looked | Closed) -> None:
        if kept is not self._chosen:
            return
        if isinstance(found, Closed):
            self._card.ask_secret(found.why)
        else:
            self._looked = found
            in_organisation = desks.read(self._session.reader).roster is not None
            self._card.show_look(found.look, in_organisation=in_organisation)
        self.looked.emit()

    def _on_not_looked(self, kept: Kept, refusal: AppError) -> None:
        if kept is self._chosen:
            self._card.show_refusal(refusal.problem, refusal.hint)
            self.looked.emit()

    def _on_secret(self, secret: str) -> None:
        if self._chosen is not None and secret:
            self.look_into(self._chosen, secret)
