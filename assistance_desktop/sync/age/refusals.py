"""Why an age file or key is refused, as sentences for the person who tried to open it.

Every refusal is one of these; no other exception leaves the package for any bytes whatever.
"""

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _


class DamagedError(AppError):
    """The bytes are no age file, or not the ones that were written.

    `reason` says which rule of the format is broken; it holds no content and is not translated.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(
            _("This sealed file is damaged or was changed."),
            _("Ask the sender to make it again."),
        )
        self.reason = reason


class NewerError(AppError):
    """The file says that it is age, but of a version that came after this program."""

    def __init__(self) -> None:
        super().__init__(
            _("This sealed file was made by a newer program."),
            _("Install the newest version and open it again."),
        )


class NotForThisKeyError(AppError):
    """None of the identities at hand opens the file; it may be for somebody else."""

    def __init__(self) -> None:
        super().__init__(
            _("This file is not sealed for you, or the passphrase is not the right one."),
            _("Check the passphrase, or ask the sender to seal it for you."),
        )


class UnreadableKeyError(AppError):
    """A recipient or identity that is not written as age writes one. Never quotes the key."""

    def __init__(self, line: int | None = None) -> None:
        problem = (
            _("This age key cannot be read.")
            if line is None
            else _("Line {line}: this age key cannot be read.").format(line=line)
        )
        super().__init__(problem, _("Copy the whole key again, from its first to its last letter."))


class MixedRecipientsError(AppError):
    """Recipients that must not stand in one file together."""

    def __init__(self) -> None:
        super().__init__(
            _("These recipients cannot share one file."),
            _(
                "Use only new keys (age1pq…), or only old keys (age1…), or only one passphrase, "
                "and make one file for each."
            ),
        )
