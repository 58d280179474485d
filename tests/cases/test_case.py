from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.cases import history
from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.changes import Author, Change, Unanswered, as_json, from_json

DAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


def change(name, value, *, replaces=(), field="pseudonym", at=0, device="laptop-1"):
    moment = DAY + timedelta(minutes=at)
    return Change(name, "c", CASE, field, value, tuple(replaces), "Pihlaja", device, moment)


def test_one_head_is_the_value():
    case = Case("c", [change("1", "Aurora"), change("2", "Usva", replaces=["1"])])
    assert case.value(CASE, "pseudonym") == "Usva"
    assert case.conflicts() == ()


def test_two_heads_with_different_values_are_a_conflict():
    case = Case("c", [change("1", "Aurora"), change("2", "Usva", device="office")])
    (conflict,) = case.conflicts()
    assert {head.value for head in conflict.heads} == {"Aurora", "Usva"}


def test_two_heads_that_agree_are_no_conflict():
    case = Case("c", [change("1", "Aurora"), change("2", "Aurora", device="office")])
    assert case.conflicts() == ()
    assert case.value(CASE, "pseudonym") == "Aurora"


def test_a_decision_replaces_both_heads_and_loses_neither(new_id):
    case = Case("c", [change("1", "Aurora"), change("2", "Usva", device="office")])
    decision = case.edit(
        CASE, "pseudonym", "Usva", author=Author("Kataja", "office"), at=DAY, new_id=new_id
    )
    decided = case.with_changes([decision])
    assert decided.conflicts() == ()
    assert decided.value(CASE, "pseudonym") == "Usva"
    assert {c.value for c in decided.changes} == {"Aurora", "Usva"}


def test_a_field_that_nobody_wrote_is_not_asked():
    assert Case("c", []).value(CASE, "pseudonym") is Unanswered.NOT_ASKED


def test_a_wrong_clock_decides_nothing():
    late = change("2", "Usva", replaces=["1"], at=-100_000)
    assert Case("c", [change("1", "Aurora"), late]).value(CASE, "pseudonym") == "Usva"


def test_a_removed_record_is_not_listed_and_comes_back_when_put_back():
    def child(name, field, value, replaces=()):
        return Change(name, "c", "repeat/a", field, value, tuple(replaces), "P", "d", DAY)

    case = Case("c", [child("1", "of", "/intake/children"), child("2", "removed", True)])
    assert case.records("repeat") == ()
    assert case.with_changes([child("3", "removed", False, ["2"])]).records("repeat") == (
        "repeat/a",
    )


def test_history_tells_what_stood_there_before():
    case = Case("c", [change("1", "Aurora"), change("2", "Usva", replaces=["1"], at=1)])
    first, second = history.steps(case)
    assert first.before == ()
    assert second.before == ("Aurora",)


def test_before_a_conflict_the_common_ancestor_is_told():
    case = Case(
        "c",
        [
            change("0", "Not yet"),
            change("1", "Aurora", replaces=["0"], at=1),
            change("2", "Usva", replaces=["0"], at=2, device="office"),
        ],
    )
    assert history.last_before(case, CASE, "pseudonym") == "Not yet"


values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 5),
    st.text(max_size=5),
    st.lists(st.text(max_size=3), max_size=2),
    st.sampled_from(list(Unanswered)),
)


@st.composite
def grown(draw):
    """A set of changes as desks make it: each replaces some that were there."""
    made: list[Change] = []
    for number in range(draw(st.integers(1, 12))):
        seen = draw(st.sets(st.sampled_from([c.id for c in made]))) if made else set()
        made.append(
            change(
                str(number),
                draw(values),
                replaces=sorted(seen),
                at=draw(st.integers(-50, 50)),
                device=draw(st.sampled_from(["a", "b"])),
            )
        )
    return made


@given(grown(), st.randoms())
def test_the_order_in_which_changes_arrive_never_matters(changes, random):
    shuffled = [*changes, *changes[:3]]
    random.shuffle(shuffled)
    one, other = Case("c", changes), Case("c", shuffled)
    assert one.value(CASE, "pseudonym") == other.value(CASE, "pseudonym")
    assert one.conflicts() == other.conflicts()


@given(grown())
def test_a_change_survives_being_written_as_json(changes):
    assert [from_json(as_json(c)) for c in changes] == changes


def test_unknown_as_a_state_is_not_the_word_unknown():
    case = Case("c", [change("1", Unanswered.UNKNOWN), change("2", "unknown", device="b")])
    assert len(case.conflicts()) == 1
