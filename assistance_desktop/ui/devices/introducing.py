"""How this desk comes to know others: its own six words, and the steps one after the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.devices.standing import Standing
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.mark import Glyph
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.six_words import SixWords
from assistance_desktop.ui.kit.words import Words


class IntroduceCard(Card):
    """The steps. `request_wanted` and `welcome_wanted` are the files of a field desk."""

    request_wanted = Signal()
    welcome_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", icon="devices", padded=False, parent=parent)
        self.request = Button(_("Save request file"), icon="download", size="small")
        self.welcome = Button(_("Open a welcome file"), icon="inbox", size="small")
        self.request.clicked.connect(self.request_wanted)
        self.welcome.clicked.connect(self.welcome_wanted)
        self._scroll = Scroll(_("Steps"), least=160)
        self.body.addWidget(self._scroll, 1)

    def show_standing(self, standing: Standing) -> None:
        """Show the steps that this desk can take."""
        for button in (self.request, self.welcome):
            button.setParent(self)
            button.hide()
        self._scroll.clear()
        column = self._scroll.body
        column.setContentsMargins(15, 16, 15, 15)
        column.setSpacing(20)
        words = SixWords(standing.card.words)
        if standing.keeps_list:
            self.set_title(_("How a device joins"))
            self._add_steps_of_office(words)
        else:
            joined = standing.joined and standing.mine is not None
            self.set_title(_("Your office") if joined else _("Join an office"))
            self._add_steps_of_field(words, joined=joined)
        column.addStretch(1)

    def _add_steps_of_office(self, words: SixWords) -> None:
        self._add(
            1,
            _("Open its request file"),
            _("Its user saves it under Devices and gives it to you. Choose Add a device above."),
        )
        self._add(
            2,
            _("Compare six words, both ways"),
            _("You see theirs. They will see these, the words of this computer:"),
            words,
        )
        self._add(
            3,
            _("Give the welcome file back"),
            _("It is the list of devices. It holds nothing about any person."),
        )

    def _add_steps_of_field(self, words: SixWords, *, joined: bool) -> None:
        if joined:
            self._add(
                0,
                _("When the list changes"),
                _("Your office gives you a new welcome file. Open it here."),
                self.welcome,
            )
            self._add(0, _("Six words of this computer"), "", words)
            return
        self._add(
            1,
            _("Make a request"),
            _("Nothing about any person is in it. Give it to the office on a stick or by post."),
            self.request,
        )
        self._add(
            2,
            _("Read these six words to the office"),
            _("Face to face, or in a call where you know the voice. Not by e-mail or message."),
            words,
        )
        self._add(
            3,
            _("Open the welcome file"),
            _("The office gives it to you. Until then everything that you write stays yours."),
            self.welcome,
        )

    def _add(self, number: int, title: str, text: str, *below: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        if number:
            step = Glyph(str(number), side=28)
            row.addWidget(step, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(_step(title, text, below), 1)
        holder = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self._scroll.body.addWidget(holder)


def _step(title: str, text: str, below: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    head = QVBoxLayout()
    head.setSpacing(0)
    head.addWidget(Words(title, bold=True))
    if text:
        head.addWidget(Words(text, tone="text_2"))
    column.addLayout(head)
    for widget in below:
        if widget.parent() is not None:
            widget.show()  # without a parent it would be a window for a moment
        if isinstance(widget, Button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(widget)
    return column
