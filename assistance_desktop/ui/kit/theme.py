"""The look in force: theme and text scale, put on the whole application at once.

`apply_theme` is the only place that sets a palette or a style sheet; it can be called again
at any time and every widget follows.
"""

from dataclasses import asdict, dataclass, field
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from . import fonts, icons, tokens


@dataclass(frozen=True, slots=True)
class Look:
    """A theme at a text scale; the sizes it gives are pixels."""

    theme: str = "light"
    scale: float = 1.0

    @property
    def high_contrast(self) -> bool:
        """Thick black lines and no grounds that only decorate."""
        return self.theme == "hc"

    @property
    def line_width(self) -> int:
        """How thick an ordinary border is: 1, in high contrast 2."""
        return 2 if self.high_contrast else 1

    def colour(self, meaning: str) -> QColor:
        """The colour of a meaning, such as "text_2"; "" is transparent."""
        return QColor(tokens.colours(self.theme)[meaning]) if meaning else QColor(0, 0, 0, 0)

    def px(self, pixels: float) -> int:
        """A size at 100 % as it is at this scale."""
        return round(pixels * self.scale)

    def size(self, name: str) -> int:
        """A named size, such as "button", at this scale."""
        return self.px(tokens.size(name))

    def letter(self, name: str) -> tokens.Letter:
        """A size of type at this scale; the drawn table of 125 % goes before arithmetic."""
        drawn = tokens.read_tokens()["type"]["size_px_125"]
        if self.scale == 1.25 and name in drawn:
            return tokens.Letter(**drawn[name])
        plain = tokens.letters()[name]
        return tokens.Letter(self.px(plain.size), self.px(plain.line))

    def font(self, name: str = "body", *, bold: bool = False, monospace: bool = False) -> QFont:
        """The font of a size of type."""
        return fonts.font(self.letter(name).size, bold=bold, monospace=monospace)


@dataclass
class _InForce:
    look: Look = field(default_factory=Look)


_in_force = _InForce()


def look() -> Look:
    """The look that widgets paint with now."""
    return _in_force.look


def apply_theme(app: QApplication, theme: str = "light", scale: float = 1.0) -> None:
    """Dress the application in a theme ("light", "dark", "hc") at a scale (1.0, 1.25, 1.5)."""
    fonts.load_fonts()
    chosen = Look(theme, scale)
    if chosen == _in_force.look and app.styleSheet():
        return
    _in_force.look = chosen
    icons.forget()
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setFont(chosen.font())
    app.setPalette(_palette(chosen))
    app.setStyleSheet(_style_sheet(chosen))
    for widget in app.allWidgets():
        widget.updateGeometry()
        widget.update()


def _palette(chosen: Look) -> QPalette:
    role = QPalette.ColorRole
    meanings = {
        role.Window: "window",
        role.Base: "card",
        role.Button: "card",
        role.AlternateBase: "sunken",
        role.WindowText: "text",
        role.Text: "text",
        role.ButtonText: "text",
        role.PlaceholderText: "text_3",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent_text",
        role.LinkVisited: "accent_text",
        role.ToolTipBase: "text",
        role.ToolTipText: "window",
        role.Light: "card",
        role.Midlight: "hover",
        role.Mid: "border",
        role.Dark: "control",
        role.Shadow: "text",
        role.Accent: "accent",
    }
    made = QPalette()
    for each, meaning in meanings.items():
        made.setColor(each, chosen.colour(meaning))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, chosen.colour("text_disabled"))
    return made


def _style_sheet(chosen: Look) -> str:
    template = Path(__file__).with_name("theme.qss").read_text(encoding="utf-8")
    words = dict(asdict(tokens.colours(chosen.theme)))
    words |= {
        "line_width": f"{chosen.line_width}px",
        "small": f"{chosen.letter('small').size}px",
        "row": f"{chosen.px(40)}px",
        "icon": f"{chosen.px(18)}px",
        "bar_handle": words["control"] if chosen.high_contrast else words["border"],
    }
    return Template(template).substitute(words)
