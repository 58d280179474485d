"""What is said beside a recovery sheet: how it is kept, and what it means to have none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.words import Words


def care() -> tuple[QHBoxLayout, ...]:
    """Three points, each a line for a layout."""
    return tuple(
        _point(words)
        for words in (
            _("Keep it away from this laptop, for example locked in at your office."),
            _("Do not photograph it, and do not store it in the cloud."),
            _("It has no name on it and does not say what it opens."),
        )
    )


def warning() -> Card:
    """What it means to have no sheet."""
    card = Card(tone="amber")
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Picture("alert", "amber_text"), 0, Qt.AlignmentFlag.AlignTop)
    stack = QVBoxLayout()
    stack.setSpacing(0)
    stack.addWidget(Words(_("Without the sheet"), bold=True))
    words = _(
        "If you forget the passphrase and have no sheet, these notes stay closed for ever. Nobody "
        "can open them for you, but an office that you gave a spare key can open them with you."
    )
    stack.addWidget(Words(words))
    row.addLayout(stack, 1)
    card.body.addLayout(row)
    return card


def _point(words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Words("\u2022", tone="text_2"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(words, tone="text_2"), 1)
    return row
