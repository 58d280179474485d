"""The disclosure log: what was told, to whom, when, on which consent or duty, and by whom.

Everything that was told stands here, papers too, the last first; nothing can be changed.
"""

from datetime import date

from PySide6.QtWidgets import QWidget

from assistance_desktop import i18n
from assistance_desktop.cases import telling
from assistance_desktop.cases.telling import Ground, Telling
from assistance_desktop.guidance import recipients
from assistance_desktop.i18n import _, ngettext, show_date
from assistance_desktop.storage import outbox
from assistance_desktop.ui import desk_names
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import HELSINKI
from assistance_desktop.ui.telling.matter import Matter
from assistance_desktop.ui.telling.names import recipient_name
from assistance_desktop.ui.telling.writing import ways

_ICONS = {
    Ground.CONSENT: "check",
    Ground.NO_NAME: "person",
    Ground.THREAT: "alert",
    Ground.CHILD: "child",
    Ground.CLIENT: "printer",
}


class LogPanel(Panel):
    """The log of one case."""

    def __init__(self, host: QWidget, matter: Matter) -> None:
        super().__init__(
            host, _("Everything that was told"), _("To whom, what, when and why"), width=816
        )
        card = Card(padded=False)
        listed = sorted(
            [*telling.log(matter.case), *_bundles(matter)],
            key=lambda one: (one.on or date.min, one.at),
            reverse=True,
        )
        for at, one in enumerate(listed):
            row = Row(
                recipient_name(one.recipient),
                what_words(one, matter),
                icon=_ICONS[one.ground],
                tone="amber" if one.ground in telling.DUTIES else "",
                meta=_when(one),
                first=not at,
            )
            row.body.insertWidget(row.body.count() - 1, Words(why_words(one), "small", "text_3"))
            card.body.addWidget(row)
        if listed:
            self.body.addWidget(card)
        else:
            self.body.addWidget(Words(_("Nothing was told to anybody."), tone="text_2"))
        self.body.addStretch(1)
        close = Button(_("Close"))
        close.clicked.connect(self.leave)
        self.add_deeds(close)


def what_words(one: Telling, matter: Matter) -> str:
    """What was told: topics by name, or the one sentence."""
    found = (recipients.topic(matter.pack, name) for name in one.what)
    topics = ", ".join(matter.topic_words(topic) for topic in found if topic is not None)
    if one.ground is Ground.CLIENT:
        return _("A paper")
    return one.said or topics


def why_words(one: Telling) -> str:
    """On which ground, how, and by whom."""
    why = {
        Ground.CONSENT: _("Agreed"),
        Ground.NO_NAME: _("Without a name"),
        Ground.THREAT: _("Duty: a serious danger"),
        Ground.CHILD: _("Duty: the protection of a child"),
        Ground.CLIENT: _("For the person"),
    }[one.ground]
    way = dict(ways()).get(one.how, "") if one.ground is not Ground.CLIENT else ""
    parts = (why, one.purpose, one.reason, way, one.by)
    return ". ".join(part.rstrip(".") for part in parts if part)


def _bundles(matter: Matter) -> list[Telling]:
    """The sealed bundles that took something of the case to another desk."""
    reader = matter.session.reader
    labels = desk_names.read(reader)
    found: list[Telling] = []
    for one in outbox.carried(reader, matter.case_id):
        at = one.at.astimezone(HELSINKI)
        words = ngettext(
            "{count} change in a sealed bundle", "{count} changes in a sealed bundle", one.changes
        )
        found.append(
            Telling(
                record="",
                recipient=labels.name(one.peer),
                said=words.format(count=one.changes),
                on=at.date(),
                at=at.strftime("%H:%M"),
                how="bundle",
            )
        )
    return found


def _when(one: Telling) -> str:
    day = show_date(one.on, i18n.language()) if one.on else ""
    return f"{day} {one.at}".strip()
