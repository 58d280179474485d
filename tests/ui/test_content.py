"""The questionnaires of a desk: which one a case has, what new work begins with, and its words."""

from datetime import UTC, datetime

import pytest

from assistance_desktop import i18n, paths
from assistance_desktop.cases import answers
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.changes import Change, Unanswered
from assistance_desktop.forms.workbook import load_form
from assistance_desktop.storage import questionnaires
from assistance_desktop.storage.questionnaires import State
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.content import Content, entry_of

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def content():
    return Content.read()


def test_a_chosen_answer_is_said_in_the_words_of_its_list(content):
    _title, words = content.describe("intake", content.paths["do_not_tell"], ["employer", "family"])
    assert words == "My employer, My family"


def test_a_chosen_answer_follows_the_language_of_the_screens(content):
    i18n.use_language("fi")
    assert content.describe("intake", content.paths["home_safe"], "no")[1] == "Ei"


def test_a_list_with_unanswered_says_so(content):
    words = content.describe("intake", content.paths["home_safe"], Unanswered.REFUSED)[1]
    assert words == "Prefers not to say"


def test_an_answer_that_the_list_does_not_know_is_shown_as_it_stands(content):
    assert content.describe("intake", content.paths["home_safe"], "sometimes")[1] == "sometimes"


OLDER, NEWER = "2026112301", "2027"
"""The version that comes with the program, and one that an office makes of it."""


@pytest.fixture
def do(connection):
    def run(job, *arguments):
        with transaction(connection):
            return job(connection, *arguments)

    return run


@pytest.fixture
def fresh(content):
    """The content as a program that has just started has it, without reading the pack again."""
    return Content(content.pack, content._own)


@pytest.fixture
def stocked(connection, do, fresh):
    """The program as it is once its own intake is kept."""
    made = fresh
    do(made.keep, NOON)
    made.stock(connection)
    return made


@pytest.fixture
def visit(tmp_path, do):
    """Puts a small questionnaire in use."""

    def put(version, question="roof"):
        file = tmp_path / "visit.md"
        file.write_text(
            f"| settings | form_id | version | title |\n| | visit | {version} | Visit |\n"
            f"| survey | type | name | label |\n| | text | {question} | Which {question}? |\n"
        )
        loaded = load_form(file)
        kept = questionnaires.Content(loaded.source, loaded.xform, loaded.files)
        do(questionnaires.add, entry_of(loaded, "visit.md", NOON), kept)
        do(questionnaires.publish, "visit", version, NOON)

    return put


def case_with(pin, record=INTAKE):
    field = answers.pin_place(record)
    change = Change("1", "c", *field, pin, (), "Pihlaja", "laptop-1", NOON)
    return Case("c", [change])


def publish_intake(do, tmp_path, version):
    """An office's own next version, with one question less."""
    words = (paths.resources() / "packs" / "finland" / "intake.md").read_text("utf-8")
    file = tmp_path / "intake.md"
    rows = [row for row in words.splitlines() if "| matters_most |" not in row]
    file.write_text("\n".join(rows).replace(OLDER, version), "utf-8")
    loaded = load_form(file)
    kept = questionnaires.Content(loaded.source, loaded.xform, loaded.files)
    do(questionnaires.add, entry_of(loaded, "intake.md", NOON), kept)
    do(questionnaires.publish, loaded.form.id, version, NOON)


def test_the_intake_that_comes_along_is_kept_in_use_and_only_once(connection, do, content):
    assert not content.is_kept(connection)
    do(content.keep, NOON)
    do(content.keep, NOON)
    assert content.is_kept(connection)
    held = [
        (one.form, one.version, one.state, one.file) for one in questionnaires.entries(connection)
    ]
    assert ("finland_intake", OLDER, State.PUBLISHED, "") in held
    assert [form for form, *_rest in held].count("finland_intake") == 1
    assert "safety_plan" in [form for form, *_rest in held]


def test_corrected_words_of_the_intake_reach_the_shelf(connection, do, content):
    own = content.intake.form
    do(content.keep, NOON)
    connection.execute("UPDATE questionnaire SET xform = x'00'")
    assert not content.is_kept(connection)
    do(content.keep, NOON)
    assert content.is_kept(connection)
    assert questionnaires.published(connection, own.id).version == OLDER


def test_an_intake_of_the_office_stays_in_use_when_the_program_brings_its_own(
    connection, do, fresh, tmp_path
):
    publish_intake(do, tmp_path, NEWER)
    do(fresh.keep, NOON)
    fresh.stock(connection)
    assert fresh.intake.version == NEWER
    assert questionnaires.find(connection, fresh.intake.id, OLDER) is not None


def test_new_work_begins_with_what_is_in_use(connection, do, stocked, visit, tmp_path):
    assert stocked.others == ()
    visit("1")
    publish_intake(do, tmp_path, NEWER)
    stocked.stock(connection)
    assert stocked.intake.version == NEWER
    assert "matters_most" not in stocked.paths
    assert [one.title for one in stocked.others] == ["Visit"]


def test_a_case_stays_with_its_version_and_is_told_of_a_newer_one(
    connection, do, stocked, tmp_path
):
    case = case_with(stocked.intake.pin)
    assert stocked.newer(case) is None
    publish_intake(do, tmp_path, NEWER)
    stocked.stock(connection)
    assert stocked.of(case).version == OLDER
    assert "matters_most" in stocked.of(case).paths
    assert stocked.newer(case).version == NEWER
    assert not stocked.lacks(case)


def test_a_version_that_this_desk_never_had_is_told_and_the_one_in_use_stands_in(stocked):
    case = case_with(f"{stocked.intake.id} 1999")
    assert stocked.lacks(case)
    assert stocked.of(case).version == OLDER


def test_a_case_without_a_pin_lacks_nothing(stocked):
    case = Case("c", [])
    assert not stocked.lacks(case)
    assert stocked.newer(case) is None
    assert stocked.of(case) is stocked.intake


def test_another_questionnaire_of_a_case_stays_with_its_version_too(connection, stocked, visit):
    visit("1")
    visit("2", "door")
    stocked.stock(connection)
    record = f"{answers.OTHERS}/1"
    case = case_with("visit 1", record)
    assert stocked.of(case, record).asks("/data/roof")
    assert stocked.newer(case, record).version == "2"
    assert stocked.describe(record, "/data/roof", "tin", case) == ("Which roof?", "tin")


def test_what_is_loaded_and_not_in_use_begins_nothing(connection, do, stocked, visit):
    visit("1")
    do(questionnaires.withdraw, "visit", "1")
    stocked.stock(connection)
    assert stocked.others == ()
    assert (
        stocked.of(case_with("visit 1", f"{answers.OTHERS}/1"), f"{answers.OTHERS}/1").version
        == "1"
    )


def test_stocking_again_keeps_forms_that_were_read(connection, stocked, visit):
    visit("1")
    stocked.stock(connection)
    form = stocked.others[0].form
    stocked.stock(connection)
    assert stocked.others[0].form is form
