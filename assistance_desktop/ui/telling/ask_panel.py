"""Asking whether somebody may be told: what for, which topics, until when, how it was said.

The client's words stand beside, in their language. Nothing is ticked beforehand, and a no is as
good an answer as a yes (facts.md 1.2; mock-ups 22 and 27b).
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases.agreements import Giver, State
from assistance_desktop.cases.case import INTAKE
from assistance_desktop.cases.changes import Answer
from assistance_desktop.documents import voice
from assistance_desktop.errors import AppError
from assistance_desktop.guidance import giving
from assistance_desktop.i18n import C_, _
from assistance_desktop.ui.kit.banner import Banner, Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.client_sheet import ClientSheet, Shown
from assistance_desktop.ui.kit.combo import Combo, ComboField
from assistance_desktop.ui.kit.date_field import DateField
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.kit.switch import TickBox
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.telling.matter import Matter, how_words
from assistance_desktop.ui.telling.topic_list import TopicList
from assistance_desktop.ui.telling.writing import write_answer

_QUESTION = C_("May we tell {recipient} some things about you, so that they can help?")
_YES = C_("Yes, you may")
_NO = C_("No")
_FREE = C_("You decide. You can take it back at any time: just say so.")
_HOW = ("spoken", "signed", "by_sign")


class AskPanel(Panel):
    """One consent being asked. `answered` carries the State that was written down."""

    answered = Signal(object)

    def __init__(self, host: QWidget, matter: Matter) -> None:
        super().__init__(
            host,
            _("Ask {name}").format(name=matter.name),
            _("About telling: {recipient}").format(recipient=matter.whom.name),
            width=1007,
            beside=352,
        )
        self._matter = matter
        self._givers = giving.givers(matter.facts, matter.today)
        self.purpose = LineField(_("What for"), matter.whom.purpose)
        self.purpose.is_loose = True
        offered = [one for one in matter.pack.topics if not one.never]
        self.topics = TopicList(matter, offered, None)
        self.until = DateField(
            _("Until"), optional=_("(empty: until taken back)"), not_before=matter.today
        )
        self.how = ComboField(
            _("How it was said"), [(how, how_words(how)) for how in _HOW], _HOW[0]
        )
        self.language = Combo(name=_("In which language"), icon="globe")
        self.by = ComboField(_("Who agrees"), _givers(self._givers), self._givers.who[0])
        self.own_yes = TickBox(_("The young person has agreed too"))
        self.sheet = ClientSheet()
        self._draft = Words(_("Draft, not checked by a translator"), "small", "text_3")
        self.yes, self.no = Button(_("Said yes")), Button(_("Said no"))
        self._lay_out()
        self._speak()
        self.language.chosen.connect(self._speak)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(lambda: self._write(State.REFUSED))

    def _lay_out(self) -> None:
        self.body.addWidget(self.purpose)
        self.body.addWidget(Words(_("What they would hear"), bold=True))
        self.body.addWidget(self.topics)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.until, 1)
        row.addWidget(self.how, 1)
        self.body.addLayout(row)
        self.by.setVisible(self._givers.is_child)
        self.own_yes.setVisible(self._givers.own_yes)
        self.body.addWidget(self.by)
        self.body.addWidget(self.own_yes)
        if self._givers.is_child:
            words = _(
                "Under 18: a guardian or representative agrees, and from 15 the young person too. "
                "If a guardian may be involved, do not ask them: ask for a representative."
            )
            self.body.addWidget(Banner(words, icon="child"))
        self.body.addStretch(1)
        self._offer_languages()
        self.aside.addWidget(self.language)
        self.aside.addWidget(self.sheet)
        self.aside.addWidget(self._draft)
        self.aside.addStretch(1)
        cancel = Button(_("Not asked now"), "quiet")
        cancel.clicked.connect(self.leave)
        self.add_deeds(self.no, self.yes, quiet=cancel)
        follow_layout(self)

    def _offer_languages(self) -> None:
        here = i18n.language()
        codes = voice.languages()
        speaks = self._matter.case.text(INTAKE, self._matter.content.paths.get("best_language", ""))
        names = [(code, i18n.language_name(code, here)) for code in codes]
        self.language.offer(names, speaks if speaks in codes else here)

    def _speak(self) -> None:
        """Show the question in the language that is chosen."""
        code = self.language.value or i18n.language()
        words = i18n.client_words(code)
        question = words(_QUESTION).format(recipient=self._matter.whom.name)
        mirrored = i18n.direction_of(question) == "rtl"
        shown = Shown(
            question, (words(_YES), words(_NO)), (), words(_FREE), numbered=False, mirrored=mirrored
        )
        self.sheet.show_words(shown)
        self._draft.setVisible(i18n.is_draft("client", code))
        self.fit()

    def _on_yes(self) -> None:
        if not self.purpose.text:
            self.purpose.show_error(_("Write what for."))
            self.purpose.edit.setFocus()
        elif not self.topics.ticked:
            self._say(_("Nothing is ticked yet."), _("Tick what the person agrees to, one by one."))
        elif self.until.error or (self.until.text and self.until.day is None):
            self.until.show_error(self.until.error or _("Write a day, or leave it empty."))
        elif self._givers.own_yes and not self.own_yes.isChecked():
            self._say(_("From 15 on, the young person agrees too."), _("Ask, then tick it."))
        else:
            self._write(State.GIVEN)

    def _write(self, state: State) -> None:
        said: dict[str, Answer] = {
            "how": self.how.value,
            "language": self.language.value,
            "by": self.by.value or Giver.CLIENT.value,
            "own_consent": self.own_yes.isChecked(),
        }
        edits = write_answer(
            self._matter,
            state,
            purpose=self.purpose.text,
            topics=self.topics.ticked if state is State.GIVEN else (),
            until=self.until.day if state is State.GIVEN else None,
            said=said,
        )
        for button in (self.yes, self.no):
            button.setEnabled(False)
        session = self._matter.session
        session.edit(self._matter.case_id, edits, self, lambda _held: self._done(state), self._fail)

    def _done(self, state: State) -> None:
        self.leave()
        self.answered.emit(state)

    def _fail(self, refusal: AppError) -> None:
        for button in (self.yes, self.no):
            button.setEnabled(True)
        self._say(refusal.problem, refusal.hint)

    def _say(self, problem: str, hint: str) -> None:
        notice = Notice(problem, hint, "amber")
        self.body.insertWidget(0, notice)
        notice.closed.connect(notice.deleteLater)
        self.fit()
        notice.announce()


def _givers(allowed: giving.Givers) -> list[tuple[str, str]]:
    words = {
        Giver.CLIENT: _("The person"),
        Giver.GUARDIAN: _("A guardian"),
        Giver.REPRESENTATIVE: _("An appointed representative"),
    }
    return [(one.value, words[one]) for one in allowed.who]
