"""How the screens look: the theme, and how large the text is."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui import preferences
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.segmented import Segmented
from assistance_desktop.ui.kit.switch import Switch
from assistance_desktop.ui.kit.theme_card import ThemeCard
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.preferences import Preferences


class AppearanceCard(Card):
    """`chosen` gives the preferences with the new look."""

    chosen = Signal(object)

    def __init__(self, current: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(_("Appearance"), icon="sun", icon_colour="text", parent=parent)
        self._current = current
        names = {"light": _("Light"), "dark": _("Dark"), "hc": _("High contrast")}
        self.themes = {theme: ThemeCard(theme, names[theme]) for theme in preferences.THEMES}
        self.follow = Switch("", tidy=True)
        self.follow.setAccessibleName(_("Follow the system"))
        self.scale = Segmented(
            [(str(scale), f"{scale:.0%}".replace("%", "\u00a0%")) for scale in preferences.SCALES],
            str(current.scale),
            name=_("Text size"),
        )
        self.body.setSpacing(16)
        self._lay_out()
        self._show()
        for each in self.themes.values():
            each.clicked.connect(self._on_theme_clicked)
        self.follow.clicked.connect(self._on_follow_clicked)
        self.scale.chosen.connect(self._on_scale_chosen)

    def _lay_out(self) -> None:
        themes = QHBoxLayout()
        themes.setSpacing(12)
        for each in self.themes.values():
            themes.addWidget(each, 1)
        self.body.addLayout(themes)
        for words, control in (
            (_("Follow the system"), self.follow),
            (_("Text size"), self.scale),
        ):
            row = QHBoxLayout()
            row.addWidget(Words(words), 1)
            row.addWidget(control)
            self.body.addLayout(row)

    def _show(self) -> None:
        self.follow.setChecked(not self._current.theme)
        for theme, card in self.themes.items():
            if theme == self._current.theme:
                card.setChecked(True)
            else:
                card.clear()

    def _choose(self, chosen: Preferences) -> None:
        self._current = chosen
        self._show()
        self.chosen.emit(chosen)

    def _on_theme_clicked(self) -> None:
        theme = next(theme for theme, card in self.themes.items() if card.isChecked())
        self._choose(replace(self._current, theme=theme))

    def _on_follow_clicked(self, follow: bool) -> None:  # noqa: FBT001 - a Qt slot
        # Not following any more means: keep what is seen now.
        theme = "" if follow else preferences.system_theme()
        self._choose(replace(self._current, theme=theme))

    def _on_scale_chosen(self, scale: str) -> None:
        self._choose(replace(self._current, scale=float(scale)))
