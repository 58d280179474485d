"""What the list says when it has nothing to show, and the ways on from there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.empty_state import EmptyState


class NothingYet(EmptyState):
    """No case on this computer: begin one, or read a bundle."""

    intake_asked = Signal()
    bundle_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("No cases on this computer yet"),
            _(
                "Start an intake when you meet someone, or bring in cases that a colleague or the"
                " office has sent you. Both work without a network."
            ),
            foot=_("Cases are encrypted as soon as you type the first letter."),
            parent=parent,
        )
        self.first = Button(_("New intake"), "primary", icon="plus", size="large", key="Ctrl N")
        bundle = Button(_("Read a bundle"), icon="inbox", size="large")
        self.first.clicked.connect(self.intake_asked)
        bundle.clicked.connect(self.bundle_asked)
        self.buttons.addWidget(self.first)
        self.buttons.addWidget(bundle)


class NothingFound(EmptyState):
    """No case fits the words or the filter; closed ones that fit are offered."""

    all_asked = Signal()
    closed_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("No case fits"),
            _("Try fewer letters, or another filter. Only this computer was searched."),
            parent=parent,
        )
        self.closed = Button("")
        self.all = Button(_("Show all cases"))
        self.closed.clicked.connect(self.closed_asked)
        self.all.clicked.connect(self.all_asked)
        self.buttons.addWidget(self.closed)
        self.buttons.addWidget(self.all)

    def offer_closed(self, count: int) -> None:
        """Offer to look at so many closed cases that fit."""
        words = ngettext("Look at {count} closed case", "Look at {count} closed cases", count)
        self.closed.say(words.format(count=count))
        self.closed.setVisible(bool(count))
