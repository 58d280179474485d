"""Editing a case in the vault: from what a person typed to the changes that hold it.

While a change is in no bundle yet it is amended in place, so typing leaves one row a field and
not forty; a value that is there already is not written again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from assistance_desktop.cases.changes import Answer, Author, Change
from assistance_desktop.storage import case_store
from assistance_desktop.storage.vault import Connection


@dataclass(frozen=True, slots=True)
class Edit:
    """A value for a field; `amends` is the change that the same hand made there just now."""

    record: str
    field: str
    value: Answer
    amends: str = ""


@dataclass(frozen=True, slots=True)
class Pen:
    """What an edit is written with: whose hand, by which clock, with which new names."""

    author: Author
    clock: Callable[[], datetime]
    new_id: Callable[[], str]


def write(connection: Connection, case_id: str, edits: Iterable[Edit], pen: Pen) -> list[Change]:
    """Write edits inside `vault.transaction`; the changes that now hold the fields, in order."""
    return [_write_one(connection, case_id, edit, pen) for edit in edits]


def _write_one(connection: Connection, case_id: str, edit: Edit, pen: Pen) -> Change:
    case = case_store.load_field(connection, case_id, edit.record, edit.field)
    heads = case.heads(edit.record, edit.field)
    only = heads[0] if len(heads) == 1 else None
    if only and only.value == edit.value:
        return only
    if only and only.id == edit.amends:
        amended = replace(only, value=edit.value, at=pen.clock())
        if case_store.amend(connection, amended):
            return amended
    change = case.edit(
        edit.record, edit.field, edit.value, author=pen.author, at=pen.clock(), new_id=pen.new_id
    )
    case_store.add(connection, [change])
    return change
