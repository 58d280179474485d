"""The way through a questionnaire: one question, one page of questions or one repeat a step.

Pure: what is asked now follows from the answers, and how far each part is too.
"""

from collections.abc import Iterator
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
    """How a step stands: `wrong`, `blank`, `refused`, `unknown` or `answered`."""
    if isinstance(step.item, Repeat):
        return "answered" if interview.instances(step.path) else "blank"
    if any(interview.problem(path) for path in step.questions):
        return "wrong"
    states = [interview.state(path) for path in step.questions]
    for found in ("blank", "refused", "unknown"):
        if found in states:
            return found
    return "answered"


def asks(step: Step) -> bool:
    """Whether a step wants an answer; a note is only read."""
    return isinstance(step.item, Repeat) or bool(step.questions)


def together(interview: Interview, path: str) -> tuple[str, ...]:
    """The questions asked now inside a group or an instance of a repeat, notes included."""
    found: list[str] = []
    for child in interview.children(path):
        item = interview.item(child)
        if not item.shown or not interview.relevant(child):
            continue
        if isinstance(item, Question):
            if item.type not in _SILENT:
                found.append(child)
        elif isinstance(item, Group):
            found.extend(together(interview, child))
    return tuple(found)


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
        yield Step(item.path, section, item, answerable)
    else:
        for child in item.children:
            yield from _steps(child, interview, section)
