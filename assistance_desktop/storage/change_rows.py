"""A change as its row in the vault holds it."""

import json
from collections.abc import Mapping
from datetime import datetime

from assistance_desktop.cases.changes import Change, value_from_json


def change_from(row: Mapping[str, str]) -> Change:
    """The change that a row holds."""
    return Change(
        id=row["id"],
        case=row["case_id"],
        record=row["record"],
        field=row["field"],
        value=value_from_json(json.loads(row["value"])),
        replaces=tuple(json.loads(row["replaces"])),
        author=row["author"],
        device=row["device"],
        at=datetime.fromisoformat(row["at"]),
    )
