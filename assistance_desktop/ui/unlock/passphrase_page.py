# ruff: noqa: D102 - Qt documents the methods that it calls
"""Choosing a passphrase: twice the same, and strong enough, told in words (mock-up 19).

What is typed is judged on this computer and goes nowhere but into the key.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.passphrase import Strength, judge
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.card import Rule
from assistance_desktop.ui.kit.passphrase_field import PassphraseField
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.strength import StrengthBars
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.caps_lock import CapsLockLine
from assistance_desktop.ui.unlock.set_up import Page
from assistance_desktop.ui.unlock.suggestion_card import SuggestionCard
from assistance_desktop.ui.unlock.working_line import WorkingLine

_BARS = {Strength.TOO_WEAK: 1, Strength.WEAK: 2, Strength.GOOD: 3, Strength.STRONG: 4}


class PassphrasePage(Page):
    """A suggestion, the passphrase and the same again, with strength bars.

    `title` and `lead` say what is chosen and why; `working` what is done with it afterwards.
    """

    entered = Signal()

    def __init__(
        self, title: str, lead: str, working: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.suggestion = SuggestionCard()
        self.first = PassphraseField(_("Passphrase"))
        self.again = PassphraseField(_("The same again"), with_show=False)
        self.bars = StrengthBars()
        self.verdict = Words("", bold=True)
        self.caps_lock = CapsLockLine((self.first, self.again))
        self.notice: Notice | None = None
        self._notices = QVBoxLayout()
        self._working = WorkingLine(working)
        self._lay_out(title, lead)
        self.suggestion.used.connect(self._on_used)
        self.first.changed.connect(self._judge)
        self.again.changed.connect(self._compare)
        self.again.finished.connect(self._on_again_finished)
        self.first.edit.textChanged.connect(self._compare)
        self.first.shown_changed.connect(self._on_shown_changed)
        self.first.entered.connect(self._on_first_entered)
        self.again.entered.connect(self.entered)
        self._judge()
        self.setFocusProxy(self.first)

    @property
    def note(self) -> tuple[str, str]:
        return "info", _("You can change it later in Settings")

    @property
    def passphrase(self) -> str:
        return self.first.passphrase

    def check(self) -> bool:
        """Whether the passphrase is taken; if not, say under the field what to do."""
        verdict = judge(self.passphrase)
        if not self.passphrase:
            self.first.show_error(_("Choose a passphrase first."))
        elif not verdict.accepted:
            self.first.show_error(_("Choose a stronger one."))
        elif self.again.passphrase != self.passphrase:
            self.again.show_error(_different())
        wrong = next((each for each in (self.first, self.again) if each.error), None)
        if wrong is not None:
            wrong.setFocus()
        return wrong is None

    def show_working(self, working: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Say that the notes are being made; nothing can be typed meanwhile."""
        self._working.setVisible(working)
        for each in (self.first, self.again, self.suggestion):
            each.setEnabled(not working)

    def show_error(self, error: AppError) -> None:
        """Say above the fields why it did not work; what was typed stays."""
        self.hide_error()
        self.notice = Notice(error.problem, error.hint, "amber")
        self._notices.addWidget(self.notice)
        self._notices.addSpacing(16)
        self.notice.announce()

    def hide_error(self) -> None:
        """Take the notice away."""
        self.notice = None
        empty(self._notices)

    def clear(self) -> None:
        """Leave nothing of what was typed."""
        self.first.clear()
        self.again.clear()
        self.suggestion.clear()
        self._judge()

    def typed(self) -> tuple[str, str]:
        """What is in the fields."""
        return self.first.passphrase, self.again.passphrase

    def take_over(self, before: Page) -> None:
        if not isinstance(before, PassphrasePage):
            return
        first, again = before.typed()
        if before.suggestion.passphrase == first:
            self.suggestion.put(first)
        self.first.set_passphrase(first)
        self.again.set_passphrase(again)
        self._judge()
        self._compare()

    def _lay_out(self, title: str, lead: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(title, "title"))
        column.addSpacing(4)
        column.addWidget(Words(lead, tone="text_2"))
        column.addSpacing(16)
        column.addLayout(self._notices)
        column.addWidget(self.suggestion)
        column.addSpacing(20)
        fields = QHBoxLayout()
        fields.setSpacing(16)
        # From the top: an error under one must not move the other.
        fields.addWidget(self.first, 1, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.again, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(fields)
        column.addWidget(self.caps_lock)
        column.addSpacing(12)
        column.addWidget(self.bars)
        column.addSpacing(8)
        column.addWidget(self.verdict)
        column.addSpacing(20)
        column.addWidget(Rule())
        column.addSpacing(16)
        column.addLayout(_legend())
        column.addSpacing(24)
        column.addWidget(self._working)
        column.addStretch(1)

    def _judge(self) -> None:
        self.suggestion.show_typed(self.passphrase)
        if not self.passphrase:
            self.bars.show_strength(0, refused=False)
            self.verdict.set_tone("text_2")
            self.verdict.say(_("Nothing typed yet."))
            return
        verdict = judge(self.passphrase)
        self.bars.show_strength(_BARS[verdict.strength], refused=not verdict.accepted)
        self.verdict.set_tone("accent_text" if verdict.accepted else "amber_text")
        self.verdict.say(verdict.advice)

    def _compare(self) -> None:
        same = bool(self.passphrase) and self.again.passphrase == self.passphrase
        self.again.show_same(same)
        if same:
            self.again.show_error("")

    def _on_used(self, passphrase: str) -> None:
        """Put the words into the first field, to be read; the second one is for the hands."""
        self.first.set_passphrase(passphrase)
        self.first.show_error("")
        self.first.set_shown(True)
        self.again.set_passphrase("")
        self.again.set_shown(False)
        self._judge()
        self._compare()
        self.again.setFocus()

    def _on_shown_changed(self) -> None:
        self.again.set_shown(self.first.is_shown())

    def _on_again_finished(self) -> None:
        if self.again.passphrase and self.again.passphrase != self.passphrase:
            self.again.show_error(_different())

    def _on_first_entered(self) -> None:
        self.again.setFocus()


def _different() -> str:
    return _("The two are not the same. Type it once more.")


def _legend() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(24)
    steps = (
        (1, _("Too weak, not accepted"), _("A name, a date, one word and a number"), "amber_text"),
        (3, _("Good"), _("Four words"), "text"),
        (4, _("Strong"), _("Five words or more"), "text"),
    )
    for filled, words, detail, tone in steps:
        each = QVBoxLayout()
        each.setSpacing(0)
        each.addWidget(StrengthBars(filled, refused=filled == 1, width=120))
        each.addSpacing(8)
        each.addWidget(Words(words, tone=tone, bold=True))
        each.addWidget(Words(detail, "small", "text_2"))
        row.addLayout(each, 3 if filled == 1 else 2)
    return row
