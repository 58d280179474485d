"""Writing down what was said without a consent: advice asked without a name, or a duty of the law.

Without a name, nothing may stand in the sentence by which the person could be known. A duty tells
the danger only, and a person gives the reason why the law applies (facts.md 9.1; S39, S40).
"""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.cases.consent import Purpose, release_threat
from assistance_desktop.cases.telling import Ground
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.deeds import Deed
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.kit.banner import Banner, Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.field import LineField, TextField
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.telling.matter import Matter, Whom
from assistance_desktop.ui.telling.names import recipient_name
from assistance_desktop.ui.telling.writing import (
    deed,
    duty_deed,
    ways,
    write_duty,
    write_nameless,
)

_LONG_NUMBER = re.compile(r"\d[\d\s-]{3,}\d")
"""Digits that may be a phone number, a day of birth or a number of an authority."""


_TELLING = ("pseudonym", "child_called", "municipality", "contact_place", "post_address", "email")
"""The questions whose answers are names and places, whatever they were before."""


class CallPanel(Panel):
    """A small form. `written` tells that it is in the case."""

    written = Signal()

    def __init__(self, host: QWidget, matter: Matter, title: str, line: str) -> None:
        super().__init__(host, title, line, width=640)
        self._matter = matter
        self.way = ComboField(_("How you tell it"), ways()[:2], "phone")
        self.write_button = Button(_("Write it down"), "primary", icon="check")
        self.write_button.clicked.connect(self._on_write)

    def edits(self) -> list[Edit] | None:
        """What is written; None after saying what is missing."""
        raise NotImplementedError

    def deed(self) -> Deed:
        """What the activity log says of it."""
        raise NotImplementedError

    def finish(self) -> None:
        """Fill the foot, once all fields are there."""
        self.body.addStretch(1)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.leave)
        self.add_deeds(cancel, self.write_button)
        follow_layout(self)

    def refuse(self, refusal: AppError) -> None:
        """Say why it is not written down; everything typed stays."""
        self.write_button.setEnabled(True)
        notice = Notice(refusal.problem, refusal.hint, "amber")
        notice.closed.connect(notice.deleteLater)
        self.body.insertWidget(0, notice)
        self.fit()
        notice.announce()

    def _on_write(self) -> None:
        edits = self.edits()
        if edits is not None:
            self.write_button.setEnabled(False)
            session = self._matter.session
            session.edit(
                self._matter.case_id,
                edits,
                self,
                lambda _held: self._on_held(),
                self.refuse,
                deed=self.deed(),
            )

    def _on_held(self) -> None:
        self.leave()
        self.written.emit()


class NamelessPanel(CallPanel):
    """Advice that was asked without a name."""

    def __init__(self, host: QWidget, matter: Matter) -> None:
        line = _("With: {recipient}").format(recipient=recipient_name(matter.whom.name))
        super().__init__(host, matter, _("Talk without a name"), line)
        words = _(
            "Say no name, no place, no employer, no day of birth. A rare language or country can "
            "tell who it is, too."
        )
        self.body.addWidget(Banner(words, "amber"))
        self.said = TextField(
            _("What you asked, and what they said"), hint=_("In general words, as you said it")
        )
        self.said.is_loose = True
        self.body.addWidget(self.said)
        self.body.addWidget(self.way)
        self.finish()

    def edits(self) -> list[Edit] | None:
        """The call, when nothing in it tells who it is about."""
        if not self.said.text:
            self.said.show_error(_("Write a sentence about the call."))
        elif tells_who(self.said.text, self._matter):
            self.said.show_error(_("This could tell who it is. Leave out names and numbers."))
        else:
            return write_nameless(self._matter, self.said.text, self.way.value)
        self.said.setFocus()
        return None

    def deed(self) -> Deed:
        """That somebody was talked with, and no name was said."""
        return deed(self._matter, Ground.NO_NAME)


class DutyPanel(CallPanel):
    """What the law demands or allows without a consent; a person decides."""

    def __init__(self, host: QWidget, matter: Matter, purpose: Purpose) -> None:
        titles = {
            Purpose.THREAT: (
                _("A serious danger"),
                _("The danger is told, never the file. Danger now: call 112 first."),
            ),
            Purpose.CHILD: (
                _("A child needs protection"),
                _("A notice about the child. You decide, and say why."),
            ),
        }
        super().__init__(host, matter, *titles[purpose])
        self._purpose = purpose
        # Not all law that may apply is ours: the sentence says whose duty it is (facts.md 8.8).
        words = {
            Purpose.THREAT: _(
                "The Assistance system must inform the police of a serious threat to life, health "
                "or freedom. Your own office may have other rules: ask who is on duty. Source: "
                "leaflet, S39 and S40."
            ),
            Purpose.CHILD: _(
                "Many workers must notify child protection without delay, despite secrecy. Ask "
                "your office about your duty. Source: Child Welfare Act, section 25, to be "
                "checked."
            ),
        }[purpose]
        self.body.addWidget(Banner(words, "amber"))
        self.to = ComboField(_("To whom"), _hearers(purpose))
        self.to.combo.pick(_hearers(purpose)[0][0])
        self.said = LineField(
            _("What you tell, in one sentence"), hint=_("The danger only, no story and no file")
        )
        self.reason = LineField(_("Why the law applies"))
        self.said.is_loose = self.reason.is_loose = True
        for field in (self.to, self.said, self.reason, self.way):
            self.body.addWidget(field)
        self.finish()

    def edits(self) -> list[Edit] | None:
        """The notice, with its reason."""
        for field, words in (
            (self.said, _("Write one sentence: the danger only.")),
            (self.reason, _("Write why the law applies. It is kept.")),
        ):
            if not field.text:
                field.show_error(words)
                field.edit.setFocus()
                return None
        matter = self._matter
        released = release_threat(
            matter.case,
            self.to.value,
            self._purpose,
            matter.session.today,
            said=self.said.text,
            reason=self.reason.text,
        )
        kind = self.to.value if self.to.value != "office" else ""
        about = Matter(matter.session, matter.content, matter.case_id, Whom(self.to.value, kind))
        return write_duty(about, released, self.said.text, self.way.value)

    def deed(self) -> Deed:
        """That the law was followed, without a consent."""
        return duty_deed(self._matter.case_id, self.to.value, self._purpose)


def tells_who(text: str, matter: Matter) -> bool:
    """Whether a sentence holds a name, place or number of the case, or a long number at all."""
    words = _words_of(text)
    paths = matter.content.of(matter.case).paths
    telling = {"number", "pseudonym", *(paths[name] for name in _TELLING if name in paths)}
    for change in matter.case.changes:
        known = _words_of(change.value) if change.field in telling else set[str]()
        if known and known <= words:
            return True
    return _LONG_NUMBER.search(text) is not None


def _words_of(value: object) -> set[str]:
    return set(re.findall(r"\w+", value.casefold())) if isinstance(value, str) else set()


def _hearers(purpose: Purpose) -> list[tuple[str, str]]:
    if purpose is Purpose.CHILD:
        return [("child_protection", _("Child protection")), ("police", _("Police"))]
    return [("police", _("Police")), ("office", _("Who is on duty at our office"))]
