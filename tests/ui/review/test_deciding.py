"""What a person can decide about a conflict."""

from datetime import UTC, datetime, timedelta

import pytest

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Change, Unanswered
from assistance_desktop.sync.exchange import CasePreview, Kind
from assistance_desktop.ui import phrases
from assistance_desktop.ui.review.deciding import BOTH, OWN, Deliberation

START, DAY = datetime(2026, 11, 23, tzinfo=UTC), timedelta(days=1)


def deliberate(*values, here=1):
    heads = [
        Change(
            f"{n}",
            "c",
            "intake",
            "/q",
            value,
            (),
            "Kataja",
            "d",
            datetime(2026, 11, n + 1, tzinfo=UTC),
        )
        for n, value in enumerate(values)
    ]
    case = Case("c", heads)
    preview = CasePreview(case, Kind.CHANGED, tuple(heads[here:]), case.conflicts())
    return Deliberation(preview, case.conflicts()[0])


def test_what_stood_here_is_on_the_left():
    sides = deliberate("a", "b").sides
    assert [(side.value, side.here) for side in sides] == [("a", True), ("b", False)]


def test_heads_that_agree_are_one_side():
    sides = deliberate("a", "b", "b", here=2).sides
    assert [(side.value, len(side.heads), side.here) for side in sides] == [
        ("a", 1, True),
        ("b", 2, True),
    ]


def test_nothing_is_chosen_beforehand():
    each = deliberate("a", "b")
    assert not each.is_decided
    with pytest.raises(ValueError, match="nothing"):
        each.decision()


def test_a_value_of_ones_own_must_be_written():
    each = deliberate("a", "b")
    each.kept = OWN
    assert not each.is_decided
    each.own = "c"
    assert each.decision().value == "c"


def test_both_joins_lists():
    each = deliberate(["a"], ["b"])
    each.kept = BOTH
    assert each.decision().value == ["a", "b"]


@pytest.mark.parametrize(
    ("values", "may"),
    [
        (("words", "other words"), True),
        (("words", Unanswered.REFUSED), True),
        ((True, False), False),
        ((["a"], ["b"]), False),
        ((Unanswered.UNKNOWN, Unanswered.REFUSED), False),
    ],
)
def test_free_words_only_where_words_stand(values, may):
    assert deliberate(*values).may_write(phrases.describe) is may
