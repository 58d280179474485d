"""The interview: question by question, with the client's language beside it.

Nothing blocks finishing, and nothing but somebody who may hear blocks going on. Every answer is
on its way into the vault 400 ms after the last key, and at once on leaving the question, on lock
and on close (walk 1 of architecture.md).
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from assistance_desktop.cases import answers
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Answer
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.sync import desk as desks
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.intake import order as places
from assistance_desktop.ui.intake import steps
from assistance_desktop.ui.intake.answers.case_files import CaseFiles
from assistance_desktop.ui.intake.client_panel import ClientPanel
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.frame import Frame
from assistance_desktop.ui.intake.interruption import OpenInterview
from assistance_desktop.ui.intake.opening import open_if_new
from assistance_desktop.ui.intake.parts import REVIEW, THREAT
from assistance_desktop.ui.intake.saving import Saving
from assistance_desktop.ui.intake.standing import first_in, first_open
from assistance_desktop.ui.intake.steps import Step
from assistance_desktop.ui.keeper import Keeper
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.questionnaire import Questionnaire
from assistance_desktop.ui.session import Session
from assistance_desktop.ui.threat_steps import ThreatSteps


class IntakePage(Frame):
    """One questionnaire of one case at a time.

    `closed` carries the case's id, "" when nothing was written; `finished` the id of a case
    whose intake is done. `tried_out` tells that a questionnaire was only looked at.
    """

    closed = Signal(str)
    finished = Signal(str)
    tried_out = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        content: Content,
        parent: QWidget | None = None,
    ) -> None:
        panel = ClientPanel(content.intake.form, actions)
        super().__init__(actions, panel, parent)
        self.session = session
        self._content = content
        session.closing.connect(self._on_closing)  # before the keeper hears it and writes
        self.keeper = Keeper(session, self)
        self._open = OpenInterview(session, self)
        self.filling = self._fill(Case(session.new_id(), []))
        self._is_trial = False
        self._at = ""
        self._visited: set[str] = set()
        self._saving = Saving(self.keeper, self.foot.save_line, session.clock, self)
        self._listen()

    @property
    def case_id(self) -> str:
        """The case that is being interviewed."""
        return self.filling.case.id

    @property
    def step(self) -> Step | None:
        """Where the interview is; None in the review."""
        return next((one for one in self.filling.steps if one.path == self._at), None)

    def new_case(self) -> None:
        """Begin with a new person; nothing is written before the first answer."""
        self._begin(Case(self.session.new_id(), []))
        self.go(self._order()[0])

    def open_case(self, case_id: str, path: str = "", record: str = INTAKE) -> None:
        """Go on where the interview stopped, or at the question with this path."""
        self._begin(self.session.case(case_id), record)
        self._go_on(path or self.filling.place)

    def start_questionnaire(self, case_id: str, questionnaire: Questionnaire) -> None:
        """Begin another questionnaire of a case; nothing is written before the first answer."""
        record = f"{answers.OTHERS}/{self.session.new_id()}"
        self._begin(self.session.case(case_id), record, questionnaire)
        self.go(self._order()[0])

    def try_out(self, questionnaire: Questionnaire) -> None:
        """Fill in a questionnaire for nobody, as a person would; nothing is saved."""
        record = f"{answers.OTHERS}/{self.session.new_id()}"
        self._begin(Case("", []), record, questionnaire)
        self.go(self._order()[0])

    def go(self, path: str) -> None:
        """Show a step by its path, or the review."""
        self.keeper.leave()
        self._at = path
        self._visited.add(path)
        self._show()

    def answer(self, path: str, value: Answer) -> None:
        """Take an answer in; what does not fit its question is said beside it and not kept."""
        try:
            edits = self.filling.answer(path, value)
        except AppError as refusal:
            self.middle.show_refusal(path, f"{refusal.problem} {refusal.hint}".strip())
            return
        self._keep(edits)
        if any(edit.field == "language" and edit.record == CASE for edit in edits):
            self.panel.speak(self.filling.case.text(CASE, "language"))
        self._show_answers()

    def next(self) -> None:
        """On to the next step, the review after the last, the plan after the review."""
        if self._at == REVIEW:
            self._finish()
            return
        if not self._is_held():
            if self.step is not None:
                self._keep(self.filling.confirm(self.step))
            self.skip()

    def skip(self) -> None:
        """On to the next step; what nobody has answered stays open."""
        if self._at != REVIEW and not self._is_held():
            order = self._order()
            self.go(order[order.index(self._at) + 1])

    def back(self) -> None:
        """Back to the step before."""
        order = self._order()
        at = order.index(self._at)
        if at:
            self.go(order[at - 1])

    def close_intake(self) -> None:
        """Pause: everything is kept, and the place too."""
        self._keep_place()
        self.keeper.leave()
        self._open.leave()
        self._at = ""
        if self._is_trial:
            self.tried_out.emit()
        else:
            self.closed.emit("" if self.filling.is_new else self.case_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 9 choose, Enter goes on; what a field took does not come here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next()
        elif event.text() in tuple("123456789"):
            self.middle.press(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _listen(self) -> None:
        self.head.closed.connect(self.close_intake)
        self.foot.put_off.connect(self.close_intake)
        self.foot.skipped.connect(self.skip)
        self.foot.back_asked.connect(self.back)
        self.foot.next_asked.connect(self.next)
        self.side.went.connect(self._on_section)
        self.alarms.alone_again.connect(self._on_alone)
        self.alarms.steps_wanted.connect(lambda: self.go(THREAT))
        self.panel.language_chosen.connect(self._show_panel)
        self.panel.digit_pressed.connect(self.middle.press)
        self.panel.enter_pressed.connect(self.next)
        self.middle.answered.connect(self.answer)
        self.middle.half_typed.connect(self._on_half_typed)
        self.middle.noted.connect(self._on_noted)
        self.middle.added.connect(self._on_added)
        self.middle.removed.connect(self._on_removed)
        self.middle.chosen.connect(self.go)
        self.beside.chosen.connect(self._go_on)
        self.middle.turned.connect(self._show_panel)
        self.news.moved.connect(self._on_moved)
        self.bind("Ctrl+Return", self.skip)
        self.bind("Alt+Left", self.back)
        self.bind("Ctrl+M", self.middle.write_note)

    def _fill(
        self, case: Case, record: str = INTAKE, begins_with: Questionnaire | None = None
    ) -> Filling:
        pen = Pen(self.session.author, self.session.clock, self.session.new_id)
        made = Filling(case, self._content, pen, record, begins_with)
        made.files = CaseFiles(self.session, case.id) if case.id else None
        return made

    def _begin(
        self, case: Case, record: str = INTAKE, begins_with: Questionnaire | None = None
    ) -> None:
        self.keeper.begin(case.id)
        self._visited = set()
        self._is_trial = not case.id
        self.filling = self._fill(case, record, begins_with)
        self.side.show_form(self.filling)
        self.panel.begin(self.filling.questionnaire.form, case.text(CASE, "language"))
        self._saving.begin(is_trial=self._is_trial)
        self.news.show_version(self._content, self.filling)

    def _go_on(self, wanted: str) -> None:
        step = steps.holding(self.filling.steps, wanted)
        if step is None:
            self.go(REVIEW if wanted == REVIEW else first_open(self.filling) or REVIEW)
        else:
            self.go(step.path)
            self.middle.show_place(wanted)

    def _finish(self) -> None:
        self._keep(self.filling.finish())
        self.keeper.leave()
        self._open.leave()
        self._at = ""
        if self._is_trial:
            self.tried_out.emit()
        elif self.filling.is_intake:
            self.finished.emit(self.case_id)
        else:
            self.closed.emit(self.case_id)

    def _order(self) -> list[str]:
        return places.order(self.filling, self._at)

    def _is_held(self) -> bool:
        return places.is_held(self.filling, self._at)

    def _keep(self, edits: Iterable[Edit]) -> None:
        """Hand edits over; the first of a new case bring what every case starts with."""
        listed = list(edits)
        if not listed or self._is_trial:
            return
        listed += open_if_new(self.filling, self.session)
        self.keeper.keep(listed)
        self._say_name()
        self._open.be_at(self.case_id, self.filling.record, self.middle.place or self._at)

    def _keep_place(self) -> None:
        if self.filling.is_begun and self._at:
            self._keep(self.filling.stop_at(self.middle.place or REVIEW))

    def _show(self) -> None:
        if self.filling.is_begun and not self._is_trial:
            self._open.be_at(self.case_id, self.filling.record, self._at)
        step = self.step
        if self._at == THREAT:
            self._show_threat()
        elif step is None:
            self._at = REVIEW
            view = self.middle.show_review(self.filling, self.filling.case.text(CASE, "pseudonym"))
            self.beside.show_counts(self.filling, view.counts)
        else:
            self.middle.show_step(self.filling, step, desks.read(self.session.reader))
            self.beside.show_panel()
        self._say_name()
        self._show_answers()
        self.side.go(step.section if step else places.section_of(self.filling, self._at))
        self.take_focus()

    def _show_threat(self) -> None:
        """The steps of the threat; opening them raises it when nobody has yet."""
        if self.filling.threat is None or self.filling.is_threat_due:
            self._keep(self.filling.raise_threat())
        view = ThreatSteps(self.session)
        view.decided.connect(self._on_decided)
        self.foot.doubted.connect(view.doubt)
        if self.filling.threat is not None:
            view.show_threat(self.filling.case, self.filling.threat)
        self.middle.show_threat(view)
        self.beside.show_panel()

    def _show_answers(self) -> None:
        self.show_answers(self.filling, self._visited)
        first = self._at == self._order()[0]
        self.foot.show_place(
            first=first,
            review=self._at == REVIEW,
            held=self._is_held(),
            plans=self.filling.is_intake,
        )
        if self._at == THREAT:
            self.foot.show_threat(settled=not self.filling.is_threat_due)

    def _show_panel(self) -> None:
        self.show_panel(self.filling)

    def _say_name(self) -> None:
        case = self.filling.case
        name = case.text(CASE, "pseudonym") or _("New intake")
        if self._is_trial:
            name = _("Trying it out")
        title = "" if self.filling.is_intake else self.filling.questionnaire.title
        self.head.say(name, case.text(CASE, "number"), title)

    def _on_section(self, place: str) -> None:
        path = REVIEW if place == REVIEW else first_in(self.filling, place)
        if path:
            self.go(path)

    def _on_alone(self) -> None:
        self._keep(self.filling.say_alone())
        self._show()

    def _on_decided(self, edits: list[Edit]) -> None:
        """Somebody did one of the steps, or judged: it is written at once."""
        self._keep(self.filling.remember(edits))
        self.keeper.leave()
        view, threat = self.middle.view, self.filling.threat
        if isinstance(view, ThreatSteps) and threat is not None:
            view.show_threat(self.filling.case, threat)
            self._show_answers()

    def _on_closing(self) -> None:
        """The notes lock: the interview goes on where it is now."""
        self._keep_place()

    def _on_moved(self, newer: Questionnaire) -> None:
        self._keep(self.filling.move_to(newer))
        self.side.show_form(self.filling)
        self.panel.begin(newer.form, self.filling.case.text(CASE, "language"))
        self.news.show_version(self._content, self.filling)
        self._go_on(self._at)

    def _on_noted(self, path: str, text: str) -> None:
        self._keep(self.filling.note(path, text))

    def _on_half_typed(self, path: str, text: str) -> None:
        self._keep(self.filling.keep_unread(path, text))
        self.side.show_progress(self.filling, self._visited)

    def _on_added(self, repeat: str) -> None:
        place, edits = self.filling.add(repeat)
        self._keep(edits)
        self.middle.show_place(place)
        self._show_answers()

    def _on_removed(self, place: str) -> None:
        record, edits = self.filling.remove(place)
        self._keep(edits)
        self._show()
        toast = Toast(self, _("Card taken away"), _("Undo"))
        toast.acted.connect(lambda: self._on_brought_back(record))
        toast.appear()

    def _on_brought_back(self, record: str) -> None:
        self._keep(self.filling.bring_back(record))
        self._show()
