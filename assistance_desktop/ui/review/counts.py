"""The three counters of a bundle: new cases, changed cases, conflicts."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.i18n import ngettext
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.words import Words


class Counts(QWidget):
    """Three small cards; that of the conflicts is amber when there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_counts(self, new: int, changed: int, conflicts: int) -> None:
        """Show other numbers."""
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._add(new, ngettext("new case", "new cases", new))
        self._add(changed, ngettext("changed", "changed", changed))
        tone = "amber" if conflicts else ""
        self._add(conflicts, ngettext("conflict", "conflicts", conflicts), tone)

    def _add(self, count: int, words: str, tone: str = "") -> None:
        card = Card(tone=tone)
        card.body.setContentsMargins(13, 10, 13, 10)
        card.body.setSpacing(0)
        ink = "amber_text" if tone else "text"
        card.body.addWidget(Words(str(count), "title", ink))
        card.body.addWidget(Words(words, "small", "amber_text" if tone else "text_2"))
        self._row.addWidget(card, 1)
