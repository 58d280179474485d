import pypdfium2 as pdfium
import pytest

FACTS = {
    "role": "possible_victim",
    "in_finland": True,
    "customer": "admitted",
    "proposal_consent": "given",
    "home_safe": False,
    "languages": [{"code": "vi", "reads": True}],
    "decisions": {"HOUSING": "accepts", "LEGAL": "accepts"},
    "print": {
        "appointments": [{"day": "2026-12-01", "time": "10:00", "text": "By the old lime tree"}],
        "phone": "0100",
        "worker_initials": "P",
    },
}
KINDS = ("summary", "discreet", "plan", "rights", "proposal")


@pytest.fixture
def facts(write):
    return write("facts.json", FACTS)


def make(command, facts, out, kind="summary", language="en", *more):
    return command("document", facts, "--kind", kind, "--language", language, "--out", out, *more)


def words(path):
    paper = pdfium.PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in paper]
        return " ".join(" ".join(pages).split()), paper.get_metadata_dict()
    finally:
        paper.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_is_made_and_says_nothing_on_the_screen(command, facts, tmp_path, kind):
    out = tmp_path / "paper.pdf"
    ended = make(command, facts, out, kind)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert out.read_bytes().startswith(b"%PDF-")
    assert sorted(tmp_path.iterdir()) == sorted([facts, out])


def test_the_paper_holds_what_was_given_and_tells_nothing_of_itself(command, facts, tmp_path):
    out = tmp_path / "paper.pdf"
    make(command, facts, out)
    text, metadata = words(out)
    assert "By the old lime tree" in text
    told = " ".join(metadata.values()).casefold()
    assert not any(word in told for word in ("assistance", "traffick", "victim", "pihlaja"))


def test_each_language_gives_another_paper(command, facts, tmp_path):
    texts = set()
    for language in ("en", "fi", "sv"):
        out = tmp_path / f"{language}.pdf"
        assert make(command, facts, out, "rights", language).status == 0
        texts.add(words(out)[0])
    assert len(texts) == 3


def test_two_languages_stand_beside_each_other(command, facts, tmp_path):
    alone, both = tmp_path / "alone.pdf", tmp_path / "both.pdf"
    make(command, facts, alone)
    assert make(command, facts, both, "summary", "en", "--beside", "fi").status == 0
    assert len(words(both)[0]) > len(words(alone)[0])


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ({"rle": 1}, "rle"),
        ({"print": {"phon": "0100"}}, "phon"),
        ({"print": {"appointments": [{"day": "soon"}]}}, "day"),
        ({"print": "0100"}, "print"),
        ('{"role":', "JSON"),
    ],
)
def test_bad_facts_make_no_file(command, write, tmp_path, content, named):
    path, out = write("facts.json", content), tmp_path / "paper.pdf"
    assert make(command, path, out).is_refusal(path, named)
    assert not out.exists()


def test_a_wrong_language_makes_no_file_and_spares_the_one_that_is_there(command, facts, tmp_path):
    out = tmp_path / "paper.pdf"
    assert make(command, facts, out, "summary", "xx").is_refusal("xx")
    assert not out.exists()
    out.write_bytes(b"kept")
    assert make(command, facts, out, "summary", "en", "--beside", "xx").is_refusal("xx")
    assert out.read_bytes() == b"kept"


def test_a_proposal_needs_the_consent_to_it(command, write, tmp_path):
    out = tmp_path / "paper.pdf"
    for answer in ("not_asked", "refused", "withdrawn", "unknown"):
        path = write("facts.json", {**FACTS, "proposal_consent": answer})
        assert make(command, path, out, "proposal").is_refusal("proposal_consent")
        assert not out.exists()


def test_a_wrong_kind_and_a_place_that_takes_no_file_are_refused(command, facts, tmp_path):
    assert make(command, facts, tmp_path / "a.pdf", "leaflet").is_refusal("leaflet", "summary")
    assert make(command, facts, tmp_path / "nowhere" / "a.pdf").is_refusal("nowhere")
    assert make(command, facts, tmp_path).is_refusal(tmp_path)
    assert list(tmp_path.iterdir()) == [facts]


def test_a_missing_file_makes_no_file(command, tmp_path):
    assert make(command, tmp_path / "none.json", tmp_path / "a.pdf").is_refusal("none.json")
    assert not list(tmp_path.iterdir())


def test_the_program_itself_does_the_same(program, facts, tmp_path):
    out = tmp_path / "paper.pdf"
    ended = make(program, facts, out)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert "By the old lime tree" in words(out)[0]
    assert make(program, facts, tmp_path / "b.pdf", "summary", "xx").is_refusal("xx")
