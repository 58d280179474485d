"""The note in the client's own words, beside the question that the keyboard is in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words


class NoteField(LineField):
    """One line for a note; `noted` carries the question's path and the words.

    Where several questions stand together it goes with the keyboard, and says which it is about.
    """

    noted = Signal(str, str)

    def __init__(
        self, filling: Filling, path: str, *, alone: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "",
            filling.note_text(path),
            hint=_("Add a note in the client’s own words"),
            icon="note",
            name=_("Note in the client’s own words"),
            parent=parent,
        )
        self._filling, self._path = filling, path
        self._beside = Words(_("optional"), "small", "text_2")
        self.box.row.addWidget(self._beside)
        self.box.setMinimumHeight(look().size("field"))
        self.changed.connect(lambda: self.noted.emit(self._path, self.text))
        if not alone:
            self.be_about(path)

    def be_about(self, path: str) -> None:
        """Hold the note of another question from now on."""
        self._path = path
        label = self._filling.interview.label(path).text
        if label:
            self.edit.setPlaceholderText(
                _("A note in the client’s own words: {question}").format(question=label)
            )
            self.edit.setAccessibleName(
                _("Note in the client’s own words: {question}").format(question=label)
            )
        text = self._filling.note_text(path)
        if text != self.text:
            self.set_text(text)
