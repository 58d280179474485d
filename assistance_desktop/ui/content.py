"""What an office may correct, as the screens use it: the pack, its intake, other questionnaires.

What came with the program is read once in its life; what the vault holds, when the notes are
opened and when something is published. A case keeps the version that it was filled in with; new
work begins with the published one. Answers go through the form, so that what is not asked any
more counts nowhere, and become facts and a plan.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path

from assistance_desktop import i18n, paths
from assistance_desktop.cases import answers
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.changes import Answer
from assistance_desktop.errors import AppError
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.workbook import Loaded, load_form
from assistance_desktop.guidance.answers import from_case
from assistance_desktop.guidance.content import Pack
from assistance_desktop.guidance.facts import Facts
from assistance_desktop.guidance.pack import read_pack
from assistance_desktop.guidance.services import Plan, plan
from assistance_desktop.storage import questionnaires
from assistance_desktop.storage.questionnaires import State
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui import phrases
from assistance_desktop.ui.field_words import field_words
from assistance_desktop.ui.masking import masked
from assistance_desktop.ui.questionnaire import Questionnaire


class Content:
    """A pack with its intake form, and the questionnaires of this desk."""

    def __init__(self, pack: Pack, own: Loaded, beside: Sequence[Loaded] = ()) -> None:
        self.pack = pack
        self._own, self._beside = own, tuple(beside)
        self._shipped = Questionnaire.of(own)
        self._shelf: dict[str, Questionnaire] = {}
        self._published: tuple[Questionnaire, ...] = ()

    @classmethod
    def read(cls, folder: Path | None = None) -> "Content":
        """What came with the program, or a pack's folder. Raises AppError with file and place."""
        return cls(*(_read(folder) if folder else _read_own()))

    def stock(self, connection: Connection) -> None:
        """Take in what is on the shelf of the vault."""
        published: list[Questionnaire] = []
        shelf: dict[str, Questionnaire] = {}
        for entry in questionnaires.entries(connection):
            content = questionnaires.read(connection, entry.form, entry.version)
            if entry.state is State.LOADED or content is None:
                continue
            pin = answers.pin_for(entry.form, entry.version)
            shelf[pin] = self._shelf.get(pin) or Questionnaire.kept(
                pin, content.xform, content.files
            )
            if entry.state is State.PUBLISHED:
                published.append(shelf[pin])
        self._shelf, self._published = shelf, tuple(published)

    def is_kept(self, connection: Connection) -> bool:
        """Whether the vault holds what came with the program, word for word."""
        return all(_is_kept(connection, one) for one in (self._own, *self._beside))

    def keep(self, connection: Connection, at: datetime) -> None:
        """Put the questionnaires that came with the program on the shelf, for years to come.

        Each is published unless the office has published one of its own.
        """
        for one in (self._own, *self._beside):
            _keep(connection, one, at)

    @property
    def intake(self) -> Questionnaire:
        """The intake that a new case begins with."""
        found = (one for one in self._published if one.id == self._shipped.id)
        return next(found, self._shipped)

    @property
    def others(self) -> tuple[Questionnaire, ...]:
        """The other questionnaires that may be filled in."""
        return tuple(one for one in self._published if one.id != self._shipped.id)

    def of(self, case: Case, record: str = INTAKE) -> Questionnaire:
        """The questionnaire that a record of the case is filled in with.

        When this desk does not have that version: the one in use, which asks the same names.
        """
        pin = answers.pin(case, record)
        return self._pinned(pin) or self._in_use(pin.rpartition(" ")[0]) or self.intake

    def lacks(self, case: Case, record: str = INTAKE) -> bool:
        """Whether this desk does not have the version that was filled in."""
        pin = answers.pin(case, record)
        return bool(pin) and self._pinned(pin) is None

    def newer(self, case: Case, record: str = INTAKE) -> Questionnaire | None:
        """The version that was published since a record was begun, None when it has the newest."""
        pin = answers.pin(case, record)
        used = self._in_use(pin.rpartition(" ")[0])
        return used if used is not None and used.pin != pin else None

    def title(self, case: Case, record: str = INTAKE) -> str:
        """What the questionnaire of a record is called, by its plain name if this desk has none."""
        pin = answers.pin(case, record)
        if not pin or self.titled(pin):
            return self.titled(pin) or self.of(case, record).title
        return phrases.plain_name(pin.rpartition(" ")[0])

    def is_foreign(self, case: Case, record: str = INTAKE) -> bool:
        """Whether this desk has no version at all of another questionnaire, to ask or to read."""
        pin = answers.pin(case, record)
        return record != INTAKE and bool(pin) and not self.titled(pin)

    def titled(self, pin: str) -> str:
        """What the questionnaire of a pin is called; "" when this desk knows none of its name."""
        found = self._pinned(pin) or self._in_use(pin.rpartition(" ")[0])
        return found.title if found is not None else ""

    @property
    def paths(self) -> Mapping[str, str]:
        """The path of every question of the intake by its name."""
        return self.intake.paths

    def interview(self, case: Case, today: date, language: str | None = None) -> Interview:
        """The intake as the case holds it, in a language of the screens."""
        return self.of(case).interview(case, today, language)

    def facts(self, case: Case, today: date) -> Facts:
        """What the answers say that are asked at present."""
        return from_case(self._asked(case, today), self.pack.questions)

    def plan(self, case: Case, today: date, language: str | None = None) -> Plan:
        """What may be offered on this day."""
        facts = self.facts(case, today)
        return plan(facts, self.pack, today, language or i18n.language())

    def describe(
        self, record: str, field: str, value: Answer, case: Case | None = None
    ) -> tuple[str, str]:
        """A field and its value in the words of its questionnaire; `case` says which that is.

        What leads to the client is masked.
        """
        for one in self._asking(record, case):
            if one.asks(field):
                return one.describe(field, value)
        words = phrases.plain_name(field) if field.startswith("/") else field_words(record, field)
        return words, phrases.answer(masked(field, value))

    def _asking(self, record: str, case: Case | None) -> Iterator[Questionnaire]:
        if case is not None:
            yield self.of(case, answers.around(case, record))
        yield self.intake
        yield from self.others
        yield from self._shelf.values()

    def _pinned(self, pin: str) -> Questionnaire | None:
        return self._shipped if pin == self._shipped.pin else self._shelf.get(pin)

    def _in_use(self, form: str) -> Questionnaire | None:
        return next((one for one in (self.intake, *self.others) if one.id == form), None)

    def _asked(self, case: Case, today: date) -> Case:
        """The case without answers to questions that its other answers rule out."""
        ruled_out = {
            answers.locate(case, path, record)
            for record in answers.filled(case)
            for path in self._ruled_out(case, record, today)
        }
        return Case(case.id, [c for c in case.changes if (c.record, c.field) not in ruled_out])

    def _ruled_out(self, case: Case, record: str, today: date) -> Iterator[str]:
        """The answers of one questionnaire that are not asked for any more."""
        found = answers.answers(case, record)
        if not found or self.is_foreign(case, record):
            return
        interview = self.of(case, record).interview(case, today, record=record)
        for path in found:
            try:
                asked = interview.relevant(path)
            except AppError:
                continue  # an older form asked it; its answer keeps its meaning
            if not asked:
                yield path


@cache
def _read_own() -> tuple[Pack, Loaded, tuple[Loaded, ...]]:
    """Nothing in it changes while the program runs, and nothing in it is of a client."""
    return _read(paths.resources() / "packs" / "finland")


def _read(folder: Path) -> tuple[Pack, Loaded, tuple[Loaded, ...]]:
    beside = sorted((folder / "questionnaires").glob("*.md"))
    intake = load_form(folder / "intake.md")
    return read_pack(folder), intake, tuple(load_form(one) for one in beside)


def _is_kept(connection: Connection, loaded: Loaded) -> bool:
    held = questionnaires.read(connection, loaded.form.id, loaded.form.version)
    return held is not None and held.xform == loaded.xform


def _keep(connection: Connection, loaded: Loaded, at: datetime) -> None:
    before = questionnaires.published(connection, loaded.form.id)
    entry = entry_of(loaded, "", at)
    content = questionnaires.Content(loaded.source, loaded.xform, loaded.files)
    if questionnaires.find(connection, entry.form, entry.version) is None:
        questionnaires.add(connection, entry, content)
        if before is None or not before.file:
            questionnaires.publish(connection, entry.form, entry.version, at)
    else:
        questionnaires.replace_words(connection, entry, content)


def entry_of(loaded: Loaded, file: str, at: datetime) -> questionnaires.Entry:
    """What the shelf says of a questionnaire that was just loaded; `file` is "" for our own."""
    form = loaded.form
    return questionnaires.Entry(
        form=form.id,
        version=form.version,
        title=form.title,
        file=file,
        questions=sum(1 for one in form.questions() if one.shown and one.type != "note"),
        remarks=[remark.as_json() for remark in loaded.remarks],
        state=State.LOADED,
        loaded_at=at,
        published_at=None,
    )
