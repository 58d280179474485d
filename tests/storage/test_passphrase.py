import re

import pytest

from assistance_desktop import i18n, paths
from assistance_desktop.storage.passphrase import Strength, judge, suggest, suggested_words


@pytest.mark.parametrize("language", i18n.UI_LANGUAGES)
def test_every_language_of_the_screens_has_a_list_of_its_own(language):
    words = suggested_words(language)
    assert (paths.resources() / "words" / f"{language}.txt").exists()
    assert len(words) >= 2048
    assert len(set(words)) == len(words)
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in words)


@pytest.mark.parametrize("language", i18n.UI_LANGUAGES)
def test_a_suggestion_is_five_words_by_chance_and_always_strong(language):
    drawn = {suggest(language) for _each in range(30)}
    assert len(drawn) == 30
    for words in drawn:
        assert len(words) == 5
        assert set(words) <= set(suggested_words(language))
        assert judge(" ".join(words)).strength is Strength.STRONG


def test_the_words_are_those_that_chance_chose():
    asked = []

    def last(words):
        asked.append(words)
        return words[-1]

    assert suggest("fi", last) == (suggested_words("fi")[-1],) * 5
    assert asked == [suggested_words("fi")] * 5


def test_a_language_without_a_list_takes_the_english_one():
    assert suggested_words("ar") == suggested_words("en")


@pytest.mark.parametrize("passphrase", ["kesä2026", "salasana123456", "aaaaaaaaaaaaaaaa"])
def test_what_comes_to_mind_first_is_refused(passphrase):
    assert not judge(passphrase).accepted
