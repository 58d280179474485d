# ruff: noqa: D102 - Qt documents the methods that it calls
"""The last page of the first start: everything is there, and what comes next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.set_up import Page
from assistance_desktop.ui.unlock.start import Start, Way


class ReadyPage(Page):
    """What to do first, by the way in which the desk starts."""

    def __init__(self, start: Start, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(_("Ready"), "title"))
        column.addSpacing(4)
        lead = _("Your notes are made. From now on the passphrase opens them.")
        column.addWidget(Words(lead, tone="text_2"))
        column.addSpacing(20)
        card = Card(_("What comes next"), icon="check")
        card.body.setSpacing(14)
        for icon, words in _next_things(start.way):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Picture(icon, "accent_text"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Words(words, rich=True), 1)
            card.body.addLayout(row)
        column.addWidget(card)
        column.addStretch(1)

    @property
    def note(self) -> tuple[str, str]:
        return "lock", _("The notes lock themselves when nobody uses them")

    def check(self) -> bool:
        """There is nothing left to answer."""
        return True


def _next_things(way: Way) -> list[tuple[str, str]]:
    intake = _("<b>New intake</b> begins a talk with a person. Ctrl N does the same.")
    hide = _("<b>F9</b> hides everything at once. The passphrase brings it back.")
    if way is Way.OFFICE:
        approve = _(
            "<b>Devices</b> is where you approve the computers of your colleagues. "
            "They give you a request file."
        )
        return [("devices", approve), ("plus", intake), ("hide", hide)]
    if way is Way.JOIN:
        ask = _(
            "<b>Devices</b> makes the request file for your office. "
            "You can work while you wait for the answer."
        )
        return [("devices", ask), ("plus", intake), ("hide", hide)]
    return [("plus", intake), ("hide", hide)]
