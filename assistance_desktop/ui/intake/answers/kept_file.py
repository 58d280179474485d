"""A file that stands as an answer: what it is, how large, and the ways to change it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _, show_number
from assistance_desktop.ui.file_words import what_it_is
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.mark import Glyph
from assistance_desktop.ui.kit.photo import Photo, read_picture
from assistance_desktop.ui.kit.words import Words


class KeptFile(Card):
    """A card with the picture or an icon, what it is, Replace and Remove."""

    replaced = Signal()
    removed = Signal()

    def __init__(self, value: str, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._what, self._question = what_it_is(value), question
        self._line = QHBoxLayout()
        self._line.setSpacing(16)
        self._sight: QWidget = Glyph(icon="file")
        self._line.addWidget(self._sight, 0, Qt.AlignmentFlag.AlignTop)
        self.words = Words(self._what, bold=True)
        self._under = Words(_("Opening…"), "small", "text_2")
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.words)
        said.addWidget(self._under)
        said.addStretch(1)
        self._line.addLayout(said, 1)
        self.replace = Button(_("Replace"), size="small")
        self.remove = Button(_("Remove"), size="small")
        for button, told in ((self.replace, self.replaced), (self.remove, self.removed)):
            button.setAccessibleDescription(question)
            button.clicked.connect(told)
            self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._line)

    def show_content(self, data: bytes | None) -> None:
        """Show how large it is and what is on it, or say that it is not here."""
        if data is None:
            self._under.say(_("It is not at this desk, only where it was kept."))
            return
        self._under.say(_("{size}, kept encrypted").format(size=size_in_words(len(data))))
        image = read_picture(data, 480)
        if image is not None:
            self._sight.hide()
            photo = Photo(image, f"{self._what}, {self._question}", highest=120)
            photo.setMinimumWidth(photo.sizeHint().width())
            self._line.replaceWidget(self._sight, photo)
            self._sight.deleteLater()
            self._sight = photo


def size_in_words(size: int) -> str:
    """Bytes as people say them, such as 1.2 MB or 840 kB."""
    if size >= 1_000_000:
        return f"{show_number(round(size / 1_000_000, 1))} MB"
    return f"{show_number(max(1, round(size / 1000)))} kB"
