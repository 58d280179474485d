"""The panel beside the interview: the same question in the client's language.

It never shows a hint for the worker, a name or a number of the case. Texts that no person has
checked say so.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.forms.form import Form
from assistance_desktop.i18n import C_, _
from assistance_desktop.ui.intake.answering import FEW
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.steps import Step
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.client_sheet import ClientSheet
from assistance_desktop.ui.kit.combo import Combo
from assistance_desktop.ui.kit.ground import Ground
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words

_REFUSED = C_("I do not want to answer")
_UNKNOWN = C_("I do not know")
_STOP = C_("You can stop at any time.")
_WORKER = C_("I am writing something down. One moment, please.")


class ClientPanel(Ground):
    """The question for the client; `language_chosen` carries a language of the form."""

    language_chosen = Signal(str)

    def __init__(self, form: Form, language: str, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", line="start", parent=parent)
        self._form = form
        self._language = language
        self._question, self._answers, self._chosen = "", [""], [0]
        self._view: ClientView | None = None
        self.setAccessibleName(_("For the client"))
        self.setFixedWidth(look().px(344))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
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
        draft = Words(_("Draft, not checked by a translator"), "small", "text_3", centred=True)
        column.addWidget(draft)

    @property
    def language(self) -> str:
        """The language of the form that the client reads."""
        return self._language

    @property
    def code(self) -> str:
        """The same as a BCP 47 code."""
        return code_of(self._language)

    def show_step(self, filling: Filling, step: Step, path: str, chosen: list[int]) -> None:
        """Show a question of a step with the answers that are marked."""
        words = i18n.client_words(self.code)
        interview = filling.interview
        self._stop.say(words(_STOP))
        if "worker" in interview.item(path).appearance.split():
            self._question, self._answers = words(_WORKER), []
        else:
            self._question = interview.label(path, self._language).text
            choices = interview.choices(path, self._language) if step.questions else ()
            shown = choices if len(choices) <= FEW else ()
            self._answers = [choice.label for choice in shown]
            if step.questions:
                self._answers += [words(_REFUSED), words(_UNKNOWN)]
        self._sheet.show_question(self.code, self._question, self._answers)
        self.choose(chosen)

    def choose(self, chosen: list[int]) -> None:
        """Mark what is chosen."""
        self._chosen = chosen
        self._sheet.choose(chosen)
        if self._view is not None and self._view.isVisible():
            self._view.show_question(self.code, self._question, self._answers, chosen)

    def show_large(self) -> None:
        """Show the question alone on the whole screen, without anything of the case; Esc ends."""
        self._view = ClientView(self)
        self._view.show_question(self.code, self._question, self._answers, self._chosen)
        self._view.showFullScreen()

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        options = [(name, i18n.language_name(code_of(name))) for name in self._form.languages]
        combo = Combo(options, self._language, name=_("The client’s language"), icon="globe")
        combo.chosen.connect(self._on_language)
        large = Button(_("Show large"), icon="expand")
        large.clicked.connect(self.show_large)
        row.addWidget(combo, 1)
        row.addWidget(large)
        return row

    def _on_language(self, language: str) -> None:
        self._language = language
        self.language_chosen.emit(language)


class ClientView(QDialog):
    """The question alone, large, for the client's eyes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Workspace"))
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        self._sheet = ClientSheet(large=True)
        scroll = Scroll(_("For the client"))
        scroll.body.addWidget(self._sheet)
        scroll.body.addStretch(1)
        column.addWidget(scroll)

    def show_question(
        self, code: str, question: str, answers: list[str], chosen: list[int]
    ) -> None:
        """Show what the panel shows."""
        self._sheet.show_question(code, question, answers)
        self._sheet.choose(chosen)


def code_of(language: str) -> str:
    """The code in a language of a form: "Suomi (fi)" is fi."""
    inside = language.rpartition("(")[2].rstrip(")")
    return inside or language
