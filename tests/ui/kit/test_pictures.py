"""The component sheets beside their goldens: ASSISTANCE_UPDATE_PICTURES=1 draws new goldens."""

import os
from pathlib import Path

import answer_sheet
import pytest
import sheet
from PySide6.QtGui import QImage

from assistance_desktop.ui.kit.theme import apply_theme

GOLDENS = Path(__file__).parents[2] / "pictures" / "kit"
ALLOWED = 0.001
"""The share of pixels that may differ."""
NEAR = 24
"""How far a channel may be off before a pixel counts as different (edges of letters)."""
PICTURES = [
    ("components", "light", 1.0),
    ("components", "dark", 1.0),
    ("components", "hc", 1.0),
    ("components", "light", 1.5),
    ("notices", "light", 1.0),
    ("notices", "dark", 1.0),
    ("notices", "hc", 1.25),
    ("lists", "light", 1.0),
    ("lists", "dark", 1.0),
    ("lists", "hc", 1.25),
    ("asked", "light", 1.0),
    ("asked", "dark", 1.25),
    ("mirrored", "light", 1.0),
    ("mirrored", "dark", 1.0),
    ("answers", "light", 1.0),
    ("answers", "dark", 1.25),
    ("answers", "hc", 1.0),
    ("answers_mirrored", "light", 1.0),
]


@pytest.mark.parametrize(("name", "theme", "scale"), PICTURES)
def test_the_components_look_as_drawn(qapp, qtbot, name, theme, scale, tmp_path):
    apply_theme(qapp, theme, scale)
    page = getattr(answer_sheet if name.startswith("answers") else sheet, name)()
    qtbot.addWidget(page)
    seen = sheet.picture(page).convertToFormat(QImage.Format.Format_RGB32)
    golden = GOLDENS / f"{name}-{theme}-{round(scale * 100)}.png"
    if os.environ.get("ASSISTANCE_UPDATE_PICTURES"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        assert seen.save(str(golden))
    drawn = QImage(str(golden)).convertToFormat(QImage.Format.Format_RGB32)
    assert seen.size() == drawn.size()
    different = _different(seen, drawn)
    if different > ALLOWED:
        seen.save(str(tmp_path / golden.name))
    assert different <= ALLOWED, f"see {tmp_path / golden.name}"


def _different(one: QImage, other: QImage) -> float:
    """The share of pixels that a person could tell apart."""
    first, second = bytes(one.constBits()), bytes(other.constBits())
    if first == second:
        return 0.0
    count = 0
    for at in range(0, len(first), 4):
        if first[at : at + 3] != second[at : at + 3]:
            pair = zip(first[at : at + 3], second[at : at + 3], strict=True)
            count += max(abs(a - b) for a, b in pair) > NEAR
    return count / (len(first) // 4)
