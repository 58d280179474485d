import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistance_desktop.forms.checking import check_form
from assistance_desktop.forms.workbook import read_form

OLD = {
    "hidden string": "hidden",
    "gps": "geopoint",
    "photo": "image",
    "int": "integer",
    "datetime": "dateTime",
    "string": "text",
    "phone": "text",
    "Text": "text",
    "SELECT_ONE yn": "select_one",
    "select one from yn": "select_one",
    "select1 yn": "select_one",
    "add select one prompt using yn": "select_one",
    "select all that apply from yn": "select_multiple",
    "select multiple from yn": "select_multiple",
    "select_multiple yn or_other": "select_multiple",
    "osm": "file",
}
HARMLESS = (
    "start",
    "end",
    "today",
    "deviceid",
    "username",
    "phonenumber",
    "email",
    "audit",
    "start-geopoint",
    "background-audio",
    "uri:deviceid",
)
YES_NO = (("yn", "yes", "Yes"), ("yn", "no", "No"))


@pytest.mark.parametrize("written", OLD)
def test_an_old_type_is_read_as_what_it_meant(form_of, written):
    form, _remarks = read_form(form_of(f"{written} | q | Q", choices=YES_NO))
    assert next(form.questions()).type == OLD[written]


@pytest.mark.parametrize("kind", HARMLESS)
def test_what_a_form_notes_by_itself_is_never_in_the_way(form_of, interview_of, kind):
    talk = interview_of("text | first | F", f"{kind} | q | ")
    asked = [path for path, item in talk.walk() if item.shown]
    assert asked == ["/data/first"]
    assert talk.invalid() == {}


def test_a_list_whose_names_repeat_is_told_once_with_its_row(form_of):
    rows = [("towns", "1", "One", "a"), ("towns", "1", "Uno", "b"), ("towns", "1", "Ett", "c")]
    form, remarks = read_form(
        form_of("select_one towns | t | T | choice_filter=of='b'", choices=rows)
    )
    [remark] = remarks
    assert (remark.sheet, remark.row, remark.column) == ("choices", 3, "name")
    assert form.questions


def test_a_row_of_words_alone_is_a_comment_and_is_told(workbook_of):
    path = workbook_of(survey=["type | name | label", "text | a | A", " |  | Ask gently"])
    form, [remark] = read_form(path)
    assert (remark.row, [q.name for q in form.questions() if q.shown]) == (3, ["a"])


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*OLD, *HARMLESS, "note", "range", "rank yn", "csv-external", "loop"]),
            st.sampled_from(["", "yes", "no"]),
        ),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_row_is_dropped_without_a_word(form_of, rows):
    lines = [f"{kind} | q{n} | Q | disabled={off}" for n, (kind, off) in enumerate(rows)]
    path = form_of(*lines, choices=YES_NO)
    refused = check_form(path)["error"]
    if refused is not None:
        assert refused["row"]
        return
    form, remarks = read_form(path)
    held = {item.name for item in form.items()} | set(form.lists)
    told = {remark.row for remark in remarks}
    assert all(f"q{n}" in held or n + 2 in told for n in range(len(rows)))
