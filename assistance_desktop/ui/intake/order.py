"""The order of the interview's places: its steps, the steps of a serious threat, the review."""

from assistance_desktop.ui.intake import danger
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.parts import REVIEW, THREAT
from assistance_desktop.ui.intake.steps import Step


def order(filling: Filling, at: str) -> list[str]:
    """Every place in order; a threat is seen to right after the questions that tell of it."""
    found = [step.path for step in filling.steps]
    raising = [place for place, step in enumerate(filling.steps) if _raises(step)]
    if filling.is_intake and raising and (at == THREAT or filling.is_threat_due):
        found.insert(raising[-1] + 1, THREAT)
    return [*found, REVIEW]


def section_of(filling: Filling, at: str) -> str:
    """The part of the interview that a place without a question belongs to."""
    raising = (step.section for step in filling.steps if _raises(step))
    return next(raising, REVIEW) if at == THREAT else REVIEW


def is_held(filling: Filling, at: str) -> bool:
    """While somebody may hear, and in the steps of a threat until it is settled."""
    in_steps = at == THREAT and filling.is_threat_due
    return in_steps or danger.is_overheard(filling.value_of)


def _raises(step: Step) -> bool:
    """Whether a question is one of those that tell of a threat."""
    return step.item.name in danger.ABOUT_THREAT
