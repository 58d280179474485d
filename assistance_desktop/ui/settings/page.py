# ruff: noqa: D102 - Qt documents the methods that it calls
"""Settings: only those that do something, each in force at once.

The language and the look lie beside the vaults, since the unlock page needs them; how long the
notes stay open lies in the vault.
"""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage import questionnaires, settings
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.combo import Combo
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.two_columns import TwoColumns
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.preferences import Preferences
from assistance_desktop.ui.session import Session
from assistance_desktop.ui.settings.appearance_card import AppearanceCard
from assistance_desktop.ui.settings.discretion_card import DiscretionCard
from assistance_desktop.ui.settings.leaving_card import LeavingCard
from assistance_desktop.ui.settings.rows import card_of, setting
from assistance_desktop.ui.settings.ways_in import WaysIn

IDLE_CHOICES = (1, 2, 5, 10, 15, 30)
"""Minutes after which unused notes may lock themselves; never is no choice."""

USUAL_IDLE = 5
"""Minutes, until somebody chooses."""


class SettingsPage(QWidget):
    """`preferences_chosen` gives the new language or look; `idle_chosen` the minutes, stored.

    `questionnaires_wanted`, `rule_book_wanted`, `activity_wanted` and `backup_wanted` tell that a
    person wants to see them.
    """

    preferences_chosen = Signal(object)
    idle_chosen = Signal(int)
    questionnaires_wanted = Signal()
    rule_book_wanted = Signal()
    activity_wanted = Signal()
    backup_wanted = Signal()

    def __init__(
        self,
        preferences: Preferences,
        actions: Actions,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._session = preferences, session
        self.header = PageHeader(_("Settings"))
        self.header.hide_asked.connect(actions["hide"].trigger)
        self.idle = self._make_idle()
        self.language = Combo(
            [(code, i18n.language_name(code)) for code in i18n.UI_LANGUAGES],
            preferences.language,
            name=_("This program"),
        )
        self.appearance = AppearanceCard(preferences)
        self.questionnaires = Button(_("Open"))
        self.questionnaires.setAccessibleName(_("Open the questionnaires"))
        self.rule_book = Button(_("Open"))
        self.rule_book.setAccessibleName(_("Open the rule book"))
        self.activity = Button(_("Open"))
        self.activity.setAccessibleName(_("Open the activity log"))
        self.backup = Button(_("Open"))
        self.backup.setAccessibleName(_("Open backup and restore"))
        self._in_use = Words("", "small", "text_2")
        self.notices = Notices()
        self.ways_in = WaysIn(session, self.notices)
        self.discretion = DiscretionCard(session, self.notices)
        self.leaving = LeavingCard(session, self.notices, actions["hide"].trigger)
        self._lay_out()
        self._count_questionnaires()
        self.idle.chosen.connect(self._on_idle_chosen)
        self.language.chosen.connect(self._on_language_chosen)
        self.appearance.chosen.connect(self._on_appearance_chosen)
        self.questionnaires.clicked.connect(self.questionnaires_wanted)
        self.rule_book.clicked.connect(self.rule_book_wanted)
        self.activity.clicked.connect(self.activity_wanted)
        self.backup.clicked.connect(self.backup_wanted)
        session.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Both take their time (a keyring, everything that waits for the office): only when seen.
        self.ways_in.refresh()
        self.leaving.refresh()

    def _make_idle(self) -> Combo:
        chosen = int(settings.read(self._session.reader, "idle_minutes") or USUAL_IDLE)
        minutes = sorted({*IDLE_CHOICES, chosen})
        options = [
            (str(each), ngettext("{count} minute", "{count} minutes", each).format(count=each))
            for each in minutes
        ]
        return Combo(options, str(chosen), name=_("Lock when not used for"))

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        scroll = Scroll(_("Settings"))
        scroll.body.setContentsMargins(24, 0, 24, 24)
        columns = TwoColumns(aside=512, least=1000, gap=24)
        columns.first.addWidget(self.notices)
        columns.first.addWidget(
            card_of(
                _("Security"),
                "lock",
                setting(
                    _("Lock when not used for"),
                    _("Then the passphrase opens the notes again"),
                    self.idle,
                ),
                *self.ways_in.rows(),
            )
        )
        columns.first.addWidget(self.discretion)
        columns.first.addWidget(self.leaving)
        kept = _("To a stick or another disk, and back from there")
        safe = setting(_("Backup and restore"), kept, self.backup)
        columns.first.addWidget(card_of(_("Backup"), "archive", safe))
        asked = setting(_("Questionnaires"), self._in_use, self.questionnaires)
        columns.first.addWidget(card_of(_("What is asked"), "form", asked))
        told = _("Every service, condition and source, to read and to print")
        rules = setting(_("Rule book"), told, self.rule_book)
        columns.first.addWidget(card_of(_("What may be offered"), "legal", rules))
        noted = _("What was done on this computer, and never what was written")
        log = setting(_("Activity log"), noted, self.activity)
        columns.first.addWidget(card_of(_("What was done"), "history", log))
        columns.first.addStretch(1)
        columns.second.addWidget(
            card_of(
                _("Language"),
                "globe",
                setting(_("This program"), self._say_language(), self.language),
            )
        )
        columns.second.addWidget(self.appearance)
        columns.second.addStretch(1)
        scroll.body.addWidget(columns)
        whole.addWidget(scroll, 1)

    def _say_language(self) -> str:
        """What to know of the language: also that nobody has checked its texts yet."""
        line = _("You choose the client’s in each intake")
        if i18n.is_draft("ui", self._preferences.language):
            draft = _("Draft, not checked by a translator")
            return f"{line}. {draft}"
        return line

    def _count_questionnaires(self) -> None:
        count = questionnaires.count_published(self._session.reader)
        words = ngettext("{count} in use", "{count} in use", count)
        self._in_use.say(words.format(count=count))

    def _on_changed(self, case_id: str) -> None:
        if not case_id:
            self._count_questionnaires()

    def _on_language_chosen(self, code: str) -> None:
        self._choose(replace(self._preferences, language=code))

    def _on_appearance_chosen(self, chosen: Preferences) -> None:
        self._choose(replace(chosen, language=self._preferences.language))

    def _choose(self, chosen: Preferences) -> None:
        self._preferences = chosen
        self.preferences_chosen.emit(chosen)

    def _on_idle_chosen(self, minutes: str) -> None:
        self.notices.clear()
        count = int(minutes)
        self._session.write(
            lambda connection: settings.write(connection, "idle_minutes", count),
            self,
            lambda _nothing: self.idle_chosen.emit(count),
            self._on_idle_refused,
        )

    def _on_idle_refused(self, error: AppError) -> None:
        stored = settings.read(self._session.reader, "idle_minutes") or USUAL_IDLE
        self.idle.pick(str(stored))
        self.notices.refuse(error)
