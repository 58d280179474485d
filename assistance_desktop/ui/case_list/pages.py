"""The rows of a list of cases, read a page at a time as they come into sight.

It holds every id and at most twenty pages of rows, so a list of any length opens at once.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistance_desktop.storage import case_store
from assistance_desktop.storage.case_store import PAGE, CaseRow
from assistance_desktop.storage.vault import Connection

KEPT = 20
"""Pages that are remembered: 4 000 rows."""


class CasePages:
    """The list rows behind some ids, in the order of the ids."""

    def __init__(self, connection: Connection, ids: Sequence[str]) -> None:
        self.ids = tuple(ids)
        self._connection = connection
        self._page = lru_cache(KEPT)(self._read)

    def row(self, place: int) -> CaseRow | None:
        """The row at a place counted from 0; None when the case is gone."""
        return self._page(place // PAGE).get(self.ids[place])

    def _read(self, page: int) -> Mapping[str, CaseRow]:
        ids = self.ids[page * PAGE : (page + 1) * PAGE]
        return {row.case_id: row for row in case_store.rows(self._connection, ids)}
