"""Why a card, a roster or a signature is not trusted, as sentences for the person who decides."""

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _


class UnverifiedError(AppError):
    """What is signed is not what stands there, or another hand signed it."""

    def __init__(self) -> None:
        super().__init__(
            _("This was changed after it was signed, or somebody else signed it."),
            _("Do not use it. Ask the sender in person or by phone to send it again."),
        )


class UnreadableCardError(AppError):
    """The bytes are no card of a device."""

    def __init__(self) -> None:
        super().__init__(
            _("This is not a request of a device that can be read."),
            _("Ask for a new request file from that device."),
        )


class WeakKeyError(AppError):
    """A public key under which anybody could sign."""

    def __init__(self) -> None:
        super().__init__(
            _("The keys in this request are not safe: anybody could sign with them."),
            _("Do not approve it. Tell the person who looks after your computers."),
        )


class DeviceTakenError(AppError):
    """A card whose device is on the roster with other keys, or was put off it."""

    def __init__(self) -> None:
        super().__init__(
            _("A device with this number is already known, with other keys or revoked."),
            _("Do not approve it. Let that device start anew and send another request."),
        )


class UnreadableRosterError(AppError):
    """The bytes are no list of devices."""

    def __init__(self) -> None:
        super().__init__(
            _("The list of devices cannot be read."),
            _("Ask your office to send it again."),
        )


class UntrustedRosterError(AppError):
    """A list of devices that the office did not sign, or that is older than the one at hand."""

    def __init__(self) -> None:
        super().__init__(
            _("This list of devices does not come from your office, or it is an old one."),
            _("Keep the list that you have and ask your office."),
        )
