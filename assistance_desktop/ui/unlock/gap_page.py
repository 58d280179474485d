# ruff: noqa: D102 - Qt documents the methods that it calls
"""A vault that lacks something waits here until a person has decided; see `GapView`.

The vault is unlocked and nothing of it is shown. Whoever leaves before deciding leaves it as it
was found, and locked.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage.vault import Vault
from assistance_desktop.sync import desk as desks
from assistance_desktop.ui import opening
from assistance_desktop.ui.session import HELSINKI, Jobs, now
from assistance_desktop.ui.unlock import gap_backup
from assistance_desktop.ui.unlock.gap_backup import Helpful
from assistance_desktop.ui.unlock.gap_view import GapView, GapWay, Offer


class GapPage(QWidget):
    """Shows what a vault lacks. `accepted` gives the vault and the GapWay.

    `refused` tells that the notes stay locked; `looked` that the backups at hand were looked
    into, and `backup` is the one that helps most. `language_chosen` and `hide_asked` as elsewhere.
    """

    accepted = Signal(object, object)
    looked = Signal()
    refused = Signal()
    hide_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, opened: Vault, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault: Vault | None = opened
        self._gap = opened.gap
        self._jobs = jobs
        self._offers = _offers(opened)
        self.backup: Path | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._show()
        if opened.gap.missing:
            jobs.start(
                lambda: gap_backup.find(opened), self, self._on_backup_found, lambda _refusal: None
            )

    @property
    def holds_open(self) -> bool:
        """Whether the vault waits here, unlocked."""
        return self._vault is not None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self._leave()
        return super().event(event)

    def _leave(self) -> None:
        opened, self._vault = self._vault, None
        if opened is not None:
            opened.close()

    def _show(self) -> None:
        self.view = GapView(self._gap, self._offers)
        self.view.chosen.connect(self._on_chosen)
        self.view.refused.connect(self._on_refused)
        self.view.hide_asked.connect(self.hide_asked)
        self.view.language_chosen.connect(self._on_language_chosen)
        self._whole.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.setFocus()

    def _show_again(self) -> None:
        self.view.hide()
        self.view.deleteLater()
        self._show()

    def _on_backup_found(self, found: Helpful | None) -> None:
        """Offer it first, unless somebody has chosen meanwhile."""
        self.looked.emit()
        if found is not None and self._vault is not None and self.view.isEnabled():
            self.backup = found.path
            self._offers.insert(0, _backup_offer(found, self._gap.missing))
            self._show_again()

    def _on_language_chosen(self, code: str) -> None:
        i18n.use_language(code)
        self._show_again()
        self.language_chosen.emit(code)

    def _on_refused(self) -> None:
        self._leave()
        self.refused.emit()

    def _on_chosen(self, way: GapWay) -> None:
        opened = self._vault
        if opened is None:
            return
        self.view.setEnabled(False)
        self._jobs.start(
            lambda: opening.accept(opened, now),
            self,
            lambda accepted: self._hand_over(accepted, way),
            self._on_failed,
        )

    def _hand_over(self, opened: Vault, way: GapWay) -> None:
        self._vault = None
        self.accepted.emit(opened, way)

    def _on_failed(self, refusal: AppError) -> None:
        self.view.setEnabled(True)
        self.view.show_error(refusal)


def _backup_offer(found: Helpful, missing: int) -> Offer:
    at = found.at.astimezone(HELSINKI)
    detail = _(
        "{day}, {time}, on {place}. You see what comes back before anything is changed"
    ).format(
        day=i18n.show_date(at.date(), style="long"), time=i18n.show_time(at), place=found.place
    )
    has = min(found.changes, missing)
    if has == missing:
        chip = ngettext("Has all {count}", "Has all {count}", missing).format(count=missing)
    else:
        chip = _("Has {some} of {count}").format(some=has, count=missing)
    return Offer(GapWay.BACKUP, detail, chip)


def _offers(opened: Vault) -> list[Offer]:
    """The ways on that this vault has."""
    offers: list[Offer] = []
    connection = opened.connect(read_only=True)
    office = desks.read(connection).office
    connection.close()
    gap = opened.gap
    if office is not None and gap.missing:
        chip = ngettext("Had {sent} of {count}", "Had {sent} of {count}", gap.missing)
        offers.append(
            Offer(
                GapWay.OFFICE,
                _("With the next exchange {office} sends back what it holds").format(
                    office=office.label
                ),
                chip.format(sent=gap.sent, count=gap.missing),
                helps=gap.sent > 0,
            )
        )
    later = (
        _("The gap stays marked in the cases. You can mend it later in Settings, Backup")
        if gap.missing
        else _("What was found stands in the activity log")
    )
    offers.append(Offer(GapWay.ANYWAY, later))
    return offers
