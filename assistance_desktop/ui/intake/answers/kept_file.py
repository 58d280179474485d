"""A file that stands as an answer: what it is, how large, and the ways to change it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui import phrases
from assistance_desktop.ui.file_words import what_it_is
from assistance_desktop.ui.kept_files import Sight
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.mark import Glyph
from assistance_desktop.ui.kit.photo import Photo
from assistance_desktop.ui.kit.words import Words


class KeptFile(Card):
    """A card with the picture or an icon, what it is, Replace and Remove."""

    replaced = Signal()
    removed = Signal()

    def __init__(self, value: str, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._what, self._question = what_it_is(value), question
        self.has_original = False
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

    def show_content(self, sight: Sight | None) -> None:
        """Show how large it is and what is on it, or say that it is not here."""
        if sight is None:
            self._under.say(_("It is not at this desk, only where it was kept."))
            return
        words = _("{size}, kept encrypted").format(size=phrases.size(sight.size))
        if sight.original:
            as_evidence = _("The original is kept as evidence.")
            words = f"{words}. {as_evidence}"
        self._under.say(words)
        self.has_original = bool(sight.original)
        if sight.image is not None:
            self._sight.hide()
            photo = Photo(sight.image, f"{self._what}, {self._question}", highest=120)
            photo.setMinimumWidth(photo.sizeHint().width())
            self._line.replaceWidget(self._sight, photo)
            self._sight.deleteLater()
            self._sight = photo
