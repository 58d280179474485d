"""A picture or drawing of a case, over the page: read from the vault into memory, nowhere else."""

from PySide6.QtWidgets import QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import attachments
from assistance_desktop.ui import phrases
from assistance_desktop.ui.case_view.documents import Document
from assistance_desktop.ui.file_words import is_seen
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.kit.photo import Photo, read_picture
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import Session

_LONGEST = 1600
"""The longer side at which a picture is read."""


class PicturePanel(Panel):
    """What a file of a case holds, as far as it can be shown; `photo` once it is."""

    def __init__(self, host: QWidget, session: Session, document: Document) -> None:
        super().__init__(host, document.title, document.line, width=880)
        self._document = document
        self.photo: Photo | None = None
        self.said = Words(_("Opening…"), tone="text_2")
        self.body.addWidget(self.said)
        close = Button(_("Close"))
        close.clicked.connect(self.leave)
        self.add_deeds(close)
        digest = attachments.hash_in(document.key)
        session.compute(
            lambda connection: attachments.read(connection, digest),
            self,
            self._on_read,
            self._on_failed,
        )

    def _on_read(self, data: bytes | None) -> None:
        seen = data is not None and is_seen(self._document.key)
        image = read_picture(data, _LONGEST) if data is not None and seen else None
        if data is None:
            self.said.say(_("It is not at this desk, only where it was kept."))
        elif image is None:
            size = phrases.size(len(data))
            self.said.say(_("It cannot be shown here. It is {size} large.").format(size=size))
        else:
            self.said.hide()
            self.photo = Photo(image, self._document.line, highest=520)
            self.body.addWidget(self.photo)
            self.photo.show()
        self.fit()

    def _on_failed(self, refusal: AppError) -> None:
        self.said.say(f"{refusal.problem} {refusal.hint}")
        self.fit()
