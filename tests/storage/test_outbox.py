"""What of one case went out in which bundle."""

from datetime import UTC, datetime

from assistance_desktop.storage import case_store, editing, outbox
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.outbox import BundleRow, Carried
from assistance_desktop.storage.vault import transaction

AT = datetime(2026, 11, 20, 14, tzinfo=UTC)


def send(connection, sequence, changes):
    row = BundleRow(True, "desk-4", sequence, "d", "m", AT, 10, len(changes), False)
    outbox.record(connection, row, [change.id for change in changes])


def test_each_bundle_says_how_much_of_a_case_it_took_and_whether_it_was_received(connection, pen):
    with transaction(connection):
        editing.write(connection, "a", [Edit("case", "pseudonym", "Aurora")], pen)
        first = case_store.load(connection, "a").changes
        send(connection, 1, first)
        editing.write(connection, "a", [Edit("note/1", "text", "Rang.")], pen)
        editing.write(connection, "b", [Edit("case", "pseudonym", "Usva")], pen)
        both = [c for case in "ab" for c in case_store.load(connection, case).changes]
        send(connection, 2, both)
        outbox.confirm(connection, "desk-4", 1)
    assert outbox.carried(connection, "a") == [
        Carried("desk-4", AT, 1, received=True),
        Carried("desk-4", AT, 2, received=False),
    ]
    assert outbox.carried(connection, "b") == [Carried("desk-4", AT, 1, received=False)]


def test_what_came_from_a_desk_was_not_sent_to_it(connection, pen):
    with transaction(connection):
        editing.write(connection, "a", [Edit("case", "pseudonym", "Aurora")], pen)
        changes = case_store.load(connection, "a").changes
        row = BundleRow(False, "desk-4", 1, "d", "m", AT, 10, 1, False)
        outbox.record(connection, row, [change.id for change in changes])
    assert outbox.carried(connection, "a") == []
