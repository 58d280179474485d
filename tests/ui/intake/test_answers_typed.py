import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop import i18n
from assistance_desktop.ui.intake import typed
from assistance_desktop.ui.intake.typed_places import NoSuchPlaceError, read_places, show_places

HELSINKI = "60.17 24.94"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("60.17, 24.94", HELSINKI),
        ("60.17 24.94", HELSINKI),
        ("60,17 24,94", HELSINKI),
        ("60,17, 24,94", HELSINKI),
        ("60,17; 24,94", HELSINKI),
        ("60.17,24.94", HELSINKI),
        ("60, 25", "60 25"),
        ("60.17, 24.94, 12, 5", "60.17 24.94 12 5"),
        ("-33.5 -70.25", "-33.5 -70.25"),
        ("60°10'N 24°56'E", "60.1666667 24.9333333"),
        ("60°10′30″N, 24°56′0″E", "60.175 24.9333333"),
        ("N 60° 30' E 24° 30'", "60.5 24.5"),
        ("24.5°E 60.5°N", "60.5 24.5"),
        ("33°30'S 70°15'W", "-33.5 -70.25"),
        ("60.17° 24.94°", HELSINKI),
    ],
)
def test_places_are_read_as_people_copy_them(text, kept):
    assert read_places(text, 1) == kept


@pytest.mark.parametrize(
    "text", ["60.17", "95, 24", "60, 190", "here", "60°70'N 24°E", "60°N 61°N", "1 2 3 4 5", "60 N"]
)
def test_what_is_no_place_is_told(text):
    with pytest.raises(NoSuchPlaceError):
        read_places(text, 1)


def test_a_shape_is_closed_and_a_line_names_the_line_that_is_wrong():
    assert read_places("1 1\n1 2\n2 2", 3) == "1 1;1 2;2 2;1 1"
    assert read_places("1 1\n\n1 2\n", 2) == "1 1;1 2"
    with pytest.raises(NoSuchPlaceError, match="at least 3"):
        read_places("1 1\n1 2\n1 1", 3)
    with pytest.raises(NoSuchPlaceError, match="Line 2"):
        read_places("1 1\nhome", 2)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_a_place_that_is_shown_reads_back(latitude, longitude):
    kept = read_places(f"{latitude:.6f}, {longitude:.6f}", 1)
    assert read_places(show_places(kept), 1) == kept


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("date", "2026-10-05"),
        ("month", "2011-03-01"),
        ("year", "2011-01-01"),
        ("time", "07:05"),
        ("dateTime", "2026-07-15T14:30:00.000+03:00"),
        ("dateTime", "2026-12-15T14:30:00.000+02:00"),
        ("integer", -3),
        ("decimal", 2.5),
        ("decimal", 2.0),
        ("geopoint", "60.17 24.94 12 0"),
        ("geotrace", "60.17 24.94;60.18 24.95"),
        ("text", "Kielo"),
    ],
)
def test_what_stands_in_the_field_reads_back(language, kind, value):
    i18n.use_language(language)
    back = typed.read(kind, typed.words(kind, value))
    assert back == value or (kind == "geopoint" and back == "60.17 24.94 12")


@pytest.mark.parametrize("text", ["3/2011", "03.2011", "2011-03", "March 2011", "1.3.2011"])
def test_a_month_is_read_as_people_write_it(text):
    assert typed.read("month", text) == "2011-03-01"


@given(
    st.sampled_from(["date", "month", "year", "time", "dateTime", "decimal", "geotrace"]), st.text()
)
def test_whatever_is_typed_is_an_answer_or_has_a_sentence(kind, text):
    sentence = typed.problem(kind, text)
    if not sentence:
        typed.read(kind, text)
