"""What differs between two versions of a questionnaire, by the names of its questions.

A name keeps its meaning for ever: answers are kept under it. So a name that turns up with
another type, or without a choice that it had, is told apart from one that is new or gone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistance_desktop.forms.form import Form, Question, Repeat, Wording

_SILENT = frozenset({"calculate", "hidden"})


@dataclass(frozen=True, slots=True)
class Differences:
    """Questions by path, in the order of the newer version (gone ones: of the older)."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    """Renamed, or lost: old answers under them stay, but nobody is asked again."""
    moved: tuple[tuple[str, str], ...]
    """The same name in another group: its path before, and now."""
    retyped: tuple[str, ...]
    """The same name for another kind of answer, or for one where there were many."""
    fewer_choices: tuple[str, ...]
    """An answer that could be chosen before is not offered any more."""
    reworded: tuple[str, ...]

    @property
    def breaks(self) -> bool:
        """Whether a name would change what its answers mean."""
        return bool(self.retyped)

    @property
    def only_words(self) -> bool:
        """Whether nothing but words differs."""
        return not (self.new or self.gone or self.moved or self.retyped or self.fewer_choices)


def compare(older: Form, newer: Form) -> Differences:
    """What a newer version changes for the answers of an older one."""
    before, now = _asked(older), _asked(newer)
    stayed = [path for path in now if path in before]
    moved = tuple(_moved(before, now))
    many_before, many_now = _repeats(older), _repeats(newer)
    left, came = {old for old, _new in moved}, {new for _old, new in moved}

    def which(differs: Callable[[Question, Question], bool]) -> tuple[str, ...]:
        pairs = [(path, path) for path in stayed] + list(moved)
        return tuple(new for old, new in pairs if differs(before[old], now[new]))

    return Differences(
        new=tuple(path for path in now if path not in before and path not in came),
        gone=tuple(path for path in before if path not in now and path not in left),
        moved=moved,
        retyped=which(
            lambda old, new: (
                (old.type, old.data_type, _repeated(old, many_before))
                != (new.type, new.data_type, _repeated(new, many_now))
            )
        ),
        fewer_choices=which(
            lambda old, new: bool(choice_names(older, old) - choice_names(newer, new))
        ),
        reworded=which(lambda old, new: _words(old.label) != _words(new.label)),
    )


def _asked(form: Form) -> dict[str, Question]:
    return {one.path: one for one in form.questions() if one.shown and one.type not in _SILENT}


def _moved(before: dict[str, Question], now: dict[str, Question]) -> Iterator[tuple[str, str]]:
    """Names that each version has once, in another place."""
    for path, question in now.items():
        if path in before:
            continue
        same = [old for old, one in before.items() if one.name == question.name]
        again = [new for new, one in now.items() if one.name == question.name]
        if len(same) == len(again) == 1:
            yield same[0], path


def _repeats(form: Form) -> dict[str, str]:
    """The names of all repeats by their paths."""
    return {item.path: item.name for item in form.items() if isinstance(item, Repeat)}


def _repeated(question: Question, repeats: dict[str, str]) -> list[str]:
    """The repeats around a question, the outer ones first."""
    return [name for path, name in repeats.items() if question.path.startswith(f"{path}/")]


def choice_names(form: Form, question: Question) -> set[str]:
    """The names that can be chosen, where they are written in the form."""
    if question.choices is None:
        return set()
    found = {choice.name for choice in question.choices.fixed}
    rows = question.choices.rows
    listed = rows.source.partition("instance('")[2].partition("'")[0] if rows else ""
    for row in form.lists[listed].descendants() if listed in form.lists else ():
        found.update(cell.text for cell in row.children if cell.name == "name")
    return found


def _words(wording: Wording | None) -> dict[str, str]:
    if wording is None:
        return {}
    return {
        language: "".join(
            piece if isinstance(piece, str) else f"${{{piece.source}}}" for piece in text.pieces
        )
        for language, text in wording.versions.items()
    }
