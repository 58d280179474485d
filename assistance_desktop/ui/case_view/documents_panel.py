"""A file of a case, over the page: seen in memory, named by the worker, its original on demand."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.cases.case import Case
from assistance_desktop.i18n import _, show_date
from assistance_desktop.storage import attachments
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.case_view.documents import Document
from assistance_desktop.ui.case_view.documents_sight import DocumentSight
from assistance_desktop.ui.keeper import Keeper
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.disclosure import Disclosure
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import HELSINKI, Session

_AROUND, _LEAST = 430, 240
"""What stands over and under a picture at 100 %, and how high one is at least."""


class DocumentPanel(Panel):
    """One of the files of a case, with the way to those beside it.

    What a person types as its title is kept while they type, also when the notes lock.
    `removal_asked` carries the record of a file that a person takes out.
    """

    removal_asked = Signal(str)

    def __init__(
        self,
        host: QWidget,
        session: Session,
        case_id: str,
        documents: Sequence[Document],
        at: int,
    ) -> None:
        super().__init__(host, documents[at].title, documents[at].line, width=880)
        self._session, self._case_id = session, case_id
        self._documents, self._at = documents, at
        self._keeper = Keeper(session, self)
        self._keeper.begin(case_id)
        room = round(host.height() / look().scale) - _AROUND
        self.sight = DocumentSight(session, case_id, max(_LEAST, room))
        self.sight.shown.connect(self.fit)
        self.called = LineField(_("What it is"))
        self.called.changed.connect(self._on_typed)
        self.called.finished.connect(self._keeper.leave)
        self.original: Button | None = None
        self._evidence = QVBoxLayout()
        self._evidence.setSpacing(4)
        self.body.addWidget(self.called)
        self.body.addWidget(self.sight)
        self.body.addLayout(self._evidence)
        self.body.addStretch(1)
        self.before, self.next = Button(_("File before")), Button(_("Next file"))
        self.before.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        close = Button(_("Close"), "primary")
        close.clicked.connect(self.leave)
        self.remove = Button(_("Take out"), "quiet")
        self.remove.clicked.connect(self._on_remove)
        self.add_deeds(self.before, self.next, close, quiet=self.remove)
        self._show()

    @property
    def document(self) -> Document:
        """The document that is shown."""
        return self._documents[self._at]

    def leave(self) -> None:
        """Close the panel; the title is written first."""
        self._keeper.flush()
        super().leave()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102 - Qt documents it
        self._keeper.flush()
        super().closeEvent(event)

    def _go(self, step: int) -> None:
        if 0 <= self._at + step < len(self._documents):
            self._keeper.leave()
            self._at += step
            self._show()

    def _show(self) -> None:
        one = self.document
        case = self._session.case(self._case_id)
        typed = case.text(one.record, "title") if one.record else ""
        self.title.say(typed or one.title)
        self.line.say(one.line)
        self.line.setVisible(bool(one.line))
        self.called.setVisible(bool(one.record))
        self.remove.setVisible(bool(one.record))
        self.called.set_text(typed)
        several = len(self._documents) > 1
        for button, ends in ((self.before, 0), (self.next, len(self._documents) - 1)):
            button.setVisible(several)
            button.setEnabled(self._at != ends)
        self._tell_evidence(case)
        self.sight.show_file(one.key, f"{one.title}, {one.line}" if one.record else one.line)
        follow_layout(self)
        self.fit()

    def _tell_evidence(self, case: Case) -> None:
        """What is known of the original, with its check number for who asks."""
        empty(self._evidence)
        one = self.document
        self.original = None
        if one.original:
            self._evidence.addWidget(Words(_kept_words(case, one), "small", "text_2"))
            line = QHBoxLayout()
            self.original = Button(_("Show the original"), size="small")
            self.original.clicked.connect(self._on_original)
            line.addWidget(self.original)
            line.addStretch(1)
            self._evidence.addLayout(line)
        if one.original or not one.key.startswith("picture-"):
            more = Disclosure(_("Check number of the original (SHA-256)"))
            number = Words(_in_groups(attachments.hash_in(one.original or one.key)), "small")
            more.body.addWidget(number)
            more.toggled.connect(self.fit)
            self._evidence.addWidget(more)

    def _on_original(self) -> None:
        """Shown because somebody asked for it, and only until the panel is left."""
        if self.original is not None:
            self.original.setEnabled(False)
        name = _("Original of {name}").format(name=self.document.title)
        self.sight.show_file(self.document.original, name)

    def _on_remove(self) -> None:
        record = self.document.record
        self.leave()
        self.removal_asked.emit(record)

    def _on_typed(self) -> None:
        text = self.called.text
        self.title.say(text or self.document.title)
        self._keeper.keep([Edit(self.document.record, "title", text)])


def _kept_words(case: Case, one: Document) -> str:
    """Who kept the original, and on which day."""
    record = next(
        (each for each in case.records("document") if case.text(each, "original") == one.original),
        "",
    )
    heads = case.heads(record, "original")
    if not heads:
        return _("The original is kept as evidence.")
    day = show_date(heads[-1].at.astimezone(HELSINKI).date(), style="long")
    words = _("The original is kept as evidence, since {day}, by {who}.")
    return words.format(day=day, who=heads[-1].author or _("somebody"))


def _in_groups(digest: str) -> str:
    """A long number in groups of eight, so that it can be compared and breaks into lines."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
