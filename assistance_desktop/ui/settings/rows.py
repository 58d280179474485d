"""Rows of a settings card: what is set, one line about it, and what sets it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.switch import Switch
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words


def card_of(title: str, icon: str, *rows: QHBoxLayout) -> Card:
    """A card with its rows, one under the other."""
    card = Card(title, icon=icon, icon_colour="text", padded=False)
    add_rows(card, *rows)
    return card


def add_rows(card: Card, *rows: QHBoxLayout) -> None:
    """Put rows into a card, with a line between."""
    for row in rows:
        if card.body.count():
            card.body.addWidget(Rule())
        card.body.addLayout(row)


def setting(what: str, line: str | Words, control: QWidget) -> QHBoxLayout:
    """One row."""
    row = QHBoxLayout()
    row.setContentsMargins(16, 11, 15, 11)
    row.setSpacing(16)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addStretch(1)
    words.addWidget(Words(what))
    words.addWidget(line if isinstance(line, Words) else Words(line, "small", "text_2"))
    words.addStretch(1)
    row.addLayout(words, 1)
    if not isinstance(control, Switch):  # its mark stands at the end of the row
        control.setMinimumWidth(look().px(168))
    row.addWidget(control)
    return row
