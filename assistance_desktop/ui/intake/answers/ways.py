"""Which way a question is answered in, by its type and its appearance in the form."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPixmap

from assistance_desktop.forms.form import Question
from assistance_desktop.forms.interview import Offered
from assistance_desktop.ui.intake.answers.acknowledged import Acknowledged
from assistance_desktop.ui.intake.answers.drawn import DRAWN, Drawn
from assistance_desktop.ui.intake.answers.entry import Entry
from assistance_desktop.ui.intake.answers.file_answer import FileAnswer
from assistance_desktop.ui.intake.answers.lists import OpeningList, SearchedList
from assistance_desktop.ui.intake.answers.marks import Marks
from assistance_desktop.ui.intake.answers.moment import Moment
from assistance_desktop.ui.intake.answers.ranking import Ranking
from assistance_desktop.ui.intake.answers.rows import Rows
from assistance_desktop.ui.intake.answers.scale import Scale, Steps
from assistance_desktop.ui.intake.answers.shown_media import choice_picture
from assistance_desktop.ui.intake.answers.way import Way
from assistance_desktop.ui.intake.filling import Filling

FEW = 12
"""Choices that are shown all at once; more go into a list."""
_SEARCHED = ("autocomplete", "autocomplete_chars", "search")
_FILES = ("image", "audio", "video", "file")


def way_for(filling: Filling, path: str, name: str, key: Callable[[int], str]) -> Way:
    """The way to answer the question at a path, without an answer yet.

    `name` is what a screen reader says; `key` gives the name of the key for each place.
    """
    question = filling.interview.item(path)
    if not isinstance(question, Question):
        raise TypeError(path)
    if question.type in ("select_one", "select_multiple"):
        return _among(question, filling, filling.interview.choices(path), name, key)
    if question.type == "rank":
        return Ranking(filling.interview.choices(path))
    if question.type == "range":
        return _on_a_scale(question, filling.interview.choices(path), name, key)
    if question.type in _FILES:
        drawn = question.type == "image" and any(
            word in DRAWN for word in question.appearance.split()
        )
        return (Drawn if drawn else FileAnswer)(question, filling.files, name)
    if question.type == "acknowledge":
        return Acknowledged(key(1), name)
    return Moment(name) if question.type == "dateTime" else Entry(question, name)


def _among(
    question: Question,
    filling: Filling,
    choices: Sequence[Offered],
    name: str,
    key: Callable[[int], str],
) -> Way:
    appearance, many = question.appearance.split(), question.type == "select_multiple"
    if any(word.partition("(")[0] in _SEARCHED for word in appearance):
        return SearchedList(choices, name, many=many)
    if "minimal" in appearance or len(choices) > FEW:
        return SearchedList(choices, name, many=True) if many else OpeningList(choices, name)
    pictures: list[QPixmap | None] = [choice_picture(filling, choice) for choice in choices]
    return Rows(choices, key, many=many, arrangement=question.appearance, pictures=pictures)


def _on_a_scale(
    question: Question, choices: Sequence[Offered], name: str, key: Callable[[int], str]
) -> Way:
    steps = Steps.of(question.parameters, whole=question.data_type == "int")
    labels = {choice.name: choice.label for choice in choices}
    appearance = question.appearance.split()
    if "rating" in appearance and steps.is_short():
        return Marks(steps, labels, key)
    if "picker" in appearance:
        return Marks(steps, labels, key) if steps.is_short() else Entry(question, name)
    ticks = "none" if "no-ticks" in appearance else question.parameters.get("odk:tick-interval", "")
    return Scale(steps, ticks, labels, name)
