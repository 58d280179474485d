"""An answer that is drawn or signed on the screen (signature, draw, annotate).

Who cannot or will not use a pointer signs on paper and chooses a picture of it.
"""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.forms.form import Question
from assistance_desktop.i18n import _
from assistance_desktop.ui.intake.answers.case_files import CaseFiles
from assistance_desktop.ui.intake.answers.file_answer import FileAnswer
from assistance_desktop.ui.intake.answers.way import Way
from assistance_desktop.ui.kept_files import Sight
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.pad import Pad

DRAWN = ("signature", "draw", "annotate")
"""The appearances of a picture that is drawn on the screen."""
_LONGEST = 1600
"""Pixels of the longer side of a picture that is drawn on."""


class Drawn(Way):
    """A pad, Clear, and a file instead; `annotate` draws on the file that was chosen.

    Every stroke is kept when it is done.
    """

    def __init__(
        self,
        question: Question,
        files: CaseFiles | None,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        signing = "signature" in question.appearance.split()
        self._on_picture = "annotate" in question.appearance.split()
        self._called = "signature.png" if signing else "drawing.png"
        self._files, self._under = files, ""
        self._drawn: list[str] = []
        said = _("{question}: sign here") if signing else _("{question}: draw here")
        self.pad = Pad(said.format(question=name), signing=signing)
        self.pad.drawn.connect(self._on_drawn)
        self.pad.setEnabled(files is not None)
        self._again = Button(_("Clear"), icon="eraser", size="small")
        self._again.setAccessibleDescription(name)
        self._again.clicked.connect(self._on_clear)
        self.file = FileAnswer(question, files, name)
        self.file.told.connect(self._on_file)
        self._lay_out()
        self._fit()

    @property
    def first(self) -> QWidget:
        """The way to choose a file, for the keyboard cannot draw."""
        return self.file.first if self.pad.is_empty else self._again

    def show_value(self, value: object) -> None:
        """Show what was drawn or chosen; None is an empty pad."""
        self._drawn = []
        self.file.show_value(value)
        self._take_under(str(value or ""))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._again)
        self.column.addWidget(self.pad)
        self.column.addLayout(line)
        self.column.addWidget(self.file)

    def _on_drawn(self) -> None:
        if self._files is None:
            return
        made = self._files.keep_drawing(
            self._called, self.pad.picture(), tuple(self._drawn), self, self.file.refuse
        )
        self._drawn.append(made.hash)
        self._fit()
        self.told.emit(made.value)

    def _on_clear(self) -> None:
        """Back to an empty pad, or to the picture that was drawn on."""
        self.pad.clear()
        self._fit()
        self.first.setFocus()
        self.told.emit(self._under or None)
        self.offer_undo(_("Cleared"), self.pad.bring_back)

    def _on_file(self, value: object) -> None:
        self._take_under(str(value or ""))
        self.told.emit(value)

    def _take_under(self, value: str) -> None:
        """Draw on the picture with this value, when that is what the form wants."""
        self._under = value if self._on_picture else ""
        self.pad.lay_under(None)
        self._fit()
        if self._under and self._files is not None:
            self._files.see(value, _LONGEST, self, self._on_seen, self.file.refuse)

    def _on_seen(self, sight: Sight | None) -> None:
        if sight is not None and self.pad.is_empty:
            self.pad.lay_under(sight.image)
            self._fit()

    def _fit(self) -> None:
        """A pad with strokes needs no file beside it, and a file no pad but to draw on it."""
        drawing = not self.pad.is_empty
        had_keyboard = self.file.first.hasFocus()
        self._again.setVisible(drawing)
        if drawing and had_keyboard:
            self._again.setFocus()  # else it would go on to the quiet answers
        self.pad.setVisible(self.pad.has_ground if self._on_picture else not self.file.has_file)
        self.file.setVisible(not drawing)
