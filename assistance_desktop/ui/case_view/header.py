# ruff: noqa: D102 - Qt documents the methods that it calls
"""The header of a case: who it is about, whose it is, and the one thing to do from here.

It is made anew when what it says has changed, so that nothing of another case can stay in it.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.stage import CLOSED, INTAKE_OPEN, stage
from assistance_desktop.i18n import _
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.case_view.danger import stands
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.menu import Menu
from assistance_desktop.ui.kit.more_button import MoreButton
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.stages import stage_chip

_ROOMY = 700
"""The width at 100 % from which Print stands beside what comes first."""


class CaseHeader(QWidget):
    """Name, number, worker and language; Print, what this tab leads to, and what else can be done.

    `fill` fills the menu of what else can be done, each time anew; without room it takes Print.
    """

    back_asked = Signal()
    print_asked = Signal()
    plan_asked = Signal()
    intake_asked = Signal()

    def __init__(
        self, actions: Actions, fill: Callable[[Menu], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._fill = actions, fill
        self.more: MoreButton | None = None
        self._shown: object = None
        self._last: tuple[Case, str, str, str] | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    @property
    def is_tight(self) -> bool:
        """Whether there is no room for Print."""
        return self.width() < look().px(_ROOMY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._last is not None:
            self.show_case(*self._last)

    def show_case(self, case: Case, speaks: str, tab: str, asks: str = INTAKE) -> None:
        """Show whose case it is, and the actions of a tab; `asks` is the questionnaire there."""
        self._last = (case, speaks, tab, asks)
        said = (
            case.text(CASE, "pseudonym"),
            case.text(CASE, "number"),
            case.text(CASE, "worker"),
            stage(case),
            stands(case),
            speaks,
            tab,
            asks,
            look(),
            self.is_tight,
        )
        if said != self._shown:
            self._shown = said
            empty(self._place)
            self._place.addWidget(self._make(case, speaks, tab, asks))

    def _make(self, case: Case, speaks: str, tab: str, asks: str) -> PageHeader:
        name = case.text(CASE, "pseudonym")
        reached = stage(case)
        large = look().scale > 1
        line = _line(case, "" if large else speaks)
        header = PageHeader(name, line, back=True, letter="" if large else name[:1])
        words, tone = stage_chip(reached)
        if stands(case):
            header.add_chip(Chip(_("Serious threat"), "red", icon="alert"))
        if not (large and stands(case)):
            header.add_chip(Chip(words, tone))
        print_words = _("Print for {name}").format(name=name) if not large else _("Print")
        if not self.is_tight:
            self._add(header, Button(print_words, icon="printer"), self.print_asked)
        in_intake = reached == INTAKE_OPEN and asks == INTAKE
        if reached == CLOSED:
            pass  # a closed case has nothing to do first; it is taken up again from its band
        elif tab == "answers" or (tab == "overview" and in_intake):
            words = _("Go on with the intake") if in_intake else _("Go on asking")
            self._add(header, Button(words, "primary", icon="pencil"), self.intake_asked)
        elif tab == "overview":
            button = Button(_("Open plan"), "primary", icon="arrow-r", icon_after=True)
            self._add(header, button, self.plan_asked)
        self.more = MoreButton(_("What else can be done"), self._fill)
        header.add(self.more)
        header.back_asked.connect(self.back_asked)
        header.hide_asked.connect(self._actions["hide"].trigger)
        return header

    @staticmethod
    def _add(header: PageHeader, button: Button, asked: SignalInstance) -> None:
        button.clicked.connect(asked)
        header.add(button)


def _line(case: Case, speaks: str) -> str:
    parts = [case.text(CASE, "number"), case.text(CASE, "worker")]
    if speaks:
        parts.append(_("speaks {language}").format(language=speaks))
    return ", ".join(part for part in parts if part)
