# ruff: noqa: D102 - Qt documents the methods that it calls
"""What the worker and this computer are called; never a real name.

The name goes with everything that is written, to whoever may read it later.
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import N_, _
from assistance_desktop.sync.trust.card import LONGEST_LABEL
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.set_up import Page
from assistance_desktop.ui.unlock.start import Start, Way

LONGEST_NAME = 24
"""Letters of the worker's name, so that it fits beside every change."""

NATURE_WORDS = (N_("Rowan"), N_("Heather"), N_("Lichen"), N_("Willow"), N_("Frost"))
"""Names that anybody may take; in each language words of its own nature."""


class NamePage(Page):
    """Two fields: a nature word for the worker and a name for the computer."""

    entered = Signal()

    def __init__(self, start: Start, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = start
        self.worker = LineField(_("Your name in the notes"), start.worker)
        self.worker.edit.setMaxLength(LONGEST_NAME)
        self.label = LineField(_("Name of this computer"), start.label or self._usual_label())
        self.label.edit.setMaxLength(LONGEST_LABEL)
        self._lay_out()
        self.worker.edit.returnPressed.connect(self.entered)
        self.label.edit.returnPressed.connect(self.entered)
        self.worker.edit.textChanged.connect(self._keep_worker)
        self.label.changed.connect(self._keep_label)
        self.setFocusProxy(self.worker)

    @property
    def note(self) -> tuple[str, str]:
        return "info", _("Your real name is not needed anywhere")

    def check(self) -> bool:
        """Whether both names will do; if not, say under the field what to do."""
        self.worker.show_error(_wrong_name(self.worker.text))
        self.label.show_error("" if self.label.text else _("Give this computer a name."))
        wrong = next((each for each in (self.worker, self.label) if each.error), None)
        if wrong is not None:
            wrong.setFocus()
        self._keep_label()
        return wrong is None

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(_("What are you called here?"), "title"))
        column.addSpacing(4)
        column.addWidget(
            Words(
                _(
                    "Every note says who wrote it. Take a word from nature, not your own name: "
                    "a stolen computer then tells nobody who works here."
                ),
                tone="text_2",
            )
        )
        column.addSpacing(24)
        column.addLayout(self._beside(self.worker))
        column.addSpacing(12)
        column.addLayout(self._suggestions())
        column.addSpacing(24)
        column.addLayout(self._beside(self.label))
        column.addSpacing(6)
        column.addWidget(
            Words(
                _("Colleagues see it in the list of devices, to tell the computers apart."),
                "small",
                "text_2",
            )
        )
        column.addStretch(1)

    def _beside(self, field: LineField) -> QHBoxLayout:
        """Names are short, so their fields are."""
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addStretch(1)
        return row

    def _suggestions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Words(_("For example"), "small", "text_2"))
        for each in NATURE_WORDS:
            name = _(each)
            button = Button(name, size="small")
            button.setAccessibleName(_("Take the name {name}").format(name=name))
            button.clicked.connect(partial(self._take, name))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _take(self, name: str) -> None:
        self.worker.set_text(name)
        self.worker.show_error("")
        self.worker.setFocus()

    def _keep_worker(self) -> None:
        self._start.worker = self.worker.text

    def _keep_label(self) -> None:
        self._start.label = self.label.text

    def _usual_label(self) -> str:
        return _("Office desk") if self._start.way is Way.OFFICE else _("Laptop 1")


def _wrong_name(name: str) -> str:
    """What is wrong with a name, or nothing."""
    if not name:
        return _("Choose a name first, for example {name}.").format(name=_(NATURE_WORDS[0]))
    if not name.isalpha():
        return _("Take one word, with letters only.")
    return ""
