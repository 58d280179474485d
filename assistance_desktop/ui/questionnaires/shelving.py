"""Putting versions on the shelf, into use, out of use and away; and taking one down to read.

Whatever takes time is done beside the window; the program's own content follows every change.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from assistance_desktop.cases.answers import pin_for
from assistance_desktop.errors import AppError
from assistance_desktop.forms.workbook import Loaded
from assistance_desktop.i18n import _
from assistance_desktop.storage import questionnaires
from assistance_desktop.storage.questionnaires import Entry
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.content import Content, entry_of
from assistance_desktop.ui.questionnaire import Questionnaire
from assistance_desktop.ui.questionnaires.arriving import media_of
from assistance_desktop.ui.questionnaires.workbook import read_questionnaire
from assistance_desktop.ui.session import Session


class Shelving(QObject):
    """Each signal carries the Entry that it happened to, `refused` the AppError if it did not."""

    loaded = Signal(object)
    """As it stands on the shelf: the same file may have been in use already."""
    published = Signal(object)
    withdrawn = Signal(object)
    removed = Signal(object)
    opened = Signal(object)
    """The Questionnaire that was taken down; its form is read."""
    refused = Signal(object)

    def __init__(self, session: Session, content: Content, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._content = session, content

    def load(self, path: Path) -> None:
        """Read a file and put it on the shelf, not in use."""
        self._session.compute(
            lambda _connection: read_questionnaire(
                path, media_of(path), lambda: not self._session.is_open
            ),
            self,
            partial(self._keep, path.name),
            self.refused.emit,
        )

    def publish(self, entry: Entry) -> None:
        """Let new work begin with a version."""
        at = self._session.clock()
        self._session.write(
            lambda connection: questionnaires.publish(connection, entry.form, entry.version, at),
            self,
            lambda _nothing: self._stock(entry, self.published),
            self.refused.emit,
        )

    def withdraw(self, entry: Entry) -> None:
        """Let no new work begin with a version."""
        self._session.write(
            lambda connection: questionnaires.withdraw(connection, entry.form, entry.version),
            self,
            lambda _nothing: self._stock(entry, self.withdrawn),
            self.refused.emit,
        )

    def remove(self, entry: Entry) -> None:
        """Throw a version away that was never in use."""
        self._session.write(
            lambda connection: questionnaires.remove(connection, entry.form, entry.version),
            self,
            lambda _nothing: self.removed.emit(entry),
            self.refused.emit,
        )

    def open(self, entry: Entry) -> None:
        """Take a version down to read it."""
        self._session.compute(
            partial(_take_down, entry=entry), self, self.opened.emit, self.refused.emit
        )

    def _keep(self, file: str, loaded: Loaded) -> None:
        entry = entry_of(loaded, file, self._session.clock())
        content = questionnaires.Content(loaded.source, loaded.xform, loaded.files)

        def put(connection: Connection) -> Entry:
            questionnaires.add(connection, entry, content)
            return questionnaires.find(connection, entry.form, entry.version) or entry

        self._session.write(put, self, self.loaded.emit, self.refused.emit)

    def _stock(self, entry: Entry, told: SignalInstance) -> None:
        """Let the other pages use what is published now, then tell."""
        self._session.compute(
            self._content.stock, self, lambda _nothing: told.emit(entry), self.refused.emit
        )


def _take_down(connection: Connection, entry: Entry) -> Questionnaire:
    content = questionnaires.read(connection, entry.form, entry.version)
    if content is None:
        raise AppError(_("This version was removed."), _("Load its file again."))
    pin = pin_for(entry.form, entry.version)
    found = Questionnaire.kept(pin, content.xform, content.files)
    found.form  # noqa: B018 - read here and not on the thread of the window
    return found
