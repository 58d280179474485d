"""The three steps of a serious threat: the law, the client, who must be told (mock-up 05).

112 comes first. Only the threat is told and never the file; each telling is written down with
who and when. The duty is the Assistance system's, and the steps say so (S39; facts.md 8.8, D20).
"""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases import consent
from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.consent import Purpose
from assistance_desktop.cases.telling import TOLD, Ground, Telling, written
from assistance_desktop.cases.threat import HEARD, NOT_SAFE, Threat
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui import phrases
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.field import LineField, TextField
from assistance_desktop.ui.kit.mark import Glyph
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import HELSINKI, Session

POLICE = "police"


class ThreatSteps(QWidget):
    """The steps of one threat; `decided` carries the edits that record what somebody did."""

    decided = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._case, self._threat = Case("", []), None
        self.title, self.line = Words(_("A serious threat has been raised"), "title"), Words()
        self.line.set_tone("text_2")
        self.called = Button(_("I have called"), "life")
        self.heard = ChoiceRow(_("Client has heard this"), enter=False)
        self.unsafe = ChoiceRow(_("Not safe to tell yet"), enter=False)
        self.what = TextField(
            _("What the police hear: the threat, in one sentence"),
            hint=_("What is threatened and when. Nothing else of the file."),
            lines=2,
        )
        self.office = Button(_("Record as told"), size="small")
        self.police = Button(_("Record as told"), "primary", size="small")
        self.reason = LineField(_("Why it is not a serious threat"))
        self.what.is_loose = self.reason.is_loose = True
        self.judge = Button(_("Record it"), size="small")
        self._lay_out()
        self._connect()

    @property
    def threat(self) -> Threat | None:
        """The threat that is shown."""
        return self._threat

    def show_threat(self, case: Case, threat: Threat) -> None:
        """Show how far a threat of a case is; what is half typed stays."""
        if self._threat is None or self._threat.record != threat.record:
            self.what.set_text(threat.what)
            self.reason.set_text("")
            self.doubt(open_=False)
        self._case, self._threat = case, threat
        raised = _("Noted {when} by {who}. Three steps, one at a time.")
        self.line.say(raised.format(when=self._when(threat.raised_at), who=threat.raised_by))
        self._show_call(threat)
        self.heard.setChecked(threat.client_told == HEARD)
        self.unsafe.setChecked(threat.client_told == NOT_SAFE)
        self._marks[1].show_mark(done=bool(threat.client_told))
        self._marks[2].show_mark(done=threat.is_settled)
        self._show_told(threat)

    def take_focus(self) -> None:
        """Give the keyboard to the first thing that is still to be done."""
        follow_layout(self)
        open_ = (self.called, self.heard, self.what.edit, self.reason.edit)
        next((each for each in open_ if not each.isHidden()), self.heard).setFocus()

    def doubt(self, *, open_: bool = True) -> None:
        """Ask why it is not a serious threat; nothing is recorded without a reason."""
        self._doubt.setVisible(open_)
        if open_:
            self.reason.edit.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._make_call())
        column.addWidget(self.title)
        column.addWidget(self.line)
        self._marks = [
            _Step(1, _("What the law says"), self._make_law()),
            _Step(2, _("What the client is told"), self._make_client()),
            _Step(3, _("Who must be told"), self._make_people()),
        ]
        self._marks[0].show_mark(done=True)
        for step in self._marks:
            column.addWidget(step)
        column.addWidget(self._make_doubt())

    def _make_call(self) -> Banner:
        banner = Banner(_("Is someone in danger right now? Call 112 first."), "red", bold=True)
        self._saved = Words(_("What you have written is saved and can wait."))
        banner.stack.addWidget(self._saved)
        banner.row.addWidget(self.called)
        return banner

    def _make_law(self) -> Sequence[QWidget]:
        duty = _(
            "The Assistance system must inform the police of a serious threat to the life, health"
            " or freedom of the client, an assistance worker or another victim. The client does not"
            " have to report a crime to get help. For other offices, ask yours which law applies."
        )
        source = _("Source: leaflet of the Assistance system, S28, S39 and S40")
        return Words(duty, tone="text_2"), Words(source, "small", "text_3")

    def _make_client(self) -> Sequence[QWidget]:
        said = _(
            "Read the words for the client together, before anyone else is told, if it is safe."
        )
        choices = QWidget()
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.heard, 1)
        row.addWidget(self.unsafe, 1)
        return Words(said, tone="text_2"), choices

    def _make_people(self) -> Sequence[QWidget]:
        people = Card(padded=False)
        self._office = _Hearer(
            Row(
                _("On-duty officer at your office"),
                _("Decides with you how the police are told"),
                icon="building",
                first=True,
            ),
            self.office,
        )
        self._police = _Hearer(
            Row(
                _("Police"),
                _("The threat only, and what is needed to protect people"),
                icon="shield",
                tone="red",
            ),
            self.police,
        )
        never = Row(
            _("Employer, family, home country"),
            _("Never told, whatever they ask"),
            icon="ban",
            tone="",
        )
        never.end.addWidget(Chip(_("Not told"), "outline"))
        for row in (self._office.row, self._police.row, never):
            people.body.addWidget(row)
        return self.what, people

    def _make_doubt(self) -> QWidget:
        self._doubt = Card()
        said = _("The reason is kept, with your name and the time. The answers stay as they are.")
        self._doubt.body.addWidget(self.reason)
        self._doubt.body.addWidget(Words(said, "small", "text_2"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.judge)
        self._doubt.body.addLayout(row)
        self._doubt.hide()
        return self._doubt

    def _show_call(self, threat: Threat) -> None:
        called = bool(threat.called_112_at)
        self.called.setVisible(not called)
        when = self._when(threat.called_112_at)
        said = _("112 was called {when}.").format(when=when) if called else ""
        self._saved.say(said or _("What you have written is saved and can wait."))

    def _show_told(self, threat: Threat) -> None:
        for row, at in (
            (self._office, threat.office_told_at),
            (self._police, threat.police_told_at),
        ):
            row.show_told(_("Told {when}").format(when=self._when(at)) if at else "")
        self.what.setEnabled(not threat.police_told_at)

    def _connect(self) -> None:
        self.called.clicked.connect(lambda: self._record("called_112_at", self._now()))
        self.heard.clicked.connect(lambda: self._tell_client(HEARD))
        self.unsafe.clicked.connect(lambda: self._tell_client(NOT_SAFE))
        self.office.clicked.connect(self._on_office_told)
        self.police.clicked.connect(self._on_police_told)
        self.judge.clicked.connect(self._on_judged)
        self.what.finished.connect(self._on_sentence_left)

    def _tell_client(self, how: str) -> None:
        self._record("client_told", how, client_told_at=self._now())

    def _on_sentence_left(self) -> None:
        said = self.what.text.strip()
        if self._threat is not None and said != self._threat.what:
            self._record("what", said)

    def _on_office_told(self) -> None:
        self._record("office_told_at", self._now(), told=self._telling(consent.OFFICE, ""))

    def _on_police_told(self) -> None:
        """Record the telling, made of a Release: without its one sentence there is none."""
        said = self.what.text.strip()
        try:
            released = consent.release_threat(
                self._case,
                POLICE,
                Purpose.THREAT,
                self._session.today,
                said=said,
                reason=_("Serious threat to life, health or freedom"),
            )
        except AppError as refusal:
            self.what.show_error(refusal.hint)
            self.what.edit.setFocus()
            return
        self._record(
            "police_told_at",
            self._now(),
            told=self._telling(POLICE, released.reason),
            police_told_what=said,
            decided_by=self._session.author.name,
            what=said,
        )

    def _on_judged(self) -> None:
        reason = self.reason.text.strip()
        if not reason:
            self.reason.show_error(_("Write the reason in a few words."))
            self.reason.edit.setFocus()
            return
        edits = self._edits(
            not_serious_reason=reason,
            not_serious_at=self._now(),
            decided_by=self._session.author.name,
        )
        self.decided.emit([*edits, Edit(CASE, "threat", False)])

    def _telling(self, recipient: str, reason: str) -> list[Edit]:
        now = self._session.clock().astimezone(HELSINKI)
        telling = Telling(
            record=f"{TOLD}/{self._session.new_id()}",
            recipient=recipient,
            kind=POLICE if recipient == POLICE else "",
            said=self.what.text.strip(),
            on=now.date(),
            at=now.strftime("%H:%M"),
            how="phone",
            ground=Ground.THREAT,
            reason=reason or _("Serious threat to life, health or freedom"),
            by=self._session.author.name,
        )
        return [Edit(*one) for one in written(telling)]

    def _record(self, field: str, value: str, *, told: Sequence[Edit] = (), **others: str) -> None:
        if self._threat is not None:
            self.decided.emit([*self._edits(**{field: value, **others}), *told])

    def _edits(self, **fields: str) -> list[Edit]:
        record = self._threat.record if self._threat else ""
        return [Edit(record, field, value) for field, value in fields.items()]

    def _now(self) -> str:
        return self._session.clock().astimezone(HELSINKI).strftime("%Y-%m-%dT%H:%M")

    def _when(self, moment: str) -> str:
        """A moment in words: "today 10:24"."""
        try:
            at = datetime.fromisoformat(moment).replace(tzinfo=HELSINKI)
        except ValueError:
            return ""
        if at.date() == self._session.today:
            return _("today at {time}").format(time=i18n.show_time(at))
        return phrases.moment(at, self._session.today)


class _Hearer:
    """Somebody who hears of the threat: a button until then, afterwards when it was."""

    def __init__(self, row: Row, button: Button) -> None:
        self.row, self._button = row, button
        self._told = ""
        self._place = QHBoxLayout()
        row.end.addLayout(self._place)
        row.end.addWidget(button)

    def show_told(self, words: str) -> None:
        """Show that it was told, or "" that it was not."""
        self._button.setVisible(not words)
        if words != self._told:
            self._told = words
            empty(self._place)
            if words:
                self._place.addWidget(Chip(words, "accent", icon="check"))


class _Step(QWidget):
    """A step: its number, or a tick when it is done, its title and what is in it."""

    def __init__(self, number: int, title: str, content: Sequence[QWidget]) -> None:
        super().__init__()
        self._number = number
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._place = QVBoxLayout()
        row.addLayout(self._place)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(Words(title, bold=True))
        for each in content:
            column.addWidget(each)
        row.addLayout(column, 1)

    def show_mark(self, *, done: bool) -> None:
        """Tick it, or show its number."""
        empty(self._place)
        letter = "" if done else str(self._number)
        self._place.addWidget(Glyph(letter, icon="check" if done else "", side=32))
        self._place.addStretch(1)
