"""`walkthrough [--out DIR] [--cases N]`: the main job from end to end, on sample people.

It drives the real screens over two real vaults, leaves pictures, PDFs and a bundle in DIR, and
checks itself; the exit status is 1 when a check fails.
"""

import os
import sys
import tempfile
from argparse import Namespace
from pathlib import Path
from typing import Any


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public name for it
    """Tell the parser what the command takes."""
    parser = commands.add_parser("walkthrough", help="the whole job on sample people")
    parser.add_argument("--out", type=Path, default=Path("walkthrough"), metavar="DIR")
    parser.add_argument("--cases", type=int, default=9, metavar="N")
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> int:
    """Walk; print a line a step with its time."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        # The platform without a screen says at every window that it has no size hints.
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    from assistance_desktop.cli.walkthrough.hands import WalkFailedError  # noqa: PLC0415 - Qt after the platform
    from assistance_desktop.cli.walkthrough.journey import walk  # noqa: PLC0415 - as above
    from assistance_desktop.ui import failure  # noqa: PLC0415 - as above

    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        try:
            walk(Path(scratch), chosen.out.resolve(), chosen.cases)
        except WalkFailedError as failed:
            sys.stderr.write(f"{failed}\n")
            return 1
        finally:
            failure.uninstall()
    return 0
