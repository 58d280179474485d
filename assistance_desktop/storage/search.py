"""Finding cases in the list: by words, and by what somebody must look at.

It reads the folded list rows only, never the changes; capital letters make no difference in any
alphabet.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistance_desktop.storage.case_store import IN_ORDER
from assistance_desktop.storage.vault import Connection


class Among(StrEnum):
    """Which cases to look among."""

    ALL = "all"
    OPEN = "open"
    """All but the closed ones."""
    ATTENTION = "attention"
    """A serious threat, something to compare, or in an open one a next step that is due."""
    UNSENT = "unsent"
    """With changes that are in no bundle yet."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cases there are of each sort."""

    whole: int
    open: int
    attention: int
    unsent: int
    closed: int


_CONDITIONS = {
    Among.ALL: "TRUE",
    Among.OPEN: "stage <> 'closed'",
    Among.ATTENTION: (
        "(threat OR conflicts OR (due IS NOT NULL AND due <= :today AND stage <> 'closed'))"
    ),
    Among.UNSENT: "unsealed > 0",
    Among.CLOSED: "stage = 'closed'",
}
_KNOWN = "folded(pseudonym || char(10) || number || char(10) || worker || char(10) || next_step)"


def find(connection: Connection, words: str, among: Among, today: date) -> list[str]:
    """The cases whose pseudonym, number, worker or next step hold every word, in list order."""
    terms = {f"word{at}": word.casefold() for at, word in enumerate(words.split())}
    connection.create_function("folded", 1, str.casefold, deterministic=True)
    matches = [f"instr({_KNOWN}, :{name})" for name in terms]
    condition = " AND ".join([_CONDITIONS[among], *matches])
    found = connection.execute(
        f"SELECT case_id FROM case_row WHERE {condition} ORDER BY {IN_ORDER}",  # noqa: S608 - our own words; what was typed is bound
        {"today": today.isoformat(), **terms},
    )
    return [row[0] for row in found]


def count(connection: Connection, today: date) -> Counts:
    """How many cases there are of each sort."""
    totals = ", ".join(f"total({_CONDITIONS[sort]})" for sort in Among)
    row = connection.execute(
        f"SELECT {totals} FROM case_row",  # noqa: S608 - our own words
        {"today": today.isoformat()},
    ).fetchone()
    return Counts(*(int(number) for number in row))
