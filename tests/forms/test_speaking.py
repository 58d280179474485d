import pytest
from form_vectors import TODAY, VECTORS

from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.workbook import read_form

EN, FI = "English (en)", "Suomi (fi)"
HEAD = (
    f"type | name | label::{EN} | label::{FI} | image | audio::{EN} | big-image::{FI}"
    f" | guidance_hint::{EN} | constraint | constraint_message::{EN} | constraint_message::{FI}"
)


@pytest.fixture
def talk(workbook_of):
    path = workbook_of(
        survey=[
            HEAD,
            "text | q | Where? |  | map.png | where.mp3 | big.png | Slowly | 1 = 2 | No | Ei",
            "text | r | Who? | Kuka? | face.png | who.mp3",
            "select_one p | s | Which? | Kumpi?",
        ],
        choices=[
            f"list_name | name | label::{EN} | label::{FI} | image | audio::{FI}",
            "p | a | One |  | a.png | ",
            "p | b | Two | Kaksi |  | kaksi.mp3",
        ],
    )
    return Interview(read_form(path)[0], TODAY, EN)


def test_a_text_that_a_language_lacks_is_said_in_another(talk):
    assert talk.label("/data/q", FI).text == "Where?"
    assert talk.label("/data/r", FI).text == "Kuka?"
    assert talk.hint("/data/q", FI).guidance == "Slowly"
    assert [offered.label for offered in talk.choices("/data/s", FI)] == ["One", "Kaksi"]


def test_a_picture_goes_with_every_language_and_a_sound_with_its_words(talk):
    assert dict(talk.label("/data/q", FI).media) == {
        "image": "map.png",
        "audio": "where.mp3",
        "big-image": "big.png",
    }
    assert dict(talk.label("/data/r", FI).media) == {"image": "face.png"}
    assert dict(talk.label("/data/r", EN).media) == {"image": "face.png", "audio": "who.mp3"}


def test_choices_have_their_pictures_and_sounds(talk):
    assert [dict(offered.media) for offered in talk.choices("/data/s", FI)] == [
        {"image": "a.png"},
        {"audio": "kaksi.mp3"},
    ]


def test_a_message_is_said_in_the_language_shown(talk):
    talk.answer("/data/q", "x")
    assert talk.problem("/data/q") == "No"
    talk.language = FI
    assert talk.problem("/data/q") == "Ei"


@pytest.mark.skipif(not VECTORS.is_dir(), reason="the shared test data is not here")
def test_forms_in_use_show_their_pictures():
    form, _remarks = read_form(VECTORS / "real" / "all-question-types-v2024091201-3.xlsx")
    seen = Interview(form, TODAY)
    shown = [name for path, _item in seen.walk() for name in seen.label(path).media.values()]
    shown += [
        name
        for path, item in seen.walk()
        if getattr(item, "choices", None)
        for offered in seen.choices(path)
        for name in offered.media.values()
    ]
    assert shown
    assert all("/" not in name for name in shown)
