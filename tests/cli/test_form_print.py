import pypdfium2

from assistance_desktop import paths

INTAKE = paths.resources() / "packs" / "finland" / "intake.md"


def test_a_questionnaire_is_printed_blank(command, tmp_path):
    out = tmp_path / "questions.pdf"
    ended = command("form", "print", INTAKE, "--language", "fi", "--beside", "sv", "--out", out)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    document = pypdfium2.PdfDocument(out)
    said = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "Sopiiko sinulle, että puhumme nyt?" in said
    assert "Passar det dig att vi pratar nu?" in said
    assert "Ei halua sanoa" in said


def test_a_language_that_the_form_does_not_have_is_refused_and_nothing_written(command, tmp_path):
    out = tmp_path / "questions.pdf"
    for languages in (("--language", "th"), ("--language", "en", "--beside", "th")):
        ended = command("form", "print", INTAKE, *languages, "--out", out)
        assert ended.is_refusal("th", "Suomi (fi)")
    assert not out.exists()
