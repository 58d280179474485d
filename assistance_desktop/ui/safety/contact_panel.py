"""Before a call: what the client asked for, then the number, masked until somebody shows it.

It comes before any phone number; outside the safe hours the reminder is the first choice
(DESIGN_LANGUAGE.md 9, mock-up 28). What is shown hides itself again after a minute.
"""

from collections.abc import Iterator
from datetime import datetime, time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.i18n import _
from assistance_desktop.ui import phrases
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.masking import mask
from assistance_desktop.ui.safety.contact import DETAILS, SafeContact

SHOWN_MS = 60_000
"""How long a number stays in sight."""


class ContactPanel(Panel):
    """How to reach one client.

    `shown` tells that the details are to be shown, `remind_wanted` a moment to be reminded at,
    `change_wanted` that the answers are to be changed.
    """

    shown = Signal()
    remind_wanted = Signal(object)
    change_wanted = Signal()

    def __init__(self, host: QWidget, contact: SafeContact, now: datetime) -> None:
        super().__init__(host, _title(contact), _asked(contact), width=620)
        self.contact = contact
        self._next = contact.next_safe(now)
        self._again = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._again.timeout.connect(self.hide_details)
        self.details: dict[str, Words] = {}
        self.body.addWidget(_hours(contact, now))
        self.body.addWidget(_Points(list(_points(contact))))
        if contact.first_words or contact.if_other_answers:
            self.body.addWidget(_spoken(contact))
        self.body.addWidget(self._make_details())
        if contact.never:
            self.body.addWidget(_never(contact.never))
        self.show_button, self.remind_button = self._make_foot(now)

    def open_now(self, first: QWidget | None = None) -> None:
        """Show the panel; what is safe to do now has the keyboard."""
        wanted = self.remind_button if self._next else self.show_button
        super().open_now(first or (self.cross if wanted.isHidden() else wanted))

    def show_details(self) -> None:
        """Show what was masked, for a minute."""
        for name, text in self.contact.details:
            self.details[name].say(text)
        self.show_button.setEnabled(False)
        self._again.start()
        self.fit()
        for words in self.details.values():
            self.reveal(words)

    def hide_details(self) -> None:
        """Mask it again."""
        for name, text in self.contact.details:
            self.details[name].say(mask(text))
        self.show_button.setEnabled(True)
        self._again.stop()

    def _make_details(self) -> Card:
        card = Card()
        card.body.setSpacing(8)
        if not self.contact.details:
            card.body.addWidget(
                Words(_("No number and no address is written down."), tone="text_2")
            )
        for name, text in self.contact.details:
            title, icon = DETAILS[name]
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Picture(icon, "text_2"))
            words = self.details[name] = Words(mask(text), bold=True)
            words.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            words.setAccessibleDescription(_(title))
            row.addWidget(Words(_(title), "small", "text_2"), 1)
            row.addWidget(words, 1)
            card.body.addLayout(row)
        if self.contact.details:
            said = _("Shown for one minute, then hidden again. It is noted that it was shown.")
            card.body.addWidget(Words(said, "small", "text_3"))
        return card

    def _make_foot(self, now: datetime) -> tuple[Button, Button]:
        change = Button(_("Change these"), "quiet", icon="pencil")
        later = self._next
        show = Button(_show_words(self.contact), "secondary" if later else "primary", icon="eye")
        words = _("Remind me at {time}").format(time=_when(later, now)) if later else ""
        remind = Button(words, "primary", icon="clock")
        show.setVisible(bool(self.contact.details))
        remind.setVisible(later is not None)
        change.clicked.connect(self.change_wanted)
        show.clicked.connect(self.shown)
        remind.clicked.connect(lambda: self.remind_wanted.emit(later))
        self.add_deeds(show, remind, quiet=change)
        return show, remind


class _Points(QWidget):
    """What to keep to, two points beside each other."""

    def __init__(self, points: list[tuple[str, str, str]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        for at, (icon, title, words) in enumerate(points):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Picture(icon, "text_2"), 0, Qt.AlignmentFlag.AlignTop)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(Words(title, "small", "text_3"))
            column.addWidget(Words(words, bold=True))
            column.addStretch(1)
            row.addLayout(column, 1)
            grid.addLayout(row, at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)


def _title(contact: SafeContact) -> str:
    if not contact.name:
        return _("Before you call")
    return _("Before you call {name}").format(name=contact.name)


def _asked(contact: SafeContact) -> str:
    """Who said so, and when."""
    if not contact.asked_on:
        return _("Nobody has asked yet how to make contact safely.")
    days = ", ".join(i18n.show_date(day) for day in contact.asked_on[-2:])
    return _("What the client asked for, on {days}").format(days=days)


def _hours(contact: SafeContact, now: datetime) -> Banner:
    clock = i18n.show_time(now)
    if contact.is_unwanted:
        return _amber(
            _("The client asked not to be contacted."),
            _("Wait until they come to you, unless it is urgent for their safety."),
        )
    if not contact.has_hours:
        return _amber(
            _("Nobody knows which hours are safe."),
            _("Call only if it is urgent for the client’s safety, and ask at the next meeting."),
        )
    told = _hours_in_words(contact, now)
    if contact.is_safe_at(now):
        words = _("It is {time}, a safe time. Safe: {hours}.").format(time=clock, hours=told)
        return Banner(words, "accent", icon="clock", bold=True)
    said = _("It is {time}. Safe: {hours}.").format(time=clock, hours=told)
    return _amber(said, _("Wait, unless it is urgent for the client’s safety."))


def _amber(head: str, line: str) -> Banner:
    banner = Banner(head, "amber", icon="clock", bold=True)
    banner.stack.addWidget(Words(line))
    return banner


def _hours_in_words(contact: SafeContact, now: datetime) -> str:
    since, until = _clock(contact.since, now), _clock(contact.until, now)
    if since and until:
        hours = _("{start} to {end}").format(start=since, end=until)
    elif since:
        hours = _("from {start} on").format(start=since)
    else:
        hours = _("until {end}").format(end=until) if until else ""
    return ", ".join(part for part in (hours, contact.days_words) if part)


def _clock(at: time | None, now: datetime) -> str:
    return i18n.show_time(datetime.combine(now.date(), at, now.tzinfo)) if at else ""


def _points(contact: SafeContact) -> Iterator[tuple[str, str, str]]:
    not_asked = _("Not asked yet")
    yield "phone-device", _("Whose phone"), contact.whose or not_asked
    messages = ", ".join(contact.messages)
    yield "ban", _("Voice message, text message, post"), messages or _("Never")
    hidden = _("Hidden when you call") if contact.hides_number else _("May be seen")
    yield "hide", _("Your number"), hidden
    yield "key", _("Safe word: the client cannot talk"), contact.safe_word or not_asked


def _spoken(contact: SafeContact) -> Card:
    """The words to say, as they were agreed."""
    card = Card(tone="accent")
    card.body.setSpacing(4)
    said = (
        (_("First words"), contact.first_words),
        (_("If someone else answers"), contact.if_other_answers),
    )
    for title, words in said:
        if words:
            card.body.addWidget(Words(title, "small", "text_3"))
            card.body.addWidget(Words(_("“{words}”").format(words=words), "client_panel_option"))
    return card


def _never(who: str) -> Banner:
    words = _(
        "Never told, whatever they ask: {who}. If one of them answers, say only the words above."
    )
    return Banner(words.format(who=who), icon="ban")


def _show_words(contact: SafeContact) -> str:
    has_number = any(name == "phone_number" for name, _text in contact.details)
    return _("Show the number") if has_number else _("Show the details")


def _when(at: datetime, now: datetime) -> str:
    """A clock time today, with its day later."""
    clock = i18n.show_time(at)
    if at.date() == now.date():
        return clock
    return _("{day} {time}").format(day=phrases.day(at.date(), now.date()), time=clock)
