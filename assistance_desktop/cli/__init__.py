"""The same work without a window (docs/cli.md): exact input, exact output, nothing else.

Exit status 0; 2 for bad input, with one line on standard error that says what is wrong where
and how to mend it.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from assistance_desktop import __version__
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

COMMANDS = ("plan", "document", "form", "pack", "bundle", "walkthrough", "self-check")


class _Parser(argparse.ArgumentParser):
    """A parser whose refusal is one line."""

    def error(self, message: str) -> NoReturn:
        """Say what does not fit, and leave."""
        self.exit(2, f"{self.prog}: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; without one, start the window."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given[:1] == ["child"]:
        return int(import_module("assistance_desktop.cli.child").main(given[1:]))
    parser = _Parser(prog="assistance-desktop", description=__doc__)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", parser_class=_Parser)
    # Only the command that was named is loaded: a plan needs neither Qt nor reportlab.
    for name in [name for name in COMMANDS if name in given[:1]] or COMMANDS if given else ():
        import_module(f"assistance_desktop.cli.{name.replace('-', '_')}").add(commands)
    chosen = parser.parse_args(given)
    if chosen.command is None:
        return int(import_module("assistance_desktop.app").start())
    try:
        return int(chosen.run(chosen) or 0)
    except AppError as refusal:
        sys.stderr.write(" ".join(str(refusal).split()) + "\n")
        return 2
    except OSError as error:
        remedy = _("Check its name, and that you may use it.")
        sys.stderr.write(f"{error.filename or ''}: {error.strerror}. {remedy}\n")
        return 2
