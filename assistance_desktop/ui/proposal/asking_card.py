"""The separate yes: asked only after the person was told what joining means (mock-up 22).

A no is as complete as a yes: nothing is proposed, and talking without a name stays open (D8).
"""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.cases.agreements import CONSENT, Giver, State, asked_about
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.consent import ASSISTANCE_SYSTEM
from assistance_desktop.errors import AppError
from assistance_desktop.guidance import giving
from assistance_desktop.guidance.content import Contact
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.kit.banner import Banner, Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.switch import TickBox
from assistance_desktop.ui.kit.words import Words

_ANSWERS = {State.GIVEN: "given", State.REFUSED: "refused", State.WITHDRAWN: "withdrawn"}
"""How the intake's own answer, `proposal_consent`, says the same."""


class AskingCard(Card):
    """`answered` carries the State that was said."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("1. Tell, then ask"), parent=parent)
        self.told = TickBox(_("I have told this, in a language that is understood"))
        hows = [("spoken", _("Spoken")), ("signed", _("Signed")), ("by_sign", _("By a sign"))]
        self.how = ComboField(_("How it was said"), hows, "spoken")
        self.by = ComboField(_("Who agrees"), [])
        self.own_yes = TickBox(_("The young person has agreed too"))
        self._child = Banner(
            _(
                "Under 18: a guardian or representative signs, and from 15 the young person agrees "
                "too. If a guardian may be involved, ask for a representative."
            ),
            icon="child",
        )
        self.yes, self.no = Button(_("Said yes")), Button(_("Said no"))
        self._givers = giving.Givers((Giver.CLIENT,))
        self._lay_out()
        for box in (self.told, self.own_yes):
            box.toggled.connect(self._follow)
        self.yes.clicked.connect(lambda: self.answered.emit(State.GIVEN))
        self.no.clicked.connect(lambda: self.answered.emit(State.REFUSED))

    def start(self, givers: giving.Givers) -> None:
        """Ask anew, for somebody for whom these may agree."""
        self._givers = givers
        self.told.setChecked(False)
        words = {
            Giver.CLIENT: _("The person"),
            Giver.GUARDIAN: _("A guardian"),
            Giver.REPRESENTATIVE: _("An appointed representative"),
        }
        self.by.combo.offer([(one.value, words[one]) for one in givers.who], givers.who[0].value)
        self.by.setVisible(givers.is_child)
        self._child.setVisible(givers.is_child)
        self.own_yes.setChecked(False)
        self.own_yes.setVisible(givers.own_yes)
        self._follow()

    def edits(self, case: Case, state: State, language: str, today: str, path: str) -> list[Edit]:
        """What was said, in the consent and in the answer of the intake."""
        return list(self._edits(case, state, language, today, path))

    def _edits(
        self, case: Case, state: State, language: str, today: str, path: str
    ) -> Iterator[Edit]:
        found = asked_about(case, ASSISTANCE_SYSTEM)
        record = found[-1].record if found else f"{CONSENT}/{ASSISTANCE_SYSTEM}"
        yield Edit(record, "recipient", ASSISTANCE_SYSTEM)
        yield Edit(record, "state", state.value)
        yield Edit(record, "given_on", today)
        yield Edit(record, "how", self.how.value)
        yield Edit(record, "language", language)
        yield Edit(record, "by", self.by.value or Giver.CLIENT.value)
        if self._givers.own_yes:
            yield Edit(record, "own_consent", self.own_yes.isChecked())
        if path:
            yield Edit(INTAKE, path, _ANSWERS[state])

    def _follow(self) -> None:
        ready = self.told.isChecked() and (self.own_yes.isChecked() or not self._givers.own_yes)
        self.yes.setEnabled(ready)
        self.yes.setToolTip("" if ready else _("Tell first, then ask."))

    def _lay_out(self) -> None:
        words = _(
            "Read the text beside to the person. Then ask: may we propose you? It is another yes "
            "than the one for our notes."
        )
        self.body.addWidget(Words(words, tone="text_2"))
        for each in (self.told, self.how, self._child, self.by, self.own_yes):
            self.body.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.no, 1)
        row.addWidget(self.yes, 1)
        self.body.addLayout(row)


class NamelessCard(Card):
    """Talking with the Assistance system without a name, which needs no yes."""

    wanted = Signal()

    def __init__(self, contact: Contact | None, parent: QWidget | None = None) -> None:
        super().__init__(_("Without a name"), parent=parent)
        said = _(
            "You may talk with the system in general, without anything by which the person could "
            "be known. It needs no yes, and nothing binds anybody."
        )
        self.body.addWidget(Words(said, tone="text_2"))
        if contact is not None:
            self.body.addWidget(Words(contact.phone, "head"))
        self.button = Button(_("Write down the call"), icon="phone")
        self.button.clicked.connect(self.wanted)
        self.body.addWidget(self.button)


class Refusal(QWidget):
    """Why there is no proposal now: one calm notice, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = QHBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def say(self, refusal: AppError | None) -> None:
        """Say why; None takes it away."""
        empty(self._room)
        if refusal is not None:
            notice = Notice(refusal.problem, refusal.hint, "amber", closable=False)
            self._room.addWidget(notice)
        self.setVisible(refusal is not None)
