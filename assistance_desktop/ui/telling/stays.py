"""The right side of a telling: what stays here and why, and whether the do-not-tell list allows.

Mock-up 27. Everything that is not ticked stands here, so that nothing is left out silently.
"""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.cases.agreements import Consent
from assistance_desktop.guidance import secrecy
from assistance_desktop.guidance.content import Topic
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.card import Picture
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.telling.matter import Matter, consent_words, count_words


class Stays(QWidget):
    """What is not told of a case."""

    def __init__(self, matter: Matter, given: Consent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matter, self._given = matter, given
        self._rows = QVBoxLayout()
        self._rows.setSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Picture("shield", "accent_text"))
        head.addWidget(Words(_("What stays here, and why"), bold=True), 1)
        column.addLayout(head)
        column.addWidget(checked_banner(matter))
        column.addLayout(self._rows)
        column.addWidget(Words(consent_words(given, matter.name), "small", "text_2"))
        column.addStretch(1)

    def show_left_out(self, told: Collection[str]) -> None:
        """Show every topic but those that are told."""
        empty(self._rows)
        for topic in self._matter.pack.topics:
            if topic.id not in told and (topic.never or self._matter.has_words(topic)):
                self._rows.addLayout(self._row(topic))

    def _row(self, topic: Topic) -> QHBoxLayout:
        words = self._matter.stays_words(topic)
        if topic.id in self._given.topics:
            words = _("Not needed for this purpose")
        elif topic.id == "papers":
            case = self._matter.case
            papers = ("note", "attachment", "print")
            words = count_words(sum(len(case.records(kind)) for kind in papers))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Picture(topic.icon, "text_2"), 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Words(self._matter.topic_words(topic), bold=True))
        said.addWidget(Words(words, "small", "text_2"))
        row.addLayout(said, 1)
        return row


def checked_banner(matter: Matter) -> Banner:
    """What the do-not-tell list says of the recipient; it is looked at every time."""
    listed, reached = secrecy.listed(matter.facts), matter.reached()
    if listed is None:
        words = _("Nobody has asked yet who must not know. Ask {name} first.")
        return Banner(words.format(name=matter.name), "amber")
    if reached is not None:
        words = _("{recipient} may be or may know: {who}. Ask {name} before you tell anything.")
        who = matter.who_words(reached.who)
        said = words.format(recipient=matter.whom.name, who=who, name=matter.name)
        return Banner(said, "amber")
    if not listed:
        return Banner(_("The do-not-tell list was checked. Nobody is on it."), "accent")
    words = _("The do-not-tell list was checked: {who}. {recipient} is not among them.")
    who = matter.who_words(listed)
    return Banner(words.format(who=who, recipient=matter.whom.name), "accent")
