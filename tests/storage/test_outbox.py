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
        Carried(True, "desk-4", AT, 1, received=True),
        Carried(True, "desk-4", AT, 2, received=False),
    ]
    assert outbox.carried(connection, "b") == [Carried(True, "desk-4", AT, 1, received=False)]


def receive(connection, sequence, changes):
    row = BundleRow(False, "desk-4", sequence, "d", "m", AT, 10, len(changes), False)
    outbox.record(connection, row, [change.id for change in changes])


def test_what_came_from_a_desk_is_told_once_and_is_not_sent_back(connection, pen):
    with transaction(connection):
        editing.write(connection, "a", [Edit("case", "pseudonym", "Aurora")], pen)
        first = case_store.load(connection, "a").changes
        receive(connection, 3, first)
        editing.write(connection, "a", [Edit("note/1", "text", "Rang.")], pen)
        receive(connection, 4, case_store.load(connection, "a").changes)
    assert outbox.carried(connection, "a") == [
        Carried(False, "desk-4", AT, 1, received=False),
        Carried(False, "desk-4", AT, 1, received=False),
    ]
    assert outbox.pending(connection, "desk-4") == []


def test_what_came_before_bundles_were_told_apart_is_still_not_sent_back(connection, pen):
    with transaction(connection):
        (change,) = editing.write(connection, "a", [Edit("case", "pseudonym", "Aurora")], pen)
        connection.execute("INSERT INTO sent VALUES ('desk-4', ?, 0)", (change.id,))
    assert outbox.pending(connection, "desk-4") == []
    assert outbox.carried(connection, "a") == []
