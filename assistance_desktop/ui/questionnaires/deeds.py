"""What can be done with a version: remove it, try it out, publish it or take it out of use."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.storage.questionnaires import Entry, State
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.questionnaires.finding import Finding


class Deeds(QWidget):
    """The buttons under a version; each signal tells that one was pressed.

    Whoever is not the office may only try it out.
    """

    remove_asked = Signal()
    withdraw_asked = Signal()
    try_asked = Signal()
    publish_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remove = Button(_("Remove"), "quiet")
        self.withdraw = Button(_("Take out of use"), "quiet")
        self.try_out = Button(_("Try it out"), icon="eye", size="large")
        self.publish = Button(_("Publish"), "primary", icon="check", size="large")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.remove)
        row.addWidget(self.withdraw)
        row.addStretch(1)
        row.addWidget(self.try_out)
        row.addWidget(self.publish)
        self.remove.clicked.connect(self.remove_asked)
        self.withdraw.clicked.connect(self.withdraw_asked)
        self.try_out.clicked.connect(self.try_asked)
        self.publish.clicked.connect(self.publish_asked)

    def show_entry(self, entry: Entry, *, is_office: bool, is_intake: bool) -> None:
        """Offer what a version allows; publishing waits until it was examined."""
        state = entry.state
        self.remove.setVisible(is_office and state is State.LOADED)
        self.withdraw.setVisible(is_office and state is State.PUBLISHED and not is_intake)
        self.publish.setVisible(is_office and state is not State.PUBLISHED)
        words = _("Publish version {version}").format(version=entry.version)
        self.publish.say(words if entry.version else _("Publish"))
        self.publish.setEnabled(False)
        self._explain("")

    def allow(self, obstacle: Finding | None) -> None:
        """It was examined: let it be published, unless something stands in the way."""
        self.publish.setEnabled(obstacle is None)
        self._explain(obstacle.hint if obstacle else "")

    def _explain(self, reason: str) -> None:
        self.publish.setToolTip(reason)
        self.publish.setAccessibleDescription(reason)
