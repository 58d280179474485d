import pytest
from form_vectors import TODAY

from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.workbook import read_form

FRUITS = "key,name_en,name_fi,place\nk1,Kiwi,Kiivi,Garden\nk2,Plum,Luumu,Market\n"


@pytest.fixture
def talk_of(workbook_of):
    def make(appearance):
        path = workbook_of(
            survey=[
                "type | name | label::English (en) | label::Suomi (fi) | appearance",
                "text | word | Word | Sana",
                f"select_one fruits | fruit | Fruit | Hedelmä | minimal {appearance}",
            ],
            choices=[
                "list_name | name | label::English (en) | label::Suomi (fi)",
                "fruits | key | name_en | name_fi",
                "fruits | 9 | Another | Muu",
            ],
            files={"fruits.csv": FRUITS},
        )
        form, remarks = read_form(path)
        assert remarks == []
        return Interview(form, TODAY)

    return make


def test_choices_are_searched_in_the_file_in_the_language_shown(talk_of):
    talk = talk_of("search('fruits')")
    found = talk.choices("/data/fruit", "English (en)")
    assert [(o.name, o.label) for o in found] == [("9", "Another"), ("k1", "Kiwi"), ("k2", "Plum")]
    assert [o.label for o in talk.choices("/data/fruit", "Suomi (fi)")][1:] == ["Kiivi", "Luumu"]


@pytest.mark.parametrize(
    ("search", "word", "found"),
    [
        ("search('fruits', 'matches', 'key', ${word})", "k2", ["9", "k2"]),
        ("search('fruits', 'contains', 'name_en, name_fi', ${word})", "UUM", ["9", "k2"]),
        ("search('fruits', 'startswith', 'name_en', ${word})", "ki", ["9", "k1"]),
        ("search('fruits', 'endswith', 'name_en', ${word})", "m", ["9", "k2"]),
        ("search('fruits', 'contains', 'key', 'k', 'place', ${word})", "Garden", ["9", "k1"]),
    ],
)
def test_an_answer_decides_what_a_search_finds(talk_of, search, word, found):
    talk = talk_of(search)
    talk.answer("/data/word", word)
    assert [offered.name for offered in talk.choices("/data/fruit")] == found


def test_a_searched_file_that_is_not_there_is_told(form_of):
    rows = (("f", "key", "name"),)
    _form, [remark] = read_form(
        form_of("select_one f | q | Q | appearance=search('x')", choices=rows)
    )
    assert "x.csv" in remark.problem
