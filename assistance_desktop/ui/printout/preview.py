"""The paper as it will be: the real bytes, page by page, in the client's language or checked.

100 % is the size that the paper has in the hand. Until somebody chooses a zoom, the page fills
the desk, but never more than that size.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import IconButton
from assistance_desktop.ui.kit.segmented import Segmented
from assistance_desktop.ui.kit.sheet_view import SheetView
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.printout.pages import Pages

_STEPS = (50, 75, 100, 125, 150, 200, 300)
_PIXELS_PER_POINT = 96 / 72
"""At 100 %: the size in the hand on a screen of 96 dots an inch."""

CLIENT = "client"
CHECK = "check"


class Preview(QWidget):
    """A bar over a desk. `check_wanted` tells True when the worker's language is asked for."""

    check_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: Pages | None = None
        self._number = 0
        self._chosen_zoom = 0
        self._languages: tuple[str, str] = ("", "")
        self.sides = Segmented([])
        self.smaller = IconButton("minus", _("Smaller"), size="small")
        self.larger = IconButton("plus", _("Larger"), size="small")
        self.before = IconButton("left", _("Page before"), size="small")
        self.after = IconButton("right", _("Next page"), size="small")
        self._zoom_words = Words("", "small", "text_2")
        self._place_words = Words("", "small", "text_2")
        self.desk = SheetView(_("The paper"))
        self._lay_out()
        self._connect()
        self.clear()

    @property
    def checking(self) -> bool:
        """Whether the paper is looked at in the worker's language."""
        return self.sides.value == CHECK

    @property
    def zoom(self) -> int:
        """The size in percent of the size in the hand."""
        return self._chosen_zoom or self._fitting()

    def offer(self, language: str) -> None:
        """Offer the language of the paper, and the worker's own when that is another."""
        worker = i18n.language()
        if self._languages == (language, worker):
            return
        self._languages = (language, worker)
        name = i18n.language_name
        fresh = Segmented(
            [
                (CLIENT, name(language, worker)),
                (CHECK, _("Check in {language}").format(language=name(worker))),
            ],
            CLIENT,
            name=_("Language of the preview"),
        )
        fresh.chosen.connect(self._on_side)
        self._bar.replaceWidget(self.sides, fresh)
        fresh.setVisible(language != worker)
        self.sides.deleteLater()
        self.sides = fresh

    def show_pdf(self, pdf: bytes) -> None:
        """Put a paper on the desk; the page that was looked at stays, if it has it."""
        self._let_go()
        self.pages = Pages(pdf)
        self._number = min(self._number, self.pages.count - 1)
        self._draw()

    def count_of(self, pdf: bytes) -> int:
        """How many pages a paper has; the one in the worker's language may have others."""
        other = Pages(pdf)
        count = other.count
        other.close()
        return count

    def clear(self) -> None:
        """Take the paper away, and its bytes with it."""
        self._let_go()
        self._number = 0
        self.desk.clear()
        self._say()

    def start(self) -> None:
        """An empty desk for another person."""
        self.clear()
        self._chosen_zoom = 0
        with QSignalBlocker(self.sides):
            self.sides.pick(CLIENT)

    def turn(self, by: int) -> None:
        """Go on to the next page, or back with -1."""
        if self.pages and 0 <= self._number + by < self.pages.count:
            self._number += by
            self._draw()
            self.desk.go_to_top()

    def step(self, by: int) -> None:
        """Make the page larger by a step, or smaller with -1."""
        further = [each for each in _STEPS if (each - self.zoom) * by > 0]
        if further:
            self._chosen_zoom = min(further) if by > 0 else max(further)
            self._draw()

    def _draw(self) -> None:
        if self.pages is None:
            return
        dots = self.devicePixelRatioF()
        image = self.pages.image(self._number, self.zoom / 100 * _PIXELS_PER_POINT * dots)
        image.setDevicePixelRatio(dots)
        self.desk.show_sheet(image, self.pages.words(self._number))
        self._say()

    def _say(self) -> None:
        count = self.pages.count if self.pages else 0
        place = _("{number} of {count}").format(number=self._number + 1, count=count)
        self._place_words.say(place if count else "")
        self._zoom_words.say(_("{percent} %").format(percent=self.zoom) if count else "")
        for widget in (self.before, self._place_words, self.after):
            widget.setVisible(count > 1)
        self.before.setEnabled(self._number > 0)
        self.after.setEnabled(self._number + 1 < count)
        self.smaller.setEnabled(bool(count) and self.zoom > _STEPS[0])
        self.larger.setEnabled(bool(count) and self.zoom < _STEPS[-1])

    def _fitting(self) -> int:
        """The largest zoom in steps of 5 at which the page is as wide as the desk at most."""
        if self.pages is None:
            return 100
        wide = self.pages.size(self._number).width() * _PIXELS_PER_POINT
        return max(_STEPS[0], min(100, int(self.desk.room / wide * 20) * 5))

    def _let_go(self) -> None:
        if self.pages is not None:
            self.pages.close()
        self.pages = None

    def _on_resized(self) -> None:
        if not self._chosen_zoom:
            self._draw()

    def _on_side(self, _side: str) -> None:
        self.check_wanted.emit(self.checking)

    def _connect(self) -> None:
        self.desk.resized.connect(self._on_resized)
        deeds = (
            (self.smaller, "Ctrl+-", self.step, -1),
            (self.larger, "Ctrl++", self.step, 1),
            (self.before, "Alt+PgUp", self.turn, -1),
            (self.after, "Alt+PgDown", self.turn, 1),
        )
        for button, key, deed, by in deeds:
            action = QAction(button.accessibleName(), self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(partial(_do, deed, by))
            self.addAction(action)
            button.clicked.connect(action.trigger)

    def _lay_out(self) -> None:
        self._bar = QHBoxLayout()
        self._bar.setSpacing(4)
        self._bar.addStrut(look().size("segment"))
        self._bar.addWidget(self.sides)
        self._bar.addStretch(1)
        for widget in (self.smaller, self._zoom_words, self.larger):
            self._bar.addWidget(widget)
        self._bar.addSpacing(8)
        for widget in (self.before, self._place_words, self.after):
            self._bar.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(self._bar)
        whole.addWidget(self.desk, 1)


def _do(deed: Callable[[int], None], by: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
    deed(by)
