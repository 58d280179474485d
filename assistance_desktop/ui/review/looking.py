"""What a bundle brings to one case without a conflict, or what it brings at all."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.cases.changes import Change
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.sync.exchange import CasePreview, Preview
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.card import Rule
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.review.deciding import Describe

_SHOWN = 60
"""Fields that are shown of a case; the rest is counted."""


class LookPanel(QWidget):
    """Fields and what will stand there, or one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(15, 16, 15, 15)
        self._column.setSpacing(12)

    @classmethod
    def of_case(cls, case: CasePreview, describe: Describe) -> "LookPanel":
        """What arrives for a case."""
        made = cls()
        latest = _latest(case.arriving)
        for number, change in enumerate(latest[:_SHOWN]):
            if number:
                made._column.addWidget(Rule())
            title, text = describe(change.record, change.field, change.value, case.case)
            made._column.addLayout(_pair(title, text))
        more = len(latest) - _SHOWN
        if more > 0:
            words = ngettext("and {count} more", "and {count} more", more).format(count=more)
            made._column.addWidget(Words(words, "small", "text_3"))
        made._column.addStretch(1)
        return made

    @classmethod
    def of_bundle(cls, preview: Preview) -> "LookPanel":
        """What there is to say when nothing has to be decided."""
        made = cls()
        made._column.addWidget(Banner(_say(preview), "accent", icon="check"))
        made._column.addStretch(1)
        return made


def _pair(title: str, text: str) -> QVBoxLayout:
    pair = QVBoxLayout()
    pair.setSpacing(0)
    pair.addWidget(Words(title, "small", "text_2"))
    pair.addWidget(Words(text))
    return pair


def _latest(arriving: tuple[Change, ...]) -> list[Change]:
    """The last change of every field, in the order in which the fields were first written."""
    found: dict[tuple[str, str], Change] = {}
    for change in sorted(arriving, key=lambda change: (change.at, change.id)):
        found[change.record, change.field] = change
    return list(found.values())


def _say(preview: Preview) -> str:
    if preview.already_here:
        return _("This bundle was taken in before. Taking it in again would change nothing.")
    if not preview.cases:
        return _("This bundle holds the receipt for what you sent, and nothing else.")
    return _("Everything fits together. Nobody wrote two different things.")
