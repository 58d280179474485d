"""What stands over a plan without rows to fill in: the first answers, or a no to everything.

A no to everything is complete and friendly; nobody is asked why (facts.md 9.10).
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from assistance_desktop import i18n
from assistance_desktop.guidance.content import Pack
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.words import Words


class Beginning(Card):
    """What to do when nothing can be offered yet; `go` leads on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.addWidget(Words(_("A few answers come first"), "head"))
        said = _(
            "What may be offered depends on the answers. Nothing is lost by an open question, and"
            " nobody has to answer."
        )
        self.body.addWidget(Words(said, tone="text_2"))
        self.go = Button(_("Go on with the intake"), "primary", icon="arrow-r", icon_after=True)
        self.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)


class Declined(Card):
    """Nothing is planned, and that is all right; the numbers stay."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(tone="accent", parent=parent)
        self.body.setSpacing(4)
        self.body.addWidget(Words(_("Nothing is planned, and that is all right"), "head"))
        said = _(
            "A no needs no reason and no name. Everything stays open: any of it can be taken up"
            " again, today or in years. These numbers help without a name too:"
        )
        self.body.addWidget(Words(said, tone="text_2"))
        for contact in pack.contacts:
            if contact.phone and "verify" not in contact.certainty:
                name = in_language(contact.name, i18n.language())
                line = _("{number}: {name}").format(number=contact.phone, name=name)
                self.body.addWidget(Words(line, bold=True))
