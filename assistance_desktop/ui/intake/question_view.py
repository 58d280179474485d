"""One step of the interview: the question, advice for the worker, the answer, a note.

The hint is for the worker alone; the client's panel shows only the question and its answers.
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.forms.speaking import Said
from assistance_desktop.i18n import _
from assistance_desktop.sync.desk import Desk
from assistance_desktop.ui.intake.answering import Answering
from assistance_desktop.ui.intake.consent_card import ConsentCard, is_consent
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.steps import Step
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.disclosure import Disclosure
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.theme import look
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
        self.answerings: list[Answering] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.place = Words(place, "small", "text_2")
        self._column.addWidget(self.place)
        self._column.addWidget(Words(filling.interview.label(step.path).text, "title"))
        self._advise(filling.interview.hint(step.path))
        if is_consent(step.item.name):
            self._column.addWidget(ConsentCard(step.item.name, desk))
        self._column.addSpacing(8)
        for path in step.questions:
            self._ask(path)
        if step.questions:
            self._make_note(step.path)
        self._column.addStretch(1)

    def take_focus(self) -> None:
        """Give the keyboard to the answer."""
        if self.answerings:
            self.answerings[0].take_focus()

    def press(self, number: int) -> None:
        """Choose the answer with a number, as the keys 1 to 9 do."""
        if len(self.answerings) == 1:
            self.answerings[0].press(number)

    def write_note(self) -> None:
        """Give the keyboard to the note."""
        if self.step.questions:
            self._note.setFocus()

    def show_problems(self) -> None:
        """Say beside each answer what is wrong with it now."""
        for answering in self.answerings:
            answering.show_problem(self._filling.problem(answering.path))

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

    def _ask(self, path: str) -> None:
        alone = len(self.step.questions) == 1 and path == self.step.path
        label = "" if alone else self._filling.interview.label(path).text
        answering = Answering(self._filling, path, label=label, numbered=alone)
        answering.answered.connect(partial(self.answered.emit, path))
        answering.half_typed.connect(partial(self.half_typed.emit, path))
        self.answerings.append(answering)
        if alone:
            self._column.addWidget(answering)
            return
        card = Card()
        card.body.addWidget(answering)
        self._column.addWidget(card)

    def _make_note(self, path: str) -> None:
        self._note = LineField(
            "",
            self._filling.note_text(path),
            hint=_("Add a note in the client’s own words"),
            icon="note",
            name=_("Note in the client’s own words"),
        )
        self._note.box.row.addWidget(Words(_("optional"), "small", "text_2"))
        self._note.box.setMinimumHeight(look().size("field"))
        self._note.changed.connect(lambda: self.noted.emit(path, self._note.text))
        self._column.addSpacing(8)
        self._column.addWidget(self._note)
