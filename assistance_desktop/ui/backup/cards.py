"""The cards at the side: the last backup, what is made by itself, and where to."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui import phrases
from assistance_desktop.ui.backup import wording
from assistance_desktop.ui.backup.standing import PlaceNow, Standing
from assistance_desktop.ui.kit.button import Button, IconButton
from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.combo import Combo
from assistance_desktop.ui.kit.progress import Job
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.switch import Switch
from assistance_desktop.ui.kit.words import Words

TIMES = ("08:00", "12:00", "15:00", "17:00", "20:00")
KEPT = (3, 5, 10, 20, 30)


class LastCard(Card):
    """The last backup, or the one that is being made; `stop_asked` to stop that."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Last backup"), parent=parent)
        self.chip = Chip(_("Tested"), "accent", icon="check")
        self.header.addWidget(self.chip)
        self.when = Words("", rich=True)
        self.what = Words("", "small", "text_2")
        self.job = Job(_("Writing the backup"), _("Stopping leaves nothing of it."))
        self.job.stop_asked.connect(self.stop_asked)
        self.job.hide()
        self.body.setSpacing(0)
        for each in (self.when, self.what, self.job):
            self.body.addWidget(each)

    def show_standing(self, standing: Standing, today: date) -> None:
        """Show when and where the last one was written, and what is in it."""
        last = standing.last
        self.chip.setVisible(last is not None)
        if last is None:
            self.when.say(_("There is none yet."))
            self.what.say(_("A stick that stays at the office is the best place."))
            return
        where = standing.place(last.place)
        named = wording.place(where) if where is not None else _("a place of before")
        moment = phrases.moment(last.at, today)
        self.when.say(_("<b>{moment}</b>, {place}").format(moment=moment, place=named))
        held = wording.held(last.cases, last.changes, last.bytes)
        self.what.say(_("Written, opened again and compared. {held}.").format(held=held))

    def show_job(self, *, running: bool) -> None:
        """Show that one is being written, or the last one again."""
        for each in (self.when, self.what):
            each.setVisible(not running)
        self.job.setVisible(running)
        self.job.show_progress(0, 1, "")

    def show_progress(self, done: int, whole: int) -> None:
        """How far it is; after the last byte it is read again."""
        said = phrases.size(done) if done < whole else _("Reading it again")
        self.job.show_progress(done, whole, said)


class ItselfCard(Card):
    """What is made by itself; each signal tells a choice."""

    stick_chosen = Signal(bool)
    daily_chosen = Signal(str)
    keep_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("By itself"), padded=False, parent=parent)
        self.stick = Switch("")
        self.stick.setAccessibleName(_("Back up when a known stick is put in"))
        self.daily = Combo([("", _("Never")), *((at, at) for at in TIMES)], name=_("Every day at"))
        self.keep = Combo(_kept(KEPT), name=_("Keep"))
        self._stick_line = Words("", "small", "text_2")
        self._daily_line = Words("", "small", "text_2")
        keep_line = Words(_("Older ones are removed, at most 30 days"), "small", "text_2")
        rows = (
            (_("When a known stick is put in"), self._stick_line, self.stick),
            (_("Every day at"), self._daily_line, self.daily),
            (_("Keep"), keep_line, self.keep),
        )
        for n, (title, line, control) in enumerate(rows):
            if n:
                self.body.addWidget(Rule())
            self.body.addLayout(_setting(title, line, control))
        self.stick.clicked.connect(self.stick_chosen)
        self.daily.chosen.connect(self.daily_chosen)
        self.keep.chosen.connect(self._on_keep_chosen)

    def _on_keep_chosen(self, count: str) -> None:
        self.keep_chosen.emit(int(count))

    def show_standing(self, standing: Standing) -> None:
        """Show the plan."""
        plan = standing.plan
        sticks = [each.place.volume for each in standing.places if each.place.volume]
        self.stick.setChecked(plan.with_stick and bool(sticks))
        self.stick.setEnabled(bool(sticks))
        named = ", ".join(sticks)
        self._stick_line.say(named or _("Add a stick below, then it is known"))
        self.daily.offer(_times(plan.daily), plan.daily)
        where = standing.place(plan.daily_place)
        if where is None:
            self._daily_line.say(_("To a folder on this computer"))
        else:
            self._daily_line.say(_("To: {place}").format(place=wording.place(where)))
        self.keep.offer(_kept(sorted({*KEPT, plan.keep})), str(plan.keep))


class PlacesCard(Card):
    """Where backups go; `add_asked`, and `removed` with the path of a place."""

    add_asked = Signal()
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Where to"), padded=False, parent=parent)
        self.add = Button(_("Add a place"), "quiet", icon="plus")
        self.add.clicked.connect(self.add_asked)
        self.header.addWidget(self.add)
        self.remove: dict[str, IconButton] = {}

    def show_places(self, places: Sequence[PlaceNow]) -> None:
        """Show each with whether it is there now."""
        empty(self.body)
        self.remove = {}
        for n, each in enumerate(places):
            self.body.addWidget(self._row(each, first=not n))
        if not places:
            column = QVBoxLayout()
            column.setContentsMargins(16, 14, 16, 14)
            said = _("Nowhere yet. Add a stick, or a folder on another disk.")
            column.addWidget(Words(said, tone="text_2"))
            self.body.addLayout(column)

    def _row(self, where: PlaceNow, *, first: bool) -> Row:
        name = _("Folder on this computer") if where.on_same_disk else wording.place(where)
        icon = "devices" if where.on_same_disk or not where.place.volume else "usb"
        row = Row(name, plain_icon=icon, first=first)
        row.setToolTip(where.place.path)
        said, tone = _here(where)
        row.end.addWidget(Words(said, "small", tone))
        button = IconButton("x", _("Forget {place}").format(place=name), size="small")
        button.clicked.connect(lambda: self.removed.emit(where.place.path))
        row.end.addWidget(button)
        self.remove[where.place.path] = button
        return row


def _here(where: PlaceNow) -> tuple[str, str]:
    if where.path is None:
        return _("Not here"), "text_3"
    if where.on_same_disk:
        return _("Same disk"), "amber_text"
    return _("Here now"), "accent_text"


def _setting(title: str, line: Words, control: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(16, 10, 16, 10)
    row.setSpacing(16)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addStretch(1)
    words.addWidget(Words(title, bold=True))
    words.addWidget(line)
    words.addStretch(1)
    row.addLayout(words, 1)
    row.addWidget(control)
    return row


def _times(chosen: str) -> list[tuple[str, str]]:
    times = sorted({*TIMES, chosen} - {""})
    return [("", _("Never")), *((at, at) for at in times)]


def _kept(counts: Sequence[int]) -> list[tuple[str, str]]:
    return [
        (str(each), ngettext("{count} backup", "{count} backups", each).format(count=each))
        for each in counts
    ]
