import pytest


@pytest.fixture
def workbook(command, tmp_path):
    path = tmp_path / "intake.xlsx"
    ended = command("form", "save-as", path)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    return path


@pytest.fixture
def cut_off(workbook, tmp_path):
    path = tmp_path / "cut.xlsx"
    path.write_bytes(workbook.read_bytes()[:3000])
    return path


@pytest.fixture
def small(write):
    return write(
        "small.md",
        "| survey |\n"
        "| | type | name | label | relevant | readonly |\n"
        "| | select_one yn | safe | Is it safe? | | |\n"
        "| | text | why | Why not? | ${safe} = 'no' | |\n"
        "| | integer | years | Years | | |\n"
        "| choices |\n"
        "| | list_name | name | label |\n"
        "| | yn | yes | Yes |\n"
        "| | yn | no | No |\n",
    )


def test_the_intake_saved_as_a_workbook_is_a_form_that_runs(command, workbook):
    ended = command("form", "check", workbook)
    assert (ended.status, ended.err) == (0, "")
    (report,) = ended.objects
    assert report["ok"] is True
    assert report["error"] is None
    assert report["warnings"] == []
    assert report["questions"] > 50
    assert len(report["languages"]) == 3


def test_a_truncated_workbook_is_told_on_its_line_and_in_one_sentence(command, workbook, cut_off):
    ended = command("form", "check", workbook, cut_off)
    assert ended.status == 2
    good, bad = ended.objects
    assert good["ok"] is True
    assert bad["ok"] is False
    assert bad["error"]["problem"]
    assert bad["error"]["hint"]
    assert len(ended.err.splitlines()) == 1
    assert str(cut_off) in ended.err
    assert bad["error"]["hint"] in ended.err


def test_a_mistake_in_a_form_is_told_with_sheet_and_row(command, write):
    table = "| survey |\n| | type | name | label | relevant |\n| | text | a | A | ${none} = 1 |\n"
    form = write("wrong.md", table)
    ended = command("form", "check", form)
    assert ended.status == 2
    assert ended.objects[0]["error"]["sheet"] == "survey"
    assert ended.objects[0]["error"]["row"]
    assert str(form) in ended.err
    answers = write("answers.json", {"answers": []})
    assert command("form", "answer", form, answers).is_refusal(str(form), "survey, 2", "relevant")


def test_a_missing_form_is_told(command, tmp_path):
    ended = command("form", "check", tmp_path / "none.xlsx")
    assert ended.status == 2
    assert ended.objects[0]["ok"] is False
    assert "none.xlsx" in ended.err


def test_answers_are_applied_and_what_shows_is_told(command, write, small):
    answers = write("answers.json", {"answers": [["/data/safe", "no"], ["/data/why", "noise"]]})
    ended = command("form", "answer", small, answers, "--today", "2026-11-23")
    assert (ended.status, ended.err) == (0, "")
    (shown,) = ended.objects
    assert set(shown) == {
        "values", "relevant", "required", "readonly", "invalid", "choices", "labels",
    }  # fmt: skip
    assert shown["values"]["/data/why"] == "noise"
    assert shown["relevant"]["/data/why"] is True
    assert shown["choices"]["/data/safe"] == ["yes", "no"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"answers": [["/data/nothing", "yes"]]}, ["/data/nothing"]),
        ({"answers": [["/data/safe", "yes"], ["/data/why", "noise"]]}, ["/data/why"]),
        ({"answers": [["/data/years", "many"]]}, ["/data/years"]),
        ({"answers": {"/data/safe": "yes"}}, ["answers"]),
        ({"answer": []}, ["answers"]),
        ('{"answers": [["/data', ["answers.json", "JSON"]),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_by_its_path(command, write, small, content, words):
    path = write("answers.json", content)
    assert command("form", "answer", small, path).is_refusal(*words)


def test_missing_files_and_a_day_that_is_none_are_refused(command, write, small, tmp_path):
    answers = write("answers.json", {"answers": []})
    none = tmp_path / "none.json"
    assert command("form", "answer", small, none).is_refusal("none.json")
    assert command("form", "answer", tmp_path / "none.md", answers).is_refusal()
    assert command("form", "answer", small, answers, "--today", "soon").is_refusal("--today")


def test_a_truncated_workbook_takes_no_answers(command, write, cut_off):
    answers = write("answers.json", {"answers": []})
    assert command("form", "answer", cut_off, answers).is_refusal("damaged")


def test_a_workbook_is_saved_where_a_file_can_be_or_not_at_all(command, tmp_path):
    assert command("form", "save-as", tmp_path / "nowhere" / "a.xlsx").is_refusal("a.xlsx")
    assert not list(tmp_path.iterdir())


def test_the_program_itself_does_the_same(program, write, small, cut_off):
    answers = write("answers.json", {"answers": [["/data/nothing", "yes"]]})
    assert program("form", "check", small).objects[0]["ok"] is True
    assert program("form", "check", cut_off).status == 2
    assert program("form", "answer", small, answers).is_refusal("/data/nothing")
