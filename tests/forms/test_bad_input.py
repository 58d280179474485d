"""Every file is a form or is refused with a sentence, in bounded time and memory."""

import os
import random
import subprocess
import sys

import pytest
from bad_files import (
    GOOD,
    OLE,
    XLSX,
    entities,
    in_each_other,
    repacked,
    small_workbook,
    table,
    with_sheet,
    workbook,
)
from form_vectors import TODAY, VECTORS

from assistance_desktop.errors import AppError
from assistance_desktop.forms.checking import check_form
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.workbook import LARGEST, read_form

MOST_MEMORY = 1 << 30
MOST_SECONDS = 60
NOISE = random.Random(1).randbytes(20_000)  # noqa: S311 - noise, not secrets
NAMES = [["type", "name", "label"]]
ODD_BYTES = {
    "empty.xlsx": b"",
    "empty.xml": b"",
    "picture.xlsx": b"\x89PNG\r\n\x1a\n" + NOISE,
    "paper.xls": b"%PDF-1.7\n" + NOISE,
    "page.xml": b"<html><body>Hello</body></html>",
    "drawing.xml": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "loose.xml": b"<!DOCTYPE html><html><body><p>Hello<br></body></html>",
    "noise.csv": NOISE,
    "noise.xlsx": XLSX + NOISE,
    "noise.xls": OLE + NOISE,
    "locked.xlsx": OLE + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(3000),
    "no-type.xlsx": workbook([["name", "label"], ["word", "Word"]]),
    "twice.xlsx": workbook([["type", "name", "name"], ["text", "a", "b"]]),
    "archive.xlsx": repacked(lambda name, content: None, ("hello.txt", "x")),
    "no-sheet.xlsx": repacked(lambda name, content: None if "sheet1" in name else content),
    "latin.csv": GOOD.encode("latin-1"),
    "zero.md": table("text | word | W\x00ord").encode(),
    "encoding.xml": b'<?xml version="1.0" encoding="wibble"?><a/>',
    "cut.xml": b"<h:html><h:head>",
    "lol.xml": entities("html").encode(),
    "lol.xlsx": repacked(
        lambda name, content: entities("worksheet").encode() if "sheet1" in name else content
    ),
    "reaching.xml": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "calling.xml": b'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]><x/>',
    "brackets.md": table(f"calculate | a | | | {'(' * 5000}1{')' * 5000}").encode(),
    "signs.md": table(f"calculate | a | | | {'1+' * 20_000}1").encode(),
    "steps.md": table(f"calculate | a | | | {'../' * 20_000}a").encode(),
    "groups.md": in_each_other("group", 1000).encode(),
    "circle.md": table("calculate | a | | | ${b}", "calculate | b | | | ${a}").encode(),
    "itself.md": table("text | a | A | ${a} = ''").encode(),
    "quotes.md": table("text | a'b\"<c> | A").encode(),
}


@pytest.mark.parametrize("name", ODD_BYTES)
def test_what_is_no_form_is_refused_with_a_sentence(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(ODD_BYTES[name])
    error = check_form(path)["error"]
    assert error["problem"].endswith(".")
    assert error["hint"].endswith(".")
    assert "\n" not in error["problem"] + error["hint"]


@pytest.mark.skipif(not VECTORS.is_dir(), reason="the shared test data is not here")
@pytest.mark.parametrize(
    "file", ["real/htcds_core_2.0.xlsx", "unit/tutorial.xls", "xform-real/htcds_core_2.0.xml"]
)
def test_a_file_that_was_cut_off_anywhere_is_refused(tmp_path, file):
    whole = (VECTORS / file).read_bytes()
    path = tmp_path / f"cut{(VECTORS / file).suffix}"
    for part in range(20):
        path.write_bytes(whole[: len(whole) * part // 20])
        error = check_form(path)["error"]
        assert error["problem"], part
        assert error["hint"], part


@pytest.mark.parametrize("name", ["book.xls", "book.csv", "book.md", "book.txt"])
def test_a_workbook_opens_by_what_it_is_and_not_by_its_name(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(small_workbook())
    assert check_form(path)["questions"] == 1


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode(),
        GOOD.encode("utf-8-sig"),
        GOOD.encode("utf-16"),
        GOOD.replace(",", ";").encode(),
        GOOD.replace(",", ";").encode("utf-8-sig"),
        GOOD.replace(",", "\t").encode(),
        GOOD.replace("\n", "\r").encode(),
        GOOD.replace("\n", "\r\n").encode(),
    ],
    ids=["plain", "mark", "utf-16", "semicolons", "semicolons and mark", "tabs", "old mac", "dos"],
)
def test_text_tables_of_all_programs_open(tmp_path, content):
    path = tmp_path / "form.csv"
    path.write_bytes(content)
    form, _remarks = read_form(path)
    assert Interview(form, TODAY).label("/data/word").text == "Äiti"


def test_signs_that_nobody_sees_neither_split_a_row_nor_break_the_form(tmp_path):
    path = tmp_path / "form.md"
    path.write_text(table("text | word | W\x0b\x01o\u2028r\ufffed\x85!"), encoding="utf-8")
    form, _remarks = read_form(path)
    assert Interview(form, TODAY).label("/data/word").text == "Wo\u2028rd\x85!"


def test_a_cell_that_looks_like_a_command_is_only_text(tmp_path):
    path = tmp_path / "form.md"
    path.write_text(table("text | word | =cmd\\|' /C calc'!A0"), encoding="utf-8")
    form, _remarks = read_form(path)
    assert Interview(form, TODAY).label("/data/word").text == "=cmd|' /C calc'!A0"


def test_macros_are_told_and_never_run(tmp_path):
    path = tmp_path / "form.xlsm"
    path.write_bytes(repacked(lambda name, content: content, ("xl/vbaProject.bin", OLE + NOISE)))
    found = check_form(path)
    assert found["questions"] == 1
    assert "macros" in found["warnings"][0]["problem"]


def test_more_columns_than_any_form_has_are_left_alone(tmp_path):
    path = tmp_path / "form.xlsx"
    extra = [f"x{number}" for number in range(10_000)]
    path.write_bytes(workbook([[*NAMES[0], *extra], ["text", "word", "Word", *extra]]))
    assert check_form(path)["questions"] == 1


BOMBS = {
    "two gigabytes.xlsx": lambda: with_sheet(
        b"", b"<row><c><v>" + b"1" * 4_000_000 + b"</v></c></row>", 500, b""
    ),
    "cells.xlsx": lambda: with_sheet(b"", b"<row>" + b"<c/>" * 9_000 + b"</row>", 1_000, b""),
    "nested.xlsx": lambda: with_sheet(b"", b"<row>" * 100_000, 60, b""),
    "nested.xml": lambda: b"<a>" * 100_000 + b"</a>" * 100_000,
    "tags.xml": lambda: b"<a>" + b"<b/>" * 6_000_000 + b"</a>",
    "large.xml": lambda: b"<a>" + b" " * 2 * LARGEST,
    "large.csv": lambda: b"survey,,\n,type,name\n" + b",text,abc\n" * (LARGEST // 5),
    "commas.csv": lambda: b"survey" + b"," * (LARGEST - 10),
    "pipes.md": lambda: b"| survey |\n" + b"|" * (LARGEST - 20),
    "rows.csv": lambda: b"survey,,\n,type,name\n" + b",text,abc\n" * 100_000,
    "choices.md": lambda: (
        table("select_one l | a | A").encode()
        + b"\n| choices |\n| | list_name | name | label |\n"
        + b"".join(b"| | l | c%d | C |\n" % number for number in range(100_000))
    ),
}


def test_bombs_are_refused_before_they_take_memory(tmp_path):
    for name, made in BOMBS.items():
        (tmp_path / name).write_bytes(made())
    code = (
        "import sys; from assistance_desktop.cli import main;"
        "sys.exit(max(main(['form', 'check', name]) - 2 for name in sys.argv[1:]))"
    )
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code, *(str(tmp_path / name) for name in BOMBS)],
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        preexec_fn=_less_memory if os.name == "posix" else None,
        check=False,
    )
    lines = run.stderr.splitlines()
    assert run.returncode == 0, run.stderr
    assert [name for name, line in zip(BOMBS, lines, strict=True) if name not in line] == []


def _less_memory():
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def test_a_form_that_makes_endless_texts_or_rows_stays_small(form_of):
    twice = "calculation=concat(${{a{0}}}, ${{a{0}}}, 'x')"
    doubling = [f"calculate | a{n} |  | {twice.format(n - 1)}" for n in range(1, 60)]
    talk = Interview(read_form(form_of("text | a0 | A", *doubling))[0], TODAY)
    talk.answer("/data/a0", "x" * 1000)
    assert all(len(str(talk.value(f"/data/a{n}") or "")) <= 1_000_000 for n in range(60))
    rows = ("begin_repeat | r | R | repeat_count=1000000000", "text | a | A", "end_repeat |  | ")
    assert len(Interview(read_form(form_of(*rows))[0], TODAY).instances("/data/r")) == 5_000
    nested = [f"begin_repeat | r{n} | R | repeat_count=1000" for n in range(20)]
    rows = (*nested, "text | a | A", *["end_repeat |  | "] * 20)
    assert len(list(Interview(read_form(form_of(*rows))[0], TODAY).walk())) < 60_000


def test_a_repeat_that_is_full_says_so(form_of):
    rows = ("begin_repeat | r | R", "text | a | A", "end_repeat |  | ")
    talk = Interview(read_form(form_of(*rows))[0], TODAY, answers={"/data/r": 5_000})
    with pytest.raises(AppError) as told:
        talk.add("/data/r")
    assert "5000" in told.value.problem


@pytest.mark.parametrize(
    "pattern",
    [
        "^(a+)+$",
        "(a|aa)+$",
        "a*a*a*a*a*a*a*a*a*b",
        "((a{1,99}){1,99}){1,99}$",
        "(.*b){30}",
        "(" * 3000,
    ],
)
def test_no_pattern_takes_for_ever(interview_of, pattern):
    cell = pattern.replace("|", "\\|")
    talk = interview_of(f"text | word | Word | constraint=regex(., '{cell}')")
    talk.answer("/data/word", "a" * 5_000 + "!")
    assert talk.problem("/data/word") is not None
