import pytest
from form_vectors import TODAY, VECTORS, vector_files
from form_walks import Walk
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from assistance_desktop.forms.form import Question
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.workbook import read_form

SUPPORT = VECTORS / "support"
RUNNING = [
    path
    for path in vector_files()
    if path.name not in ("bug_bad_calc.xlsx", "bug_duplicate_columns.xlsx")
]
CALM = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


def _walk(path, examples, steps):
    form, _remarks = read_form(path, SUPPORT)
    if not any(question.shown for question in form.questions()):
        return

    @given(st.data())
    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=CALM,
    )
    def walk(data):
        one = Walk(form, TODAY)
        for _step in range(steps):
            one.step(data.draw)

    walk()


@pytest.mark.parametrize("path", RUNNING, ids=lambda path: path.name)
def test_no_answer_breaks_a_form_or_is_lost_in_it(path):
    large = path.stat().st_size > 60_000
    _walk(path, examples=2 if large else 5, steps=4 if large else 8)


@pytest.mark.long
@pytest.mark.parametrize("path", RUNNING, ids=lambda path: path.name)
def test_no_long_walk_breaks_a_form_or_is_lost_in_it(path):
    _walk(path, examples=12, steps=20)


@pytest.mark.parametrize("path", RUNNING[::3], ids=lambda path: path.name)
def test_a_form_can_be_gone_through_to_its_end_without_an_answer(path):
    talk = Interview(read_form(path, SUPPORT)[0], TODAY)
    for place, item in list(talk.walk()):
        if isinstance(item, Question) and talk.relevant(place) and not talk.read_only(place):
            assert talk.label(place) is not None
            if item.shown:
                talk.leave(place, "unknown")
    assert talk.invalid() == {} or all(talk.state(place) == "answered" for place in talk.invalid())
