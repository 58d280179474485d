"""Finding cases in the list by words and by what somebody must look at."""

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from assistance_desktop.cases.case import CASE
from assistance_desktop.storage import case_store, editing, search
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.search import Among, Counts
from assistance_desktop.storage.vault import transaction
from assistance_desktop.storage.words.folding import typed_words

TODAY = date(2026, 11, 23)


@pytest.fixture
def write(connection, pen):
    def do(case_id, pseudonym, number="K7-0000", worker="Pihlaja", record="plan/HOUSING", **said):
        edits = [
            Edit(CASE, "pseudonym", pseudonym),
            Edit(CASE, "number", number),
            Edit(CASE, "worker", worker),
            *(Edit(record, field, value) for field, value in said.items()),
        ]
        with transaction(connection):
            editing.write(connection, case_id, edits, pen)

    return do


def find(connection, words="", among=Among.ALL):
    return search.find(connection, words, among, TODAY)


def test_without_words_every_case_is_found_in_the_order_of_the_list(connection, write):
    write("u", "Usva")
    write("a", "Aurora")
    assert find(connection) == case_store.case_ids(connection) == ["a", "u"]


@pytest.mark.parametrize("words", ["auro", "K7-4M2Q", "4m2", "haapa", "safe house", "move AURORA"])
def test_any_part_of_name_number_worker_or_next_step_finds_a_case(connection, write, words):
    write("a", "Aurora", "K7-4M2Q", "Haapa", next_step="Move to the safe house")
    write("u", "Usva", "T5-3JVN")
    assert find(connection, words) == ["a"]


def test_capital_letters_make_no_difference_in_any_alphabet(connection, write):
    write("a", "Älvä")
    write("r", "Рябина")
    assert find(connection, "älvä") == find(connection, "ÄLVÄ") == ["a"]
    assert find(connection, "РЯБ") == ["r"]


def test_every_word_must_be_there(connection, write):
    write("a", "Aurora", worker="Haapa")
    assert find(connection, "aurora pihlaja") == []


def test_signs_of_the_database_are_ordinary_signs(connection, write):
    write("a", "Aurora")
    assert find(connection, "%") == find(connection, "_") == find(connection, "' OR 1=1 --") == []


def test_another_spelling_comes_behind_the_letters_that_were_typed(connection, write):
    write("a", "Aurora", note="Muhammad")
    write("u", "Usva", note="Mohamed")
    write("r", "Ruska", note="محمد")
    assert find(connection, "mohamed") == ["u", "a", "r"]
    assert find(connection, "muhammad aurora") == ["a"]
    assert find(connection, "moham") == ["u"], "a spelling needs the whole name"


def test_one_letter_looks_at_what_the_list_shows_and_two_at_everything(connection, write):
    write("a", "Aurora", "K7-4M2Q", "Haapa", next_step="Zoo")
    assert [find(connection, word) for word in ("a", "k", "4", "h", "z")] == [["a"]] * 4 + [[]]
    assert find(connection, "zo") == ["a"]


def test_no_more_are_found_than_can_be_looked_through(connection, write, monkeypatch):
    for name in ("Aurora", "Kielo", "Ruska", "Usva"):
        write(name, name, note="Mohamed" if name > "L" else "Muhammad")
    monkeypatch.setattr(search, "MOST", 3)
    assert find(connection, "pihlaja") == ["Aurora", "Kielo", "Ruska"]
    assert find(connection, "mohamed") == ["Ruska", "Usva", "Aurora"]
    assert len(find(connection)) == 4


def test_many_and_few_come_in_the_same_order(connection, write, monkeypatch):
    for at, name in enumerate(("Usva", "Aurora", "Ruska", "Kielo", "Halla", "Routa")):
        write(name, name, next_step="Call", due=f"2026-12-0{at % 3 + 1}")
    some = find(connection, "pihlaja call")
    monkeypatch.setattr(search, "_FEW", 1)
    assert find(connection, "pihlaja call") == some == find(connection)
    assert find(connection, "call", Among.CLOSED) == []


def test_a_page_that_was_pasted_is_looked_for_by_its_beginning(connection, write):
    page = " ".join(f"Muhammad{number}" for number in range(100_000))
    write("a", "Aurora", note=page[:5000])
    assert find(connection, page) == ["a"]


@given(st.text(), st.sampled_from(Among))
@example('"', Among.ALL)
@example("aurora AND", Among.ALL)
@example("NEAR(a b) OR NOT * ^words:", Among.ALL)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_looked_for_and_nothing_else(connection, typed, among):
    assert find(connection, typed, among) == []


@given(st.text(max_size=30), st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_text_is_found_by_its_own_words(connection, pen, text, other):
    with transaction(connection):
        editing.write(connection, "a", [Edit("note/1", "text", f"{text} {other}")], pen)
        for typed in typed_words(text):
            if len(typed) > 1:
                assert find(connection, typed) == ["a"]
                assert find(connection, f"{typed[:2]} {typed}") == ["a"]


def test_a_step_that_is_due_needs_attention_and_one_of_tomorrow_does_not(connection, write):
    write("due", "Kielo", next_step="Visit", due="2026-11-23")
    write("late", "Usva", next_step="Call", due="2026-11-20")
    write("soon", "Aurora", next_step="Move", due="2026-11-24")
    write("none", "Ruska")
    assert find(connection, among=Among.ATTENTION) == ["late", "due"]


def test_words_and_a_filter_hold_together(connection, write):
    write("due", "Kielo", next_step="Visit", due="2026-11-23")
    write("late", "Usva", next_step="Call", due="2026-11-20")
    assert find(connection, "usva", Among.ATTENTION) == ["late"]


def test_the_counts_are_those_of_the_filters(connection, write):
    assert search.count(connection, TODAY) == Counts(0, 0, 0, 0, 0)
    write("due", "Kielo", next_step="Visit", due="2026-11-23")
    write("sent", "Usva")
    with transaction(connection):
        ids = [change.id for change in case_store.load(connection, "sent").changes]
        case_store.seal(connection, ids)
    assert search.count(connection, TODAY) == Counts(2, 2, 1, 1, 0)
    assert find(connection, among=Among.UNSENT) == ["due"]


def test_a_closed_case_is_found_among_the_closed_ones_and_its_steps_are_due_no_more(
    connection, write
):
    write("gone", "Routa", next_step="Call", due="2026-11-20")
    write("gone", "Routa", record=CASE, closed_on="2026-11-22")
    write("here", "Usva")
    assert find(connection, among=Among.OPEN) == ["here"]
    assert find(connection, among=Among.CLOSED) == ["gone"]
    assert find(connection, among=Among.ATTENTION) == []
    assert search.count(connection, TODAY) == Counts(2, 1, 0, 2, 1)
