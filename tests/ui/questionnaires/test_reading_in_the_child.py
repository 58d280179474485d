"""A questionnaire's file is opened in the child process, and means what it meant before."""

import pytest
from PySide6.QtGui import QColor, QImage

from assistance_desktop import paths
from assistance_desktop.forms.remarks import FormRefused
from assistance_desktop.forms.workbook import load_form
from assistance_desktop.ui.questionnaires.workbook import open_workbook, read_questionnaire

HEAD = "| survey |\n| | type | name | label | media::image |\n"


def form(tmp_path, *rows, more=""):
    file = tmp_path / "form.md"
    settings = "\n| settings |\n| | form_id | version |\n| | room | 1 |\n"
    file.write_text(HEAD + "\n".join(rows) + more + settings, "utf-8")
    return file


def test_the_intake_is_the_same_as_read_here():
    file = paths.resources() / "packs" / "finland" / "intake.md"
    here, there = load_form(file), read_questionnaire(file)
    assert (there.xform, there.remarks, there.source) == (here.xform, here.remarks, here.source)
    assert dict(there.files) == dict(here.files)
    assert [item.path for item in there.form.items()] == [item.path for item in here.form.items()]


@pytest.mark.parametrize(
    "row",
    [
        "| | text | a b | Room | |",
        "| | select_one nowhere | a | Room | |",
        "| | begin group | a | Room | |",
        "| | calculate | a | | |\n| | note | b | ${c} | |",
    ],
)
def test_a_refusal_is_word_for_word_the_same_with_its_place(tmp_path, row):
    file = form(tmp_path, row)
    with pytest.raises(FormRefused) as here:
        load_form(file)
    with pytest.raises(FormRefused) as there:
        read_questionnaire(file)
    assert there.value.remark == here.value.remark


def test_remarks_and_lists_from_files_come_along(tmp_path):
    (tmp_path / "towns.csv").write_text("name,label\nsalo,Salo\n", "utf-8")
    file = form(
        tmp_path,
        "| | select_one_from_file towns.csv | town | Town | |",
        "| | text | a | A | gone.png |",
    )
    here, there = load_form(file), read_questionnaire(file)
    assert there.remarks == here.remarks
    assert there.files["towns.csv"] == (tmp_path / "towns.csv").read_bytes()


def test_its_pictures_are_drawn_anew_and_what_is_none_is_missing(tmp_path):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.setText("Location", "the office of Aurora")
    image.save(str(tmp_path / "room.png"))
    (tmp_path / "torn.jpg").write_bytes(b"\xff\xd8\xff torn")
    rows = "| | text | a | A | room.png |", "| | text | b | B | torn.jpg |"
    found = read_questionnaire(form(tmp_path, *rows)).files
    assert b"Aurora" not in found["room.png"]
    assert QImage.fromData(found["room.png"]).size() == image.size()
    assert "torn.jpg" not in found


def test_the_rows_of_the_survey_are_found_in_the_file_again(tmp_path):
    file = form(tmp_path, "| | text | a | A | |", "| | text | b | B | |")
    book = open_workbook(file.read_bytes(), file.name)
    assert dict(book.rows) == {"a": 2, "b": 3}
    assert not book.is_unnamed
    assert open_workbook(b"<h:html/>", "form.xml").rows == {}
    assert open_workbook(b"PK\3\4 torn", "form.xlsx").rows == {}
