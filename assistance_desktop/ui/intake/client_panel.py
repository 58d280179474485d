"""The panel beside the interview: the same question in the client's language.

It never shows a hint for the worker, a name or a number of the case. Texts that no person has
checked say so.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from assistance_desktop import i18n
from assistance_desktop.forms.form import Form
from assistance_desktop.i18n import _
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.intake import danger, speech
from assistance_desktop.ui.intake.client_view import ClientView
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.speech import Tongue
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.client_sheet import ClientSheet, Shown
from assistance_desktop.ui.kit.combo import Combo
from assistance_desktop.ui.kit.ground import Ground
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.words import Words


class ClientPanel(Ground):
    """The question for the client; `language_chosen` carries a language of the form.

    `digit_pressed` and `enter_pressed` are keys of the worker in the client's view.
    """

    language_chosen = Signal(str)
    digit_pressed = Signal(int)
    enter_pressed = Signal()

    def __init__(self, form: Form, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", line="start", parent=parent)
        self._form, self._actions = form, actions
        self._tongue = Tongue(form.default_language)
        self._shown, self._chosen = Shown(), list[int]()
        self._view: ClientView | None = None
        self.setAccessibleName(_("For the client"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._make_head())
        self._sheet = ClientSheet()
        scroll = Scroll(_("For the client"))
        scroll.body.addWidget(self._sheet)
        scroll.body.addStretch(1)
        column.addWidget(scroll, 1)
        self._draft = Words(
            _("Draft, not checked by a translator"), "small", "text_3", centred=True
        )
        column.addWidget(self._draft)

    @property
    def language(self) -> str:
        """The language of the form that the client reads."""
        return self._tongue.name

    @property
    def code(self) -> str:
        """The same as a BCP 47 code."""
        return self._tongue.code

    @property
    def shown(self) -> Shown:
        """What the client sees now."""
        return self._shown

    def speak(self, code: str) -> None:
        """Show a language by its BCP 47 code when the form has it."""
        tongue = speech.spoken_in(self._form, code)
        if tongue is not None:
            self._tongue = tongue
            self._combo.pick(tongue.name)

    def begin(self, form: Form, code: str) -> None:
        """Somebody else is the client now: the questionnaire's own language, or theirs."""
        self._form, self._tongue = form, Tongue(form.default_language)
        self._combo.offer(_options(form), self.language)
        self._combo.setVisible(bool(form.languages))  # one without a name is no choice
        self.speak(code)

    def show_question(
        self, filling: Filling, path: str, chosen: list[int], *, numbered: bool = True
    ) -> None:
        """Show a question, or the title of several, with the answers that are marked.

        Answers are `numbered` when the same digits choose them on the keyboard.
        """
        if danger.is_overheard(filling.value_of):
            self._put(speech.small_talk(self._tongue), [])
        else:
            shown = speech.question(filling, path, self._tongue, numbered=numbered)
            self._put(shown, chosen)

    def show_threat(self, filling: Filling) -> None:
        """Show what the client is told of a serious threat; small talk while somebody may hear."""
        overheard = danger.is_overheard(filling.value_of)
        said = speech.small_talk if overheard else speech.threat
        self._put(said(self._tongue), [])

    def show_large(self) -> None:
        """Show the question alone on the whole screen, without anything of the case; Esc ends."""
        self.close_view()
        view = ClientView(self._actions, self)
        view.digit_pressed.connect(self.digit_pressed)
        view.enter_pressed.connect(self.enter_pressed)
        view.show_words(self._shown, self._chosen)
        view.showFullScreen()
        self._view = view

    def close_view(self) -> None:
        """End the client's view: there is no question for the client any more."""
        if self._view is not None and isValid(self._view):
            self._view.close()
        self._view = None

    def _put(self, shown: Shown, chosen: list[int]) -> None:
        """Show words, here and in the client's view; the same words stay where they are."""
        is_other, self._shown, self._chosen = shown != self._shown, shown, chosen
        if is_other:
            self._sheet.show_words(shown)
            self._draft.setVisible(i18n.is_draft("client", self.code))
        self._sheet.choose(chosen)
        if self._view is not None and isValid(self._view):
            self._view.show_words(shown, chosen) if is_other else self._view.choose(chosen)

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._combo = Combo(
            _options(self._form), self.language, name=_("The client’s language"), icon="globe"
        )
        self._combo.chosen.connect(self._on_language)
        large = Button(_("Show large"), icon="expand")
        large.clicked.connect(self.show_large)
        row.addWidget(self._combo, 1)
        row.addWidget(large, 1)
        return row

    def _on_language(self, language: str) -> None:
        self._tongue = Tongue(language)
        self.language_chosen.emit(language)


def _options(form: Form) -> list[tuple[str, str]]:
    """The languages of a form, by their own names."""
    return [(tongue.name, tongue.title or _("Language")) for tongue in speech.tongues(form)]
