"""What an attentive colleague would notice in a questionnaire that runs all the same.

A remark is made only where it is almost certainly a mistake; a form without mistakes has none.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from assistance_desktop.forms.entries import Entry, plant
from assistance_desktop.forms.expressions.values import as_boolean
from assistance_desktop.forms.expressions.world import Scope, World
from assistance_desktop.forms.filling import find
from assistance_desktop.forms.form import Expression, Form, Group, Item, Question
from assistance_desktop.forms.references import Shape, references
from assistance_desktop.forms.remarks import FormulaRefused, Remark
from assistance_desktop.forms.said_by_pyxform import in_sheet
from assistance_desktop.forms.sheets import Sheet, Sheets
from assistance_desktop.i18n import _, ngettext

_WORDS = ("label", "hint", "guidance_hint", "constraint_message", "required_message")
_LANGUAGE = re.compile(r"([^:]+?)\s*::?\s*(\S.*)")
_NO_WORDS = re.compile(r"\$\{[^}]*\}|<[^>]*>|[^\w\s]|\d|_")
_FEWEST_WORDS = 4
"""Shorter texts are often the same in two languages: OK, Aurora, Information."""
_MOST_ALIKE = 20
_SOME_DAY = datetime(2000, 1, 1, 12, tzinfo=UTC)


def read_over(form: Form, sheets: Sheets | None = None) -> list[Remark]:
    """Everything to remark; with the sheets of a workbook, each with its row and column."""
    found = [_placed(refused, sheets) for refused in _passed_over(form)]
    found += _missing_files(form, sheets)
    if sheets is None:
        return found
    for name in ("survey", "choices"):
        sheet = sheets.sheet(name)
        found += _missing_languages(name, sheet)
        found += _not_translated(name, sheet)
    return [*found, *_lost_rows(form, sheets.sheet("survey"))]


def _placed(refused: FormulaRefused, sheets: Sheets | None) -> Remark:
    return refused.remark if sheets is None else in_sheet(refused, sheets)


def _passed_over(form: Form) -> Iterator[FormulaRefused]:
    """What is only asked if something later is answered, so that nobody comes by it in time."""
    shape = Shape.of(form)
    order = {item.path: place for place, item in enumerate(form.items())}
    pages = {i.path for i in form.items() if isinstance(i, Group) and "field-list" in i.appearance}
    answered = {q.path for q in form.questions() if _waits_for_answer(q)}
    for item in form.items():
        formula = item.bind.relevant
        if formula is None or not item.shown:
            continue
        looked_at = {found.path for found in references(formula.syntax, item.path, shape)}
        page = {above for above in shape.line(item.path) if above in pages}
        later = [
            path
            for path in looked_at & answered
            if order[path] > order[item.path] and page.isdisjoint(shape.line(path))
        ]
        if later and len(later) == len(looked_at) and not _holds_at_first(form, item, formula):
            name = min(later, key=lambda path: order[path]).rpartition("/")[2]
            yield FormulaRefused(
                item.path,
                "relevant",
                _(
                    "This is passed over: ${{{name}}}, on which it depends, is asked after it."
                ).format(name=name),
                _("Move one of the two, or correct relevant."),
            )


def _waits_for_answer(question: Question) -> bool:
    return question.shown and not question.default and question.bind.calculate is None


def _holds_at_first(form: Form, item: Item, formula: Expression) -> bool:
    root = plant(form.root)
    world = World(root, _SOME_DAY, form.lists, version=form.version, chance=random.Random(1))  # noqa: S311 - shuffles, not secrets
    entries: list[Entry] = find(root, item.path)
    return not entries or as_boolean(formula.evaluate(Scope(entries[0], world)))


def _missing_files(form: Form, sheets: Sheets | None) -> list[Remark]:
    found: list[Remark] = []
    for name in sorted(form.missing):
        row, column = _naming(name, sheets) if sheets is not None else (None, "")
        found.append(
            Remark(
                _("The file {name} is not there; its list is empty.").format(name=name),
                _("Put it beside the form or into its media folder."),
                sheet="survey" if row else "",
                row=row,
                column=column,
            )
        )
    return found


def _naming(file: str, sheets: Sheets) -> tuple[int | None, str]:
    """The first cell that names a file, or its list."""
    stem = file.rpartition(".")[0]
    quoted = re.compile(rf"{re.escape(file)}|(['\"]){re.escape(stem)}\1")
    for number, row in enumerate(sheets.sheet("survey").rows, start=2):
        for column, cell in row.items():
            external = cell == stem and row.get("type", "").endswith("-external")
            if external or quoted.search(cell):
                return number, column
    return None, ""


def _languages(sheet: Sheet) -> dict[str, dict[str, str]]:
    """Of each column of words, its heading by language; without a language by an empty name."""
    found: dict[str, dict[str, str]] = {}
    for heading in sheet.headings:
        match = _LANGUAGE.fullmatch(heading)
        base, language = (match[1], match[2]) if match else (heading, "")
        base = base.strip().lower().replace(" ", "_")
        if base in _WORDS:
            found.setdefault(base, {})[language] = heading
    return found


def _missing_languages(name: str, sheet: Sheet) -> Iterator[Remark]:
    """A column of words that is there in one language of the sheet and not in another."""
    columns = _languages(sheet)
    languages = dict.fromkeys(code for found in columns.values() for code in found if code)
    for base, found in columns.items():
        for language in languages:
            if language not in found and any(found):
                yield Remark(
                    _("There is no column {heading}; another language is shown instead.").format(
                        heading=f"{base}::{language}"
                    ),
                    _("Add the column with its texts."),
                    sheet=name,
                    row=1,
                    column=next(heading for code, heading in found.items() if code),
                )


def _not_translated(name: str, sheet: Sheet) -> list[Remark]:
    """Texts of some length that are the same in two languages, row by row."""
    found: list[Remark] = []
    for headings in _languages(sheet).values():
        (first, source), *others = headings.items()
        for number, row in enumerate(sheet.rows, start=2):
            words = _said(row.get(source, ""))
            if len(words) < _FEWEST_WORDS:
                continue
            alike = [code for code, heading in others if _said(row.get(heading, "")) == words]
            if alike:
                found.append(_alike(name, number, headings[alike[0]], alike, first))
    found.sort(key=lambda remark: remark.row or 0)
    return [*found[:_MOST_ALIKE], *_and_more(name, found[_MOST_ALIKE:])]


def _and_more(sheet: str, left_out: list[Remark]) -> list[Remark]:
    if not left_out:
        return []
    more = ngettext(
        "{count} more text is the same in several languages.",
        "{count} more texts are the same in several languages.",
        len(left_out),
    ).format(count=len(left_out))
    return [replace(left_out[0], problem=more, sheet=sheet)]


def _said(text: str) -> list[str]:
    return _NO_WORDS.sub(" ", text).casefold().split()


def _alike(sheet: str, row: int, column: str, languages: list[str], other: str) -> Remark:
    return Remark(
        _("The text in {language} is the same as in {other}.").format(
            language=", ".join(code or _("the column without a language") for code in languages),
            other=other or _("the column without a language"),
        ),
        _("It is probably not translated yet."),
        sheet=sheet,
        row=row,
        column=column,
    )


def _lost_rows(form: Form, survey: Sheet) -> Iterator[Remark]:
    """Rows with a type and a name that the form does not hold: none may go unnoticed."""
    held = {item.name.rpartition(":")[2] for item in form.items()} | set(form.lists)
    kind = next((h for h in survey.headings if h.lower() == "type"), "type")
    named = next((h for h in survey.headings if h.lower() == "name"), "name")
    for number, row in enumerate(survey.rows, start=2):
        name = row.get(named, "")
        if name and row.get(kind, "") and name not in held and not row[kind].startswith("end"):
            yield Remark(
                _("The row “{name}” is not part of the form.").format(name=name),
                _("Check its type."),
                sheet="survey",
                row=number,
                column=kind,
            )
