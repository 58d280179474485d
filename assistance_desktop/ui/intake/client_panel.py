"""The panel beside the interview: the same question in the client's language.

It never shows a hint for the worker, a name or a number of the case. Texts that no person has
checked say so. While somebody else may hear, it shows small talk and nothing tells that it is so.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from assistance_desktop import i18n
from assistance_desktop.forms.form import Form
from assistance_desktop.i18n import C_, _
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.intake import danger
from assistance_desktop.ui.intake.answering import FEW
from assistance_desktop.ui.intake.client_view import ClientView, Shown
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.steps import is_answerable
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.client_sheet import ClientSheet
from assistance_desktop.ui.kit.combo import Combo
from assistance_desktop.ui.kit.ground import Ground
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.words import Words

_REFUSED = C_("I do not want to answer")
_UNKNOWN = C_("I do not know")
_STOP = C_("You can stop at any time.")
_WORKER = C_("I am writing something down. One moment, please.")
_DRINK = C_("Would you like something to drink?")
_YES = C_("Yes, please")
_NO = C_("No, thank you")


class ClientPanel(Ground):
    """The question for the client; `language_chosen` carries a language of the form."""

    language_chosen = Signal(str)

    def __init__(self, form: Form, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", line="start", parent=parent)
        self._form, self._actions = form, actions
        self._language = form.default_language
        self._shown, self._chosen = Shown(), list[int]()
        self._view: ClientView | None = None
        self.setAccessibleName(_("For the client"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._make_head())
        self._sheet = ClientSheet()
        self._stop = Banner("", "accent", icon="pause")
        scroll = Scroll(_("For the client"))
        scroll.body.setSpacing(12)
        scroll.body.addWidget(self._sheet)
        scroll.body.addWidget(self._stop)
        scroll.body.addStretch(1)
        column.addWidget(scroll, 1)
        self._draft = Words(
            _("Draft, not checked by a translator"), "small", "text_3", centred=True
        )
        column.addWidget(self._draft)

    @property
    def language(self) -> str:
        """The language of the form that the client reads."""
        return self._language

    @property
    def code(self) -> str:
        """The same as a BCP 47 code."""
        return code_of(self._language)

    @property
    def shown(self) -> Shown:
        """What the client sees now."""
        return self._shown

    def speak(self, code: str) -> None:
        """Show a language by its BCP 47 code when the form has it."""
        for name in self._form.languages:
            if code_of(name) == code:
                self._language = name
                self._combo.pick(name)

    def begin(self, form: Form, code: str) -> None:
        """Somebody else is the client now: the questionnaire's own language, or theirs."""
        self._form, self._language = form, form.default_language
        self._combo.offer(_options(form), self._language)
        self.speak(code_of(self._form.default_language))
        self.speak(code)

    def show_question(
        self, filling: Filling, path: str, chosen: list[int], *, numbered: bool = True
    ) -> None:
        """Show a question, or the title of several, with the answers that are marked.

        Answers are `numbered` when the same digits choose them on the keyboard.
        """
        if danger.is_overheard(filling.value_of):
            self._say_small_talk()
            chosen = []
        else:
            self._say_question(filling, path, numbered=numbered)
        self._sheet.show_question(
            self.code, self._shown.question, self._shown.answers, numbered=self._shown.numbered
        )
        self._stop.setVisible(bool(self._shown.stop))
        self._stop.say(self._shown.stop)
        self._draft.setVisible(i18n.is_draft("client", self.code))
        self._chosen = chosen
        self._sheet.choose(chosen)
        if self._view is not None and isValid(self._view):
            self._view.show_question(self._shown, chosen)

    def show_large(self) -> None:
        """Show the question alone on the whole screen, without anything of the case; Esc ends."""
        self._view = ClientView(self._actions, self)
        self._view.show_question(self._shown, self._chosen)
        self._view.showFullScreen()

    def _say_question(self, filling: Filling, path: str, *, numbered: bool) -> None:
        words = i18n.client_words(self.code)
        interview = filling.interview
        if "worker" in interview.item(path).appearance.split():
            self._shown = Shown(self.code, words(_WORKER), (), words(_STOP))
            return
        answers: list[str] = []
        if is_answerable(interview, path):
            choices = interview.choices(path, self._language)
            answers = [choice.label for choice in choices] if len(choices) <= FEW else []
            answers += [words(_REFUSED), words(_UNKNOWN)]
        question = interview.label(path, self._language).text
        self._shown = Shown(self.code, question, answers, words(_STOP), numbered)

    def _say_small_talk(self) -> None:
        words = i18n.client_words(self.code)
        self._shown = Shown(self.code, words(_DRINK), (words(_YES), words(_NO)))

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._combo = Combo(
            _options(self._form), self._language, name=_("The client’s language"), icon="globe"
        )
        self._combo.chosen.connect(self._on_language)
        large = Button(_("Show large"), icon="expand")
        large.clicked.connect(self.show_large)
        row.addWidget(self._combo, 1)
        row.addWidget(large)
        return row

    def _on_language(self, language: str) -> None:
        self._language = language
        self.language_chosen.emit(language)


def _options(form: Form) -> list[tuple[str, str]]:
    """The languages of a form, by their own names."""
    return [(name, i18n.language_name(code_of(name))) for name in form.languages]


def code_of(language: str) -> str:
    """The code in a language of a form: "Suomi (fi)" is fi."""
    inside = language.rpartition("(")[2].rstrip(")")
    return inside or language
