import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from sqlcipher3 import dbapi2

from assistance_desktop.errors import AppError
from assistance_desktop.storage import anchor, case_store, vault
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui import failure
from tests.conftest import PASSPHRASE


def nobody(error):
    pytest.fail(str(error))


def test_an_edit_is_on_the_disk_when_it_is_told(session, owner, qtbot):
    told = []
    with qtbot.waitSignal(session.changed) as changed:
        session.edit("c", [Edit("intake", "/q", "yes")], owner, told.extend, nobody)
    assert changed.args == ["c"]
    assert told[0].value == "yes"
    assert told[0].author == "Pihlaja"
    assert session.case("c").value("intake", "/q") == "yes"


def test_the_anchor_knows_of_an_edit_while_the_vault_is_still_open(session, owner, qtbot):
    with qtbot.waitSignal(session.changed):
        session.edit("c", [Edit("intake", "/q", "yes")], owner, lambda _changes: None, nobody)
    folder, vault_id, master = session.vault.folder, session.vault.id, session.vault._open_master()
    qtbot.waitUntil(lambda: anchor.read(folder, vault_id, master).n == 1)


def test_results_come_home_on_the_thread_of_the_window(session, owner, qtbot, qapp):
    threads = []
    session.compute(
        case_store.case_ids,
        owner,
        lambda _ids: threads.append(QThread.currentThread()),
        nobody,
    )
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [qapp.thread()]


def test_a_refusal_reaches_the_one_who_asked(session, owner, qtbot):
    refusals = []

    def refuse(connection):
        raise AppError("The stick is full.", "Take another one.")

    session.compute(refuse, owner, lambda _x: pytest.fail("no result"), refusals.append)
    qtbot.waitUntil(lambda: bool(refusals))
    assert refusals[0].hint == "Take another one."


def test_a_bug_shows_places_and_never_values(session, owner, qtbot):
    pages = []
    failure.install(pages.append)

    def stumble(connection):
        raise ValueError("Aurora lives in the red house")

    session.compute(stumble, owner, nobody, nobody)
    qtbot.waitUntil(lambda: bool(pages))
    failure.uninstall()
    assert "ValueError" in pages[0]
    assert "stumble" in pages[0]
    assert "Aurora" not in pages[0]


def test_a_disk_that_cannot_be_read_is_told_as_a_sentence(session, owner, qtbot, tmp_path):
    refusals = []
    (tmp_path / "rubbish").write_bytes(b"x" * 8192)

    def read(_connection):
        unread = dbapi2.connect(str(tmp_path / "rubbish"))
        try:
            unread.execute("SELECT * FROM sqlite_master")
        finally:
            unread.close()

    session.compute(read, owner, nobody, refusals.append)
    qtbot.waitUntil(lambda: bool(refusals))
    assert "the disk does not answer" in str(refusals[0])


def test_a_result_whose_owner_is_gone_is_dropped(session, owner, qtbot):
    gone = QObject()
    told = []
    session.compute(lambda connection: 1, gone, told.append, nobody)
    shiboken6.delete(gone)
    session.compute(lambda connection: 2, owner, told.append, nobody)
    qtbot.waitUntil(lambda: 2 in told)
    assert told == [2]


def test_half_typed_text_is_in_the_vault_before_the_key_is_gone(session, owner, open_vault):
    session.closing.connect(
        lambda: session.edit("c", [Edit("intake", "/q", "half ty")], owner, lambda _c: None, nobody)
    )
    session.close()
    again = vault.unlock(open_vault.folder, PASSPHRASE)
    reader = again.connect(read_only=True)
    assert case_store.load(reader, "c").value("intake", "/q") == "half ty"
    reader.close()
    again.close()


def test_an_edit_after_closing_is_dropped_and_nobody_falls_over_it(session, owner):
    told = []
    session.close()
    session.edit("c", [Edit("intake", "/q", "yes")], owner, told.append, told.append)
    assert told == []


def test_after_closing_the_key_is_gone_and_nothing_is_told(session, owner):
    session.close()
    with pytest.raises(vault.VaultMissingError):
        session.vault.connect()
    session.compute(lambda connection: 1, owner, pytest.fail, pytest.fail)


def test_a_job_that_fails_leaves_nothing_behind(session, owner, qtbot):
    refusals = []

    def half(connection):
        case_store.add(connection, session.case("c").changes)
        connection.execute("INSERT INTO setting VALUES ('half', '1')")
        raise AppError("Stopped.", "")

    session.write(half, owner, pytest.fail, refusals.append)
    qtbot.waitUntil(lambda: bool(refusals))
    found = session.reader.execute("SELECT count(*) FROM setting WHERE name = 'half'").fetchone()
    assert found[0] == 0
