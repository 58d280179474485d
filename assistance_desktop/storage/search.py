"""Finding cases in the list: by words, and by what somebody must look at.

Words are looked up in the index that storage/words keeps, never in the changes. Who is found by
letters comes before who is found by another spelling of a name, each in the order of the list.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistance_desktop.storage.case_store import IN_ORDER
from assistance_desktop.storage.vault import Connection
from assistance_desktop.storage.words.folding import typed_words
from assistance_desktop.storage.words.index import INITIAL, LONG, PAGE_BITS
from assistance_desktop.storage.words.spelling import typed_keys

MOST = 2000
"""Cases that words find at most. Who wants others types more."""

_READ = 500
"""Signs of what is typed that are looked at; a page that was pasted by mistake is longer."""

_FEW = 500
"""Cases that are put in order faster by themselves than by going through the whole list."""


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
_SHORT = f"SELECT rowid FROM word_index WHERE word_index MATCH :all AND rowid < {LONG}"  # noqa: S608
_AT_LENGTH = "SELECT value FROM json_each(:long)"


def find(connection: Connection, words: str, among: Among, today: date) -> list[str]:
    """The cases in which every word begins some word, at most MOST of them, in list order.

    Behind them come those that hold another spelling of a name. One letter finds what the list
    shows of a case: its pseudonym, number and worker. Without words all are found.
    """
    words = words[:_READ].strip()
    if not words:
        return _listed(connection, _CONDITIONS[among], {"today": today.isoformat()})
    found = _holding(connection, [_begun(word) for word in typed_words(words)], among, today)
    if len(found) < MOST and any(map(typed_keys, words.split())):
        spelled = [_spelled(word) for word in words.split() if typed_words(word)]
        found = list(dict.fromkeys(found + _holding(connection, spelled, among, today)))
    return found[:MOST]


def count(connection: Connection, today: date) -> Counts:
    """How many cases there are of each sort."""
    totals = ", ".join(f"total({_CONDITIONS[sort]})" for sort in Among)
    row = connection.execute(
        f"SELECT {totals} FROM case_row",  # noqa: S608 - our own words
        {"today": today.isoformat()},
    ).fetchone()
    return Counts(*(int(number) for number in row))


def _begun(word: str) -> str:
    """What finds the documents that hold a word with this beginning."""
    return f'"{INITIAL}{word}"' if len(word) == 1 else f'"{word}" *'


def _spelled(typed: str) -> str:
    """The same for all that was typed between two spaces, or a name in another spelling."""
    letters = " AND ".join(_begun(word) for word in typed_words(typed))
    return " OR ".join([f"({letters})", *(f'"{key}"' for key in sorted(typed_keys(typed)))])


def _holding(
    connection: Connection, looked_for: Sequence[str], among: Among, today: date
) -> list[str]:
    """The first MOST cases, in list order, that hold all of it."""
    if not looked_for:
        return []
    given: dict[str, str] = {
        "today": today.isoformat(),
        "all": " AND ".join(f"({words})" for words in looked_for),
        "long": json.dumps(sorted(_in_long_cases(connection, looked_for))),
    }
    few = connection.execute(f"{_SHORT} LIMIT {_FEW + 1}", given).fetchall()
    if len(few) <= _FEW:
        given["short"] = json.dumps([row[0] for row in few])
        chosen = f"n IN (SELECT value FROM json_each(:short) UNION {_AT_LENGTH})"  # noqa: S608
        return _listed(connection, f"{_CONDITIONS[among]} AND {chosen}", given)
    # The plus: go through the whole list in its order, and stop at the last that is shown.
    chosen = f"n IN ({_SHORT} UNION ALL {_AT_LENGTH})"
    return _listed(connection, f"{_CONDITIONS[among]} AND +{chosen}", given, f"LIMIT {MOST}")


def _in_long_cases(connection: Connection, looked_for: Sequence[str]) -> set[int]:
    """The numbers of the cases of several pages that hold all of it, on whichever pages."""
    found = [
        {
            (row[0] - LONG) >> PAGE_BITS
            for row in connection.execute(
                "SELECT rowid FROM word_index WHERE word_index MATCH ? AND rowid >= ?",
                (words, LONG),
            )
        }
        for words in looked_for
    ]
    return set[int].intersection(*found)


def _listed(
    connection: Connection, condition: str, given: Mapping[str, str], limit: str = ""
) -> list[str]:
    """The ids of cases in the order of the list."""
    found = connection.execute(
        f"SELECT case_id FROM case_row WHERE {condition} ORDER BY {IN_ORDER} {limit}",  # noqa: S608 - our own words; what was typed is bound
        given,
    )
    return [row[0] for row in found]
