"""`document FACTS.json --kind … --language xx [--beside yy] --out FILE.pdf`: paper from facts."""

from argparse import Namespace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from assistance_desktop import paths
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Author
from assistance_desktop.cases.consent import (
    ASSISTANCE_SYSTEM,
    CLIENT,
    Purpose,
    Release,
    release,
)
from assistance_desktop.cli import facts_file
from assistance_desktop.cli.plan import day
from assistance_desktop.documents.order import Kind, Order, read_details
from assistance_desktop.documents.press import make
from assistance_desktop.errors import AppError
from assistance_desktop.guidance.facts import Facts, read_facts
from assistance_desktop.guidance.pack import read_pack
from assistance_desktop.i18n import _


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public name for it
    """Tell the parser what the command takes."""
    parser = commands.add_parser("document", help="the paper that the print page would make")
    parser.add_argument("facts", type=Path, metavar="FACTS.json")
    parser.add_argument("--kind", required=True, choices=[kind.value for kind in Kind])
    parser.add_argument("--language", required=True, metavar="xx")
    parser.add_argument("--beside", metavar="yy")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> int:
    """Write the PDF; nothing is written when anything is amiss."""
    plain = facts_file.read(chosen.facts)
    try:
        details = read_details(plain.pop("print", {}))
        facts = read_facts(plain)
    except AppError as refusal:
        raise AppError(f"{chosen.facts}: {refusal.problem}", refusal.hint) from refusal
    kind = Kind(chosen.kind)
    order = Order(kind, chosen.language, chosen.beside, details=details)
    released = _release(facts, kind, day("--on", None))
    pdf = make(order, released, facts, read_pack(paths.resources() / "packs" / "finland"))
    chosen.out.write_bytes(pdf)
    return 0


def _release(facts: Facts, kind: Kind, today: date) -> Release:
    """What may leave: to the client always, to the Assistance system on the facts' consent."""
    if kind is Kind.PROPOSAL:
        if facts["proposal_consent"] != "given":
            raise AppError(
                _("proposal_consent: the person has not agreed to a proposal."),
                _('Ask the person; write "given" there when they agree.'),
            )
        return release(_case(facts, today), ASSISTANCE_SYSTEM, Purpose.PROPOSAL, today)
    return release(_case(facts, today), CLIENT, Purpose.PAPER, today)


def _case(facts: Facts, today: date) -> Case:
    """A case that knows nothing but the consent to a proposal that the facts tell of."""
    case = Case("facts", [])
    author, at = Author("", ""), datetime.combine(today, datetime.min.time(), UTC)
    record = f"consent/{ASSISTANCE_SYSTEM}"
    consent = {
        "recipient": ASSISTANCE_SYSTEM,
        "state": str(facts["proposal_consent"]),
        "given_on": today.isoformat(),
    }
    changes = [
        case.edit(record, name, value, author=author, at=at, new_id=lambda name=name: name)
        for name, value in consent.items()
    ]
    return case.with_changes(changes)
