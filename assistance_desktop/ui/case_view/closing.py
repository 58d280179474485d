"""Closing a case: the dialog that asks why, and the calm band that says it is closed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.cases.life import Closing, Reason
from assistance_desktop.i18n import _, show_date
from assistance_desktop.ui.closing_words import reason_words
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.dialog import Dialog
from assistance_desktop.ui.kit.field import TextField


class ClosingQuestion(QObject):
    """Asks whether to close a case, and why. `answered` carries the reason and the note.

    `called` is what the case is called; a case may have no name.
    """

    answered = Signal(str, str)

    def __init__(self, host: QWidget, called: str, *, refused_all: bool) -> None:
        super().__init__(host)
        self.dialog = Dialog(
            host,
            _("Close this case?"),
            _(
                "It leaves the list of open cases and Today. Nothing is erased, and it can be"
                " taken up again at any time."
            ),
            act=_("Close the case"),
            keep=_("Keep it open"),
            line=called,
            icon="archive",
        )
        reasons = [(one.value, reason_words(one)) for one in Reason]
        first = Reason.REFUSED_ALL.value if refused_all else ""
        self.reason = ComboField(_("Why"), reasons, first, hint=_("Choose a reason"))
        self.note = TextField(
            _("Note"), hint=_("What the next worker should know"), optional=_("optional"), lines=2
        )
        self.note.is_loose = True
        self.dialog.body.addWidget(self.reason)
        self.dialog.body.addWidget(self.note)
        self.dialog.set_ready(bool(first))
        self.reason.changed.connect(lambda: self.dialog.set_ready(bool(self.reason.value)))
        self.dialog.agreed.connect(self._on_agreed)
        self.dialog.destroyed.connect(self.deleteLater)

    def _on_agreed(self) -> None:
        self.answered.emit(self.reason.value, self.note.text)


class ClosedBand(Notice):
    """That a case is closed, why, and the way to take it up again (`acted`)."""

    def __init__(self, closing: Closing, parent: QWidget | None = None) -> None:
        day = show_date(closing.on, style="long")
        said = [reason_words(closing.reason), closing.note]
        if closing.reason is Reason.REFUSED_ALL:
            said.append(_("The offer stays open; no name is needed to come back."))
        super().__init__(
            _("This case was closed on {day}").format(day=day),
            " ".join(_sentence(one) for one in said if one),
            "",
            icon="archive",
            action=_("Take the case up again"),
            closable=False,
            parent=parent,
        )


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
