"""The same work without a window (docs/cli.md): exact input, exact output, nothing else.

Exit status 0; 2 for bad input, with one line on standard error that says what is wrong where
and how to mend it.
"""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from assistance_desktop import __version__
from assistance_desktop.cli import document, form, plan, self_check, walkthrough
from assistance_desktop.errors import AppError


class _Parser(argparse.ArgumentParser):
    """A parser whose refusal is one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; without one, start the window."""
    parser = _Parser(prog="assistance-desktop", description=__doc__)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", parser_class=_Parser)
    for command in (plan, document, form, walkthrough, self_check):
        command.add(commands)
    chosen = parser.parse_args(arguments)
    if chosen.command is None:
        from assistance_desktop import app  # noqa: PLC0415 - commands without a window load no Qt

        return app.start()
    try:
        return int(chosen.run(chosen) or 0)
    except AppError as refusal:
        sys.stderr.write(" ".join(str(refusal).split()) + "\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename or ''}: {error.strerror}\n")
        return 2
