"""For emergencies: the office's spare key, closing for a journey, and erasing everything here.

What cannot be undone asks first, names its effect, and the safe answer has the focus.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop import i18n
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage import activity, case_store, leaving
from assistance_desktop.storage.deeds import Deed
from assistance_desktop.storage.deeds import Kind as Done
from assistance_desktop.storage.keyslots import Kind
from assistance_desktop.storage.opened import today
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync import escrow, exchange
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.dialog import Dialog
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.switch import TickBox
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import Session
from assistance_desktop.ui.settings.rows import add_rows, setting


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether there is an office, and what of this desk it does not hold."""

    office: str
    going: int
    kept_back: int


class LeavingCard(Card):
    """Three rows, each with its deed.

    `lock_wanted` tells that the notes were closed for a journey, `erase_wanted` that all of this
    vault must go, `shown` that what stands here was read.
    """

    lock_wanted = Signal()
    erase_wanted = Signal()
    shown = Signal()

    def __init__(
        self,
        session: Session,
        notices: Notices,
        hide: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("For emergencies"), icon="lifebuoy", icon_colour="text", padded=False, parent=parent
        )
        self._session, self._notices, self._hide = session, notices, hide
        self.dialog: Dialog | None = None
        self.standing = Standing("", 0, 0)
        self.spare = Button(_("Give one"))
        self.spare.setAccessibleName(_("Give the office a spare key"))
        self.journey = Button(_("Close"))
        self.journey.setAccessibleName(_("Close the notes for a journey"))
        self.erase = Button(_("Erase"), "caution")
        self.erase.setAccessibleName(_("Erase all notes on this computer"))
        self._spare_line = Words("", "small", "text_2")
        self._journey_line = Words("", "small", "text_2")
        lost = _("At once and for ever. Backups and the office keep what they have")
        add_rows(
            self,
            setting(_("Spare key at the office"), self._spare_line, self.spare),
            setting(_("Before a journey"), self._journey_line, self.journey),
            setting(_("Erase these notes"), lost, self.erase),
        )
        self.spare.clicked.connect(self._on_spare_clicked)
        self.journey.clicked.connect(self._on_journey_clicked)
        self.erase.clicked.connect(self._on_erase_clicked)
        session.closing.connect(self._on_closing)

    def refresh(self) -> None:
        """Say how it stands now."""
        day = self._session.today
        self._session.compute(
            lambda connection: _read(connection, day), self, self._show, self._notices.refuse
        )

    def _show(self, standing: Standing) -> None:
        self.standing = standing
        given = self._session.vault.keyslots.of(Kind.ESCROW)
        self.spare.say(_("Give a new one") if given else _("Give one"))
        self.spare.setEnabled(bool(standing.office))
        self.journey.setEnabled(given is not None)
        if given is not None:
            line = _("Sealed for {office}, given on {day}").format(
                office=given["label"], day=_day(str(given["made"]))
            )
        elif standing.office:
            line = _("If you forget the passphrase, {office} can open your notes again").format(
                office=standing.office
            )
        else:
            line = _("This computer belongs to no office yet")
        self._spare_line.say(line)
        self._journey_line.say(
            _("Only the office can open them again")
            if given
            else _("Needs a spare key at the office first")
        )
        self.shown.emit()

    def _on_spare_clicked(self) -> None:
        self._notices.clear()
        opened, author, at = self._session.vault, self._session.author, self._session.clock()

        def give(connection: Connection) -> None:
            office = desks.read(connection).office
            if office is None:
                raise desks.AloneError(
                    _("This computer belongs to no office yet."), _("Join one under Devices.")
                )
            opened.put_slot(lambda key, vault_id: escrow.slot(key, vault_id, office, today()))
            activity.note(connection, Deed(Done.ESCROW_GIVEN), author, at)

        def tell(_nothing: None) -> None:
            title = _("The office has a spare key now.")
            text = _(
                "It lies in your own key file, sealed. Only the office can open it, asked by you."
            )
            self._notices.say(title, text)
            self.refresh()

        self._session.write(give, self, tell, self._notices.refuse, about=None)

    def _on_journey_clicked(self) -> None:
        self._notices.clear()
        if self.standing.going:
            count = self.standing.going
            said = ngettext(
                "{count} change is not at the office yet.",
                "{count} changes are not at the office yet.",
                count,
            ).format(count=i18n.show_number(count))
            hint = _(
                "Send it under Sync first, and read the office’s answer. Then close the notes."
            )
            self._notices.say(said, hint, "amber")
            return
        text = _(
            "Passphrase, recovery sheet and keyring stop working now. "
            "When you are back you ask your office for the key; it opens them with you."
        )
        if self.standing.kept_back:
            count = self.standing.kept_back
            text += " " + ngettext(
                "{count} case is not at the office: nobody agreed to that. It waits here.",
                "{count} cases are not at the office: nobody agreed to that. They wait here.",
                count,
            ).format(count=i18n.show_number(count))
        title = _("Close these notes for a journey?")
        self._ask(title, text, _("Close and lock"), _("Keep them open"), self._close_for_journey)

    def _close_for_journey(self) -> None:
        opened, author, at = self._session.vault, self._session.author, self._session.clock()

        def close(connection: Connection) -> None:
            activity.note(connection, Deed(Done.CLOSED_FOR_JOURNEY), author, at)
            leaving.close_for_journey(opened)

        self._session.write(
            close, self, lambda _nothing: self.lock_wanted.emit(), self._notices.refuse, about=None
        )

    def _on_erase_clicked(self) -> None:
        self._notices.clear()
        waiting = case_store.count_unsealed(self._session.reader)
        text = _(
            "The keys go first, then the files. Neither passphrase nor sheet opens them again, "
            "and nobody can bring them back."
        )
        if waiting:
            text += " " + ngettext(
                "{count} case holds changes that are in no bundle yet. They are lost.",
                "{count} cases hold changes that are in no bundle yet. They are lost.",
                waiting,
            ).format(count=i18n.show_number(waiting))
        dialog = self._ask(
            _("Erase all notes on this computer?"), text, _("Erase"), _("Keep them"), self._erase
        )
        tick = TickBox(_("I want to erase everything here"))
        tick.toggled.connect(dialog.set_ready)
        dialog.body.addWidget(tick)
        dialog.set_ready(False)

    def _erase(self) -> None:
        self.erase_wanted.emit()

    def _ask(self, title: str, text: str, act: str, keep: str, then: Callable[[], None]) -> Dialog:
        dialog = Dialog(self.window(), title, text, act=act, keep=keep)
        dialog.agreed.connect(self._on_answered)
        dialog.kept.connect(self._on_answered)
        dialog.agreed.connect(then)
        dialog.hide_asked.connect(self._hide)
        self.dialog = dialog
        dialog.open_now()
        return dialog

    def _on_answered(self) -> None:
        self.dialog = None

    def _on_closing(self) -> None:
        if self.dialog is not None:
            self.dialog.close_at_once()
            self.dialog = None


def _read(connection: Connection, day: date) -> Standing:
    desk = desks.read(connection)
    if desk.office is None:
        return Standing("", 0, 0)
    found = exchange.waiting(connection, desk, desk.office, day)
    return Standing(desk.office.label, len(found.going), len(found.kept_back))


def _day(iso: str) -> str:
    try:
        return i18n.show_date(date.fromisoformat(iso), style="long")
    except ValueError:
        return iso
