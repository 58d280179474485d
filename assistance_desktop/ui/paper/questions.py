"""What is asked before every print: where it will be kept, which language is safe, how discreet.

No paper at all is the first choice offered (facts.md 7). Nothing is chosen beforehand about
where a paper will be kept: it is asked each time.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.i18n import N_, _
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.switch import Switch, TickBox
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.paper.finders import warning

NO_PAPER = "no_paper"

_PLACES = {
    NO_PAPER: N_("No paper: the number is memorised"),
    "with_them": N_("With them, in a pocket or bag"),
    "at_home": N_("Where they live"),
    "trusted": N_("With somebody they trust"),
    "office": N_("At our office"),
}
_MAY_BE_FOUND = ("with_them", "at_home", "trusted")


class QuestionsCard(Card):
    """The questions. `changed` tells that the paper is another one, `kept_changed` the place."""

    changed = Signal()
    kept_changed = Signal()

    def __init__(self, languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._languages = tuple(languages)
        self._finders_at: Callable[[str], str] = lambda _place: ""
        self.kept_field = ComboField(
            _("Where will it be kept?"),
            [(place, _(words)) for place, words in _PLACES.items()],
            hint=_("Ask, then choose"),
        )
        self._finders = Words(
            _("Who may find it there? If they are not sure, take the discreet version."),
            "small",
            "text_2",
        )
        self.language_field = ComboField(
            _("Which language is safe to be seen with?"),
            [(code, name_in_both(code)) for code in self._languages],
            icon="globe",
        )
        self._warning = Banner("", "amber")
        self._warning.hide()
        self._draft = Words(_("Draft, not checked by a translator"), "small", "text_2")
        self.beside_box = TickBox("", tidy=True)
        self.discreet_switch = Switch("", tidy=True)
        self._paper = QWidget()
        self._lay_out()
        self.kept_field.combo.chosen.connect(self._on_kept)
        self.language_field.combo.chosen.connect(self._on_language)
        self.beside_box.toggled.connect(self.changed)
        self.discreet_switch.toggled.connect(self.changed)
        self.start("")

    @property
    def kept(self) -> str:
        """Where the paper will be kept; "" until it was asked."""
        return self.kept_field.value

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self.language_field.value

    @property
    def beside(self) -> str | None:
        """The language beside it, if there is one."""
        return self._second() if self.beside_box.isChecked() else None

    @property
    def discreet(self) -> bool:
        """Whether it is the version that gives nothing away."""
        return self.discreet_switch.isChecked()

    def start(self, language: str) -> None:
        """Ask anew, for another person who reads this language, without telling `changed`."""
        self.blockSignals(True)
        known = language if language in self._languages else i18n.language()
        self.pick_language(known if known in self._languages else self._languages[0])
        self.beside_box.setChecked(False)
        self.discreet_switch.setChecked(False)
        self.pick_kept("")
        self.blockSignals(False)

    def pick_kept(self, place: str) -> None:
        """Say where it will be kept."""
        self.kept_field.combo.pick(place)
        self._on_kept()

    def pick_language(self, code: str) -> None:
        """Choose the language of the paper."""
        self.language_field.combo.pick(code)
        self._on_language()

    def offer_paper(self, offered: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Ask about the paper too, or only where the number is kept."""
        self._paper.setVisible(offered)

    def ask_kept(self) -> None:
        """Say that this question comes before the print, and go there."""
        self.kept_field.show_error(_("Ask this first. Then print."))
        self.kept_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def watch(self, finders: Callable[[str], str]) -> None:
        """Warn where somebody would find it who must not know; `finders` names them by place."""
        self._finders_at = finders

    @property
    def would_reach(self) -> bool:
        """Whether the paper as chosen would reach somebody who must not know (D22)."""
        return bool(self._finders_at(self.kept)) and not self.discreet

    def ask_elsewhere(self) -> None:
        """Say that this paper cannot be kept there, and go there."""
        self.kept_field.show_error(_("Somebody would find it who must not know. Choose again."))
        self.kept_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _second(self) -> str | None:
        """Finnish, or what the worker reads, or English: the first that is another language."""
        wanted = ("fi", i18n.language(), "en")
        others = (code for code in wanted if code in self._languages and code != self.language)
        return next(others, None)

    def _on_kept(self) -> None:
        self.kept_field.show_error("")
        found = self._finders_at(self.kept)
        self._warning.say(warning(found) if found else "")
        self._warning.setVisible(bool(found))
        self._finders.setVisible(self.kept in _MAY_BE_FOUND and not found)
        self.kept_changed.emit()

    def _on_language(self) -> None:
        self._draft.setVisible(i18n.is_draft("client", self.language))
        second = self._second()
        name = i18n.language_name(second, i18n.language()) if second else ""
        words = _("Add {language} beside it").format(language=name)
        self.beside_box.say(words)
        self.beside_box.setVisible(second is not None)
        self.changed.emit()

    def _lay_out(self) -> None:
        self.body.setSpacing(12)
        kept = QVBoxLayout()
        kept.setSpacing(6)
        kept.addWidget(self.kept_field)
        kept.addWidget(self._finders)
        kept.addWidget(self._warning)
        self.body.addLayout(kept)
        self.body.addWidget(self._paper)
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.language_field)
        column.addWidget(self._draft)
        column.addWidget(self.beside_box)
        column.addWidget(Rule())
        column.addLayout(self._discreet_row())

    def _discreet_row(self) -> QHBoxLayout:
        line = _(
            "Neutral heading. No case number, no names of authorities, no words that explain why."
        )
        title = Words(_("Discreet version"), bold=True)
        title.setBuddy(self.discreet_switch)
        self.discreet_switch.setAccessibleName(title.text())
        self.discreet_switch.setAccessibleDescription(line)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(Words(line, "small", "text_2"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.discreet_switch, 0, Qt.AlignmentFlag.AlignTop)
        return row


def name_in_both(code: str) -> str:
    """A language in the worker's words and in its own: "Vietnamese, Tiếng Việt"."""
    here, own = i18n.language_name(code, i18n.language()), i18n.language_name(code)
    return here if here == own else f"{here}, {own}"
