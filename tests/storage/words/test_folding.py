"""Words are compared in small Latin letters, whatever alphabet they were written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.storage.words.folding import typed_words, written_words


def finds(typed, text):
    written = written_words(text)
    return all(any(word.startswith(begun) for word in written) for begun in typed_words(typed))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("äiti", "Äiti soitti"),
        ("aiti", "Äiti soitti"),
        ("äiti", "aiti"),
        ("ak", "Åkerlund"),
        ("strasse", "Straße"),
        ("dont", "She doesn’t know, don't ask"),
        ("lodz", "Łódź"),
        ("ﬁnland", "Finland"),
    ],
)
def test_letters_with_marks_are_found_with_and_without_them(typed, text):
    assert finds(typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("محمد", "مُحَمَّد"),
        ("محـــمد", "محمد"),
        ("احمد", "أحمد"),
        ("آمنه", "امنة"),
        ("علی", "علي"),
        ("مصطفي", "مصطفى"),
        ("مسوول", "مسؤول"),
        ("ماء", "ما"),
        ("کردستان", "كردستان"),
        ("رۆژ", "روژ"),
        ("كتاب", "الكتاب"),
        ("الكتاب", "الكتاب"),
        ("الك", "الكتاب"),
        ("٢٠٢٦", "2026"),
        ("۱۹۹۸", "1998"),
        ("می‌شود", "میشود"),
    ],
)
def test_arabic_letters_that_are_written_in_several_ways_are_one(typed, text):
    assert finds(typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("шев", "Шевченко"),
        ("shev", "Шевченко"),
        ("елка", "Ёлка"),
        ("нино", "ნინო"),
        ("ruan", "阮文"),
    ],
)
def test_the_first_letters_find_a_word_in_each_alphabet(typed, text):
    assert finds(typed, text)


def test_a_word_inside_a_text_without_spaces_is_found():
    assert finds("文", "阮文")


@pytest.mark.parametrize("typed", ["k7-4m2q", "K74M2Q", "4m2", "k7", "K7 4M2Q", "k74m"])
def test_a_case_number_is_found_with_and_without_its_dash(typed):
    assert finds(typed, "K7-4M2Q")


@pytest.mark.parametrize("typed", ["0401234567", "040123", "040 123 4567", "123", "4567"])
def test_a_telephone_number_is_found_however_it_was_spaced(typed):
    assert finds(typed, "Call 040 123 4567 after six")


@pytest.mark.parametrize(
    ("typed", "text"), [("iti", "äiti"), ("aitio", "äiti"), ("maria", "marla"), ("tab", "كتاب")]
)
def test_only_the_beginning_of_a_word_is_enough(typed, text):
    assert not finds(typed, text)


def test_of_an_attachment_only_its_kind_is_kept():
    assert written_words(f"picture-{'0a' * 32}.jpg") == {"picture"}


@given(st.text())
def test_any_text_becomes_small_latin_words_by_which_it_is_found(text):
    for word in typed_words(text):
        assert word.isascii()
        assert word.isalnum()
        assert word == word.lower()
    assert set(typed_words(text)) <= written_words(text)
