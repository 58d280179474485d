"""What the devices page asks a person: for a file, for a place, and whether to revoke."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.dialog import Dialog


def choose_file(page: QWidget, title: str) -> Path | None:
    """A file that is there; None when the person chose none."""
    path, _kind = QFileDialog.getOpenFileName(page, title, "", _kinds())
    return Path(path) if path else None


def choose_place(page: QWidget, title: str, name: str) -> Path | None:
    """Where a file should go; None when the person chose nowhere."""
    path, _kind = QFileDialog.getSaveFileName(page, title, name, _kinds())
    return Path(path) if path else None


def revocation(page: QWidget, label: str) -> Dialog:
    """The dialog that names what revoking does; keeping has the focus."""
    return Dialog(
        page.window(),
        _("Revoke {device}?").format(device=label),
        _(
            "It can open no bundle that is made from now on, and what it sends later is not"
            " taken in. Its old bundles still open here. It cannot be put back."
        ),
        act=_("Revoke"),
        keep=_("Keep it"),
        icon="ban",
    )


def _kinds() -> str:
    return _("Device files (*.desk);;All files (*)")
