"""`plan FACTS.json... [--on DATE] [--language xx]`: facts in, services out, a line a file."""

import json
import sys
from argparse import Namespace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from assistance_desktop import paths
from assistance_desktop.cli import facts_file
from assistance_desktop.errors import AppError
from assistance_desktop.guidance.facts import read_facts
from assistance_desktop.guidance.pack import read_pack
from assistance_desktop.guidance.services import plan
from assistance_desktop.i18n import _


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public name for it
    """Tell the parser what the command takes."""
    parser = commands.add_parser("plan", help="what may be offered on these facts")
    parser.add_argument("facts", nargs="+", type=Path, metavar="FACTS.json")
    parser.add_argument("--on", metavar="DATE")
    parser.add_argument("--language", default="en", metavar="xx")
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> int:
    """Print one object a file; nothing at all when one of them is bad."""
    pack = read_pack(paths.resources() / "packs" / "finland")
    on = day("--on", chosen.on)
    lines: list[str] = []
    for path in chosen.facts:
        plain = facts_file.read(path)
        plain.pop("print", None)
        try:
            facts = read_facts(plain)
        except AppError as refusal:
            raise AppError(f"{path}: {refusal.problem}", refusal.hint) from refusal
        made = plan(facts, pack, on, chosen.language).as_json()
        lines.append(json.dumps(made, ensure_ascii=False))
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def day(option: str, text: str | None) -> date:
    """The ISO day of an option; today in Finland when it is not given."""
    if text is None:
        return datetime.now(ZoneInfo("Europe/Helsinki")).date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise AppError(
            _("{option}: {text} is not a day.").format(option=option, text=text),
            _("Write it as 2026-11-23."),
        ) from error
