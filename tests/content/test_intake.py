"""The Finnish intake is complete, gentle, in three languages, and blocks nobody."""

import re
from collections import Counter

import pytest

LANGUAGES = {"en": "English (en)", "fi": "Suomi (fi)", "sv": "Svenska (sv)"}
LABELS = [f"label::{language}" for language in LANGUAGES.values()]
HINTS = [f"hint::{language}" for language in LANGUAGES.values()]

LABELLING_WORDS = (
    r"victim", r"traffick", r"uhri", r"ihmiskaup", r"människohandel",
    r"illegal", r"laiton", r"laittom", r"exploit", r"hyväksikäyt", r"utnyttj",
)  # fmt: skip
ACTS = (
    r"\bsex", r"seks", r"prostitu", r"\brape", r"raisk", r"våldt", r"tortur", r"kidut",
    r"\breligio", r"uskon(to|noll)", r"\bhiv\b", r"orientation", r"suuntautum", r"sexuell",
)  # fmt: skip


def test_pyxform_reads_the_intake_without_a_warning(intake):
    assert intake.warnings == []
    assert intake.xform.startswith("<?xml")


def test_the_form_says_who_it_is(intake):
    assert intake.settings == {
        "form_id": "finland_intake",
        "name": "intake",
        "version": "2026112301",
        "title": "Intake",
        "default_language": "English (en)",
    }


def test_seven_sections_stand_in_the_order_of_the_screen(intake):
    assert list(intake.sections()) == [
        "consent", "safety", "about_you", "situation", "needs", "residence", "wishes",
    ]  # fmt: skip


def test_no_question_is_lost_from_a_section(intake):
    assert {name: len(asked) for name, asked in intake.sections().items()} == {
        "consent": 6,
        "safety": 12,
        "about_you": 12,
        "situation": 13,
        "needs": 23,
        "residence": 12,
        "wishes": 19,
    }


def test_about_57_questions_are_asked_before_any_answer_opens_more(intake):
    open_from_the_start = re.compile(r"$|not\(|\$\{\w+\} != '\w|\$\{date_of_birth\} = ''")
    at_once = [
        row["name"]
        for row in intake.questions
        if not row["name"].startswith(("child_", "grant_"))
        and open_from_the_start.match(row.get("relevant", ""))
    ]
    assert 54 <= len(at_once) <= 60


def test_every_name_is_used_once(intake):
    counted = Counter(row["name"] for row in intake.survey if "name" in row)
    assert [name for name, times in counted.items() if times > 1] == []


def test_every_question_and_section_has_a_label_in_all_three_languages(intake):
    shown = [row for row in intake.survey if not row["type"].startswith(("end", "calculate"))]
    assert [row["name"] for row in shown if not all(row.get(column) for column in LABELS)] == []


def test_every_question_tells_the_worker_something_in_all_three_languages(intake):
    assert [r["name"] for r in intake.questions if not all(r.get(hint) for hint in HINTS)] == []


@pytest.mark.parametrize("column", ["guidance_hint", "constraint_message"])
def test_what_is_told_in_one_language_is_told_in_all(intake, column):
    for row in intake.survey:
        told = [f"{column}::{language}" in row for language in LANGUAGES.values()]
        assert all(told) or not any(told), row["name"]


def test_every_constraint_says_what_is_wrong(intake):
    for row in intake.questions:
        assert ("constraint" in row) == ("constraint_message::English (en)" in row), row["name"]


def test_every_choice_has_a_label_in_all_three_languages(intake):
    assert [r["name"] for r in intake.choices if not all(r.get(column) for column in LABELS)] == []


@pytest.mark.parametrize("column", LABELS)
def test_no_two_choices_of_a_list_read_alike(intake, column):
    counted = Counter((row["list_name"], row[column]) for row in intake.choices)
    assert [key for key, times in counted.items() if times > 1] == []


def test_every_list_is_used(intake):
    asked = {row["type"].split()[1] for row in intake.questions if " " in row["type"]}
    assert asked == {row["list_name"] for row in intake.choices}


def test_nothing_is_required(intake):
    assert not any("required" in row for row in intake.survey)
    assert "required=" not in intake.xform


def test_saying_nothing_and_not_knowing_are_no_choices(intake):
    """The program gives both beside every question (facts.md 9.5)."""
    quiet = re.compile(
        r"prefer not|not known|do not know|en halua kertoa|en tiedä|vet inte", re.IGNORECASE
    )
    assert not [row for row in intake.choices if any(quiet.search(row[c]) for c in LABELS)]


@pytest.mark.parametrize("word", LABELLING_WORDS)
def test_nobody_is_labelled_in_anything_that_can_be_read(intake, word):
    assert _texts_with(intake, word) == []


def test_nobody_is_labelled_in_swedish(intake):
    """In Swedish the word is also an English verb, so it is looked for in Swedish alone."""
    assert _texts_with(intake, r"offer|offret", "Svenska (sv)") == []


@pytest.mark.parametrize("word", ACTS)
def test_nothing_asks_about_acts_or_what_must_not_be_asked(intake, word):
    """facts.md 4.3."""
    assert _texts_with(intake, word) == []


def _texts_with(intake, word, language=""):
    """Labels, hints, guidance and messages that hold the word, in all languages or in one."""
    pattern = re.compile(word, re.IGNORECASE)
    return [
        text
        for row in [*intake.survey, *intake.choices]
        for column, text in row.items()
        if f"::{language}" in column and pattern.search(text)
    ]


def test_own_offences_are_yes_or_no_and_the_worker_does_not_ask(intake):
    """facts.md 9.3: never what, how or where."""
    for name in ("own_offence_mentioned", "own_offence_under_pressure"):
        assert intake.question(name)["type"] == "select_one yes_no"
        assert "worker" in intake.question(name)["appearance"].split()


def test_a_child_is_asked_nothing_about_the_situation_but_may_tell(intake):
    """facts.md 4.1: free narrative only."""
    for name in intake.sections()["situation"]:
        gate = intake.question(name).get("relevant", "")
        assert gate.startswith("not(${client_age} < 18)") == (name != "own_words")


def test_free_words_are_few(intake):
    """Free text invites what must not be written; all else is a choice, a day or a number."""
    written = {row["name"] for row in intake.questions if row["type"] == "text"}
    assert written == {
        "safe_word", "pseudonym", "best_language_named", "own_words", "child_called",
        "municipality", "post_address", "email", "contact_place", "phone_number",
        "first_words", "if_other_answers", "matters_most",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["voice_ok", "sms_ok", "post_ok"])
def test_nothing_is_left_or_sent_until_the_client_says_yes(intake, name):
    """facts.md 4.4."""
    assert intake.question(name)["default"] == "no"


def test_our_number_is_hidden_until_the_client_says_no(intake):
    """facts.md 4.4."""
    assert intake.question("number_hidden")["default"] == "yes"


def test_police_and_proposal_are_never_ticked_beforehand(intake):
    """facts.md 9.1 and 9.2."""
    ticked = {row["name"] for row in intake.questions if "default" in row}
    assert ticked == {"voice_ok", "sms_ok", "post_ok", "number_hidden"}


def test_long_lists_open_in_a_small_field(intake):
    for row in intake.questions:
        if len(row["type"].split()) == 2 and len(intake.list_of(row["name"])) > 10:
            assert "minimal" in row["appearance"].split(), row["name"]


def test_questions_that_cannot_concern_a_finn_are_not_put_to_a_finn(intake):
    """facts.md 3.2, D10."""
    for name in ("stay_basis", "reflection_granted", "wants_return"):
        assert intake.question(name)["relevant"].startswith("not(selected(${citizenships}, 'FI'))")


def test_no_label_is_too_long_to_be_said_in_one_breath(intake):
    """facts.md 7: one idea a sentence, everyday words."""
    for row in intake.questions:
        for column in LABELS:
            sentences = re.split(r"(?<=[.?!:]) ", row[column])
            assert max(len(sentence.split()) for sentence in sentences) <= 16, row[column]
            assert len(row[column]) <= 110, row[column]


def test_the_text_is_typed_cleanly(intake):
    for row in [*intake.survey, *intake.choices]:
        for column, text in row.items():
            if "::" in column:
                assert "  " not in text, text
                assert not re.search(r" [.,?!:;]", text), text


def test_questions_end_as_questions_and_hints_as_sentences(intake):
    for row in intake.questions:
        for label, hint in zip(LABELS, HINTS, strict=True):
            assert "?" in row[label] or row[label].endswith("."), row[label]
            assert row[hint].endswith("."), row[hint]
