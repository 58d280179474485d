"""What an intake must ask so that the program can act on it."""

from assistance_desktop.forms.workbook import load_form
from assistance_desktop.ui.intake import consents, danger
from assistance_desktop.ui.questionnaires.relied import ANSWERS, find_missing


def test_every_name_that_the_intake_page_acts_on_is_needed():
    acted_on = {*consents.RECIPIENTS, *consents._MANNER, *danger.ABOUT_THREAT}
    assert acted_on | {"companion_place", "pseudonym", "best_language"} <= ANSWERS.keys()


def test_every_answer_that_means_a_consent_is_known():
    for name in consents.RECIPIENTS:
        assert ANSWERS[name] <= consents._STATES.keys()


def test_the_answers_that_decide_a_threat_are_needed():
    said = {"threat_serious": "yes", "threat_against": "life", "threat_target": "client"}
    assert danger.is_serious(said.get)
    for name in ("threat_against", "threat_target"):
        (harmless,) = ANSWERS[name]
        assert not danger.is_serious((said | {name: harmless}).get)
    assert danger.is_overheard({"companion_place": "in_room"}.get)
    assert "in_room" in ANSWERS["companion_place"]


def test_the_intake_that_comes_along_lacks_nothing(own):
    assert list(find_missing(own.intake.form, own.pack.questions)) == []


def test_a_name_that_stands_twice_is_stopped(own, intake_book):
    row = "| | text | pseudonym |"
    file = intake_book(swap=[("| | text | matters_most |", row)])
    found = [one.plain for one in find_missing(load_form(file).form, {})]
    assert found == ["pseudonym stands twice, and this program acts on one answer"]
