"""How the screens look before anything is unlocked: language, theme, text size.

A small file beside the vaults. It says nothing about anybody, and a damaged one means the
defaults.
"""

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from assistance_desktop import i18n

THEMES = ("light", "dark", "hc")
SCALES = (1.0, 1.25, 1.5)


@dataclass(frozen=True, slots=True)
class Preferences:
    """The look of the screens; an empty theme follows the system."""

    language: str
    theme: str = ""
    scale: float = 1.0


def read(folder: Path) -> Preferences:
    """What was chosen last, or what the system speaks."""
    defaults = Preferences(_system_language())
    try:
        plain = json.loads((folder / "screen.json").read_text("utf-8"))
        chosen = Preferences(plain["language"], plain["theme"], float(plain["scale"]))
    except (OSError, ValueError, KeyError, TypeError):
        return defaults
    known = chosen.language in i18n.UI_LANGUAGES and chosen.theme in ("", *THEMES)
    return chosen if known and chosen.scale in SCALES else defaults


def write(folder: Path, preferences: Preferences) -> None:
    """Remember a choice; a disk that does not take it costs the choice and nothing else."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / "screen.json").write_text(json.dumps(asdict(preferences)), "utf-8")


def system_theme() -> str:
    """The theme that the system asks for."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "hc"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _system_language() -> str:
    code = QLocale.system().name().partition("_")[0]
    return code if code in i18n.UI_LANGUAGES else "en"
