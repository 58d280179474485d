"""The files that desks hand each other beside bundles: request, welcome, and those for a key.

A request is the card of a desk, a welcome the office's signed list; neither holds a secret. A
locked laptop asks for its key in a file of its own, and the answer opens for nobody else. Their
names say nothing about what the program is for.
"""

from pathlib import Path

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.files import write_whole
from assistance_desktop.sync import escrow
from assistance_desktop.sync.trust import card, roster
from assistance_desktop.sync.trust.card import Card
from assistance_desktop.sync.trust.refusals import UnreadableCardError, UnreadableRosterError
from assistance_desktop.sync.trust.roster import Roster

REQUEST_NAME = "request.desk"
WELCOME_NAME = "welcome.desk"
ANSWER_NAME = "answer.desk"
"""What the files are called unless a person calls them otherwise."""


class PaperError(AppError):
    """A file that cannot be read or written."""


def write(path: Path, content: bytes) -> Path:
    """Write a file whole. Raises PaperError."""
    try:
        write_whole(path, content)
    except OSError:
        raise PaperError(
            _("The file could not be saved there."),
            _("Nothing is lost. Choose another folder and save it again."),
        ) from None
    return path


def read_request(path: Path) -> Card:
    """The card in a request.

    Raises PaperError, UnreadableCardError, UnverifiedError or WeakKeyError.
    """
    content = _read(path, card.LARGEST)
    if content is None:
        raise UnreadableCardError
    return Card.decode(content)


def read_key_request(path: Path) -> escrow.Request:
    """The request of a locked laptop. Raises PaperError or UnreadableRequestError."""
    return escrow.read_request(_read(path, escrow.LARGEST) or b"")


def read_welcome(path: Path) -> Roster:
    """The list in a welcome, signed by the office whose words it shows.

    Raises PaperError, UnreadableRosterError, UntrustedRosterError or UnverifiedError.
    """
    content = _read(path, roster.LARGEST)
    if content is None:
        raise UnreadableRosterError
    found = Roster.decode(content)
    signer = found.entry(found.signer)
    if signer is None:
        raise UnreadableRosterError
    if signer.revoked is None:
        found.check_founder(signer.card.fingerprint)
    else:
        found.verify(signer.card)  # a restored office hands over; `desk.join` asks the list at hand
    return found


def _read(path: Path, largest: int) -> bytes | None:
    """The content, or None when it is too large to be what it should be."""
    try:
        if not path.is_file():
            raise _unreadable()
        return path.read_bytes() if path.stat().st_size <= largest else None
    except OSError:
        raise _unreadable() from None


def _unreadable() -> PaperError:
    return PaperError(
        _("This file cannot be read."),
        _("Put the stick in again, or choose another file."),
    )
