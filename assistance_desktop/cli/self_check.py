"""`self-check`: what this program stands on, and a vault made, locked, reopened and removed."""

import platform
import secrets
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistance_desktop import __version__, i18n, paths
from assistance_desktop.errors import AppError
from assistance_desktop.guidance.pack import read_pack
from assistance_desktop.i18n import _
from assistance_desktop.storage import keyring_entry, keys, settings, vault


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public name for it
    """Tell the parser what the command takes."""
    parser = commands.add_parser("self-check", help="whether everything that is needed is there")
    parser.set_defaults(run=run)


def run(_chosen: Namespace) -> int:
    """Print one line a check; 1 when any of them failed."""
    checks: dict[str, Callable[[], str]] = {
        "program": lambda: f"{__version__}, Python {platform.python_version()}",
        "cipher": _check_cipher,
        "vault": _check_vault,
        "keyring": _check_keyring,
        "pack": lambda: f"{len(read_pack(paths.resources() / 'packs' / 'finland').services)}",
        "translations": _check_translations,
        "fonts": _check_fonts,
        "printing": _check_printing,
    }
    failed = 0
    for name, check in checks.items():
        try:
            told = check()
        except (AppError, OSError, RuntimeError, ImportError) as error:
            failed = 1
            told = f"FAILED {type(error).__name__} {error}"
        sys.stdout.write(f"{name}: {told}\n")
    return failed


def _check_cipher() -> str:
    return f"SQLCipher {vault.cipher_version()}"


def _check_vault() -> str:
    passphrase = secrets.token_hex(16)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "notes"
        made = vault.create(folder, passphrase, cost=keys.FLOOR)
        connection = made.connect()
        with vault.transaction(connection):
            settings.write(connection, "check", passphrase)
        connection.close()
        made.close()
        if any(passphrase.encode() in path.read_bytes() for path in folder.iterdir()):
            raise RuntimeError("readable words in the vault")
        again = vault.unlock(folder, passphrase)
        reader = again.connect(read_only=True)
        kept = settings.read(reader, "check")
        reader.close()
        again.close()
    if kept != passphrase:
        raise RuntimeError("the vault lost what was written")
    return _("made, written, locked, reopened, removed")


def _check_keyring() -> str:
    """Which one is here and whether we would use it; nothing is asked of the person."""
    found = keyring_entry.state(secrets.token_hex(16))
    use = "would be used" if found.is_usable else "would not be used"
    return ", ".join(filter(None, (found.backend, found.standing, use)))


def _check_translations() -> str:
    missing = [
        code for code in i18n.UI_LANGUAGES if code != "en" and not i18n.catalogue("ui", code).info()
    ]
    if missing:
        raise RuntimeError(f"no catalogue for {', '.join(missing)}")
    return ", ".join(i18n.UI_LANGUAGES)


def _check_fonts() -> str:
    from assistance_desktop.documents.layout import faces  # noqa: PLC0415 - reportlab loads late

    return ", ".join(faces.families())


def _check_printing() -> str:
    from assistance_desktop.ui.printout import printing  # noqa: PLC0415 - Qt loads late

    return printing.check()
