"""Looking into a version before it is published: its figures, and what is to be said of it.

It takes as long as reading a form and its predecessor; no thread is asked here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assistance_desktop.errors import AppError
from assistance_desktop.forms.form import Form, Group, Question, Repeat, walk
from assistance_desktop.forms.versions import Differences, compare
from assistance_desktop.forms.workbook import form_again
from assistance_desktop.guidance.content import Question as FactQuestion
from assistance_desktop.i18n import _
from assistance_desktop.storage import questionnaires
from assistance_desktop.storage.questionnaires import Entry, State
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.questionnaires import relied, succession
from assistance_desktop.ui.questionnaires.finding import Finding, Weight, of_remark
from assistance_desktop.ui.questionnaires.workbook import Workbook, open_workbook


@dataclass(frozen=True, slots=True)
class Needs:
    """What an intake must ask: the id of the one in use, and the questions that give facts."""

    intake: str
    facts: Mapping[str, FactQuestion]


@dataclass(frozen=True, slots=True)
class Examined:
    """A version that was looked into; `differences` when another version of it is in use."""

    sections: int
    languages: int
    differences: Differences | None
    findings: tuple[Finding, ...]

    @property
    def obstacle(self) -> Finding | None:
        """The first thing that keeps it from being published."""
        return next((one for one in self.findings if one.weight is Weight.STOPS), None)

    @property
    def to_look_at(self) -> int:
        """How many findings ask for a look."""
        return sum(1 for one in self.findings if one.weight is not Weight.TO_KNOW)


def examine(connection: Connection, entry: Entry, needs: Needs, today: date) -> Examined:
    """Look into one version. Raises AppError when it does not run any more."""
    content = _read(connection, entry)
    form, book = _form(content), open_workbook(content.source, entry.file)
    others = questionnaires.entries(connection)
    before = _predecessor(entry, others)
    differences = compare(_form(_read(connection, before)), form) if before else None
    said = [
        *_flaws(entry, others, book),
        *(of_remark(remark) for remark in entry.remarks),
        *(relied.find_missing(form, needs.facts) if entry.form == needs.intake else ()),
        *(succession.compare_answers(differences, book) if differences else ()),
        *(succession.compare_numbers(entry, before, today) if before else ()),
    ]
    ordered = tuple(sorted(said, key=lambda finding: finding.weight))
    return Examined(_count_sections(form), max(1, len(form.languages)), differences, ordered)


def _read(connection: Connection, entry: Entry) -> questionnaires.Content:
    content = questionnaires.read(connection, entry.form, entry.version)
    if content is None:
        raise AppError(_("This version was removed."), _("Load its file again."))
    return content


def _form(content: questionnaires.Content) -> Form:
    return form_again(content.xform, content.files)


def _predecessor(entry: Entry, others: Iterable[Entry]) -> Entry | None:
    """The version that this one would follow: the one in use."""
    if entry.state is State.PUBLISHED:
        return None
    same = (one for one in others if one.form == entry.form)
    return next((one for one in same if one.state is State.PUBLISHED), None)


def _flaws(entry: Entry, others: Iterable[Entry], book: Workbook) -> Iterator[Finding]:
    """What a version must have before cases can be pinned to it."""
    if entry.state is not State.LOADED:
        return
    settings = succession.of_settings
    stops, look = Weight.STOPS, Weight.TO_LOOK_AT
    if not entry.version:
        hint = _("Write one into the sheet settings, column version, and load the file again.")
        yield settings(stops, _("This questionnaire has no version"), hint)
    elif len(entry.version.split()) > 1:
        hint = _("Write it without a space, such as 2026-11, and load the file again.")
        yield settings(stops, _("The version has a space in it"), hint)
    if book.is_unnamed:
        hint = _("Write one into the sheet settings. Else a renamed file is another questionnaire.")
        yield Finding(
            look,
            _("There is no form id; the name of the file stands for it"),
            hint,
            "settings",
            column="form_id",
        )
    alike = [one for one in others if one.title == entry.title and one.form != entry.form]
    for form in dict.fromkeys(one.form for one in alike if one.state is State.PUBLISHED):
        hint = _("To make it the next version, write that form id into the sheet settings.")
        words = _("In use is another questionnaire of this title; its form id is {form}")
        yield Finding(look, words.format(form=form), hint, "settings", 2, "form_id", ours=False)


def _count_sections(form: Form) -> int:
    """Top groups in which something is asked."""
    return sum(1 for item in form.root.children if not isinstance(item, Question) and _asks(item))


def _asks(section: Group | Repeat) -> bool:
    return any(isinstance(one, Question) and one.shown for one in walk(section))
