"""Phone first, form second: the call, and writing down that the proposal was sent.

The program sends nothing itself. A call is enough to begin when help is urgent (facts.md 1.2).
"""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop import i18n
from assistance_desktop.guidance.content import Contact
from assistance_desktop.i18n import _, show_date
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.words import Words


class SendingCard(Card):
    """`called` and `sent` tell that a person has done it."""

    called = Signal()
    sent = Signal()

    def __init__(self, contact: Contact | None, parent: QWidget | None = None) -> None:
        super().__init__(_("3. Call, then send"), parent=parent)
        words = _("Call first, day and night. Urgent help can begin on the call.")
        self.body.addWidget(Words(words, tone="text_2"))
        if contact is not None:
            self.body.addWidget(Words(contact.phone, "head"))
            checked = show_date(contact.checked, style="long")
            said = _("Number checked on {day}").format(day=checked)
            self.body.addWidget(Words(said, "small", "text_3"))
        self.call_button = Button(_("I have called"), icon="phone")
        self.call_button.clicked.connect(self.called)
        self._called = Words("", "small", "text_2")
        ways = [
            ("letter", _("In a letter")),
            ("form", _("Through their secure form or mail")),
            ("meeting", _("Handed over")),
            ("phone", _("On the phone only")),
        ]
        self.way = ComboField(_("How it was sent"), ways, "form")
        self.sent_button = Button(_("Write down as sent"), icon="check")
        self.sent_button.clicked.connect(self.sent)
        self._sent = Words("", "small", "text_2")
        for each in (self.call_button, self._called, self.way, self.sent_button, self._sent):
            self.body.addWidget(each)

    def show_days(self, called_on: date | None, sent_on: date | None) -> None:
        """Show what was done, and on which day."""
        for label, words, day in (
            (self._called, _("Called: {day}"), called_on),
            (self._sent, _("Sent ({day}). Now the system decides."), sent_on),
        ):
            label.say(words.format(day=show_date(day, i18n.language())) if day else "")
            label.setVisible(day is not None)
