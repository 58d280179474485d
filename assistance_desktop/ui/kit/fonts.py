"""The letters: loads the bundled fonts once and makes fonts of the design language's sizes.

No system font is asked for, so every computer and every test shows the same letters.
"""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from assistance_desktop import paths
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Thai")
"""Looked through in this order for each letter."""

MONOSPACE = "Noto Sans Mono"
"""For recovery groups, where 0 and O must differ."""


@cache
def load_fonts() -> tuple[str, ...]:
    """Load every bundled font into Qt, once; the names of the families.

    Needs a QGuiApplication. Raises AppError when a font file is missing or damaged.
    """
    found: list[str] = []
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            raise AppError(_("A font of this program is damaged."), _("Install the program again."))
        found += QFontDatabase.applicationFontFamilies(number)
    if not set(FAMILIES) <= set(found):
        raise AppError(_("A font of this program is missing."), _("Install the program again."))
    return tuple(dict.fromkeys(found))


def font(pixels: int, *, bold: bool = False, monospace: bool = False) -> QFont:
    """A font of a letter height in pixels; bold is the semibold weight 600."""
    load_fonts()
    made = QFont()
    made.setFamilies([MONOSPACE, *FAMILIES] if monospace else list(FAMILIES))
    made.setPixelSize(pixels)
    heavy = QFont.Weight.Bold if monospace else QFont.Weight.DemiBold
    made.setWeight(heavy if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
