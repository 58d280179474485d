from datetime import date

import pytest

from assistance_desktop import i18n


@pytest.mark.parametrize(("code", "draft"), [("en", False), ("fi", True), ("sv", True)])
@pytest.mark.parametrize("domain", ["ui", "client"])
def test_a_language_that_nobody_reviewed_is_a_draft(domain, code, draft):
    assert i18n.is_draft(domain, code) is draft


def test_days_are_written_as_people_write_them():
    day = date(2026, 10, 15)
    assert i18n.show_date(day, "en") == "Thu 15 Oct"
    assert i18n.show_date(day, "fi") == "to 15.10."
    assert i18n.show_date(day, "en", "long") == "15 October 2026"


@pytest.mark.parametrize(("code", "direction"), [("ar", "rtl"), ("ckb", "rtl"), ("prs", "rtl"),
                                                 ("fi", "ltr"), ("vi", "ltr")])  # fmt: skip
def test_the_direction_of_a_language_is_known(code, direction):
    assert i18n.text_direction(code) == direction


def test_a_language_is_called_by_its_own_name():
    assert i18n.language_name("vi") == "Tiếng Việt"
    assert i18n.language_name("zz-unknown") == "zz-unknown"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Suomi (fi)", "fi"),
        ("English (en)", "en"),
        ("Português (pt-BR)", "pt-BR"),
        ("en", "en"),
        ("EN", "en"),
        ("English", "en"),
        ("english", "en"),
        ("Français", "fr"),
        ("French", "fr"),
        ("Arabic", "ar"),
        ("العربية", "ar"),
        ("العربية (ar)", "ar"),
        ("Tiếng Việt", "vi"),
        ("Luganda (Uganda)", "lg"),
        ("default", None),
        ("", None),
        ("Nobody’s (own)", None),
        ("Ngakarimojong", None),
    ],
)
def test_a_language_is_known_by_any_name_that_authors_write(name, code):
    assert i18n.language_code(name) == code


@pytest.mark.parametrize(
    ("text", "direction"),
    [("هل يمكنك؟", "rtl"), ("1. שלום", "rtl"), ("Can you?", "ltr"), ("112", "ltr"), ("", "ltr")],
)
def test_words_run_as_their_letters_do(text, direction):
    assert i18n.direction_of(text) == direction
