"""The words of the questionnaire around a case's fields."""

import pytest

from assistance_desktop import i18n
from assistance_desktop.cases.changes import Unanswered
from assistance_desktop.ui.content import Content


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
