import os
import re
from pathlib import Path

import pypdfium2
import pytest

from assistance_desktop import paths
from assistance_desktop.documents.blank_form import print_blank, runs_right_to_left
from assistance_desktop.documents.blank_form_frame import Frame
from assistance_desktop.documents.layout.runs import text_of
from assistance_desktop.forms.blank import Blank
from assistance_desktop.forms.skipping import read_skips
from assistance_desktop.forms.workbook import read_form

VECTORS = Path(__file__).resolve().parents[3] / "shared" / "vectors" / "xlsforms"
KINDS = ("real", "xform-unit")
if os.environ.get("CI") and not VECTORS.is_dir():
    raise FileNotFoundError(VECTORS)
FORMS = sorted(
    path
    for kind in KINDS
    if (VECTORS / kind).is_dir()
    for path in (VECTORS / kind).iterdir()
    if not path.name.startswith("bug_")
)

WORK = """
| settings |
| | form_title | version |
| | Work | 4 |
| survey |
| | type | name | label | hint | relevant | calculation | appearance | default |
| | select_one told | as_told | Is your work as you had been told? | | | | | |
| | select_one yn | paid | Did you have to pay or borrow money to come to Finland? | | | | | |
| | select_one yn | owes | Do you owe money? | | ${paid} != 'no' | | | |
| | select_one pays | pay | Do you get your pay yourself? | | | | | |
| | select_one yn | stop | Could you stop working? | | ${pay} != 'none' | | | |
| | integer | age | How old are you? | | | | | |
| | calculate | years | | | | ${age} | | |
| | note | told | You said ${pay}. | | not(${years} < 18) and ${pay} != 'none' | | | |
| | select_multiple yn | many | Which? | | count-selected(${many2}) > 1 | | | |
| | select_multiple yn | many2 | And which? | | selected(${pay}, 'some') or ${age} >= 18 | | | |
| | begin_repeat | child | Children | | ${age} > ${paid} | | | |
| | date | born | When were you born? | | | | | |
| | select_one many | town | Which town? | | | | | yes |
| | end_repeat | | | | | | | |
| | text | words | Is there something? | No names of other people. | | | multiline | |
| choices |
| | list_name | name | label |
| | yn | yes | Yes |
| | yn | no | No |
| | told | yes | Yes |
| | told | partly | Partly |
| | told | no | No |
| | pays | all | Yes, all of it |
| | pays | some | A part of it |
| | pays | none | I do not work |
""" + "".join(f"| | many | t{number} | Town {number} |\n" for number in range(30))

SENTENCES = (
    "Work Sheet number ______ Date ____________ Ask only when nobody else can hear.",
    "1 Is your work as you had been told? Yes Partly No Prefers not to say Not known yet",
    "Yes No Go to question 4. Prefers not to say Not known yet 3 Do you owe money?",
    "Do you owe money? Ask this only if question 2 is not No. Yes No",
    "A part of it I do not work Go to question 6.",
    "You said [question 4]. Read this only if (years (see question 6) is 18 or more, ",
    "18 or more, or not known) and question 4 is not I do not work.",
    "Ask this only if the number of ticks in question 8 is more than 1.",
    "Ask this only if question 4 is A part of it or question 6 is 18 or more.",
    "Children Ask questions 9 to 10 only if the rule of the form holds (see questions 2 and 6).",
    "Ask questions 9 to 10 again for each one, on a copy. This is number ____ of ____.",
    "9 When were you born? day, month, year",
    "Which town? Write the answer. The answers stand on the last page.",
    "11 Is there something? No names of other people.",
    "The person wants to stop? Stop. What is answered is enough. Last question asked: ______",
    "Keep this sheet locked in, type it in soon, then destroy it. Work, version 4",
    "Answers to question 10 Town 0",
)


def _pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [" ".join(text.replace("\u00a0", " ").split()) for text in found]


@pytest.fixture
def form_of(tmp_path):
    def make(content):
        (tmp_path / "form.md").write_text(content, encoding="utf-8")
        return read_form(tmp_path / "form.md")[0]

    return make


@pytest.fixture(scope="module")
def intake():
    return read_form(paths.resources() / "packs" / "finland" / "intake.md")[0]


def test_it_says_in_words_what_is_asked_when(form_of):
    said = " ".join(_pages(print_blank(form_of(WORK), "en", "en")))
    assert [sentence for sentence in SENTENCES if sentence not in said] == []


def test_it_speaks_the_language_of_the_screen_around_the_questions(intake):
    said = " ".join(_pages(print_blank(intake, "sv", "fi")))
    assert "Vill du ha hjälp att återvända till ditt hemland?" in said
    assert "Ei halua sanoa" in said
    assert "Prefers not to say" not in said


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_every_question_of_the_intake_has_its_number_and_both_quiet_answers(intake, language):
    blank = Blank(intake)
    name = next(one for one in intake.languages if one.endswith(f"({language})"))
    pages = _pages(print_blank(intake, language, "en"))
    said = " ".join(pages)
    for path, number in blank.numbers.items():
        question = blank.text(blank.questions[path].label, path, name)
        assert f"{number} {question} " in said
    for quiet in ("Prefers not to say", "Not known yet"):
        explained = 1
        assert len(re.findall(quiet, said)) == len(blank.numbers) + explained
    for number, page in enumerate(pages, start=1):
        assert page.endswith(f"{number} / {len(pages)}")


def test_two_languages_stand_together(intake):
    said = " ".join(_pages(print_blank(intake, "en", "en", "fi")))
    assert "7 Has someone come here with you? Tuliko joku tänne sinun kanssasi?" in said
    assert "No Go to question 11. Kyllä Ei" in said or "Yes Kyllä No Go to question 11. Ei" in said
    assert print_blank(intake, "en", "en", "en") == print_blank(intake, "en", "en")


def test_each_section_is_a_part_of_its_own(intake):
    pages = _pages(print_blank(intake, "en", "en"))
    starts = [page[: len("Intake, part 1 of 7")] for page in pages if page.startswith("Intake")]
    assert starts == [f"Intake, part {number} of 7" for number in range(1, 8)]


@pytest.mark.parametrize("beside", ["", "fi"])
def test_no_part_ends_with_a_page_that_asks_nothing(intake, beside):
    pages = _pages(print_blank(intake, "en", "en", beside))
    ends = [page for page in pages if "The person wants to stop?" in page]
    assert len(ends) == 7
    assert all("Not known yet" in page for page in ends)


def test_the_file_says_nothing_but_that_it_holds_questions(intake):
    made = print_blank(intake, "fi", "fi")
    document = pypdfium2.PdfDocument(made)
    told = {key: value for key, value in document.get_metadata_dict().items() if value}
    document.close()
    assert told == {"Title": "Questions"}
    assert made == print_blank(intake, "fi", "fi")


def test_it_is_mirrored_for_a_language_that_runs_from_right_to_left(form_of):
    content = (
        "| survey |\n| | type | name | label::العربية (ar) | label::English (en) |\n"
        "| | text | pay | هل تحصل على أجرك بنفسك؟ | Do you get your pay yourself? |\n"
    )
    form = form_of(content)
    sides = {}
    for language in ("ar", "en"):
        document = pypdfium2.PdfDocument(print_blank(form, language, "en"))
        page = document[0].get_textpage()
        found = page.search("Prefers not to say").get_next()
        left, _bottom, right, _top = page.get_charbox(found[0])
        sides[language] = (left + right) / 2 > document[0].get_width() / 2
        document.close()
    assert sides == {"ar": True, "en": False}
    assert runs_right_to_left("1. هل")
    assert not runs_right_to_left("1. Has")


def test_a_form_of_600_questions_is_printed_to_its_end(form_of):
    rows = "".join(f"| | text | q{number} | Word {number}? |\n" for number in range(600))
    form = form_of(f"| survey |\n| | type | name | label |\n{rows}")
    pages = _pages(print_blank(form, "en", "en"))
    assert "600 Word 599? Prefers not to say Not known yet The person wants to stop?" in pages[-1]


@pytest.mark.skipif(not FORMS, reason="the shared test data is not here")
@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_every_rule_of_a_real_form_is_a_sentence(path):
    form, _remarks = read_form(path, VECTORS / "support")
    blank = Blank(form)
    frame = Frame(blank, read_skips(blank), form.default_language, "en")
    for item in form.items():
        said = text_of(frame.rule(item))
        assert bool(said) == (item.bind.relevant is not None)
        assert not said or (said.endswith(".") and "{" not in said)
    assert _pages(print_blank(form, form.default_language, "en"))
