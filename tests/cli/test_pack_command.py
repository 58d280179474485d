"""`pack check` and `pack report`: a lawyer reads every rule without reading code."""

import shutil
from html.parser import HTMLParser

import pytest

from assistance_desktop import paths
from assistance_desktop.cli import main
from assistance_desktop.documents.rule_book import TABLE
from assistance_desktop.guidance.facts import SERVICES
from assistance_desktop.guidance.pack import read_pack

FINLAND = paths.resources() / "packs" / "finland"


class _Reader(HTMLParser):
    """What a person reads of a page."""

    def __init__(self):
        super().__init__()
        self.said = []
        self.loads = []

    def handle_starttag(self, _tag, attrs):
        self.loads += [value for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data):
        self.said.append(data)


@pytest.fixture(scope="module", params=["en", "fi", "sv"])
def book(request, tmp_path_factory):
    out = tmp_path_factory.mktemp("book") / "rules.html"
    assert main(["pack", "report", "--language", request.param, "--out", str(out)]) == 0
    reader = _Reader()
    reader.feed(out.read_text("utf-8"))
    assert reader.loads == [], "the page needs nothing else"
    return request.param, " ".join(" ".join(reader.said).split())


def test_the_book_holds_every_service_rule_flag_and_sentence_word_for_word(book):
    language, said = book
    pack = read_pack(FINLAND)
    for code in SERVICES:
        service = pack.services[code]
        assert f"{code}: {service.name[language]}" in said
        for rule in service.rules:
            if rule.text:
                assert " ".join(rule.text[language].split()) in said
    for source in pack.sources.values():
        assert " ".join(source.text.split()) in said
    assert all(f"{flag.code} " in said for flag in pack.flags)


def test_every_rule_of_the_decision_table_has_a_place(book):
    _language, said = book
    for name in TABLE:
        place = said.partition(f"{name}: ")[2].partition(" • ")[0]
        assert place, name
        assert not place.startswith("-"), name


def test_a_condition_is_read_in_words_and_not_in_code(book):
    language, said = book
    words = {
        "en": "role of the person: witness",
        "fi": "henkilön rooli: todistaja",
        "sv": "personens roll: vittne",
    }
    assert words[language] in said
    assert "possible_victim" not in said
    assert "stay.basis" not in said


def test_the_book_is_a_pdf_too(tmp_path):
    out = tmp_path / "rules.pdf"
    assert main(["pack", "report", "--out", str(out)]) == 0
    assert out.read_bytes()[:5] == b"%PDF-"


@pytest.mark.parametrize("amiss", [["--language", "xx"], ["--on", "31.2.2026"], []])
def test_a_report_that_cannot_be_made_is_one_line_and_writes_nothing(tmp_path, capsys, amiss):
    out = tmp_path / ("rules.txt" if not amiss else "rules.html")
    assert main(["pack", "report", *amiss, "--out", str(out)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.strip().splitlines()) == 1
    assert not out.exists()


def test_checking_names_the_file_and_the_place(tmp_path, capsys):
    changed = tmp_path / "pack"
    shutil.copytree(FINLAND, changed)
    assert main(["pack", "check", str(changed)]) == 0
    assert "13 services" in capsys.readouterr().out
    vocabulary = changed / "vocabulary.toml"
    text = vocabulary.read_text("utf-8")
    vocabulary.write_text(text.replace('"home_safe" =', '"home_save" ='), "utf-8")
    assert main(["pack", "check", str(changed)]) == 2
    told = capsys.readouterr().err
    assert "vocabulary.toml" in told
    assert "home_safe" in told
