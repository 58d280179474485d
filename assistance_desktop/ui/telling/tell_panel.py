"""Telling somebody what a person agreed to: only what is ticked, and it is written down.

Mock-up 27. The ticks begin with what the consent allows; a Release decides once more when the
button is pressed, so that a consent that was withdrawn meanwhile holds nothing open.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases.agreements import Consent, State
from assistance_desktop.cases.consent import Purpose, release
from assistance_desktop.cases.telling import Ground
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _, show_date
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.telling.matter import Matter, how_words
from assistance_desktop.ui.telling.stays import Stays
from assistance_desktop.ui.telling.topic_list import TopicList
from assistance_desktop.ui.telling.writing import deed, ways, write_consented

SOMEBODY_ELSE = "else"
_WIDTH = 1007
_ASIDE = 368


class TellPanel(Panel):
    """A telling to a recipient who may hear something.

    `other_wanted` carries another recipient, or SOMEBODY_ELSE; `withdrawn` that the person takes
    this consent back; `told` that it was written down.
    """

    other_wanted = Signal(str)
    withdrawn = Signal(object)
    told = Signal()

    def __init__(self, host: QWidget, matter: Matter, given: Consent) -> None:
        super().__init__(
            host,
            _("Tell someone about {name}").format(name=matter.name),
            _("Only what is ticked goes out. It is written down under People told."),
            width=_WIDTH,
            beside=_ASIDE,
        )
        self._matter, self._given = matter, given
        listed = [
            one
            for one in matter.pack.topics
            if not one.never and (one.id in given.topics or one.hidden)
        ]
        listed.sort(key=lambda one: one.id not in given.topics)
        self.whom = ComboField(_("To whom"), self._recipients(), matter.whom.name, icon=matter.icon)
        self.purpose = _shown(_("What for"), matter.whom.purpose)
        self.way = ComboField(_("How you tell it"), ways(), "phone")
        self.topics = TopicList(matter, listed, given.topics)
        self.stays = Stays(matter, given)
        self.tell_button = Button(_("Tell and write it down"), "primary", icon="out")
        self._lay_out()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        self.body.addWidget(self.whom)
        for one, other, share in ((self.purpose, self.way, 2), (self._until(), self._agreed(), 1)):
            row = QHBoxLayout()
            row.setSpacing(16)
            row.addWidget(one, share)
            row.addWidget(other, 1)
            self.body.addLayout(row)
        self.body.addWidget(Words(_("What they hear"), bold=True))
        self.body.addWidget(self.topics)
        self.body.addStretch(1)
        self.aside.addWidget(self.stays)
        self.read_aside()
        withdraw = Button(_("Withdraw this consent"), "quiet", icon="undo")
        withdraw.clicked.connect(lambda: self.withdrawn.emit(self._given))
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.leave)
        self.add_deeds(cancel, self.tell_button, quiet=withdraw)
        follow_layout(self)

    def _connect(self) -> None:
        self.whom.combo.chosen.connect(self.other_wanted)
        self.topics.changed.connect(self._follow)
        self.tell_button.clicked.connect(self._on_tell)

    def _recipients(self) -> list[tuple[str, str]]:
        given = [one.recipient for one in self._matter.named() if one.state is State.GIVEN]
        names = dict.fromkeys([self._matter.whom.name, *given])
        listed = [(name, name) for name in names]
        return [*listed, (SOMEBODY_ELSE, _("Somebody else"))]

    def _until(self) -> LineField:
        until = self._given.until
        words = show_date(until, style="long") if until else _("Taken back")
        return _shown(_("Consent until"), words)

    def _agreed(self) -> LineField:
        day = self._given.given_on
        said = [how_words(self._given.how)]
        if day is not None:
            said.append(show_date(day, i18n.language()))
        return _shown(_("Agreed"), ", ".join(said))

    def _follow(self) -> None:
        self.stays.show_left_out(self.topics.ticked)
        self.tell_button.setEnabled(bool(self.topics.ticked))
        reason = "" if self.topics.ticked else _("Tick what they hear first.")
        self.tell_button.setToolTip(reason)

    def _on_tell(self) -> None:
        matter = self._matter
        try:
            released = release(
                matter.session.case(matter.case_id),
                matter.whom.name,
                Purpose.TELL,
                matter.session.today,
                topics=matter.places,
                told=self.topics.ticked,
                what_for=matter.whom.purpose,
            )
        except AppError as refusal:
            self.refuse(refusal)
            return
        self.tell_button.setEnabled(False)
        edits = write_consented(matter, released, matter.whom.purpose, self.way.value)
        matter.session.edit(
            matter.case_id,
            edits,
            self,
            lambda _held: self._on_told(),
            self.refuse,
            deed=deed(matter, Ground.CONSENT),
        )

    def _on_told(self) -> None:
        self.told.emit()
        self.leave()

    def refuse(self, refusal: AppError) -> None:
        """Say why nothing was told."""
        self.tell_button.setEnabled(True)
        notice = Notice(refusal.problem, refusal.hint, "amber", closable=False)
        self.body.insertWidget(0, notice)
        self.fit()
        notice.announce()


def _shown(label: str, words: str) -> LineField:
    """What the consent says; only the person can change it."""
    field = LineField(label, words)
    field.edit.setReadOnly(True)
    return field
