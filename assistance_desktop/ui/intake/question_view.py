"""One step of the interview: the question, advice for the worker, the answer, a note.

The hint is for the worker alone; the client's panel shows only the question and its answers.
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.forms.form import Question
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.speaking import Said
from assistance_desktop.i18n import _
from assistance_desktop.sync.desk import Desk
from assistance_desktop.ui.intake import draft
from assistance_desktop.ui.intake.answering import Answering
from assistance_desktop.ui.intake.answers.shown_media import ShownMedia
from assistance_desktop.ui.intake.answers.told import Told
from assistance_desktop.ui.intake.asked_together import AskedTogether
from assistance_desktop.ui.intake.consent_card import ConsentCard, is_consent
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.note_field import NoteField
from assistance_desktop.ui.intake.steps import Step
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.disclosure import Disclosure
from assistance_desktop.ui.kit.words import Words


class QuestionView(QWidget):
    """A question, or a few together, of the case being filled in.

    `answered` carries path and value, `half_typed` and `noted` path and words.
    """

    answered = Signal(str, object)
    half_typed = Signal(str, str)
    noted = Signal(str, str)

    def __init__(
        self,
        filling: Filling,
        step: Step,
        place: str,
        desk: Desk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._filling = filling
        self.step = step
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.place = Words(place, "small", "text_2")
        self._column.addWidget(self.place)
        self._introduce(filling.interview)
        if is_consent(step.item.name):
            self._column.addWidget(ConsentCard(step.item.name, desk))
        self._column.addSpacing(8)
        self._together: AskedTogether | None = None
        self._alone: Answering | None = None
        self._ask()
        self._note: NoteField | None = None
        if step.questions and draft.may_be_noted(step.path):
            self._make_note(step.path)
        self._column.addStretch(1)

    @property
    def answerings(self) -> list[Answering]:
        """Every place to answer that is here now, in order."""
        if self._together is not None:
            return self._together.answerings
        return [self._alone] if self._alone is not None else []

    def take_focus(self) -> None:
        """Give the keyboard to the answer."""
        if self.answerings:
            self.answerings[0].take_focus()

    def press(self, number: int) -> None:
        """Choose the answer with a number, as the keys 1 to 9 do."""
        if self._alone is not None:
            self._alone.press(number)

    def write_note(self) -> None:
        """Give the keyboard to the note."""
        if self._note is not None:
            self._note.setFocus()

    def turn_to(self, path: str) -> None:
        """The keyboard is in another question: the note is about that one."""
        if self._together is not None and self._note is not None:
            self._note.be_about(path)

    def show_problems(self) -> None:
        """Show what is asked now, and say beside each answer what is wrong with it."""
        if self._together is not None:
            self._together.show_questions()
        for answering in self.answerings:
            answering.show_problem(self._filling.problem(answering.path))

    def _introduce(self, interview: Interview) -> None:
        path = self.step.path
        said = interview.label(path)
        if said.text:
            self._column.addWidget(Words(said.text, "title"))
        if self.step.questions == (path,) and interview.required(path):
            self._column.addWidget(Words(_("Needed to finish"), "small", "text_3"))
        if said.media:
            self._column.addWidget(ShownMedia(self._filling, said.media, said.text))
        self._advise(interview.hint(path))

    def _advise(self, hint: Said) -> None:
        if hint.text:
            self._column.addSpacing(4)
            lead = _("Before you ask.")  # not inside the f-string: extraction would miss it
            advice = f"<b>{lead}</b> {hint.text}"
            self._column.addWidget(Banner(advice, "accent", icon="leaf", rich=True))
        if hint.guidance:
            more = Disclosure(_("More about this"))
            more.body.addWidget(Words(hint.guidance, tone="text_2"))
            self._column.addWidget(more)

    def _ask(self) -> None:
        path = self.step.path
        if not isinstance(self.step.item, Question):
            self._together = AskedTogether(self._filling, path)
            self._together.answered.connect(self.answered)
            self._together.half_typed.connect(self.half_typed)
            self._column.addWidget(self._together)
        elif self.step.questions:
            self._alone = Answering(self._filling, path)
            self._alone.answered.connect(partial(self.answered.emit, path))
            self._alone.half_typed.connect(partial(self.half_typed.emit, path))
            self._column.addWidget(self._alone)
        else:
            self._column.addWidget(Told(self._filling, path, title=True))

    def _make_note(self, path: str) -> None:
        note = self._note = NoteField(self._filling, path)
        note.noted.connect(self.noted)
        self._column.addSpacing(8)
        self._column.addWidget(note)
