"""The way through a questionnaire: one question, one page of questions or one repeat a step.

Pure: what is asked now follows from the answers, and how far each part is too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistance_desktop.forms.form import Form, Group, Item, Question, Repeat
from assistance_desktop.forms.interview import Interview

_SILENT = {"calculate", "hidden"}
"""Types that nobody is asked."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an interview, by the path of what it begins with."""

    path: str
    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One stop on the way. `questions` are those answered there; a repeat has none of its own."""

    path: str
    section: str
    item: Item
    questions: tuple[str, ...] = ()


def steps(interview: Interview) -> list[Step]:
    """Every stop that is asked now, in order."""
    return [
        step
        for item, section in _in_sections(interview.form)
        for step in _steps(item, interview, section.path)
    ]


def sections(interview: Interview) -> tuple[Section, ...]:
    """The parts of the interview: groups and repeats at the top, and what stands between them."""
    found = {section.path: section for _item, section in _in_sections(interview.form)}
    return tuple(
        replace(section, title=section.title or interview.label(path).text or section.name)
        for path, section in found.items()
    )


def _in_sections(form: Form) -> Iterator[tuple[Item, Section]]:
    """Everything at the top with its part; loose questions in a row are one part."""
    loose: Section | None = None
    for item in form.root.children:
        if not item.shown:
            continue
        if isinstance(item, Question):
            loose = loose or Section(item.path, form.title or item.name, form.title)
        else:
            loose = None
        yield item, loose or Section(item.path, item.name)


def state(interview: Interview, step: Step) -> str:
    """How a step stands: `wrong`, `blank`, `refused`, `unknown` or `answered`.

    A repeat that people add to is answered when there is a card; one that the form fills when
    everything on its cards is.
    """
    asked = step.questions
    if isinstance(step.item, Repeat):
        asked = on_cards(interview, step.path)
        if can_grow(step.item) or not asked:
            wrong = any(interview.problem(path) for path in asked)
            there = bool(interview.instances(step.path))
            return "wrong" if wrong else "answered" if there else "blank"
    if any(interview.problem(path) for path in asked):
        return "wrong"
    states = [interview.state(path) for path in asked]
    for found in ("blank", "refused", "unknown"):
        if found in states:
            return found
    return "answered"


def asks(step: Step) -> bool:
    """Whether a step wants an answer; a note is only read."""
    return isinstance(step.item, Repeat) or bool(step.questions)


def together(interview: Interview, path: str) -> tuple[str, ...]:
    """The questions asked now inside a group or an instance of a repeat, notes included."""
    return tuple(one for one, item in _inside(interview, path) if isinstance(item, Question))


def repeats_in(interview: Interview, path: str) -> tuple[str, ...]:
    """The repeats asked now inside a group or an instance of another repeat."""
    return tuple(one for one, item in _inside(interview, path) if isinstance(item, Repeat))


def on_cards(interview: Interview, repeat: str) -> tuple[str, ...]:
    """What can be answered on the cards of a repeat, and on the cards inside them."""
    found: list[str] = []
    for place in interview.instances(repeat):
        asked = together(interview, place)
        found += [path for path in asked if is_answerable(interview, path)]
        for inner in repeats_in(interview, place):
            found += on_cards(interview, inner)
    return tuple(found)


def can_grow(repeat: Repeat) -> bool:
    """Whether people add to a repeat; the form itself fills the others."""
    return repeat.count is None and not repeat.fixed


def holding(found: Iterable[Step], path: str) -> Step | None:
    """The step on which a question is asked, on whichever card; None when it is not asked now."""
    for step in found:
        if path in (step.path, *step.questions) or path.startswith(f"{step.path}["):
            return step
    return None


def _inside(interview: Interview, path: str) -> Iterator[tuple[str, Item]]:
    """The questions and repeats asked now in a group or an instance, groups opened."""
    top = interview.item(path)
    for item in () if isinstance(top, Question) else top.children:
        child = f"{path}/{item.path.rpartition('/')[2]}"
        if not item.shown or not interview.relevant(child):
            continue
        if isinstance(item, Group):
            yield from _inside(interview, child)
        elif not isinstance(item, Question) or item.type not in _SILENT:
            yield child, item


def is_answerable(interview: Interview, path: str) -> bool:
    """Whether a question takes an answer: not a note, the head of a grid, or the form's own."""
    item = interview.item(path)
    if not isinstance(item, Question) or item.type == "note" or "label" in item.appearance.split():
        return False
    return not interview.read_only(path)


def _steps(item: Item, interview: Interview, section: str) -> Iterator[Step]:
    if not item.shown or not interview.relevant(item.path):
        return
    if isinstance(item, Question):
        if item.type not in _SILENT:
            questions = (item.path,) if is_answerable(interview, item.path) else ()
            yield Step(item.path, section, item, questions)
    elif isinstance(item, Repeat):
        yield Step(item.path, section, item)
    elif "field-list" in item.appearance.split():
        inside = together(interview, item.path)
        answerable = tuple(path for path in inside if is_answerable(interview, path))
        if inside:
            yield Step(item.path, section, item, answerable)
        for path in repeats_in(interview, item.path):
            yield Step(path, section, interview.item(path))
    else:
        for child in item.children:
            yield from _steps(child, interview, section)
