"""`pack check [DIR]` and `pack report [--pack DIR] [--language xx] [--on DATE] --out FILE`."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from assistance_desktop import i18n, paths
from assistance_desktop.cli.plan import day
from assistance_desktop.documents.rule_book import as_html, as_pdf
from assistance_desktop.errors import AppError
from assistance_desktop.guidance.pack import read_pack
from assistance_desktop.i18n import _


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public name for it
    """Tell the parser what the command takes."""
    parser = commands.add_parser("pack", help="check a content pack, or print its rule book")
    deeds = parser.add_subparsers(dest="deed", required=True, parser_class=type(parser))
    check = deeds.add_parser("check", help="read a pack and say what is wrong with it")
    check.add_argument("pack", nargs="?", type=Path, default=_shipped(), metavar="DIR")
    check.set_defaults(run=run_check)
    report = deeds.add_parser("report", help="the whole rule book, for a lawyer")
    report.add_argument("--pack", type=Path, default=_shipped(), metavar="DIR")
    report.add_argument("--language", default="en", metavar="xx")
    report.add_argument("--on", metavar="DATE")
    report.add_argument("--out", required=True, type=Path, metavar="FILE.html|pdf")
    report.set_defaults(run=run_report)


def run_check(chosen: Namespace) -> int:
    """Read the pack; a mistake is refused with file and place."""
    pack = read_pack(chosen.pack)
    print(
        f"{pack.id}: {len(pack.services)} services, {len(pack.flags)} flags, checked {pack.checked}"
    )
    return 0


def run_report(chosen: Namespace) -> int:
    """Write the rule book; the file's name says as what."""
    pack, on = read_pack(chosen.pack), day("--on", chosen.on)
    if chosen.language not in pack.languages:
        raise AppError(
            _("The pack has no texts in {language}.").format(language=chosen.language),
            _("Use one of: {names}.").format(names=", ".join(pack.languages)),
        )
    i18n.use_language(chosen.language)
    kind = chosen.out.suffix.lower()
    if kind == ".pdf":
        chosen.out.write_bytes(as_pdf(pack, chosen.language, on))
    elif kind == ".html":
        chosen.out.write_text(as_html(pack, chosen.language, on), encoding="utf-8")
    else:
        raise AppError(
            _("{file} is no kind of rule book.").format(file=chosen.out),
            _("End its name with .html or .pdf."),
        )
    return 0


def _shipped() -> Path:
    return paths.resources() / "packs" / "finland"
