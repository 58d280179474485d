from assistance_desktop.cases.changes import Unanswered
from assistance_desktop.forms.form import Repeat
from assistance_desktop.ui.intake import steps

ROLE = "/intake/about_you/role"


def paths(filling):
    return [step.path for step in steps.steps(filling.interview)]


def of(filling, path):
    return next(step for step in steps.steps(filling.interview) if step.path == path)


def test_the_parts_are_the_groups_at_the_top(filling):
    names = [section.name for section in steps.sections(filling.interview)]
    assert names[:2] == ["consent", "safety"]
    assert "wishes" in names


def test_what_nobody_is_asked_is_no_step(filling):
    assert "/intake/about_you/client_age" not in paths(filling)


def test_a_question_appears_when_an_answer_makes_it_matter(filling):
    assert "/intake/about_you/needs_help" not in paths(filling)
    filling.answer(ROLE, "witness")
    assert paths(filling).index("/intake/about_you/needs_help") == paths(filling).index(ROLE) + 1


def test_a_repeat_is_one_step_whatever_it_holds(filling):
    filling.answer("/intake/needs/has_children", "yes")
    step = of(filling, "/intake/needs/children")
    assert isinstance(step.item, Repeat)
    assert steps.asks(step)
    assert filling.state(step) == "blank"
    filling.add(step.path)
    assert filling.state(of(filling, step.path)) == "answered"


def test_only_what_matters_now_is_asked_on_a_card(filling):
    filling.answer("/intake/needs/has_children", "yes")
    place, _edits = filling.add("/intake/needs/children")
    inside = f"{place}/child_with_client"
    assert inside not in steps.together(filling.interview, place)
    filling.answer(f"{place}/child_in_finland", "yes")
    assert inside in steps.together(filling.interview, place)


def test_a_day_in_the_future_stands_as_wrong(filling):
    path = "/intake/about_you/date_of_birth"
    filling.answer(path, "2030-01-01")
    assert filling.state(of(filling, path)) == "wrong"


def test_every_state_has_its_word(filling):
    path = "/intake/safety/safe_now"
    assert filling.state(of(filling, path)) == "blank"
    filling.answer(path, Unanswered.REFUSED)
    assert filling.state(of(filling, path)) == "refused"
    filling.answer(path, Unanswered.UNKNOWN)
    assert filling.state(of(filling, path)) == "unknown"
