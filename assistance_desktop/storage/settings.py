"""What the vault remembers besides cases: who works here, keys of this desk, choices.

Values are JSON and encrypted like everything else; nothing of this lies in a file beside it.
"""

import json
from typing import Any

from assistance_desktop.storage.vault import Connection


def read(connection: Connection, name: str) -> Any:  # noqa: ANN401 - JSON is what it is
    """A setting, or None when it was never written."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return json.loads(row[0]) if row else None


def write(connection: Connection, name: str, value: Any) -> None:  # noqa: ANN401 - as above
    """Put a setting; inside `vault.transaction`."""
    connection.execute(
        "INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, json.dumps(value, sort_keys=True))
    )
