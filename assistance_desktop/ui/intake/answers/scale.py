"""A number on a scale: a slider with the number beside it, marks, or a list (range)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.forms.interview import Offered
from assistance_desktop.i18n import _
from assistance_desktop.ui.intake import typed
from assistance_desktop.ui.intake.answers.way import Way
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.slider import Slider
from assistance_desktop.ui.kit.theme import look

_MOST_MARKS = 10
"""Places that are shown as marks or in a list; longer scales get a slider."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The numbers of a scale, from `start` by `step` to `end`; `whole` when they are integers."""

    start: Decimal
    end: Decimal
    step: Decimal
    whole: bool

    @classmethod
    def of(cls, parameters: Mapping[str, str], *, whole: bool) -> "Steps":
        """The scale of a question; 0 to 10 by 1 where the form does not say."""
        start = _decimal(parameters.get("start", ""), 0)
        end = _decimal(parameters.get("end", ""), 10)
        step = abs(_decimal(parameters.get("step", ""), 1)) or Decimal(1)
        return cls(start, end, step if end >= start else -step, whole)

    @property
    def places(self) -> int:
        """How many steps there are after the first number."""
        return int((self.end - self.start) / self.step)

    def number(self, place: int) -> int | float:
        """The number at a place."""
        number = self.start + place * self.step
        return int(number) if self.whole else float(number)

    def place(self, number: float) -> int | None:
        """The place of a number; None when it is not on the scale."""
        place = (Decimal(str(number)) - self.start) / self.step
        fits = place == place.to_integral_value() and 0 <= place <= self.places
        return int(place) if fits else None

    def marks(self) -> tuple[Offered, ...]:
        """Every number as a choice."""
        numbers = [self.number(place) for place in range(self.places + 1)]
        return tuple(Offered(str(one), typed.words("decimal", one), {}) for one in numbers)

    def is_short(self) -> bool:
        """Whether every number can be shown as a mark."""
        return self.places < _MOST_MARKS


class Scale(Way):
    """A slider, and the number beside it to see and to type."""

    def __init__(
        self,
        steps: Steps,
        ticks: str,
        labels: Mapping[str, str],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._steps = steps
        self._kind = "integer" if steps.whole else "decimal"
        self.slider = Slider(
            steps.places,
            _labels(steps, labels),
            every=0 if ticks == "none" else _every(steps, ticks),
            name=name,
        )
        typing = _("{question}, as a number").format(question=name)
        self.field = LineField("", name=typing)
        self.field.setFixedWidth(look().px(96))
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.slider, 1)
        line.addWidget(self.field, 0)
        self.column.addLayout(line)
        self.slider.chosen.connect(self._on_slid)
        self.field.changed.connect(self._on_typed)

    @property
    def first(self) -> QWidget:
        """The slider."""
        return self.slider

    def show_value(self, value: object) -> None:
        """Put the slider where a number stands."""
        self.field.set_text(typed.words(self._kind, value))
        number = value if isinstance(value, int | float) else None
        self.slider.show_place(None if number is None else self._steps.place(number))

    def show_unread(self, text: str) -> None:
        """Write what was typed beside the slider."""
        self.field.set_text(text)

    def show_problem(self, sentence: str) -> None:
        """Say it under both, and what is wrong with the number first."""
        super().show_problem(typed.problem(self._kind, self.field.text) or sentence)

    def _on_slid(self, place: int) -> None:
        number = self._steps.number(place)
        self.field.set_text(typed.words(self._kind, number))
        self.show_problem("")
        self.told.emit(number)

    def _on_typed(self) -> None:
        text = self.field.text
        try:
            value = typed.read(self._kind, text)
        except typed.UnreadableError:
            self.slider.show_place(None)
            self.half_typed.emit(text)
            return
        number = value if isinstance(value, int | float) else None
        self.slider.show_place(None if number is None else self._steps.place(number))
        self.told.emit(value)


def named_marks(steps: Steps, labels: Mapping[str, str]) -> tuple[Offered, ...]:
    """Every number of a short scale as a choice, with its word where it has one."""
    return tuple(
        Offered(one.name, f"{one.label} {labels[one.label]}", {}) if one.label in labels else one
        for one in steps.marks()
    )


def _labels(steps: Steps, named: Mapping[str, str]) -> dict[int, str]:
    """What stands under the slider: the form's own words, and both ends."""
    found: dict[int, str] = {}
    for place in (0, steps.places):
        words = typed.words("decimal", steps.number(place))
        found[place] = f"{words} {named[words]}" if words in named else words
    for number, words in named.items():
        place = steps.place(float(_decimal(number, 0)))
        if place is not None and place not in found:
            found[place] = words
    return found


def _every(steps: Steps, interval: str) -> int:
    """How many places lie between two ticks."""
    return max(1, int(abs(_decimal(interval, 0) / steps.step)))


def _decimal(text: str, otherwise: int) -> Decimal:
    try:
        found = Decimal(text)
    except InvalidOperation:
        return Decimal(otherwise)
    return found if found.is_finite() else Decimal(otherwise)
