"""`form check|answer|save-as|print`: the questionnaires of this sector, without a window."""

import json
import sys
from argparse import Namespace
from importlib import import_module
from pathlib import Path
from typing import Any

from assistance_desktop import paths
from assistance_desktop.cli.plan import day
from assistance_desktop.errors import AppError
from assistance_desktop.forms.answering import answer_form, read_answers
from assistance_desktop.forms.checking import check_form
from assistance_desktop.forms.form import Form
from assistance_desktop.forms.remarks import FormRefused
from assistance_desktop.forms.saving import save_workbook
from assistance_desktop.forms.workbook import read_form
from assistance_desktop.i18n import UI_LANGUAGES, _


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public name for it
    """Tell the parser what the commands take."""
    kinds = commands.add_parser("form", help="questionnaires").add_subparsers(required=True)
    check = kinds.add_parser("check", help="one JSON line a file")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    check.set_defaults(run=run_check)
    answer = kinds.add_parser("answer", help="fill a form and tell all it shows")
    answer.add_argument("file", type=Path, metavar="FILE")
    answer.add_argument("answers", type=Path, metavar="ANSWERS.json")
    answer.add_argument("--media", type=Path, metavar="DIR")
    answer.add_argument("--today", metavar="DATE")
    answer.set_defaults(run=run_answer)
    save = kinds.add_parser("save-as", help="the intake form as a workbook")
    save.add_argument("out", type=Path, metavar="FILE.xlsx")
    save.set_defaults(run=run_save)
    blank = kinds.add_parser("print", help="the questions on paper, blank")
    blank.add_argument("file", type=Path, metavar="FILE")
    blank.add_argument("--language", required=True, metavar="xx")
    blank.add_argument("--beside", default="", metavar="yy")
    blank.add_argument("--media", type=Path, metavar="DIR")
    blank.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")
    blank.set_defaults(run=run_print)


def run_check(chosen: Namespace) -> int:
    """Print one line a file; then refuse, in one line, when one of them is no form that runs."""
    reports: list[dict[str, Any]] = [check_form(path) for path in chosen.files]
    for report in reports:
        sys.stdout.write(json.dumps(report, ensure_ascii=False) + "\n")
    refused = [report for report in reports if not report["ok"]]
    if refused:
        raise AppError(_in_one_line(refused[0]["file"], refused[0]["error"]))
    return 0


def _in_one_line(file: object, error: dict[str, Any]) -> str:
    place = [str(error[part]) for part in ("sheet", "row", "column") if error.get(part)]
    where = ", ".join([str(file), *place])
    return f"{where}: {error['problem']} {error['hint']}"


def run_answer(chosen: Namespace) -> int:
    """Print what the form shows after the last answer."""
    today = day("--today", chosen.today)
    answers = read_answers(chosen.answers)
    try:
        shown = answer_form(chosen.file, answers, today, chosen.media)
    except FormRefused as refused:
        place = _in_one_line(chosen.file, refused.remark.as_json())
        raise AppError(place) from refused
    sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
    return 0


def run_save(chosen: Namespace) -> int:
    """Write the intake as a workbook that an office can change."""
    save_workbook(paths.resources() / "packs" / "finland" / "intake.md", chosen.out)
    return 0


def run_print(chosen: Namespace) -> int:
    """Write the blank form as a PDF, framed in the same language where the screens have it."""
    # Only here: the other commands need no reportlab.
    blank_form = import_module("assistance_desktop.documents.blank_form")
    try:
        form, _remarks = read_form(chosen.file, chosen.media)
    except FormRefused as refused:
        raise AppError(_in_one_line(chosen.file, refused.remark.as_json())) from refused
    for wanted in filter(None, (chosen.language, chosen.beside)):
        _check_language(form, wanted)
    frame = chosen.language if chosen.language in UI_LANGUAGES else "en"
    pdf = blank_form.print_blank(form, chosen.language, frame, chosen.beside)
    chosen.out.write_bytes(pdf)
    return 0


def _check_language(form: Form, wanted: str) -> None:
    """A form without translations is printed as it is; another one must have the language."""
    names = form.languages
    if names and not any(name == wanted or name.endswith(f"({wanted})") for name in names):
        raise AppError(
            _("The form is not written in {language}.").format(language=wanted),
            _("Use one of: {names}.").format(names=", ".join(names)),
        )
