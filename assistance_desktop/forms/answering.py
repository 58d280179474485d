"""What `form answer` does: a form filled by a list of answers, and everything it then shows.

The answers are given one after the other, as a person would; the first that a person could not
give stops the work.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeAlias, cast
from zoneinfo import ZoneInfo

from assistance_desktop.errors import AppError
from assistance_desktop.forms.form import Question
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.media import Media
from assistance_desktop.forms.typed import MANY, Answer
from assistance_desktop.forms.workbook import read_form
from assistance_desktop.i18n import _

Given: TypeAlias = Sequence[tuple[str, Answer]]
_FILES = frozenset({"image", "audio", "video", "file"})


def answer_form(
    form_file: Path, answers: Given, today: date, media: Path | None = None
) -> dict[str, object]:
    """Fill a form and tell all it shows; `today` at noon in Helsinki is the form's now.

    Raises FormRefused when the form cannot run, AppError naming the path when an answer is to an
    unknown, irrelevant or read-only question, or its file is missing.
    """
    form, _remarks = read_form(form_file, media)
    now = datetime.combine(today, time(12), ZoneInfo("Europe/Helsinki"))
    interview = Interview(form, now)
    files = Media(form_file.parent if media is None else media)
    for path, answer in answers:
        _give(interview, files, path, answer)
    return shown(interview)


def read_answers(path: Path) -> Given:
    """Read ANSWERS.json: {"answers": [["/data/group/question", value], ...]}.

    Raises AppError that names the file and the number of the entry that is wrong.
    """
    try:
        document: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise AppError(
            _("{file} is not readable as JSON.").format(file=path.name), _hint()
        ) from error
    rows = (
        cast("dict[str, object]", document).get("answers") if isinstance(document, dict) else None
    )
    if not isinstance(rows, list):
        raise AppError(_("{file} has no list “answers”.").format(file=path.name), _hint())
    return [
        _pair(row, number, path.name)
        for number, row in enumerate(cast("list[object]", rows), start=1)
    ]


def _hint() -> str:
    return _('Write {"answers": [["/data/question", value], ...]}.')


def _pair(row: object, number: int, file: str) -> tuple[str, Answer]:
    pair = cast("list[object]", row) if isinstance(row, list) else []
    if len(pair) != 2 or not isinstance(pair[0], str) or not _is_answer(pair[1]):
        raise AppError(
            _("{file}, answer {number} is not a path and a value.").format(
                file=file, number=number
            ),
            _hint(),
        )
    return pair[0], cast("Answer", pair[1])


def _is_answer(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(part, str) for part in cast("list[object]", value))
    return value is None or isinstance(value, str | int | float)


def _give(interview: Interview, files: Media, path: str, answer: Answer) -> None:
    interview.answer(path, answer)
    item = interview.item(path)
    is_file = isinstance(item, Question) and item.type in _FILES
    if is_file and isinstance(answer, str) and answer and files.path(answer) is None:
        raise AppError(
            _("The file for {path} is not in the media folder.").format(path=path),
            _("Name a file that lies under --media."),
        )


def shown(interview: Interview) -> dict[str, object]:
    """Everything an interview shows, by path."""
    values: dict[str, object] = {}
    choices: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    paths: list[str] = []
    for path, item in interview.places():
        paths.append(path)
        if item.label is not None:
            labels[path] = interview.label(path).text
        if isinstance(item, Question):
            values[path] = _value(interview, path, item)
            if item.choices is not None:
                choices[path] = list(interview.choice_names(path))
    return {
        "values": values,
        "relevant": {path: interview.relevant(path) for path in paths},
        "required": {path: interview.required(path) for path in paths},
        "readonly": {path: interview.read_only(path) for path in paths},
        "invalid": interview.invalid(),
        "choices": choices,
        "labels": labels,
    }


def _value(interview: Interview, path: str, question: Question) -> Answer:
    value = interview.value(path)
    if value is None:
        return [] if question.type in MANY else ""
    return value
