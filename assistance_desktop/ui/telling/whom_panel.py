"""Who is to be told, before anything else: a name, what kind, and what for.

The do-not-tell list is looked at while the name is written. Somebody on it is not told: the way
on is closed, and says why (D22).
"""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases.agreements import State
from assistance_desktop.guidance import recipients
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import _
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import Session
from assistance_desktop.ui.telling.closed import must_not_know
from assistance_desktop.ui.telling.matter import Matter, Whom
from assistance_desktop.ui.telling.stays import checked_banner


class WhomPanel(Panel):
    """Asks for a recipient. `chosen` carries a Whom; `log_wanted` that the log is asked for."""

    chosen = Signal(object)
    log_wanted = Signal()

    def __init__(self, host: QWidget, session: Session, content: Content, case_id: str) -> None:
        self._session, self._content, self._case_id = session, content, case_id
        matter = self._matter(Whom(""))
        super().__init__(
            host,
            _("Tell someone about {name}").format(name=matter.name),
            _("First: whom, and what for. Nothing is told yet."),
        )
        kinds = [
            (one.id, in_language(one.name, i18n.language())) for one in content.pack.recipients
        ]
        self.name = LineField(
            _("To whom"), hint=_("An office, an organisation or a person"), icon="person"
        )
        self.kind = ComboField(_("Kind"), kinds)
        self.purpose = LineField(_("What for"))
        self.name.is_loose = self.purpose.is_loose = True
        self._drafted = ""
        self._checked = QVBoxLayout()
        self.go_on = Button(_("Go on"), "primary", icon="arrow-r", icon_after=True)
        self._lay_out(matter)
        self.name.changed.connect(self._on_named)
        self.kind.combo.chosen.connect(self._on_kind)
        self.go_on.clicked.connect(self._on_go_on)

    def _lay_out(self, matter: Matter) -> None:
        agreed = [one for one in matter.named() if one.state is State.GIVEN]
        if agreed:
            self.body.addWidget(Words(_("May hear something"), bold=True))
            card = Card(padded=False)
            for at, one in enumerate(agreed):
                icon = recipients.kind(matter.pack, one.kind).icon
                row = Row(one.recipient, one.purpose, icon=icon, opens=True, first=not at)
                row.clicked.connect(
                    partial(self._choose, Whom(one.recipient, one.kind, one.purpose))
                )
                card.body.addWidget(row)
            self.body.addWidget(card)
            self.body.addWidget(Words(_("Somebody else"), bold=True))
        self.body.addWidget(self.name)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.purpose)
        self.body.addLayout(self._checked)
        self.body.addStretch(1)
        log = Button(_("Everything that was told"), "quiet", icon="history")
        log.clicked.connect(self.log_wanted)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.leave)
        self.add_deeds(cancel, self.go_on, quiet=log)
        follow_layout(self)

    def _on_named(self) -> None:
        named = recipients.kinds_named(self._content.pack, self.name.text)
        if named:
            self.kind.combo.pick(named[0].id)
        self._on_kind()

    def _on_kind(self) -> None:
        """Draft what for; say what the do-not-tell list says of them."""
        if self.purpose.text in ("", self._drafted) and self.kind.value:
            found = recipients.kind(self._content.pack, self.kind.value)
            self._drafted = in_language(found.purpose, i18n.language())
            self.purpose.set_text(self._drafted)
        empty(self._checked)
        matter = self._matter(self._whom)
        reached = matter.reached()
        if reached is not None:
            closed = reached.closes
            self._checked.addWidget(must_not_know(matter) if closed else checked_banner(matter))
        self.go_on.setEnabled(reached is None or not reached.closes)
        QTimer.singleShot(0, self, self.fit)  # once the words of the banner are laid out

    @property
    def _whom(self) -> Whom:
        return Whom(self.name.text, self.kind.value or recipients.OTHER, self.purpose.text)

    def _on_go_on(self) -> None:
        if not self.name.text:
            self.name.show_error(_("Write to whom."))
            self.name.edit.setFocus()
        elif not self.purpose.text:
            self.purpose.show_error(_("Write what for."))
            self.purpose.edit.setFocus()
        else:
            self._choose(self._whom)

    def _choose(self, whom: Whom, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
        self.leave()
        self.chosen.emit(whom)

    def _matter(self, whom: Whom) -> Matter:
        return Matter(self._session, self._content, self._case_id, whom)
