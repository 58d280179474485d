"""What stands in a case now is found; what was replaced or removed is not."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.changes import Author, Unanswered
from assistance_desktop.storage import case_store, editing, migrate, search, vault
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.search import Among
from assistance_desktop.storage.vault import transaction
from assistance_desktop.storage.words import index
from tests.conftest import PASSPHRASE


@pytest.fixture
def write(connection, pen):
    def do(*edits, case="a"):
        with transaction(connection):
            return editing.write(connection, case, edits, pen)

    return do


def find(connection, words):
    return search.find(connection, words, Among.ALL, date(2026, 11, 23))


def test_every_answer_note_and_title_is_found(connection, write):
    write(
        Edit("intake", "/q/words", "A bed far from the frozen lake"),
        Edit("intake", "/q/many", ["housing", "lawyer"]),
        Edit("intake", "/q/rooms", 17),
        Edit("intake", "/q/day", "2026-11-05"),
        Edit("note/1", "text", "Kävimme Kupittaalla"),
        Edit("attachment/1", "title", "Rental contract"),
    )
    for words in ("frozen", "hous", "lawyer", "17", "2026-11-05", "kavimme kupitt", "contract bed"):
        assert find(connection, words) == ["a"], words


def test_what_nobody_typed_is_not_found(connection, write):
    write(
        Edit("intake", "/q/picture", f"picture-{'0a' * 32}.jpg"),
        Edit("intake", "/q/yes", True),
        Edit("intake", "/q/nothing", None),
        Edit("intake", "/q/refused", Unanswered.REFUSED),
        Edit("intake", "place", "/assistance/kielo/question"),
        Edit("note/0123456789abcdef0123456789abcdef", "text", "Called"),
        Edit(CASE, "form", "assistance_finland"),
    )
    for words in (
        "0a0a",
        "true",
        "none",
        "refused",
        "kielo",
        "question",
        "0123",
        "finland",
        "note",
    ):
        assert find(connection, words) == [], words
    assert find(connection, "picture") == ["a"]


def test_an_answer_that_was_replaced_is_not_found_any_more(connection, write):
    write(Edit("intake", "/q", "Turku"))
    write(Edit("intake", "/q", "Tampere"))
    assert (find(connection, "turku"), find(connection, "tampere")) == ([], ["a"])
    write(Edit("intake", "/q", None))
    assert find(connection, "tampere") == []


def test_what_is_amended_while_typing_is_found_as_it_stands(connection, write):
    (change,) = write(Edit("intake", "/q", "Tu"))
    for text in ("Turk", "Turku"):
        (change,) = write(Edit("intake", "/q", text, amends=change.id))
    write(Edit("intake", "/q", "Tampere", amends=change.id))
    assert (find(connection, "turku"), find(connection, "tampere")) == ([], ["a"])


def test_of_a_conflict_both_sides_are_found_until_it_is_decided(connection, write):
    (ours,) = write(Edit("intake", "/q", "Turku"))
    theirs = replace(ours, id="e" * 32, value="Oulu", author="Halla", device="laptop-2")
    with transaction(connection):
        case_store.add(connection, [theirs], sealed=True)
    assert find(connection, "turku") == find(connection, "oulu") == ["a"]
    write(Edit("intake", "/q", "Vaasa"))
    assert [find(connection, words) for words in ("turku", "oulu", "vaasa")] == [[], [], ["a"]]


def test_a_removed_record_is_not_found_and_one_that_is_taken_back_is(connection, write):
    write(Edit("note/1", "text", "Kupittaa"), Edit("note/2", "text", "Pansio"))
    write(Edit("note/1", "removed", True))
    assert (find(connection, "kupittaa"), find(connection, "pansio")) == ([], ["a"])
    write(Edit("note/1", "text", "Kupittaa again"))
    assert find(connection, "kupittaa") == []
    write(Edit("note/1", "removed", False))
    assert find(connection, "kupittaa again") == ["a"]


def test_what_came_from_another_desk_is_found(connection, write, pen):
    write(Edit("intake", "/q", "Turku"), Edit("note/1", "text", "Kupittaa"))
    changes = case_store.load(connection, "a").changes
    away = [replace(one, id=f"f{at:031x}", case="b") for at, one in enumerate(changes)]
    with transaction(connection):
        case_store.add(connection, away, sealed=True)
    assert sorted(find(connection, "turku kupittaa")) == ["a", "b"]


def test_words_on_different_pages_of_a_long_case_are_found_together(connection, write):
    notes = [
        Edit(f"note/{number}", "text", f"word{number} " + "the bus to the harbour " * 20)
        for number in range(120)
    ]
    write(*notes, Edit("intake", "/q", "Kupittaa"))
    documents = connection.execute("SELECT count(*) FROM word_index").fetchone()[0]
    assert documents > 1
    assert find(connection, "word0 word119 kupittaa") == ["a"]
    write(Edit("note/0", "removed", True))
    assert find(connection, "word0 word119") == []
    assert find(connection, "word119") == ["a"]


def test_one_long_note_is_found_whole(connection, write):
    write(Edit("note/1", "text", " ".join(f"word{number}" for number in range(5000))))
    assert find(connection, "word0 word4999") == ["a"]


def kept(connection):
    """The words of each field; on which page they stand is nobody's business."""
    found = connection.execute("SELECT case_n, field, words FROM word_text ORDER BY case_n, field")
    return [tuple(row) for row in found]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["intake", "note/1", "note/2"]),
            st.sampled_from(["text", "removed"]),
            st.sampled_from(["Turku", "Тампере", "فاطمة 12", "", True, False]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_one_answer_at_a_time_and_a_whole_case_keep_the_same_words(edits):
    """The short way after one change ends where the long way ends."""
    plain = dbapi2.connect(":memory:", isolation_level=None)
    plain.row_factory = dbapi2.Row
    migrate.migrate(plain)
    numbers = iter(range(1000))
    pen = Pen(
        Author("Pihlaja", "laptop-1"),
        lambda: datetime(2026, 11, 23, 9, next(numbers), tzinfo=UTC),
        lambda: f"{next(numbers):032x}",
    )
    for record, field, value in edits:
        editing.write(plain, "c", [Edit(record, field, value)], pen)
    short = kept(plain)
    plain.execute("DELETE FROM word_text")
    index.follow_case(plain, case_store.load(plain, "c"))
    assert kept(plain) == short
    plain.close()


@pytest.mark.parametrize("schema", [1, 5])
def test_the_cases_of_an_old_vault_are_found(old_vault, schema):
    opened = vault.unlock(old_vault(schema), PASSPHRASE)
    connection = opened.connect(read_only=True)
    (aurora,) = find(connection, "aurora frozen lake")
    (tuisku,) = find(connection, "H5-6HBW")
    assert aurora != tuisku
    connection.close()
    opened.close()


def test_nothing_of_the_words_is_readable_in_the_folder(open_vault, connection, write):
    write(Edit("intake", "/q", "Canarywordforsearching Muhammad"))
    assert find(connection, "canarywordforsearching mohamed") == ["a"]
    whole = b"".join(path.read_bytes() for path in open_vault.folder.iterdir() if path.is_file())
    for word in (b"canaryword", b"Canaryword", b"muhammad", b"mhmt", b"word_index"):
        assert word not in whole
