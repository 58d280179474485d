"""The list of backups, what a look into the chosen one found, and the button that joins it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.i18n import _
from assistance_desktop.storage.restore import Look
from assistance_desktop.ui import phrases
from assistance_desktop.ui.backup import wording
from assistance_desktop.ui.backup.backup_row import BackupRow
from assistance_desktop.ui.backup.standing import Kept
from assistance_desktop.ui.kit.band import Band
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.passphrase_field import PassphraseField
from assistance_desktop.ui.kit.scroll import Scroll, empty
from assistance_desktop.ui.kit.words import Words


class RestoreCard(Card):
    """`chosen` tells a Kept, `unlock_asked` a passphrase or the signs of a sheet.

    `bring_asked` tells that what was looked at should come back, `elsewhere_asked` that backups
    lie in another place.
    """

    chosen = Signal(object)
    unlock_asked = Signal(str)
    bring_asked = Signal()
    elsewhere_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Restore"), padded=False, parent=parent)
        self.elsewhere = Button(_("From another place"), "quiet", icon="download")
        self.elsewhere.clicked.connect(self.elsewhere_asked)
        self.header.addWidget(self.elsewhere)
        self.rows: list[BackupRow] = []
        self._scroll = Scroll(_("Backups that are here"), least=360)
        self.body.addWidget(self._scroll, 1)
        self._list, self._found = QVBoxLayout(), QVBoxLayout()
        self._list.setSpacing(0)
        self._scroll.body.addLayout(self._list)
        self._band = Band("window")
        inside = QVBoxLayout(self._band)
        inside.setContentsMargins(16, 14, 16, 20)
        inside.addLayout(self._found)
        self._scroll.body.addWidget(self._band)
        self._scroll.body.addStretch(1)
        self.bring = Button(_("Bring it back"), size="large")
        self.bring.clicked.connect(self.bring_asked)
        self.passphrase = PassphraseField(_("Its passphrase, or the signs of its sheet"))
        self.passphrase.entered.connect(self._on_secret)
        self._make_foot()
        self.show_nothing()

    def show_kept(self, kept: Sequence[Kept], today: date) -> None:
        """Show the backups; none is chosen."""
        empty(self._list)
        self.rows = []
        self.show_nothing()
        for n, each in enumerate(kept):
            row = _row(each, today, first=not n)
            row.clicked.connect(lambda _on=False, each=each: self.chosen.emit(each))
            self._list.addWidget(row)
            self.rows.append(row)
        if not kept:
            column = QVBoxLayout()
            column.setContentsMargins(16, 14, 16, 14)
            said = _("No backup is here now. Put a stick in, or choose another place.")
            column.addWidget(Words(said, tone="text_2"))
            self._list.addLayout(column)

    def show_nothing(self) -> None:
        """Nothing was looked into."""
        self._clear_found()
        self._band.hide()
        self._offer("")

    def show_looking(self) -> None:
        """The chosen one is being read."""
        self._say("eye", _("Looking into it"), _("All of it is read. Nothing is changed."))

    def ask_secret(self, refusal: str) -> None:
        """It is of other notes: ask for what opens them; `refusal` is why the last try failed."""
        self._say("lock", _("This backup is of other notes"), _("What opened them opens it."))
        self.passphrase.show_error(refusal)
        button = Button(_("Look into it"), icon="eye")
        button.clicked.connect(self._on_secret)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self._found.addSpacing(8)
        self._found.addWidget(self.passphrase)
        self.passphrase.show()
        self._found.addLayout(row)
        self.passphrase.edit.setFocus()

    def show_look(self, look: Look, *, in_organisation: bool) -> None:
        """What joining would do."""
        self._say("eye", _("Looked into, nothing changed yet"), "")
        if look.is_nothing:
            everything = _("Everything in it is here already.")
            self._add("check", _("Nothing has to come back"), everything)
            return
        if look.changes:
            self._add("plus", wording.changes_back(look.changes), wording.whose(look))
        if also := wording.also(look):
            self._add("file", _("Also: {what}").format(what=also), _("They are not here now"))
        if look.newer:
            stays = _("Made after this backup. Restoring joins, it does not replace")
            self._add("both", wording.newer(look.newer), stays)
        apart = (
            _("Your office must approve it again. So it can tell old and new changes apart")
            if in_organisation
            else _("So that old and new changes can be told apart")
        )
        self._add("devices", _("This computer gets a new device number"), apart)
        self._offer(wording.act(look))

    def show_refusal(self, problem: str, hint: str) -> None:
        """The chosen one cannot be used."""
        self._say("alert", problem, hint)

    def _on_secret(self) -> None:
        self.unlock_asked.emit(self.passphrase.passphrase)

    def _say(self, icon: str, title: str, line: str) -> None:
        self._clear_found()
        self._offer("")
        self._band.show()
        self._add(icon, title, line)

    def _add(self, icon: str, title: str, line: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        at = QVBoxLayout()
        at.addWidget(Picture(icon, "accent_text"))
        at.addStretch(1)
        row.addLayout(at)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(title, bold=True))
        if line:
            words.addWidget(Words(line, "small", "text_2"))
        row.addLayout(words, 1)
        if self._found.count():
            self._found.addSpacing(10)
        self._found.addLayout(row)

    def _clear_found(self) -> None:
        """Leave nothing of what was found, nor of what was typed."""
        self.passphrase.clear()
        self.passphrase.setParent(self)
        self.passphrase.hide()
        self._found.removeWidget(self.passphrase)
        empty(self._found)

    def _offer(self, act: str) -> None:
        self.bring.say(act or _("Bring it back"))
        self.bring.setEnabled(bool(act))

    def _make_foot(self) -> None:
        self.foot.addWidget(Picture("archive", "text_3", 16))
        self.foot.addWidget(Words(_("Today’s state is backed up first"), "small", "text_2"), 1)
        self.foot.addWidget(self.bring)


def _row(kept: Kept, today: date, *, first: bool) -> BackupRow:
    where = wording.place(kept.where)
    if not kept.is_ours:
        state = kept.of or _("Other notes")
        when = phrases.moment(kept.at, today)
        return BackupRow(when, where, "", state, mark="lock", first=first)
    count = i18n.show_number(kept.changes) if kept.changes is not None else ""
    whole = kept.changes is not None
    state = _("Tested") if whole else _("Damaged")
    when = phrases.moment(kept.at, today)
    return BackupRow(when, where, count, state, mark="check" if whole else "alert", first=first)
