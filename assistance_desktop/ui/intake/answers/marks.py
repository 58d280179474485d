"""A short scale as one line of marks, such as a rating from 1 to 5."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from assistance_desktop.ui.intake.answers.rows import Rows
from assistance_desktop.ui.intake.answers.scale import Steps, named_marks


class Marks(Rows):
    """Choices that are numbers; what is told is a number."""

    def __init__(
        self,
        steps: Steps,
        labels: Mapping[str, str],
        key: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        self._steps = steps
        super().__init__(
            named_marks(steps, labels), key, many=False, arrangement="likert", parent=parent
        )

    def show_value(self, value: object) -> None:
        """Choose the mark of a number."""
        on_scale = isinstance(value, int | float)
        place = self._steps.place(value) if on_scale else None
        super().show_value(None if place is None else str(self._steps.number(place)))

    def _tell(self, chosen: list[str]) -> None:
        number = float(chosen[0])
        self.told.emit(int(number) if number.is_integer() else number)
