"""What a new case starts with: its number, its worker and a nature word for a name."""

import secrets

from assistance_desktop import paths
from assistance_desktop.cases.case import CASE
from assistance_desktop.storage.editing import Edit
from assistance_desktop.sync import desk as desks
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.session import Session


def open_if_new(filling: Filling, session: Session) -> list[Edit]:
    """The edits that open the case, and pin the version of its questionnaire; none later on."""
    pinned = filling.pin()
    if filling.case.text(CASE, "opened_on"):
        return pinned
    number = desks.read(session.reader).case_number(secrets.token_hex(4))
    name = filling.case.text(CASE, "pseudonym") or _draw_name()
    return [*pinned, *filling.open_new(session.author.name, number, name)]


def _draw_name() -> str:
    """One of the pack's words, by chance."""
    names = (paths.resources() / "packs" / "finland" / "pseudonyms.txt").read_text("utf-8")
    return secrets.choice(names.split())
