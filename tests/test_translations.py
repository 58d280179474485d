"""The catalogues are what the source says, whole, and compiled as they stand."""

import importlib.util
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "translations"
spec = importlib.util.spec_from_file_location("messages", FOLDER / "messages.py")
messages = importlib.util.module_from_spec(spec)
spec.loader.exec_module(messages)

CATALOGUES = [
    pytest.param(path, id=f"{path.parts[-3]}-{path.stem}")
    for domain in messages.DOMAINS
    for path in messages.catalogues(domain)
]


def sentences(catalogue):
    return {message.id for message in catalogue if message.id}


@pytest.mark.parametrize("domain", messages.DOMAINS)
def test_the_template_is_what_the_source_says(domain):
    template = (FOLDER / f"{domain}.pot").read_bytes()
    assert messages.as_po(messages.extract(domain)) == template, "run python3 dev.py messages"


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("domain", messages.DOMAINS)
def test_finnish_and_swedish_are_there(domain, language):
    assert (FOLDER / language / "LC_MESSAGES" / f"{domain}.po").exists()


@pytest.mark.parametrize("path", CATALOGUES)
def test_every_sentence_is_translated(path):
    empty = [m.id for m in messages.read(path) if m.id and not all(messages._forms(m.string))]
    assert empty == []
    assert sentences(messages.read(path)) == sentences(messages.extract(path.stem))


@pytest.mark.parametrize("path", CATALOGUES)
def test_placeholders_are_the_same_in_every_language(path):
    for message in messages.read(path):
        if not message.id:
            continue
        wanted = {name for form in messages._forms(message.id) for name in placeholders(form)}
        for form in messages._forms(message.string):
            assert placeholders(form) <= wanted, message.id
        assert placeholders(messages._forms(message.string)[-1]) == placeholders(
            messages._forms(message.id)[-1]
        ), message.id


@pytest.mark.parametrize("path", CATALOGUES)
def test_what_is_compiled_is_what_is_written(path):
    assert path.with_suffix(".mo").read_bytes() == messages.as_mo(messages.read(path))


@pytest.mark.parametrize("path", CATALOGUES)
def test_no_translation_claims_a_review_that_nobody_did(path):
    reviewed = [m.id for m in messages.read(path) if m.id and not m.fuzzy]
    assert reviewed == [], "nobody has reviewed a translation yet"


def placeholders(text):
    return set(re.findall(r"{(\w+)}", text))


def test_no_sentence_hides_inside_an_f_string():
    """Babel does not see `_()` there, so the sentence would miss in every catalogue."""
    hidden = re.compile(r"""f(["'])(?:(?!\1).)*\{_\(["']""")
    found = [
        f"{path.name}:{number}"
        for path in messages.PACKAGE.rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if hidden.search(line)
    ]
    assert found == []
