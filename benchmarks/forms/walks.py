"""Random answers to a form, as a person could give them: the same again for the same seed."""

import random
from collections.abc import Iterator

from assistance_desktop.errors import AppError
from assistance_desktop.forms.form import Question, Repeat
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.typed import Answer

_WRITTEN = {
    "integer": (0, 1, 2, 3, 5, 17, 40, 120, -1),
    "decimal": (0.5, 1, 2.25, 99.75),
    "date": ("2026-11-23", "1990-02-28", "2030-06-01"),
    "text": ("yes", "no", "1", "2", "abc", "a b", "12345678", "Usva", "Äiti & lapsi", ""),
    "barcode": ("6411300000000", ""),
    "acknowledge": ("OK",),
}
_MOST_INSTANCES = 4


def walk(interview: Interview, chance: random.Random, length: int) -> Iterator[tuple[str, Answer]]:
    """Give random answers; each is yielded when it has been taken."""
    for _number in range(length):
        asked = _asked(interview, chance)
        if not asked:
            return
        path, question = chance.choice(asked)
        value = _value(interview, chance, path, question)
        if value is None:
            continue
        try:
            interview.answer(path, value)
        except AppError:
            continue
        yield path, value


def _asked(interview: Interview, chance: random.Random) -> list[tuple[str, Question]]:
    found: list[tuple[str, Question]] = []
    for path, item in interview.places():
        if isinstance(item, Question):
            if item.shown and item.type != "note" and _open(interview, path):
                found.append((path, item))
        elif isinstance(item, Repeat) and not path.endswith("]") and chance.random() < 0.05:
            found += _in_a_new_instance(interview, path, item)
    return found


def _open(interview: Interview, path: str) -> bool:
    return interview.relevant(path) and not interview.read_only(path)


def _in_a_new_instance(
    interview: Interview, path: str, repeat: Repeat
) -> list[tuple[str, Question]]:
    number = len(interview.instances(path)) + 1
    fixed = repeat.count is not None or repeat.fixed
    if fixed or number > _MOST_INSTANCES or not interview.relevant(path):
        return []
    texts = (c for c in repeat.children if isinstance(c, Question) and c.shown)
    return [(f"{path}[{number}]/{c.name}", c) for c in texts if c.type == "text"][:1]


def _value(interview: Interview, chance: random.Random, path: str, question: Question) -> Answer:
    if question.type in _WRITTEN:
        return chance.choice(_WRITTEN[question.type])
    if question.type == "range":
        start = float(question.parameters["start"])
        return start if question.data_type == "decimal" else int(start)
    try:
        names = list(interview.choice_names(path))
    except AppError:
        return None  # in an instance that is not there yet
    return _chosen(question.type, names, chance)


def _chosen(kind: str, names: list[str], chance: random.Random) -> Answer:
    if kind == "select_one" and names:
        return chance.choice(names)
    if kind == "select_multiple":
        chosen = chance.sample(names, chance.randint(0, min(3, len(names))))
        return sorted(set(chosen), key=names.index)
    if kind == "rank":
        return chance.sample(names, len(names))
    return None  # places and files: typed and attached differently in each engine
