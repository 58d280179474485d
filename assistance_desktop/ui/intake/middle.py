"""The middle of the interview: the one step that is open, scrolled, and what is done in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from assistance_desktop.forms.form import Repeat
from assistance_desktop.i18n import _
from assistance_desktop.sync.desk import Desk
from assistance_desktop.ui.intake.answering import Answering
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.question_view import QuestionView
from assistance_desktop.ui.intake.repeat_view import RepeatView
from assistance_desktop.ui.intake.review_view import ReviewView
from assistance_desktop.ui.intake.standing import place_in_words
from assistance_desktop.ui.intake.steps import Step
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.threat_steps import ThreatSteps


class Middle(Scroll):
    """A question, the cards of a repeat, or the review.

    `answered`, `half_typed` and `noted` carry a path; `added` that of a repeat, `removed` that of
    an instance, `chosen` that of a step to open. `turned` tells that the keyboard is in another
    answer of the same step.
    """

    answered = Signal(str, object)
    half_typed = Signal(str, str)
    noted = Signal(str, str)
    added = Signal(str)
    removed = Signal(str)
    chosen = Signal(str)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("The question"), parent=parent)
        self.body.setContentsMargins(40, 24, 40, 24)
        self.view: QuestionView | RepeatView | ReviewView | ThreatSteps | None = None
        self._turned_to: Answering | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def answering(self) -> Answering | None:
        """The answer that the client should look at: the only one, or the one with the keyboard."""
        if not isinstance(self.view, QuestionView | RepeatView):
            return None
        answerings = self.view.answerings
        if len(answerings) == 1:
            return answerings[0]
        return self._turned_to if self._turned_to in answerings else None

    @property
    def place(self) -> str:
        """The question that the keyboard is in or was in last, else the step; "" in the review."""
        return self.answering.path if self.answering is not None else self.path

    @property
    def path(self) -> str:
        """The step that is open, "" in the review."""
        return self.view.step.path if isinstance(self.view, QuestionView | RepeatView) else ""

    def show_step(self, filling: Filling, step: Step, desk: Desk) -> None:
        """Open a step, from its top."""
        place = place_in_words(filling, step)
        if isinstance(step.item, Repeat):
            view = RepeatView(filling, step, place)
            view.added.connect(self.added)
            view.removed.connect(self.removed)
        else:
            view = QuestionView(filling, step, place, desk)
        view.noted.connect(self.noted)
        view.answered.connect(self.answered)
        view.half_typed.connect(self.half_typed)
        self._put(view)

    def show_review(self, filling: Filling, name: str) -> ReviewView:
        """Open the review."""
        view = ReviewView(filling, name)
        view.chosen.connect(self.chosen)
        self._put(view)
        return view

    def show_threat(self, view: ThreatSteps) -> None:
        """Open the steps of a serious threat."""
        self._put(view)

    def press(self, number: int) -> None:
        """Choose the answer with a number."""
        if isinstance(self.view, QuestionView | RepeatView):
            self.view.press(number)

    def write_note(self) -> None:
        """Give the keyboard to the note beside the question."""
        if isinstance(self.view, QuestionView | RepeatView):
            self.view.write_note()

    def show_answers(self, filling: Filling) -> None:
        """Say beside each answer what is wrong with it now, and where the step stands."""
        if isinstance(self.view, QuestionView | RepeatView):
            self.view.show_problems()
            self.view.place.say(place_in_words(filling, self.view.step))

    def show_refusal(self, path: str, sentence: str) -> None:
        """Say beside one answer why it was not taken."""
        if isinstance(self.view, QuestionView | RepeatView):
            for answering in self.view.answerings:
                if answering.path == path:
                    answering.show_problem(sentence)

    def show_place(self, path: str) -> None:
        """Open the card that holds a path, and give the keyboard to its question."""
        if isinstance(self.view, RepeatView):
            self.view.show_place(path)
        if isinstance(self.view, QuestionView | RepeatView):
            asked = (one for one in self.view.answerings if one.path == path)
            (next(asked, None) or self.view).take_focus()

    def _put(self, view: QuestionView | RepeatView | ReviewView | ThreatSteps) -> None:
        self.view, self._turned_to = view, None
        self.clear()
        self.body.addWidget(view)
        view.show()  # at once, so that it can take the keyboard
        self.verticalScrollBar().setValue(0)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not isinstance(self.view, QuestionView | RepeatView):
            return
        for answering in self.view.answerings:
            if answering.isAncestorOf(now) and answering is not self._turned_to:
                self._turned_to = answering
                self.view.turn_to(answering.path)
                self.turned.emit()
