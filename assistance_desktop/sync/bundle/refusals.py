"""Why a bundle is not taken in, as sentences for the person who tried.

When one of these is raised nothing was changed. No other exception leaves the package for any
bytes whatever.
"""

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _


class BundleDamagedError(AppError):
    """The bundle is not, byte for byte, what its sender made.

    `reason` says which rule of docs/bundle-format.md is broken; it is not translated.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(
            _("This bundle is damaged or was changed on the way. Nothing was taken in."),
            _("Ask the sender to make it again."),
        )
        self.reason = reason


class BundleNewerError(AppError):
    """The bundle needs a reader that came after this program."""

    def __init__(self) -> None:
        super().__init__(
            _("This bundle was made by a newer program. Nothing was taken in."),
            _("Install the newest version and open it again."),
        )


class BundleTooLargeError(AppError):
    """More than one bundle may hold."""

    def __init__(self) -> None:
        super().__init__(
            _("This is too much for one bundle."),
            _("Send it in several bundles."),
        )


class NotForThisDeskError(AppError):
    """The bundle is sealed for somebody else, or its signed list does not name this device."""

    def __init__(self) -> None:
        super().__init__(
            _("This bundle is not for this desk, or it was damaged on the way."),
            _("Ask the sender to make a new bundle for this desk."),
        )


class UnknownSenderError(AppError):
    """No device with these keys is on the roster, or it is of another organisation."""

    def __init__(self) -> None:
        super().__init__(
            _("This bundle comes from a device that your organisation does not know."),
            _("Ask your office whether the device should be added, then open it again."),
        )


class RevokedSenderError(AppError):
    """The sender was put off the roster before this bundle."""

    def __init__(self) -> None:
        super().__init__(
            _("This bundle comes from a device that was revoked. Nothing was taken in."),
            _("Keep the file and ask your office what to do with it."),
        )
