from datetime import UTC, datetime, timedelta

import pytest

from assistance_desktop.cases import answers
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Change, Unanswered

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
CHILDREN = "/intake/needs/children"


def case_of(*rows):
    return Case(
        "c",
        [
            Change(f"{n:03}", "c", record, field, value, (), "P", "d", START + timedelta(seconds=n))
            for n, (record, field, value) in enumerate(rows)
        ],
    )


FAMILY = case_of(
    ("intake", "/intake/safety/home_safe", "no"),
    ("repeat/a", "of", CHILDREN),
    ("repeat/a", f"{CHILDREN}/child_in_finland", "yes"),
    ("repeat/b", "of", CHILDREN),
    ("repeat/b", f"{CHILDREN}/child_in_finland", Unanswered.UNKNOWN),
    ("repeat/x", "of", f"{CHILDREN}/visits"),
    ("repeat/x", "within", "repeat/b"),
    ("repeat/x", f"{CHILDREN}/visits/day", "2026-11-01"),
)


def test_answers_bear_the_position_of_their_instance():
    assert answers.answers(FAMILY) == {
        "/intake/safety/home_safe": "no",
        f"{CHILDREN}[1]/child_in_finland": "yes",
        f"{CHILDREN}[2]/child_in_finland": Unanswered.UNKNOWN,
        f"{CHILDREN}[2]/visits[1]/day": "2026-11-01",
    }


@pytest.mark.parametrize("path", list(answers.answers(FAMILY)))
def test_every_answer_is_found_again_where_it_is_written(path):
    record, field = answers.locate(FAMILY, path)
    assert FAMILY.value(record, field) == answers.answers(FAMILY)[path]


def test_an_instance_that_is_not_there_is_not_found():
    with pytest.raises(KeyError):
        answers.locate(FAMILY, f"{CHILDREN}[3]/child_in_finland")


def test_a_removed_child_takes_no_position():
    gone = Change("z", "c", "repeat/a", "removed", True, (), "P", "d", START)
    left = answers.answers(FAMILY.with_changes([gone]))
    assert f"{CHILDREN}[1]/visits[1]/day" in left
    assert f"{CHILDREN}[2]/child_in_finland" not in left


def test_a_note_has_one_record_a_question_whatever_asked_it():
    assert answers.note_record("/intake/a/b") == "note/intake.a.b"
    assert answers.note_record("/data/a", "questionnaire/1") == "note/questionnaire.1.data.a"


def test_an_instance_keeps_its_place_when_it_is_written_again():
    later = START + timedelta(days=1)
    told = f"{CHILDREN}/child_in_finland"
    again = FAMILY.with_changes(
        [
            Change("998", "c", "repeat/a", "of", CHILDREN, ("001",), "P", "d", later),
            Change("999", "c", "repeat/a", told, "no", ("002",), "P", "d", later),
        ]
    )
    assert answers.instances(again) == answers.instances(FAMILY)


def test_the_version_is_the_last_word_of_a_pin():
    form, _space, version = answers.pin_for("housing visit", "2-b").rpartition(" ")
    assert (form, version) == ("housing visit", "2-b")
