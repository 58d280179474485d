"""The interview: question by question, with the client's language beside it.

Nothing blocks going on or finishing. Every answer is on its way into the vault 400 ms after the
last key, and at once on leaving the question, on lock and on close (walk 1 of architecture.md).
"""

import secrets
from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from assistance_desktop import paths
from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.changes import Answer
from assistance_desktop.errors import AppError
from assistance_desktop.forms.form import Repeat
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.sync import desk as desks
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.intake import steps
from assistance_desktop.ui.intake.client_panel import ClientPanel
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.frame import REVIEW, Frame
from assistance_desktop.ui.keeper import Keeper
from assistance_desktop.ui.intake.question_view import QuestionView, place_in_words
from assistance_desktop.ui.intake.repeat_view import RepeatView
from assistance_desktop.ui.intake.review_view import ReviewAside, ReviewView, standings
from assistance_desktop.ui.intake.steps import Step
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.session import Session


class IntakePage(Frame):
    """The interview of one case at a time.

    `closed` carries the case's id, "" when nothing was written; `finished` the id.
    """

    closed = Signal(str)
    finished = Signal(str)

    def __init__(
        self,
        session: Session,
        actions: Actions,
        content: Content,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(actions, parent)
        self.session = session
        self._content = content
        self.keeper = Keeper(session, self)
        self.filling = self._fill(Case(session.new_id(), []))
        self.view: QuestionView | RepeatView | ReviewView | None = None
        self._aside: QWidget | None = None
        self._at = ""
        self._visited: set[str] = set()
        self._saved_at = session.clock()
        self.panel = ClientPanel(content.form, content.form.default_language)
        self.panel.language_chosen.connect(self._show_panel)
        self._make_side()
        self._listen(actions)

    @property
    def case_id(self) -> str:
        """The case that is being interviewed."""
        return self.filling.case.id

    @property
    def step(self) -> Step | None:
        """Where the interview is; None in the review."""
        return next((s for s in steps.steps(self.filling.interview) if s.path == self._at), None)

    def new_case(self) -> None:
        """Begin with a new person; nothing is written before the first answer."""
        self._begin(Case(self.session.new_id(), []))
        self.go(self._first())

    def open_case(self, case_id: str, path: str = "") -> None:
        """Go on where the interview stopped, or at the question with this path."""
        self._begin(self.session.case(case_id))
        wanted = path or self.filling.case.text(CASE, "place")
        self.go(wanted if self._is_asked(wanted) else self._first_open())

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
            self._say_refusal(path, refusal)
            return
        self._keep(edits)
        self._show_progress()
        if isinstance(self.view, QuestionView | RepeatView):
            self.view.show_problems()
        self._show_panel()

    def next(self) -> None:
        """On to the next step, the review after the last, the plan after the review."""
        if self._at == REVIEW:
            self._keep(self.filling.finish())
            self._leave()
            self.finished.emit(self.case_id)
            return
        order = [step.path for step in steps.steps(self.filling.interview)]
        at = order.index(self._at)
        self.go(order[at + 1] if at + 1 < len(order) else REVIEW)

    def back(self) -> None:
        """Back to the step before."""
        order = [*(step.path for step in steps.steps(self.filling.interview)), REVIEW]
        at = order.index(self._at)
        if at:
            self.go(order[at - 1])

    def close_intake(self) -> None:
        """Pause: everything is kept, and the place too."""
        if not self.filling.is_new and self._at:
            self._keep([Edit(CASE, "place", self._at)])
        self._leave()
        self.closed.emit("" if self.filling.is_new else self.case_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 9 choose, Enter goes on; what a field took does not come here."""
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next()
        elif text.isdigit() and isinstance(self.view, QuestionView | RepeatView):
            self.view.press(int(text))
        else:
            super().keyPressEvent(event)

    # Inside

    def _listen(self, actions: Actions) -> None:
        self.head.closed.connect(self.close_intake)
        self.foot.skipped.connect(self.next)
        self.foot.back_asked.connect(self.back)
        self.foot.next_asked.connect(self.next)
        self.side.went.connect(self._on_section)
        self.foot.save_line.acted.connect(self.keeper.flush)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.failed.connect(self._on_failed)
        for keys, deed in (
            ("Ctrl+Return", self.next),
            ("Alt+Left", self.back),
            ("Ctrl+M", self._write_note),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)
        self.addAction(actions["client_view"])
        actions["client_view"].triggered.connect(self._on_client_view)
        self._clock = QTimer(self, interval=5000)
        self._clock.timeout.connect(self._show_saved)
        self._clock.start()

    def _make_side(self) -> None:
        for section in steps.sections(self._content.form):
            if section.shown and section.children:
                self.side.add(section.path, self.filling.interview.label(section.path).text)
        self.side.add(REVIEW, _("Review"))

    def _fill(self, case: Case) -> Filling:
        pen = Pen(self.session.author, self.session.clock, self.session.new_id)
        return Filling(case, self._content, pen)

    def _begin(self, case: Case) -> None:
        self.keeper.begin(case.id)
        self._visited = set()
        self.filling = self._fill(case)

    def _first(self) -> str:
        return next((step.path for step in steps.steps(self.filling.interview)), REVIEW)

    def _first_open(self) -> str:
        for one in standings(self.filling):
            if one.state in ("blank", "wrong"):
                return one.step.path
        return REVIEW

    def _is_asked(self, path: str) -> bool:
        order = [step.path for step in steps.steps(self.filling.interview)]
        return path == REVIEW or path in order

    def _keep(self, edits: Iterable[Edit]) -> None:
        """Hand edits over; the first of a new case bring what every case starts with."""
        listed = list(edits)
        if not listed:
            return
        if not self.filling.case.text(CASE, "opened_on"):
            desk = desks.read(self.session.reader)
            draw = secrets.token_hex(4)
            name = self.filling.case.text(CASE, "pseudonym") or _draw_name()
            listed += self.filling.open_new(desk.worker, desk.case_number(draw), name)
        self.keeper.keep(listed)
        self._say_name()

    def _leave(self) -> None:
        self.keeper.leave()

    def _show(self) -> None:
        step = self.step
        if step is None:
            self._at = REVIEW
            self._show_review()
        elif isinstance(step.item, Repeat):
            self._show_repeat(step)
        else:
            self._show_question(step)
        self._say_name()
        self._show_progress()
        self.foot.show_place(first=self._at == self._first(), review=step is None)
        self.side.go(step.section if step else REVIEW)
        if self.view is not None:
            self.view.take_focus()

    def _show_question(self, step: Step) -> None:
        view = QuestionView(self.filling, step, place_in_words(self.filling, step))
        view.answered.connect(self.answer)
        view.noted.connect(self._on_noted)
        self._put(view, self.panel)
        self._show_panel()

    def _show_repeat(self, step: Step) -> None:
        view = RepeatView(self.filling, step, place_in_words(self.filling, step))
        view.answered.connect(self.answer)
        view.added.connect(self._on_added)
        view.removed.connect(self._on_removed)
        self._put(view, self.panel)
        self._show_panel()

    def _show_review(self) -> None:
        view = ReviewView(self.filling, self.filling.case.text(CASE, "pseudonym"))
        view.chosen.connect(self.go)
        aside = ReviewAside(view.counts)
        aside.setFixedWidth(self.panel.width())
        self._put(view, aside)

    def _put(self, view: QuestionView | RepeatView | ReviewView, beside: QWidget) -> None:
        self.view = view
        self.show_step(view)
        self.panel.setVisible(beside is self.panel)
        if self.beside.indexOf(self.panel) < 0:
            self.beside.addWidget(self.panel)
        if self._aside is not None:
            self._aside.hide()
            self._aside.deleteLater()
            self._aside = None
        if beside is not self.panel:
            self._aside = beside
            self.beside.addWidget(beside)

    def _show_panel(self) -> None:
        step = self.step
        if step is None or self.view is None or isinstance(self.view, ReviewView):
            return
        answering = self.view.answerings[0] if len(self.view.answerings) == 1 else None
        path = answering.path if answering else step.path
        self.panel.show_step(self.filling, step, path, answering.chosen() if answering else [])

    def _show_progress(self) -> None:
        standing = standings(self.filling)
        done = sum(one.state != "blank" for one in standing)
        self.side.show_place(done, len(standing))
        threat = self.filling.case.value(CASE, "threat") is True
        for section in steps.sections(self._content.form):
            part = [one for one in standing if one.step.section == section.path]
            if not part:
                continue
            full = sum(one.state not in ("blank", "wrong") for one in part)
            seen = any(one.step.path in self._visited for one in part)
            state = "done" if full == len(part) else "part" if full or seen else "empty"
            if threat and section.name == "safety":
                state = "threat"
            self.side.show_state(section.path, state, f"{full}/{len(part)}")

    def _say_name(self) -> None:
        case = self.filling.case
        name = case.text(CASE, "pseudonym") or _("New intake")
        self.head.say(name, case.text(CASE, "number"))

    def _say_refusal(self, path: str, refusal: AppError) -> None:
        if isinstance(self.view, QuestionView | RepeatView):
            for answering in self.view.answerings:
                if answering.path == path:
                    answering.show_problem(f"{refusal.problem} {refusal.hint}".strip())

    def _write_note(self) -> None:
        if isinstance(self.view, QuestionView):
            self.view.write_note()

    def _on_client_view(self) -> None:
        if self.isVisible() and self.panel.isVisible():
            self.panel.show_large()

    def _on_section(self, place: str) -> None:
        if place == REVIEW:
            self.go(REVIEW)
            return
        part = [one for one in standings(self.filling) if one.step.section == place]
        open_ones = [one for one in part if one.state in ("blank", "wrong")]
        shown = next(iter(open_ones or part), None)
        if shown is not None:
            self.go(shown.step.path)

    def _on_noted(self, path: str, text: str) -> None:
        self._keep(self.filling.note(path, text))

    def _on_added(self, repeat: str) -> None:
        place, edits = self.filling.add(repeat)
        self._keep(edits)
        if isinstance(self.view, RepeatView):
            self.view.show_cards((place,))
            self.view.take_focus()
        self._show_progress()

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

    def _on_saved(self) -> None:
        self._saved_at = self.session.clock()
        self._show_saved()

    def _show_saved(self) -> None:
        if self.keeper.is_settled:
            passed = self.session.clock() - self._saved_at
            self.foot.save_line.show_saved(max(0, int(passed.total_seconds())))

    def _on_failed(self, why: AppError) -> None:
        lead = _("Not saved yet.")
        self.foot.save_line.show_failed(f"{lead} {why.problem}")


def _draw_name() -> str:
    """A nature word that stands for a name nobody asked for."""
    names = (paths.resources() / "packs" / "finland" / "pseudonyms.txt").read_text("utf-8")
    return secrets.choice(names.split())
