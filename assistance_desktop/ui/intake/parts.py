"""The parts of the interview at the side: how far each is, and the place in the whole."""

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.intake import steps
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.standing import Standing, standings
from assistance_desktop.ui.kit.progress import Count
from assistance_desktop.ui.kit.section_rail import SectionRail
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words

REVIEW = "review"
"""The place of the review among the parts."""

THREAT = "threat"
"""The place of the steps of a serious threat, after the questions that raise it."""


class Parts(SectionRail):
    """The parts with their counts, the place in the whole above, a calm word under."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(look().size("section_rail"))
        self._count = Count(_("Your place in the intake"), bold=True)
        self.above.addWidget(self._count)
        words = _("Any order is fine. Skipped questions wait in Review.")
        self.under.addWidget(Words(words, "small", "text_2"))

    def show_form(self, filling: Filling) -> None:
        """Show the parts of the questionnaire."""
        intake = filling.is_intake
        self._count.say(_("Your place in the intake") if intake else _("Your place"))
        self.clear()
        for section in steps.sections(filling.interview):
            self.add(section.path, section.title)
        self.add(REVIEW, _("Review"))

    def show_progress(self, filling: Filling, visited: Collection[str]) -> None:
        """Show how far the whole and each part is; a part that was seen and left is amber."""
        all_steps = standings(filling)
        done = sum(one.state != "blank" for one in all_steps)
        self._count.show_count(done, len(all_steps), f"{done}/{len(all_steps)}")
        threat = filling.is_in_danger
        for section in steps.sections(filling.interview):
            part = [one for one in all_steps if one.step.section == section.path]
            if part:
                full = sum(not one.is_open for one in part)
                state = _state(part, full, visited)
                if threat and section.name == "safety":
                    state = "threat"
                self.show_state(section.path, state, f"{full}/{len(part)}")


def _state(part: list[Standing], full: int, visited: Collection[str]) -> str:
    if full == len(part):
        return "done"
    return "part" if full or any(one.step.path in visited for one in part) else "empty"
