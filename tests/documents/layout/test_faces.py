import importlib.util
import unicodedata

import pytest

from assistance_desktop import paths
from assistance_desktop.documents import voice
from assistance_desktop.documents.layout import faces

LANGUAGES = [one for one in voice.languages() if one != "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_character_of_a_language_has_a_glyph(language):
    messages = load_messages()
    path = paths.translations() / language.replace("-", "_") / "LC_MESSAGES" / "client.po"
    texts = "".join(message.string for message in messages.read(path) if message.id)
    missing = {one for one in texts if not faces.holds(one) and unicodedata.category(one) != "Cc"}
    assert missing == set()


def test_a_character_comes_from_the_first_family_that_holds_it():
    assert faces.choose("Aä Я ع ไ") == [
        "NotoSans", "NotoSans", "NotoSans", "NotoSans", "NotoSans",
        "NotoSansArabic", "NotoSansArabic", "NotoSansThai",
    ]  # fmt: skip


def test_plain_letters_are_embedded_as_what_they_are():
    assert faces.shape("office fl", "NotoSans-Regular", rtl=False).is_plain


def load_messages():
    place = paths.translations() / "messages.py"
    spec = importlib.util.spec_from_file_location("messages_of_papers", place)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made
