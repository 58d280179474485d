import io
import time
import zipfile

import pytest
from form_vectors import TODAY, VECTORS, vector_files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from assistance_desktop.forms.checking import check_form
from assistance_desktop.forms.form import Question
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.remarks import FormRefused
from assistance_desktop.forms.saving import save_workbook
from assistance_desktop.forms.workbook import read_form

SUPPORT = VECTORS / "support"
PAIRS = sorted(
    path.stem
    for path in vector_files()
    if path.parent.name in ("real", "unit")
    if (path.parent.parent / f"xform-{path.parent.name}" / f"{path.stem}.xml").is_file()
)


@pytest.mark.parametrize("path", vector_files(), ids=lambda path: path.name)
def test_every_form_in_use_opens_or_says_where_it_is_wrong(path):
    found = check_form(path, SUPPORT)
    if found["ok"]:
        form, _remarks = read_form(path, SUPPORT)
        assert Interview(form, TODAY).invalid() is not None
        assert found["questions"] > 0 or path.stem in ("hidden", "default_time_demo")
    else:
        error = found["error"]
        assert all(error[part] for part in ("sheet", "row", "column", "hint"))
        assert path.name.startswith("bug_")


@pytest.mark.skipif(not VECTORS.is_dir(), reason="the shared test data is not here")
@pytest.mark.parametrize("stem", PAIRS)
def test_a_workbook_and_the_form_made_of_it_by_others_agree(stem):
    ours, _remarks = read_form(VECTORS / "real" / f"{stem}.xlsx", SUPPORT)
    theirs, _remarks = read_form(VECTORS / "xform-real" / f"{stem}.xml", SUPPORT)
    assert ours.languages == theirs.languages
    assert ours.default_language == theirs.default_language
    assert _outline(ours) == _outline(theirs)


def _outline(form):
    """What every path of a form is, and what an untouched interview shows of it."""
    talk = Interview(form, TODAY)
    start = len(form.root.path)
    found = {}
    for path, item in talk.walk():
        bind = item.bind
        rules = (bind.relevant, bind.required, bind.readonly, bind.constraint, bind.calculate)
        sources = [r.source.replace(form.root.path, "").split() if r else None for r in rules]
        kind, offered = type(item).__name__, None
        if isinstance(item, Question):
            kind = (item.type, None if item.choices else item.data_type)
            offered = [o.name for o in talk.choices(path)] if item.choices else None
        found[path[start:]] = (kind, sources, offered, talk.relevant(path))
    return {path: what for path, what in found.items() if not path.startswith("/meta")}


@pytest.mark.skipif(not VECTORS.is_dir(), reason="the shared test data is not here")
def test_what_pyxform_refuses_but_collect_runs_is_loaded_with_a_warning():
    found = check_form(VECTORS / "real" / "pma_uganda_female_FQ.xlsx", SUPPORT)
    first = found["warnings"][0]
    assert (first["sheet"], first["row"], first["column"]) == ("survey", 370, "type")
    assert "hidden string" in first["problem"]
    found = check_form(VECTORS / "real" / "liberia_village_r1.xlsx", SUPPORT)
    first = found["warnings"][0]
    assert (first["sheet"], first["row"], first["column"]) == ("choices", 35, "name")


def test_a_circle_is_refused_by_the_names_in_it(form_of):
    path = form_of(
        "calculate | a |  | calculation=${b} + 1",
        "text | c | C | relevant=${a} > 1",
        "calculate | b |  | calculation=string-length(${c})",
    )
    error = check_form(path)["error"]
    assert "a, b, c" in error["problem"]
    assert (error["sheet"], error["row"]) == ("survey", 2)


def test_a_formula_that_cannot_be_read_is_named_by_its_cell(form_of):
    path = form_of("text | a | A", "text | b | B | relevant=${a} = = 1")
    error = check_form(path)["error"]
    assert (error["sheet"], error["row"], error["column"]) == ("survey", 3, "relevant")


def test_extra_bind_columns_survive(form_of):
    form, _remarks = read_form(form_of("text | a | A | bind::fact=home_safe"))
    question = next(form.questions())
    assert question.bind.extra == {"fact": "home_safe"}


def test_a_missing_list_is_a_warning_and_the_form_runs(form_of):
    form, remarks = read_form(form_of("select_one_from_file towns.csv | town | Town"))
    assert ["towns.csv" in remark.problem for remark in remarks] == [True]
    assert Interview(form, TODAY).choices("/data/town") == ()


def test_lists_beside_the_form_are_offered(form_of, tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "towns.csv").write_text("name,label\nt1,One\n", encoding="utf-8")
    path = form_of(
        "select_one_from_file towns.csv | town | Town",
        "calculate | label |  | calculation=pulldata('towns', 'label', 'name', ${town})",
    )
    talk = Interview(read_form(path)[0], TODAY)
    talk.answer("/data/town", "t1")
    assert talk.value("/data/label") == "One"


def test_a_form_saved_as_a_workbook_is_the_same_form(form_of, tmp_path):
    path = form_of(
        "begin_group | g | Group",
        "select_one yn | a | A | relevant=1 = 1",
        "end_group |  | ",
        choices=(("yn", "yes", "Yes"), ("yn", "no", "=No")),
    )
    save_workbook(path, tmp_path / "form.xlsx")
    ours, theirs = check_form(path), check_form(tmp_path / "form.xlsx")
    assert {**ours, "file": ""} == {**theirs, "file": ""}
    talk = Interview(read_form(tmp_path / "form.xlsx")[0], TODAY)
    assert [offered.label for offered in talk.choices("/data/g/a")] == ["Yes", "=No"]


def _xlsx(rows):
    book = Workbook(write_only=True)
    sheet = book.create_sheet("survey")
    for row in rows:
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _bad_files():
    good = _xlsx([["type", "name", "label"], ["text", "a", "A"]])
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 160_000_000)
    entities = b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    yield "truncated.xlsx", good[: len(good) // 2]
    yield "renamed.xlsx", b"%PDF-1.4 not a workbook \xff\xfe\x00"
    yield "renamed.xls", b"\xd0\xcf\x11\xe0" + b"\x00" * 600
    yield "empty.xlsx", b""
    yield "empty.md", b""
    yield "prose.md", b"Nothing to see here.\n"
    yield "other.csv", b"a,b\n1,2\n"
    yield "bomb.xlsx", bomb.getvalue()
    yield "entities.xml", entities
    yield "page.xml", b"<html><body/></html>"
    yield "cut.xml", b"<h:html><model>"
    yield "deep.xml", b"<a>" * 50_000 + b"</a>" * 50_000
    yield "binary.csv", bytes(range(256)) * 40
    yield "unknown_type.md", b"| survey |\n| | type | name | label |\n| | wizardry | a | A |\n"
    yield "no_end.md", b"| survey |\n| | type | name | label |\n| | begin_group | a | A |\n"


@pytest.mark.parametrize(
    ("name", "data"), list(_bad_files()), ids=lambda v: v if isinstance(v, str) else ""
)
def test_a_bad_file_is_refused_with_a_sentence_and_a_hint(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    started = time.monotonic()
    with pytest.raises(FormRefused) as told:
        read_form(path)
    assert told.value.problem.endswith((".", "'", ")")) or told.value.problem
    assert told.value.hint
    assert time.monotonic() - started < 10


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(FormRefused):
        read_form(tmp_path / "nothing.xlsx")


def test_a_hundred_thousand_rows_are_refused_by_their_sheet(tmp_path):
    rows = "".join(f"| | text | q{n} | Q |\n" for n in range(100_000))
    path = tmp_path / "long.md"
    path.write_text(f"| survey |\n| | type | name | label |\n{rows}", encoding="utf-8")
    error = check_form(path)["error"]
    assert error["sheet"] == "survey"


def test_a_pattern_that_explodes_is_answered_at_once(form_of):
    form, _remarks = read_form(form_of("text | a | A | constraint=regex(., '^(a+)+$')"))
    talk = Interview(form, TODAY)
    started = time.monotonic()
    talk.answer("/data/a", "a" * 60 + "b")
    assert talk.problem("/data/a")
    talk.answer("/data/a", "a" * 60)
    assert talk.problem("/data/a") is None
    assert time.monotonic() - started < 2


NONSENSE = [
    "",
    "${nope}",
    "${",
    "'",
    "1 = = 2",
    "select_one",
    "select_one gone",
    "begin_group",
    "//x",
    "end_repeat",
    "begin_repeat",
    "text",
    "calculate",
    "..",
    "[1]",
    "jr:itext('x')",
    "count(",
    "search(",
    "search('a','b')",
    "1a",
    "a b",
    "meta",
    "range",
    "audit",
    "start=x",
    "once(",
    "randomize=true seed=${q}",
    "position(..)",
    "instance('z')/root",
    "{0}",
    "%s",
    "<b>&amp;",
    "select_multiple_from_file x.csv",
    "csv-external",
    "table-list",
    "regex(., '(')",
    "]]>",
    "",
]
COLUMNS = ("type", "name", "label", "relevant", "calculation", "choice_filter", "repeat_count")
ROWS = (
    ("select_one yn or_other", "q", "Q"),
    ("begin_repeat", "r", "R", "", "", "", "2"),
    ("text", "a", "A ${q}", "${q} = 'yes'"),
    ("calculate", "c", "", "", "count(${a})"),
    ("end_repeat",),
)


@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.integers(0, 6), st.sampled_from(NONSENSE)),
        min_size=1,
        max_size=3,
    )
)
@settings(
    max_examples=60,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_cell_without_sense_gives_a_form_or_a_sentence(workbook_of, changes):
    rows = [[*row, *[""] * (7 - len(row))] for row in ROWS]
    for row, column, cell in changes:
        rows[row][column] = cell
    survey = [" | ".join(COLUMNS), *(" | ".join(row) for row in rows)]
    path = workbook_of(survey=survey, choices=["list_name | name | label", "yn | yes | Yes"])
    found = check_form(path)
    if found["ok"]:
        talk = Interview(read_form(path)[0], TODAY)
        assert all(talk.label(place) is not None for place, _item in talk.places())
    else:
        assert found["error"]["problem"]
        assert found["error"]["hint"]
