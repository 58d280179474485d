"""How each step of an interview stands, and where it is in words."""

from dataclasses import dataclass

from assistance_desktop.forms.form import Repeat
from assistance_desktop.i18n import _
from assistance_desktop.ui.intake import steps
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.steps import Step


@dataclass(frozen=True, slots=True)
class Standing:
    """A step and how it stands: `wrong`, `blank`, `refused`, `unknown` or `answered`."""

    step: Step
    state: str

    @property
    def is_open(self) -> bool:
        """Whether the worker should come back to it."""
        return self.state in ("blank", "wrong")


def standings(filling: Filling) -> list[Standing]:
    """Every step that wants an answer, with its state."""
    return [Standing(step, filling.state(step)) for step in filling.steps if steps.asks(step)]


def first_open(filling: Filling) -> str:
    """The first step that the worker should come back to, "" when there is none."""
    return next((one.step.path for one in standings(filling) if one.is_open), "")


def first_in(filling: Filling, section: str) -> str:
    """Where a part is opened: at its first open step, else at its first; "" when it has none."""
    part = [one for one in standings(filling) if one.step.section == section]
    open_ones = [one for one in part if one.is_open]
    return next((one.step.path for one in open_ones or part), "")


def place_in_words(filling: Filling, step: Step) -> str:
    """Where a step stands: "Needs, question 3 of 9"."""
    part = [one for one in filling.steps if one.section == step.section and steps.asks(one)]
    titles = {one.path: one.title for one in steps.sections(filling.interview)}
    section = " · ".join([titles[step.section], *_groups_around(filling, step)])
    number = next((n for n, one in enumerate(part, 1) if one.path == step.path), 0)
    if not number:
        return section
    words = _("{section}, question {number} of {count}")
    if isinstance(step.item, Repeat):
        words = _("{section}, question {number} of {count}, one card for each")
    return words.format(section=section, number=number, count=len(part))


def _groups_around(filling: Filling, step: Step) -> list[str]:
    """What the groups inside the part are called that a step stands in, the outermost first."""
    names = step.path.removeprefix(step.section).strip("/").split("/")[:-1]
    if not step.path.startswith(f"{step.section}/"):
        return []
    paths = ["/".join([step.section, *names[: at + 1]]) for at in range(len(names))]
    return [words for path in paths if (words := filling.interview.label(path).text)]
