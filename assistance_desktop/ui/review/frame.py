"""The card that a conflict or a case is shown in, with the decision about the bundle below."""

from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.words import Words


class ReviewFrame(Card):
    """One panel at a time; `accept`, `leave` and `next` are its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padded=False, parent=parent)
        self._picture = Picture("check", "accent_text")
        self._name = Words("", bold=True)
        self._place = Words("", "small", "text_3")
        self.next = Button(
            _("Next conflict"), "quiet", icon="arrow-r", icon_after=True, size="small"
        )
        self._scroll = Scroll(_("What was written"))
        self._line = Words("", "small", "text_2")
        self.leave = Button(_("Set aside"))
        self.accept = Button(_("Accept bundle"), "primary", icon="check")
        self._lay_out()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops, in the order of reading."""
        return (self.next, self.leave, self.accept)

    def show_panel(
        self, panel: QWidget, title: str, icon: str, icon_colour: str, meta: str
    ) -> None:
        """Show another panel instead of the one before."""
        self._picture.show_icon(icon, icon_colour)
        self._name.say(title)
        self._place.say(meta)
        self._scroll.clear()
        self._scroll.body.addWidget(panel)
        self._scroll.verticalScrollBar().setValue(0)

    def show_state(self, *, already_here: bool) -> None:
        """A bundle that was taken in before can only be closed."""
        self.accept.setVisible(not already_here)
        self.leave.say(_("Close") if already_here else _("Set aside"))

    def show_undecided(self, count: int) -> None:
        """Say what Accept still waits for."""
        line = _("Nothing is changed until you accept")
        if count:
            waits = ngettext(
                "{count} conflict waits for your choice",
                "{count} conflicts wait for your choice",
                count,
            ).format(count=count)
            line = f"{line}. {waits}"
        self._line.say(line)
        self.accept.setEnabled(not count)
        self.accept.setToolTip(line if count else "")

    def _lay_out(self) -> None:
        self.header.addWidget(self._picture)
        self.header.addWidget(self._name, 1)
        self.header.addWidget(self._place)
        self.header.addWidget(self.next)
        self.body.addWidget(self._scroll, 1)
        self.foot.addWidget(Picture("lock", "text_2", 18))
        self.foot.addWidget(self._line, 1)
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.accept)
