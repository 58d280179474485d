import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette

from assistance_desktop.ui.kit import fonts, tokens
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.theme import apply_theme, look
from assistance_desktop.ui.kit.words import Words

KIT = Path(fonts.__file__).parent


@pytest.mark.parametrize("theme", tokens.THEMES)
def test_the_palette_is_of_the_theme(qapp, theme):
    apply_theme(qapp, theme)
    colours = tokens.colours(theme)
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Window).name().upper() == colours.window
    assert palette.color(QPalette.ColorRole.Text).name().upper() == colours.text
    off = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert off.name().upper() == colours.text_disabled


def test_the_letters_are_the_bundled_ones(qapp):
    assert QFontInfo(look().font()).family() == "Noto Sans"
    assert QFontInfo(look().font(bold=True)).weight() == 600
    assert QFontInfo(look().font(monospace=True)).family() == "Noto Sans Mono"


def test_fonts_are_loaded_once(qapp):
    assert fonts.load_fonts() is fonts.load_fonts()
    assert len(fonts.load_fonts()) == len(set(fonts.load_fonts()))


@pytest.mark.parametrize(
    ("scale", "body", "button"), [(1.0, 15, 44), (1.25, 19, 55), (1.5, 22, 66)]
)
def test_heights_grow_with_the_letters(qapp, page, scale, body, button):
    made = Button("Next")
    page.put(made)
    apply_theme(qapp, "light", scale)
    assert look().font().pixelSize() == body
    assert made.sizeHint().height() == button


def test_words_that_are_shown_follow_a_new_scale(qapp, page):
    words = Words("Services are free and voluntary.")
    page.put(words)
    before = words.sizeHint()
    apply_theme(qapp, "light", 1.5)
    assert words.sizeHint().height() == round(22 * 1.5)
    assert words.sizeHint().width() > before.width()


def test_a_row_is_painted_in_the_new_theme_at_once(qapp, page):
    row = ChoiceRow("Rest")
    page.put(row)
    row.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    light = row.grab().toImage().pixelColor(100, 10)
    apply_theme(qapp, "dark")
    dark = row.grab().toImage().pixelColor(100, 10)
    assert light.name().upper() == tokens.colours("light").card
    assert dark.name().upper() == tokens.colours("dark").card


def test_only_the_theme_sets_a_style_sheet_or_names_a_colour():
    for file in KIT.glob("*.py"):
        text = file.read_text(encoding="utf-8")
        if file.name != "theme.py":
            assert "setStyleSheet" not in text, file.name
        assert not re.search(r'"#[0-9A-Fa-f]{3,8}"', text.replace('"#000"', "")), file.name


def test_the_style_sheet_is_short():
    lines = (KIT / "theme.qss").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 250
