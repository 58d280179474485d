"""The foot of the interview: that all is saved, and the ways on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.ground import Ground
from assistance_desktop.ui.kit.save_line import SaveLine
from assistance_desktop.ui.kit.theme import look


class Foot(Ground):
    """What is saved, and Skip, Back and Next; 72 high."""

    put_off = Signal()
    skipped = Signal()
    back_asked = Signal()
    next_asked = Signal()
    doubted = Signal()
    """Somebody thinks that it is not a serious threat."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", line="top", parent=parent)
        self.setMinimumHeight(look().size("intake_footer"))
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._roomy = self._held = False
        self.save_line = SaveLine()
        self._skip = Button(_("Skip for now"), "quiet")
        self._skip.clicked.connect(self.skipped)
        self._another_day = Button(_("Meet another day"), "quiet")
        self._another_day.clicked.connect(self.put_off)
        self._another_day.hide()
        self._doubt = Button(_("Not a serious threat"), "quiet")
        self._doubt.clicked.connect(self.doubted)
        self._doubt.hide()
        self._back = Button(_("Back"), icon="arrow-l")
        self._back.clicked.connect(self.back_asked)
        self._next = Button(_("Next"), "primary", icon="arrow-r", icon_after=True)
        self._finish = Button(
            _("Finish, show the plan"), "primary", icon="arrow-r", icon_after=True
        )
        for button in (self._next, self._finish):
            button.clicked.connect(self.next_asked)
        self._row.addWidget(self.save_line, 1)
        for button in (
            self._another_day,
            self._doubt,
            self._skip,
            self._back,
            self._next,
            self._finish,
        ):
            self._row.addWidget(button)

    def fit(self, margin: int, *, roomy: bool) -> None:
        """Stand as far in as the question; in little room Pause does for another day."""
        self._roomy = roomy
        self._row.setContentsMargins(margin, 0, margin, 0)
        self._another_day.setVisible(self._held and roomy)

    def show_place(self, *, first: bool, review: bool, held: bool, plans: bool) -> None:
        """Which buttons lead on from here; none while somebody else may hear (`held`).

        After an intake comes the plan (`plans`), after any other questionnaire nothing.
        """
        self._back.setEnabled(not first)
        self._doubt.hide()
        self._held = held and not review
        self._another_day.setVisible(self._held and self._roomy)
        self._skip.setVisible(not held and not review)
        self._next.setVisible(not review)
        self._next.setEnabled(not held)
        self._next.setToolTip(_("First be alone with the client.") if held else "")
        self._finish.setText(_("Finish, show the plan") if plans else _("Finish"))
        self._finish.setVisible(review)

    def show_threat(self, *, settled: bool) -> None:
        """The ways on from the steps of a threat: none until it is settled."""
        self.show_place(first=False, review=False, held=False, plans=True)
        self._skip.hide()
        self._doubt.setVisible(not settled)
        self._next.setEnabled(settled)
        why = _("First record that the police were told, or why it is not a serious threat.")
        self._next.setToolTip("" if settled else why)
