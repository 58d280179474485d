import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlcipher3 import dbapi2

from assistance_desktop.errors import AppError
from assistance_desktop.storage import questionnaires, settings, vault
from assistance_desktop.storage.questionnaires import Content, Entry, State
from assistance_desktop.storage.vault import transaction
from tests.conftest import PASSPHRASE

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 24, 12, tzinfo=UTC)
REMARK = {"sheet": "survey", "row": 3, "column": "label", "problem": "No label.", "hint": "Write."}
FIRST = Entry(
    form="visit",
    version="1",
    title="Visit",
    file="visit.xlsx",
    questions=3,
    remarks=[REMARK],
    state=State.LOADED,
    loaded_at=NOON,
    published_at=None,
)
SECOND = replace(FIRST, version="2", remarks=[])
CONTENT = Content(b"source", b"<xform/>", {"towns.csv": b"name\nSalo", "river.png": b"\x89PNG"})


@pytest.fixture
def do(connection):
    def run(job, *arguments):
        with transaction(connection):
            return job(connection, *arguments)

    return run


def test_what_was_put_on_the_shelf_comes_back_as_it_was(connection, do):
    do(questionnaires.add, FIRST, CONTENT)
    assert questionnaires.entries(connection) == [FIRST]
    assert questionnaires.find(connection, "visit", "1") == FIRST
    assert questionnaires.read(connection, "visit", "1") == CONTENT
    assert questionnaires.read(connection, "visit", "2") is None
    assert questionnaires.find(connection, "other", "1") is None


def test_a_full_page_of_remarks_is_kept_word_for_word(connection, do):
    many = replace(
        FIRST, remarks=[REMARK | {"row": row, "problem": "ä" * 400} for row in range(500)]
    )
    do(questionnaires.add, many, CONTENT)
    assert questionnaires.entries(connection) == [many]


def test_a_version_that_is_not_in_use_is_loaded_anew_with_other_files(connection, do):
    do(questionnaires.add, FIRST, CONTENT)
    again = replace(FIRST, title="Home visit", loaded_at=LATER)
    do(questionnaires.add, again, Content(b"s", b"<other/>", {"towns.csv": b"name"}))
    assert questionnaires.entries(connection) == [again]
    assert questionnaires.read(connection, "visit", "1").files == {"towns.csv": b"name"}


def test_a_version_in_use_is_never_changed_by_loading(connection, do):
    do(questionnaires.add, FIRST, CONTENT)
    do(questionnaires.publish, "visit", "1", NOON)
    do(questionnaires.add, replace(FIRST, title="Another"), CONTENT)
    with pytest.raises(AppError, match="in use, and this file differs") as refused:
        do(questionnaires.add, FIRST, replace(CONTENT, xform=b"<other/>"))
    assert "another version" in refused.value.hint
    held = questionnaires.find(connection, "visit", "1")
    assert held == replace(FIRST, state=State.PUBLISHED, published_at=NOON)
    assert questionnaires.read(connection, "visit", "1") == CONTENT


def test_one_version_of_a_questionnaire_is_in_use_at_a_time(connection, do):
    for entry in (FIRST, SECOND, replace(FIRST, form="other", title="Other")):
        do(questionnaires.add, entry, CONTENT)
        do(questionnaires.publish, entry.form, entry.version, NOON)
    states = {(e.form, e.version): e.state for e in questionnaires.entries(connection)}
    assert states == {
        ("visit", "1"): State.REPLACED,
        ("visit", "2"): State.PUBLISHED,
        ("other", "1"): State.PUBLISHED,
    }
    assert questionnaires.published(connection, "visit").version == "2"
    assert questionnaires.count_published(connection) == 2


def test_a_version_of_before_can_be_used_again(connection, do):
    for entry in (FIRST, SECOND):
        do(questionnaires.add, entry, CONTENT)
        do(questionnaires.publish, "visit", entry.version, NOON)
    do(questionnaires.publish, "visit", "1", LATER)
    assert questionnaires.published(connection, "visit").published_at == LATER
    assert questionnaires.find(connection, "visit", "2").state is State.REPLACED


def test_what_was_in_use_is_withdrawn_but_never_thrown_away(connection, do):
    do(questionnaires.add, FIRST, CONTENT)
    do(questionnaires.publish, "visit", "1", NOON)
    do(questionnaires.remove, "visit", "1")
    do(questionnaires.withdraw, "visit", "1")
    do(questionnaires.remove, "visit", "1")
    assert questionnaires.published(connection, "visit") is None
    assert questionnaires.find(connection, "visit", "1").state is State.REPLACED
    assert questionnaires.read(connection, "visit", "1") == CONTENT


def test_what_was_never_in_use_is_removed_with_its_files(connection, do):
    do(questionnaires.add, FIRST, CONTENT)
    do(questionnaires.withdraw, "visit", "1")
    assert questionnaires.find(connection, "visit", "1").state is State.LOADED
    do(questionnaires.remove, "visit", "1")
    assert questionnaires.entries(connection) == []
    assert connection.execute("SELECT count(*) FROM questionnaire_file").fetchone()[0] == 0


def test_corrected_words_leave_a_version_in_use(connection, do):
    do(questionnaires.add, FIRST, CONTENT)
    do(questionnaires.publish, "visit", "1", NOON)
    better = replace(CONTENT, xform=b"<better/>")
    do(questionnaires.replace_words, FIRST, better)
    held = questionnaires.find(connection, "visit", "1")
    assert (held.state, held.published_at) == (State.PUBLISHED, NOON)
    assert questionnaires.read(connection, "visit", "1") == better
    with pytest.raises(ValueError, match="2"):
        do(questionnaires.replace_words, SECOND, better)


def test_titles_stand_in_order_and_the_newest_version_first(connection, do):
    for entry in (replace(FIRST, form="z", title="arrival"), FIRST, SECOND):
        do(questionnaires.add, entry, CONTENT)
    found = [(e.title, e.version) for e in questionnaires.entries(connection)]
    assert found == [("arrival", "1"), ("Visit", "2"), ("Visit", "1")]


def test_a_file_belongs_to_a_questionnaire_that_is_there(connection):
    with pytest.raises((sqlite3.IntegrityError, dbapi2.IntegrityError)):
        connection.execute("INSERT INTO questionnaire_file VALUES (77, 'a.csv', x'00')")


def test_a_vault_of_before_gains_the_shelf_and_loses_nothing(old_vault):
    opened = vault.unlock(old_vault(1), PASSPHRASE)
    connection = opened.connect()
    with transaction(connection):
        questionnaires.add(connection, FIRST, CONTENT)
    assert questionnaires.entries(connection) == [FIRST]
    assert settings.read(connection, "desk")["worker"] == "Pihlaja"
    connection.close()
    opened.close()
