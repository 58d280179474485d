"""One questionnaire of a case as it was filled in: its sections, its version, its days.

Reading it takes as long as its form is; a thread beside the window does it.
"""

from dataclasses import dataclass
from datetime import date

from assistance_desktop import i18n
from assistance_desktop.cases import answers
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.forms.versions import compare
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.case_view import questions
from assistance_desktop.ui.case_view.questions import Answered, Section
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.session import HELSINKI


@dataclass(frozen=True, slots=True)
class Newer:
    """A version that was published since, and how many questions are new in it."""

    version: str
    new: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A questionnaire of a case. `record` is where its answers lie, `version` that of its pin.

    `days` are the first and the last on which it was written, None before anything was.
    `is_lacking` tells that this computer does not have that version, `is_foreign` that
    it has none at all, so that nothing can be asked.
    """

    record: str
    title: str
    version: str
    days: tuple[date, date] | None
    sections: tuple[Section, ...]
    newer: Newer | None
    is_lacking: bool
    is_foreign: bool = False

    @property
    def done(self) -> int:
        """How many questions have an answer, or a reason why there is none."""
        return sum(section.done for section in self.sections)

    @property
    def differs(self) -> bool:
        """Whether two desks wrote different answers to any of it."""
        return any(section.differs for section in self.sections)

    def section(self, path: str) -> Section | None:
        """The section with a path, or that holds the question with a path."""
        plain = answers.plain(path)
        for one in self.sections:
            held = (answers.plain(item.path) for item in (*one.items, *one.beside))
            if one.path == path or plain in held:
                return one
        return None

    def find(self, path: str) -> Answered | None:
        """The question with a path, None when it is neither asked nor kept."""
        every = (item for one in self.sections for item in (*one.items, *one.beside))
        return next((item for item in every if item.path == path), None)


def read(case: Case, content: Content, today: date, record: str = INTAKE) -> Filled:
    """A questionnaire of the case as it is on this day."""
    return Filled(
        record=record,
        title=content.title(case, record),
        version=answers.pin(case, record).rpartition(" ")[2],
        days=_days(case, record),
        sections=questions.read(case, content, today, record),
        newer=_newer(case, content, record),
        is_lacking=content.lacks(case, record),
        is_foreign=content.is_foreign(case, record),
    )


def history_line(filled: Filled) -> str:
    """What stands under the sections: "Intake, version 4, filled in 21 April to 12 October"."""
    title = filled.title
    if filled.version:
        title = _("{title}, version {version}").format(title=title, version=filled.version)
    if filled.days is None:
        return title
    first, last = (i18n.show_date(day, style="long") for day in filled.days)
    if first == last:
        return _("{questionnaire}, filled in on {day}").format(questionnaire=title, day=first)
    words = _("{questionnaire}, filled in {first} to {last}")
    return words.format(questionnaire=title, first=first, last=last)


def newer_line(newer: Newer) -> str:
    """What is to be said of a version that was published since."""
    words = ngettext(
        "Version {version} is newer: {count} new question.",
        "Version {version} is newer: {count} new questions.",
        newer.new,
    )
    return words.format(version=newer.version, count=newer.new)


def _days(case: Case, record: str) -> tuple[date, date] | None:
    records = {record, *answers.instances(case, record)}
    written = [c.at for c in case.changes if c.record in records and c.field.startswith("/")]
    if not written:
        return None
    first, last = (at.astimezone(HELSINKI).date() for at in (min(written), max(written)))
    return first, last


def _newer(case: Case, content: Content, record: str) -> Newer | None:
    newer = content.newer(case, record)
    if newer is None or not answers.pin(case, record):
        return None
    return Newer(newer.version, len(compare(content.of(case, record).form, newer.form).new))
