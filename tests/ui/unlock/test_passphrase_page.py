"""The suggestion of the passphrase page: taken, exchanged, and gone when the page is left."""

import pytest
from PySide6.QtWidgets import QApplication

from assistance_desktop import i18n
from assistance_desktop.storage.passphrase import suggested_words
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.unlock.passphrase_page import PassphrasePage


@pytest.fixture
def make(qtbot, qapp):
    apply_theme(qapp)

    def made():
        page = PassphrasePage("Choose a passphrase", "It opens your notes.")
        qtbot.addWidget(page)
        page.resize(848, 640)
        page.show()
        page.activateWindow()
        page.setFocus()
        qtbot.waitUntil(page.first.edit.hasFocus)
        return page

    return made


def test_a_suggestion_is_put_into_the_first_field_and_typed_by_hand_into_the_second(qtbot, make):
    page = make()
    words = page.suggestion.boxes.words
    page.suggestion.use.click()
    assert page.first.passphrase == " ".join(words)
    assert page.first.edit.displayText() == " ".join(words)
    assert page.again.passphrase == ""
    assert not page.suggestion.chip.isHidden()
    assert page.suggestion.use.isHidden()
    qtbot.waitUntil(page.again.edit.hasFocus)
    assert not page.check()
    qtbot.keyClicks(QApplication.focusWidget(), " ".join(words))
    assert page.check()


def test_five_others_are_five_others_and_leave_what_was_typed(qtbot, make):
    page = make()
    page.suggestion.use.click()
    used, before = page.first.passphrase, page.suggestion.boxes.words
    page.suggestion.others.click()
    assert page.suggestion.boxes.words != before
    assert len(page.suggestion.boxes.words) == 5
    assert page.first.passphrase == used
    assert page.suggestion.chip.isHidden()
    assert not page.suggestion.use.isHidden()


def test_what_is_typed_over_a_suggestion_is_no_longer_one(qtbot, make):
    page = make()
    page.suggestion.use.click()
    qtbot.keyClicks(page.first.edit, "x")
    assert page.suggestion.chip.isHidden()


def test_the_words_are_of_the_language_of_the_screens(make):
    i18n.use_language("sv")
    assert set(make().suggestion.boxes.words) <= set(suggested_words("sv"))


def test_another_language_keeps_a_suggestion_that_was_used(make):
    page = make()
    page.suggestion.use.click()
    i18n.use_language("fi")
    fresh = make()
    fresh.take_over(page)
    assert fresh.first.passphrase == page.first.passphrase
    assert not fresh.suggestion.chip.isHidden()


def test_leaving_the_page_leaves_no_word_of_it(make):
    page = make()
    page.suggestion.use.click()
    words = page.suggestion.boxes.words
    page.clear()
    assert page.suggestion.boxes.words == ()
    assert not any(word in page.suggestion.boxes.accessibleName() for word in words)
    assert page.typed() == ("", "")
