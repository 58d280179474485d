"""`bundle inspect FILE [--identity FILE]`: what can be said of a bundle, trusting nothing."""

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.sync.age.keys import read_identity_file
from assistance_desktop.sync.age.wrapping import Identity
from assistance_desktop.sync.bundle.inspection import inspect


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public name for it
    """Tell the parser what the command takes."""
    kinds = commands.add_parser("bundle", help="sealed bundles").add_subparsers(required=True)
    parser = kinds.add_parser("inspect", help="what can be said of a bundle")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--identity", type=Path, metavar="FILE")
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> int:
    """Print one JSON object."""
    identities = _read_identities(chosen.identity) if chosen.identity else ()
    try:
        with chosen.file.open("rb") as stream:
            told = inspect(stream, identities)
    except AppError as refusal:
        raise AppError(f"{chosen.file}: {refusal.problem}", refusal.hint) from refusal
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    return 0


def _read_identities(path: Path) -> Sequence[Identity]:
    """The keys in an identity file. Raises AppError with the file; nothing of a key is told."""
    try:
        return read_identity_file(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise AppError(
            _("{file}: this is no identity file.").format(file=path),
            _("Choose the text file with the key that begins with AGE-SECRET-KEY."),
        ) from error
    except AppError as refusal:
        raise AppError(f"{path}: {refusal.problem}", refusal.hint) from refusal
