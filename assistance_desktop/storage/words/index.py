"""The words of every case, kept so that a word finds its cases without opening any.

What stands in the heads of a field is found, of a conflict all of it; what was replaced, or is
in a record that was removed, is not. Fields are indexed in pages of some two thousand signs, so
that one answer costs the same in a case of sixty changes and in one of ten thousand.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from sqlcipher3 import dbapi2

from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.changes import Answer, Change
from assistance_desktop.storage.change_rows import change_from
from assistance_desktop.storage.words import folding, spelling

Connection: TypeAlias = dbapi2.Connection
_Held: TypeAlias = tuple[int, str]

PAGE_BITS = 10
LONG = 1 << 50
"""Documents from this number on belong to cases of several pages: LONG + (n << PAGE_BITS) + page.

Others are the whole of a case and have its number.
"""

INITIAL = "ⁱ"
"""Stands before the first letters of what a list shows of a case: all that one letter finds."""

_SHOWN = {"pseudonym", "number", "worker"}
_BY_NO_HAND = {"form", "about"}
"""Fields that hold names of forms and of other fields."""

_FULL = 2000
_LAST_PAGE = (1 << PAGE_BITS) - 1


def follow_field(connection: Connection, case_id: str, heads: Sequence[Change]) -> None:
    """Keep the words of one field anew: those of all its heads."""
    _keep(connection, _number(connection, case_id), {_place(heads[0]): _words(heads)})


def follow_record(connection: Connection, case: Case, record: str) -> None:
    """Keep the words of one record anew; of one that was removed, none."""
    _keep(connection, _number(connection, case.id), dict(_standing(case, record)))


def follow_case(connection: Connection, case: Case) -> None:
    """Keep the words of a whole case anew."""
    fields = {
        place: words
        for record in {change.record for change in case.changes}
        for place, words in _standing(case, record)
    }
    _keep(connection, _number(connection, case.id), fields)


def fill(connection: Connection) -> None:
    """Keep the words of every case of a vault from before there was an index."""
    ids = [row[0] for row in connection.execute("SELECT case_id FROM case_row ORDER BY n")]
    for case_id in ids:
        found = connection.execute("SELECT * FROM change WHERE case_id = ? ORDER BY n", (case_id,))
        follow_case(connection, Case(case_id, [change_from(row) for row in found]))


def _standing(case: Case, record: str) -> Iterator[tuple[bytes, str]]:
    removed = case.value(record, "removed") is True
    for field in case.fields(record):
        heads = case.heads(record, field)
        yield _place(heads[0]), "" if removed else _words(heads)


def _number(connection: Connection, case_id: str) -> int:
    found = connection.execute("SELECT n FROM case_row WHERE case_id = ?", (case_id,)).fetchone()
    return int(found[0])


def _place(head: Change) -> bytes:
    name = f"{head.record}\n{head.field}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(name, digest_size=8).digest()


def _words(heads: Sequence[Change]) -> str:
    """Everything by which a field is found, as one line."""
    if heads[0].field in _BY_NO_HAND:
        return ""
    found: set[str] = set()
    for text in {text for head in heads for text in _texts(head.value)}:
        found |= folding.written_words(text) | spelling.written_keys(text)
    if heads[0].record == CASE and heads[0].field in _SHOWN:
        found |= {INITIAL + word[0] for word in found if word.isascii()}
    return " ".join(sorted(found))


def _texts(value: Answer) -> Iterator[str]:
    """What somebody typed or chose; not the path of another question."""
    if isinstance(value, str):
        if not value.startswith("/"):
            yield value
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list | tuple):
        for member in value:
            yield from _texts(member)


def _keep(connection: Connection, n: int, fields: Mapping[bytes, str]) -> None:
    """Write the words of some fields where they differ, and index the pages that they stand on."""
    held = _held(connection, n, fields)
    before = _last_page(connection, n)
    room = _Room(connection, n, before)
    touched: set[int] = set()
    for place, words in fields.items():
        page, old = held.get(place, (None, ""))
        if words == old:
            continue
        page = room.take(len(words)) if page is None else page
        touched.add(page)
        _write(connection, n, place, page, words)
    if not touched:
        return
    after = _last_page(connection, n)
    if bool(before) is not bool(after):
        touched.add(0)
    for page in touched:
        connection.execute("DELETE FROM word_index WHERE rowid = ?", (number_of(n, page, before),))
        _index(connection, n, page, number_of(n, page, after))


def _held(connection: Connection, n: int, fields: Collection[bytes]) -> dict[bytes, _Held]:
    """The page and the words of those fields that have some."""
    sql = "SELECT field, page, words FROM word_text WHERE case_n = ?"
    if len(fields) == 1:
        found = connection.execute(f"{sql} AND field = ?", (n, *fields))
    else:
        found = connection.execute(sql, (n,))
    return {bytes(row[0]): (row[1], row[2]) for row in found}


def _last_page(connection: Connection, n: int) -> int:
    """The last page of a case; 0 for the only one, or when there is none."""
    found = connection.execute("SELECT max(page) FROM word_text WHERE case_n = ?", (n,))
    return found.fetchone()[0] or 0


class _Room:
    """Which page of a case the next new field goes to; the last one is measured when one comes."""

    def __init__(self, connection: Connection, n: int, last: int) -> None:
        self._connection, self._n = connection, n
        self._page = last
        self._used: int | None = None

    def take(self, length: int) -> int:
        """The page for so many signs."""
        if self._used is None:
            self._used = self._measure()
        if self._used > _FULL and self._page < _LAST_PAGE:
            self._page, self._used = self._page + 1, 0
        self._used += length
        return self._page

    def _measure(self) -> int:
        found = self._connection.execute(
            "SELECT total(length(words)) FROM word_text WHERE case_n = ? AND page = ?",
            (self._n, self._page),
        )
        return int(found.fetchone()[0])


def _write(connection: Connection, n: int, place: bytes, page: int, words: str) -> None:
    if words:
        connection.execute(
            "INSERT OR REPLACE INTO word_text VALUES (?, ?, ?, ?)", (n, place, page, words)
        )
    else:
        connection.execute("DELETE FROM word_text WHERE case_n = ? AND field = ?", (n, place))


def number_of(n: int, page: int, last: int) -> int:
    """The number of a document, by the last page of its case."""
    return LONG + (n << PAGE_BITS) + page if last else n


def _index(connection: Connection, n: int, page: int, number: int) -> None:
    """Make the document of a page from the words of its fields."""
    found = connection.execute(
        "SELECT words FROM word_text WHERE case_n = ? AND page = ?", (n, page)
    )
    words = {word for row in found for word in row[0].split()}
    if words:
        connection.execute(
            "INSERT INTO word_index (rowid, words) VALUES (?, ?)", (number, " ".join(words))
        )
