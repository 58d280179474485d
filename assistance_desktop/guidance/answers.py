"""From the answers of an interview to facts.

The pack says which question gives which fact (facts.toml), so any form whose questions bear
those names will do. What was refused, not known, not asked, or cannot be read is unknown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from assistance_desktop.cases.answers import filled, instances
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Change, Unanswered
from assistance_desktop.errors import AppError
from assistance_desktop.guidance.content import Question
from assistance_desktop.guidance.facts import READERS, SERVICES, Facts
from assistance_desktop.guidance.fields import UNKNOWN, Known, Unknown, truth

_TRUTHS: Mapping[object, bool] = {"yes": True, "no": False}
_EVERY = "every"


def from_answers(answers: Mapping[str, object], questions: Mapping[str, Question]) -> Facts:
    """The facts that these answers give.

    Answers are keyed by the question's name or path; a repeat is a list of such mappings.
    """
    named = {_name(path): value for path, value in answers.items()}
    known: dict[str, Known] = {}
    for path, question in questions.items():
        if question.question:
            source = _source(question, named)
            if source is not None:
                try:
                    known[path] = READERS[path](path, source.value)
                except AppError:
                    continue  # An answer outside its constraint is kept, but tells no fact.
    return Facts(known)


def from_case(
    case: Case, questions: Mapping[str, Question], worker_languages: Sequence[str] = ()
) -> Facts:
    """The facts of a case: all its questionnaires, and what the client decided in the plan.

    Any questionnaire tells a fact whose question bears the name. Where two desks, or two
    questionnaires, do not say the same the fact is unknown until a person decides; a fact about
    safety takes the safer answer meanwhile (`safer` in facts.toml).
    """
    said: dict[str, list[Known]] = {}
    for record in filled(case):
        for path, value in _told_in(case, record, questions).items():
            said.setdefault(path, []).append(value)
    merged = {path: _in_one(values, questions[path]) for path, values in said.items()}
    known = {path: value for path, value in merged.items() if not isinstance(value, Unknown)}
    known |= _decisions(case)
    if worker_languages:
        known["worker_languages"] = tuple(worker_languages)
    return Facts(known)


def _told_in(case: Case, record: str, questions: Mapping[str, Question]) -> Mapping[str, Known]:
    """What one questionnaire of the case says."""
    safer = {one.question: one.safer for one in questions.values() if one.safer}
    answers = _agreed(case, record, safer)
    for instance in instances(case, record):
        fields = _agreed(case, instance, {})
        rows = cast("list[object]", answers.setdefault(_name(str(fields.get("of", ""))), []))
        rows.append(fields)
    return from_answers(answers, questions).known


def _in_one(values: Sequence[Known], question: Question) -> Known | Unknown:
    """What several questionnaires say: the same, or the safer, or nobody knows."""
    if all(value == values[0] for value in values):
        return values[0]
    if question.safer == _EVERY:
        listed = [one for value in values if isinstance(value, tuple) for one in value]
        return cast("Known", tuple(dict.fromkeys(listed)))
    safer = from_answers({question.question: question.safer}, {question.fact: question})
    safe = safer[question.fact] if question.safer else UNKNOWN
    return safe if safe in values else UNKNOWN


def _decisions(case: Case) -> dict[str, Known]:
    decisions: dict[str, Known] = {}
    for code in (*SERVICES, "all"):
        value = case.value(f"plan/{code}", "decision")
        if value in ("accepts", "later", "declines"):
            decisions[f"decisions.{code}"] = cast("str", value)
    return decisions


def _agreed(case: Case, record: str, safer: Mapping[str, str]) -> dict[str, object]:
    """Every field by its last name, with the value that all its heads agree on, or the safer."""
    return {
        _name(field): _one_value(case.heads(record, field), safer.get(_name(field), ""))
        for field in case.fields(record)
    }


def _one_value(heads: Sequence[Change], safer: str) -> object:
    values = [head.value for head in heads]
    if all(value == values[0] for value in values):
        return values[0]
    if safer == _EVERY:
        listed = [value for value in values if isinstance(value, list)]
        return list(dict.fromkeys(one for value in listed for one in cast("list[str]", value)))
    return safer if safer in values else Unanswered.UNKNOWN


@dataclass(frozen=True, slots=True)
class _Given:
    """A value in the manner of FACTS.json, None among them."""

    value: object


def _source(question: Question, answers: Mapping[str, object]) -> _Given | None:
    """What a question says of its fact, as FACTS.json would; None when it says nothing."""
    if question.none_question and answers.get(question.none_question) == question.none_answer:
        return _Given(question.none_value)
    if question.more:
        return _best_first(question, answers)
    value = answers.get(question.question)
    if question.parts:
        rows = cast("list[Mapping[str, object]]", value) if isinstance(value, list) else []
        named = [{_name(path): one for path, one in row.items()} for row in rows]
        return _Given([_entry(question, row) for row in named]) if named else None
    return _plain(question, value, yes_no=READERS[question.fact] is truth)


def _entry(question: Question, row: Mapping[str, object]) -> dict[str, object]:
    parts = {
        part: _plain(question, row.get(name), yes_no=True) for part, name in question.parts.items()
    }
    return {part: given.value for part, given in parts.items() if given}


def _best_first(question: Question, answers: Mapping[str, object]) -> _Given | None:
    """A list that is asked as the best one, and then all the others."""
    best = _entry(question, answers)
    others = answers.get(question.more)
    listed = cast("list[object]", others) if isinstance(others, list) else []
    first = next(iter(question.parts))
    rows = [best, *({first: one} for one in listed if one != best.get(first))]
    return _Given(rows) if best or listed else None


def _plain(question: Question, value: object, *, yes_no: bool) -> _Given | None:
    if value is None or value in ("", []) or isinstance(value, Unanswered):
        return None
    if isinstance(value, date):
        return _Given(value.isoformat())
    if isinstance(value, str):
        return _Given(question.values.get(value, _TRUTHS.get(value, value) if yes_no else value))
    return _Given(value)


def _name(path: str) -> str:
    return path.rpartition("/")[2]
