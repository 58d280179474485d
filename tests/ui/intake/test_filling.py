import pytest

from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.changes import Unanswered
from assistance_desktop.cases.consent import ASSISTANCE_SYSTEM, OFFICE, Purpose, release
from assistance_desktop.errors import AppError
from assistance_desktop.ui.intake import steps
from assistance_desktop.ui.intake.filling import Filling

CHILDREN = "/intake/needs/children"
BORN = "/intake/about_you/date_of_birth"
SAFE = "/intake/safety/safe_now"


def again(filling):
    """The same case, opened anew from its changes."""
    return Filling(Case(filling.case.id, filling.case.changes), filling.content, filling.pen)


def values(edits):
    return {(edit.record, edit.field): edit.value for edit in edits}


def test_an_answer_is_a_field_of_the_intake(filling):
    assert values(filling.answer(SAFE, "no")) == {("intake", SAFE): "no"}


def test_an_answer_comes_back_when_the_case_is_opened_again(filling):
    filling.answer(SAFE, "no")
    assert again(filling).interview.value(SAFE) == "no"


@pytest.mark.parametrize(
    ("why", "state"), [(Unanswered.REFUSED, "refused"), (Unanswered.UNKNOWN, "unknown")]
)
def test_a_quiet_answer_is_kept_as_what_it_is_and_never_as_no(filling, why, state):
    edits = filling.answer(SAFE, why)
    assert values(edits) == {("intake", SAFE): why}
    assert filling.interview.state(SAFE) == again(filling).interview.state(SAFE) == state
    assert filling.interview.value(SAFE) is None


def test_an_answer_can_be_taken_back(filling):
    filling.answer(SAFE, "no")
    filling.answer(SAFE, None)
    assert again(filling).interview.state(SAFE) == "blank"


def test_a_day_is_kept_as_iso_text(filling):
    assert values(filling.answer(BORN, "1999-02-28"))["intake", BORN] == "1999-02-28"


def test_a_value_of_the_wrong_type_is_refused_and_nothing_changes(filling):
    with pytest.raises(AppError):
        filling.answer(BORN, "31.2.2000")
    assert filling.is_new


def test_each_child_is_a_record_of_its_own(filling):
    filling.answer("/intake/needs/has_children", "yes")
    first, _edits = filling.add(CHILDREN)
    second, _edits = filling.add(CHILDREN)
    filling.answer(f"{first}/child_called", "Pilvi")
    filling.answer(f"{second}/child_called", "Poika")
    assert len(filling.case.records("repeat")) == 2
    opened = again(filling).interview
    assert [opened.value(f"{place}/child_called") for place in (first, second)] == [
        "Pilvi",
        "Poika",
    ]


def test_a_child_taken_away_comes_back_with_what_was_written(filling):
    filling.answer("/intake/needs/has_children", "yes")
    first, _edits = filling.add(CHILDREN)
    second, _edits = filling.add(CHILDREN)
    filling.answer(f"{first}/child_called", "Pilvi")
    filling.answer(f"{second}/child_called", "Poika")
    record, _edits = filling.remove(first)
    assert filling.interview.instances(CHILDREN) == (first,)
    assert filling.interview.value(f"{first}/child_called") == "Poika"
    filling.bring_back(record)
    assert filling.interview.value(f"{first}/child_called") == "Pilvi"
    assert filling.interview.value(f"{second}/child_called") == "Poika"


def test_a_yes_to_the_office_is_a_consent_that_lets_a_bundle_go(filling):
    filling.answer("/intake/consent/consent_office", "agrees")
    found = release(filling.case, OFFICE, Purpose.BUNDLE, filling.today)
    assert found.consent is not None
    assert found.consent.given_on == filling.today


@pytest.mark.parametrize("said", ["does_not", Unanswered.REFUSED, Unanswered.UNKNOWN, None])
def test_anything_but_yes_lets_nothing_go(filling, said):
    filling.answer("/intake/consent/consent_office", "agrees")
    filling.answer("/intake/consent/consent_office", said)
    with pytest.raises(AppError):
        release(filling.case, OFFICE, Purpose.BUNDLE, filling.today)


def test_a_withdrawn_proposal_is_no_consent(filling):
    filling.answer("/intake/consent/proposal_consent", "given")
    assert release(filling.case, ASSISTANCE_SYSTEM, Purpose.PROPOSAL, filling.today).consent
    filling.answer("/intake/consent/proposal_consent", "withdrawn")
    with pytest.raises(AppError):
        release(filling.case, ASSISTANCE_SYSTEM, Purpose.PROPOSAL, filling.today)


def test_how_and_in_which_language_goes_with_every_consent(filling):
    filling.answer("/intake/consent/consent_notes", "agrees")
    filling.answer("/intake/consent/consent_office", "agrees")
    filling.answer("/intake/consent/consent_how", "spoken")
    filling.answer("/intake/consent/consent_language", "vi")
    consent = release(filling.case, OFFICE, Purpose.BUNDLE, filling.today).consent
    assert consent is not None
    assert (consent.how, consent.language) == ("spoken", "vi")


def test_what_the_person_is_called_is_what_the_case_is_called(filling):
    edits = filling.answer("/intake/about_you/pseudonym", "Usva")
    assert values(edits)[CASE, "pseudonym"] == "Usva"


@pytest.mark.parametrize("said", [Unanswered.REFUSED, None])
def test_no_name_leaves_the_one_that_the_case_has(filling, said):
    filling.open_new("Pihlaja", "K7-4M2Q", "Ruska")
    filling.answer("/intake/about_you/pseudonym", said)
    assert filling.case.text(CASE, "pseudonym") == "Ruska"


def test_a_serious_threat_is_shown_wherever_the_case_is(filling):
    filling.answer("/intake/safety/threat_serious", "yes")
    assert filling.case.value(CASE, "threat") is True
    filling.answer("/intake/safety/threat_serious", "no")
    assert filling.case.value(CASE, "threat") is False


def test_the_best_language_is_the_language_of_the_case(filling):
    filling.answer("/intake/about_you/best_language", "sv")
    assert filling.case.text(CASE, "language") == "sv"


@pytest.mark.parametrize("said", ["und", Unanswered.UNKNOWN, None])
def test_a_language_that_has_no_code_is_no_language_of_the_case(filling, said):
    filling.answer("/intake/about_you/best_language", "sv")
    filling.answer("/intake/about_you/best_language", said)
    assert filling.case.text(CASE, "language") == ""


def test_a_note_stands_beside_its_question(filling):
    filling.note(SAFE, "I sleep at a friend’s")
    assert again(filling).note_text(SAFE) == "I sleep at a friend’s"
    assert again(filling).note_text(BORN) == ""


def test_what_the_form_fills_in_beforehand_is_no_answer_yet(filling):
    path = "/intake/wishes/voice_ok"
    step = next(one for one in steps.steps(filling.interview) if one.path == path)
    assert filling.interview.value(path) == "no"
    assert filling.state(step) == "blank"
    filling.answer(path, "no")
    assert filling.state(step) == "answered"


def test_what_was_shown_beforehand_is_confirmed_by_going_on(filling):
    path = "/intake/wishes/number_hidden"
    filling.answer("/intake/wishes/contact_way", ["call"])
    step = next(one for one in steps.steps(filling.interview) if one.path == path)
    assert values(filling.confirm(step)) == {("intake", path): "yes"}
    assert filling.confirm(step) == []


def test_finishing_leads_to_the_plan_once(filling):
    filling.open_new("Pihlaja", "K7-4M2Q", "Ruska")
    assert values(filling.finish()) == {(CASE, "stage"): "plan"}
    assert filling.finish() == []
