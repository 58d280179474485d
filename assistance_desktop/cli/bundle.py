"""`bundle inspect FILE [--identity FILE]`: what can be said of a bundle, trusting nothing."""

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from assistance_desktop.sync.age.keys import read_identity_file
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
    identities = read_identity_file(chosen.identity.read_text("utf-8")) if chosen.identity else ()
    with chosen.file.open("rb") as stream:
        told = inspect(stream, identities)
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    return 0
