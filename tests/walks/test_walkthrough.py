"""The whole journey as one command, in a process of its own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).parents[2]
PICTURES = [
    "first-start", "names", "passphrase", "recovery-sheet", "recovery-sheet-typed-back", "ready",
    "first-day", "cases-empty", "unlock-refused", "unlock", "devices-approve",
    "devices-join", "intake-consent", "intake-question",
    "intake-citizenships", "intake-review", "plan", "overview", "print-preview", "sync",
    "sync-refused", "import-review", "import-compare", "questionnaires", "questionnaire-tried",
    "questionnaire-question", "questionnaire-follows", "questionnaire-newer", "answers",
    "cases", "appointment", "today", "threat", "safety", "safe-contact",
]  # fmt: skip


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """Where the command was run, and how it ended."""
    folder = tmp_path_factory.mktemp("walked")
    scratch = folder / "scratch"
    scratch.mkdir()
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(scratch),
        "TEMP": str(scratch),
        "HOME": str(folder / "home"),
        "XDG_DATA_HOME": str(folder / "home"),
    }
    command = ["-m", "assistance_desktop", "walkthrough", "--out", "out", "--cases", "4"]
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *command],
        cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=110,
    )  # fmt: skip
    return folder, done


def test_every_step_holds_and_tells_its_time(walked):
    _folder, done = walked
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) > 12
    for number, line in enumerate(lines, 1):
        assert re.fullmatch(rf" ?{number} .+: \d+\.\d\d s", line)
    assert any("3 more people" in line for line in lines)


def test_there_is_a_picture_of_every_screen_and_none_is_blank(walked):
    out = walked[0] / "out"
    pictures = {path.stem.partition("-")[2]: path for path in out.glob("*.png")}
    assert sorted(pictures) == sorted(PICTURES)
    for name, path in pictures.items():
        image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
        assert (image.width(), image.height()) == (1280, 768), name
        colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, 768, 3)}
        assert len(colours) > 20, f"{name} is blank"


def test_no_two_pictures_are_the_same(walked):
    contents = [path.read_bytes() for path in (walked[0] / "out").glob("*.png")]
    assert len(set(contents)) == len(contents)


def test_there_are_three_papers_a_bundle_a_calendar_entry_and_nothing_else(walked):
    out = walked[0] / "out"
    rest = {path.name for path in out.iterdir() if path.suffix != ".png"}
    papers = {"Summary-en.pdf", "Summary-fi.pdf", "Questions.pdf"}
    assert rest == {*papers, "bundle.age", "entry.ics"}
    for name in papers:
        paper = pdfium.PdfDocument(out / name)
        assert len(paper) >= 1
        paper.close()
    assert (out / "bundle.age").read_bytes().startswith(b"age-encryption.org/v1")


def test_nothing_is_left_behind_elsewhere(walked):
    folder, _done = walked
    assert {path.name for path in folder.iterdir()} <= {"out", "scratch", "home"}
    assert not list((folder / "scratch").iterdir())
