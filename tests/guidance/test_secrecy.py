from datetime import UTC, date, datetime

import pytest

from assistance_desktop import paths
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Change
from assistance_desktop.errors import AppError
from assistance_desktop.guidance.facts import read_facts
from assistance_desktop.guidance.pack import read_pack
from assistance_desktop.guidance.recipients import places, topic
from assistance_desktop.guidance.secrecy import finds, hears, listed

FOLDER = paths.resources() / "packs" / "finland"
PACK = read_pack(FOLDER)
TODAY = date(2026, 11, 24)


def reached(name, *who, kind="other"):
    return hears(read_facts({"do_not_tell": list(who)}), PACK, kind, name)


@pytest.mark.parametrize(
    "name",
    ["Embassy of the home country", "The consulate", "suurlähetystö", "Ruritanian lähetystössä",
     "Konsulaatti", "ambassaden", "konsulatet", "EMBASSIES", "Посольство", "the honorary consul"],
)  # fmt: skip
def test_an_embassy_is_a_home_authority_in_every_language(name):
    found = reached(name, "home_authorities")
    assert found is not None
    assert found.closes
    assert found.who == ("home_authorities",)


def test_who_is_on_the_list_is_closed_by_kind_whatever_the_name():
    assert reached("Ruska", "spouse", kind="spouse").closes
    assert reached("Ruska", "family", kind="spouse").closes
    assert reached("Ruska", "employer", kind="spouse") is None


def test_a_name_that_may_mean_family_is_looked_at_and_not_refused():
    found = reached("Mother and child home", "family", kind="shelter")
    assert found is not None
    assert not found.closes


def test_who_is_not_on_the_list_may_be_told():
    assert reached("City health station", "home_authorities", "employer", kind="health") is None
    assert reached("Embassy", "employer") is None
    assert reached("Embassy") is None


def test_a_list_that_nobody_asked_about_is_not_an_empty_list():
    unasked = read_facts({})
    assert listed(unasked) is None
    found = hears(unasked, PACK, "other", "Embassy")
    assert found is not None
    assert not found.asked
    assert hears(unasked, PACK, "health", "City health station") is None


def test_a_paper_at_home_is_found_by_the_family_it_was_kept_from():
    facts = read_facts({"do_not_tell": ["spouse", "home_authorities"]})
    assert finds(facts, "at_home") == ("spouse",)
    assert finds(facts, "office") == ()
    assert finds(read_facts({}), "at_home") == ()


def test_no_topic_tells_of_an_own_offence_and_a_pack_that_would_is_refused(tmp_path):
    assert not [one for topic in PACK.topics for one in topic.questions if "own_offence" in one]
    for file in FOLDER.rglob("*.toml"):
        target = tmp_path / file.relative_to(FOLDER)
        target.parent.mkdir(exist_ok=True)
        target.write_text(file.read_text("utf-8"), "utf-8")
    topics = tmp_path / "topics.toml"
    words = topics.read_text("utf-8").replace('"losses"', '"losses", "own_offence_mentioned"')
    topics.write_text(words, "utf-8")
    with pytest.raises(AppError, match=r"topics\.toml.*told to nobody"):
        read_pack(tmp_path)


def test_a_topic_lies_in_the_answers_of_its_questions_and_in_each_child():
    changes = [
        Change(f"{record}{field}", "c", record, field, value, (), "P", "d",
               datetime(2026, 11, 23, tzinfo=UTC))
        for record, fields in {
            "intake": {"/i/has_children": "yes"},
            "repeat/1": {"of": "/i/children", "/i/children/born": "2020-01-01", "/i/name": "x"},
            "appointment/1": {"day": "2026-11-20", "time": "09:00"},
            "appointment/2": {"day": "2026-11-25", "time": "10:00", "where": "a place"},
        }.items()
        for field, value in fields.items()
    ]  # fmt: skip
    case = Case("c", changes)
    asked = {"has_children": "/i/has_children", "child_date_of_birth": "/i/children/born"}
    children = places(topic(PACK, "children"), case, asked, TODAY)
    assert children == {(INTAKE, "/i/has_children"), (INTAKE, "/i/children/born"),
                        ("repeat/1", "/i/children/born"), ("repeat/1", "of"),
                        ("repeat/1", "within")}  # fmt: skip
    meeting = places(topic(PACK, "meeting"), case, asked, TODAY)
    assert meeting == {("appointment/2", "day"), ("appointment/2", "time")}
    assert (CASE, "pseudonym") in places(topic(PACK, "called"), case, asked, TODAY)


def test_every_topic_and_kind_has_its_own_id():
    for listed_ones in (PACK.topics, PACK.recipients):
        names = [one.id for one in listed_ones]
        assert len(names) == len(set(names))
    assert PACK.recipients[-1].id == "other"


def test_every_topic_names_questions_that_the_intake_asks():
    intake = (FOLDER / "intake.md").read_text("utf-8")
    named = [name for one in PACK.topics for name in one.questions]
    assert [name for name in named if f"| {name} |" not in intake] == []
