import time

import pytest

from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import StorageFullError
from assistance_desktop.ui.keeper import PAUSE, Keeper


@pytest.fixture
def keeper(session):
    made = Keeper(session)
    made.begin("c")
    return made


@pytest.fixture
def full_disk(session):
    """The database may not grow: the writing connection allows no more pages."""
    connection = session._writing
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")

    def make_room():
        connection.execute("PRAGMA max_page_count = 1000000")

    return make_room


LONG = "a long word of the client " * 4000
"""More than the pages that are there can hold."""


def kept(session, case="c"):
    return session.case(case).fields("intake")


def test_what_is_typed_is_on_the_disk_a_moment_after_the_last_key(keeper, session, qtbot):
    began = time.monotonic()
    with qtbot.waitSignal(keeper.saved):
        keeper.keep([Edit("intake", "/a", "um")])
        assert not keeper.is_settled
        assert kept(session) == {}
    assert time.monotonic() - began >= 0.9 * PAUSE / 1000  # Qt's timer may be 5 % early
    assert kept(session) == {"/a": "um"}
    assert keeper.is_settled


def test_a_field_typed_into_is_one_change(keeper, session, qtbot):
    for words in ("u", "um", "umbrella"):
        with qtbot.waitSignal(keeper.saved):
            keeper.keep([Edit("intake", "/a", words)])
    assert [change.value for change in session.case("c").changes] == ["umbrella"]


def test_leaving_a_question_writes_at_once_and_the_next_edit_is_a_new_change(
    keeper, session, qtbot
):
    for words in ("yes", "no"):
        keeper.keep([Edit("intake", "/a", words)])
        with qtbot.waitSignal(keeper.saved, timeout=PAUSE // 2):
            keeper.leave()
    assert [change.value for change in session.case("c").changes] == ["yes", "no"]


def test_locking_writes_what_was_typed_a_moment_before(keeper, session, open_vault):
    keeper.keep([Edit("intake", "/a", "umbrella")])
    master = open_vault._master
    session.close()
    open_vault._master = master
    connection = open_vault.connect(read_only=True)
    found = connection.execute("SELECT count(*) FROM change").fetchone()[0]
    connection.close()
    assert found == 1


def test_a_full_disk_is_told_and_everything_typed_stays(keeper, session, full_disk, qtbot):
    with qtbot.waitSignal(keeper.failed) as told:
        keeper.keep([Edit("intake", "/a", LONG), Edit("intake", "/b", "yes")])
    assert isinstance(told.args[0], StorageFullError)
    assert not keeper.is_settled
    assert kept(session) == {}
    full_disk()
    with qtbot.waitSignal(keeper.saved):
        keeper.flush()
    assert kept(session) == {"/a": LONG, "/b": "yes"}


def test_what_was_typed_after_a_failure_is_kept_with_it(keeper, session, full_disk, qtbot):
    with qtbot.waitSignal(keeper.failed):
        keeper.keep([Edit("intake", "/a", LONG), Edit("intake", "/b", "yes")])
    full_disk()
    with qtbot.waitSignal(keeper.saved):
        keeper.keep([Edit("intake", "/b", "no")])
    assert kept(session) == {"/a": LONG, "/b": "no"}


def test_what_could_not_be_written_of_one_case_never_lands_in_another(
    keeper, session, full_disk, qtbot
):
    with qtbot.waitSignal(keeper.failed):
        keeper.keep([Edit("intake", "/a", LONG)])
        keeper.begin("d")
    full_disk()
    with qtbot.waitSignal(keeper.saved):
        keeper.keep([Edit("intake", "/b", "yes")])
    assert kept(session) == {"/a": LONG}
    assert kept(session, "d") == {"/b": "yes"}
