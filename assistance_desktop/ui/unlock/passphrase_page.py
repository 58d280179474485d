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
from assistance_desktop.ui.kit.card import Picture, Rule
from assistance_desktop.ui.kit.passphrase_field import PassphraseField
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.strength import StrengthBars
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.caps_lock import CapsLockLine

_BARS = {Strength.TOO_WEAK: 1, Strength.WEAK: 2, Strength.GOOD: 3, Strength.STRONG: 4}


class PassphrasePage(QWidget):
    """The passphrase and the same again, with strength bars."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PassphraseField(_("Passphrase"))
        self.again = PassphraseField(_("The same again"), with_show=False)
        self.bars = StrengthBars()
        self.verdict = Words("", bold=True)
        self.caps_lock = CapsLockLine((self.first, self.again))
        self.notice: Notice | None = None
        self._notices = QVBoxLayout()
        self._working = _Working()
        self._lay_out()
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
        return "info", _("Nobody can look it up for you")

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
        for each in (self.first, self.again):
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
        self._judge()

    def typed(self) -> tuple[str, str]:
        """What is in the fields, to be put into the same page in another language."""
        return self.first.passphrase, self.again.passphrase

    def put(self, typed: tuple[str, str]) -> None:
        """Fill the fields with what was typed."""
        self.first.set_passphrase(typed[0])
        self.again.set_passphrase(typed[1])
        self._judge()
        self._compare()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(_("Choose a passphrase"), "title"))
        column.addSpacing(4)
        column.addWidget(
            Words(
                _(
                    "It opens your notes on this computer. Take four or more words that have "
                    "nothing to do with each other, and make a small story of them."
                ),
                tone="text_2",
            )
        )
        column.addSpacing(20)
        column.addLayout(self._notices)
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
        self._working.hide()

    def _judge(self) -> None:
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

    def _on_shown_changed(self) -> None:
        self.again.set_shown(self.first.is_shown())

    def _on_again_finished(self) -> None:
        if self.again.passphrase and self.again.passphrase != self.passphrase:
            self.again.show_error(_different())

    def _on_first_entered(self) -> None:
        self.again.setFocus()


class _Working(QWidget):
    """A calm row while the key is being made."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Picture("hourglass", "accent_text"))
        words = _("Making the encrypted place for your notes. This takes a few seconds.")
        row.addWidget(Words(words), 1)


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
