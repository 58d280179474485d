"""What they hear, tick by tick: the topics of the pack, each with what it would tell.

What is not agreed cannot be ticked, and says so (mock-up 27).
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.guidance.content import Topic
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.switch import TickBox
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.telling.matter import Matter


class TopicList(Card):
    """The boxes. `changed` tells that a person ticked one or took a tick away."""

    changed = Signal()

    def __init__(
        self,
        matter: Matter,
        topics: Sequence[Topic],
        agreed: Collection[str] | None,
        parent: QWidget | None = None,
    ) -> None:
        """`agreed` None offers every topic, unticked: a yes is never ticked beforehand."""
        super().__init__(padded=False, parent=parent)
        self.boxes: dict[str, TickBox] = {}
        for at, topic in enumerate(topics):
            if at:
                self.body.addWidget(Rule())
            self.body.addWidget(self._row(matter, topic, agreed))

    @property
    def ticked(self) -> frozenset[str]:
        """The ids of the topics that are ticked."""
        return frozenset(name for name, box in self.boxes.items() if box.isChecked())

    def tick(self, *names: str) -> None:
        """Tick these, as by hand."""
        for name in names:
            self.boxes[name].click()

    def _row(self, matter: Matter, topic: Topic, agreed: Collection[str] | None) -> QWidget:
        words, value = matter.topic_words(topic), matter.value_words(topic)
        box = TickBox(words, tidy=True)
        if agreed is None:
            told = value or _("Nothing written down yet")
        elif topic.id not in agreed:
            told = _("Not agreed")
            box.setEnabled(False)
        else:
            told = value or _("Nothing written down")
            box.setEnabled(bool(value))
            box.setChecked(bool(value))
        box.setAccessibleDescription(told)
        box.clicked.connect(self.changed)
        self.boxes[topic.id] = box
        said = Words(told, tone="text_2")
        said.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 9, 12, 9)
        line.setSpacing(12)
        line.addWidget(box, 1)
        line.addWidget(said, 1)
        return row
