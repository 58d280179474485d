"""The files of one case, on their way into the vault and back to the screen.

A file is read where it lies and left there; no copy is made outside the vault.
"""

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import attachments
from assistance_desktop.storage.attachments import Attachment
from assistance_desktop.ui.intake.answers.pictures import not_a_picture, without_traces
from assistance_desktop.ui.session import Session

STEMS = {"image": "picture", "audio": "recording", "video": "video", "file": "file"}
"""What a kept file is called, by the type of its question."""

_Failed = Callable[[AppError], None]


class CaseFiles:
    """What keeps and reads the files of a case. `owner` is dropped with its question."""

    def __init__(self, session: Session, case_id: str) -> None:
        self._session, self._case_id = session, case_id

    def keep_file(
        self,
        path: Path,
        kind: str,
        longest: int,
        owner: QObject,
        then: Callable[[Attachment], None],
        failed: _Failed,
    ) -> None:
        """Keep the file at a path as the answer to a question of a type, off the UI thread."""
        self._session.compute(
            lambda _connection: _read(path, kind, longest),
            owner,
            lambda read: self._write(*read, owner, then, failed),
            failed,
        )

    def keep_drawing(
        self, called: str, data: bytes, instead_of: Collection[str], owner: QObject, failed: _Failed
    ) -> Attachment:
        """Keep a drawing. What it is called is known at once, and it is written in its turn."""
        case_id = self._case_id
        self._session.write(
            lambda connection: attachments.keep(
                connection, case_id, called, "image/png", data, instead_of=instead_of
            ),
            owner,
            lambda _made: None,
            failed,
            about=case_id,
        )
        return attachments.name(called, "image/png", data)

    def read(
        self, digest: str, owner: QObject, then: Callable[[bytes | None], None], failed: _Failed
    ) -> None:
        """Read a file, off the UI thread; None when it is not all here."""
        self._session.compute(
            lambda connection: attachments.read(connection, digest), owner, then, failed
        )

    def _write(
        self,
        called: str,
        media_type: str,
        data: bytes,
        owner: QObject,
        then: Callable[[Attachment], None],
        failed: _Failed,
    ) -> None:
        self._session.write(
            lambda connection: attachments.keep(
                connection, self._case_id, called, media_type, data
            ),
            owner,
            then,
            failed,
            about=self._case_id,
        )


def _read(path: Path, kind: str, longest: int) -> tuple[str, str, bytes]:
    """What a file is called here, its media type and its bytes; pictures without traces."""
    try:
        if path.stat().st_size > attachments.LARGEST:
            raise attachments.too_large()
        data = path.read_bytes()
    except OSError as error:
        raise AppError(
            _("The file could not be read."),
            _("See whether it is still there, and choose it again."),
        ) from error
    picture = without_traces(data, longest)
    if picture is not None:
        ending, media_type, data = picture
        return f"picture.{ending}", media_type, data
    if kind == "image":
        raise not_a_picture()
    ending = "".join(sign for sign in path.suffix.lower() if sign.isascii() and sign.isalnum())[:8]
    called = f"{STEMS[kind]}.{ending}" if ending else STEMS[kind]
    return called, "application/octet-stream" if kind == "file" else f"{kind}/*", data
