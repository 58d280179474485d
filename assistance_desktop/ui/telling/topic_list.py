"""What they hear, tick by tick: the topics of the pack, each with what it would tell.

What is not agreed cannot be ticked, and says so (mock-up 27).
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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

    @property
    def first(self) -> QWidget:
        """The first box that can be ticked; the list itself when none can."""
        return next((box for box in self.boxes.values() if box.isEnabled()), self)

    def tick(self, *names: str) -> None:
        """Tick these, as by hand."""
        for name in names:
            self.boxes[name].click()

    def _row(self, matter: Matter, topic: Topic, agreed: Collection[str] | None) -> QWidget:
        value, lines = matter.value_words(topic), matter.answer_lines(topic)
        written = bool(value or lines)
        box = TickBox(matter.topic_words(topic), tidy=True)
        if agreed is None:
            value, lines = "" if written else _("Nothing written down yet"), ()
        elif topic.id not in agreed:
            value, lines = _("Not agreed"), ()
            box.setEnabled(False)
        else:
            value = value if written else _("Nothing written down")
            box.setEnabled(written)
            box.setChecked(written)
        box.setAccessibleDescription(" ".join([value, *lines]))
        box.clicked.connect(self.changed)
        self.boxes[topic.id] = box
        return _row_of(box, value, lines)


def _row_of(box: TickBox, value: str, lines: Sequence[str]) -> QWidget:
    """The box and what it tells, on one line; answers with their questions under it."""
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(12, 9, 12, 9)
    column.setSpacing(2)
    first = QHBoxLayout()
    first.setSpacing(12)
    first.addWidget(box, 1)
    if value:
        said = Words(value, tone="text_2")
        first.addWidget(said)
    column.addLayout(first)
    for line in lines:
        under = QHBoxLayout()
        under.addSpacing(box.mark_width)
        under.addWidget(Words(line, "small", "text_2"), 1)
        column.addLayout(under)
    return row
