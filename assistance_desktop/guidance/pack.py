"""A content pack: everything that a lawyer, a translator or an office may correct.

Read from a folder of TOML files and checked as a whole: a pack with a mistake is refused with
file and place, so the program never works with half a rule book (architecture.md, "Content").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistance_desktop.errors import AppError
from assistance_desktop.guidance.content import (
    DECIDABLE,
    STATUSES,
    Clocks,
    Contact,
    Flag,
    Organiser,
    Pack,
    Question,
    Remark,
    Rule,
    Service,
    Shared,
    Source,
)
from assistance_desktop.guidance.facts import READERS, SERVICES
from assistance_desktop.guidance.readings import knows
from assistance_desktop.guidance.rules import Always, Condition
from assistance_desktop.guidance.tables import Table, Words, open_file
from assistance_desktop.i18n import _

_GROUNDS = ("leaflet", "law", "other")
_NUMBERS = ("", "days", "count")


@dataclass(frozen=True)
class _Shelf:
    """What every file of the pack may refer to."""

    folder: Path
    languages: tuple[str, ...]
    sources: Mapping[str, Source]
    conditions: Mapping[str, Condition]


def read_pack(folder: Path) -> Pack:
    """The pack in this folder. Raises AppError with file and place for the first mistake."""
    head = open_file(folder, "pack.toml")
    languages = head.texts("languages")
    if "en" not in languages:
        raise head.error(_("English is missing."), _("Every text falls back on English."))
    sources = _read_sources(open_file(folder, "sources.toml"))
    conditions = _read_conditions(open_file(folder, "conditions.toml"))
    shelf = _Shelf(folder, languages, sources, conditions)
    shared = open_file(folder, "rules.toml")
    pack = Pack(
        id=head.text("id"),
        name=head.words("name", languages),
        languages=languages,
        checked=head.day("checked"),
        sources=sources,
        questions=_read_questions(shelf),
        conditions=conditions,
        customer=_read_customer(shared, conditions),
        leads=_read_leads(shelf),
        first=_read_shared(shelf, shared, "first"),
        then=_read_shared(shelf, shared, "then"),
        proposal=_read_rules(shelf, shared, "proposal", None),
        services=_read_services(shelf),
        flags=tuple(_read_flag(shelf, one) for one in _whole(shelf, "flags.toml", "flag")),
        organisers=_read_organisers(shelf),
        clocks=_read_clocks(shelf),
        contacts=tuple(
            _read_contact(shelf, one) for one in _whole(shelf, "contacts.toml", "contact")
        ),
    )
    head.finish()
    shared.finish()
    _check_references(pack)
    return pack


def _whole(shelf: _Shelf, file: str, key: str) -> Sequence[Table]:
    """All the tables of a file that holds nothing else."""
    table = open_file(shelf.folder, file)
    listed = table.tables(key)
    table.finish()
    return listed


def _read_sources(file: Table) -> Mapping[str, Source]:
    sources: dict[str, Source] = {}
    for name, table in file.named_tables().items():
        ground = _one_of(table, "ground", _GROUNDS)
        sources[name] = Source(
            name, ground, table.text("text"), table.text("certainty"), table.day("checked")
        )
        table.finish()
    return sources


def _read_conditions(file: Table) -> Mapping[str, Condition]:
    """Named conditions; each may use those above it, so none can go in a circle."""
    conditions: dict[str, Condition] = {}
    for name, table in file.named_tables().items():
        conditions[name] = table.condition("when", conditions)
        table.finish()
    return conditions


def _read_questions(shelf: _Shelf) -> Mapping[str, Question]:
    questions: dict[str, Question] = {}
    for table in _whole(shelf, "facts.toml", "fact"):
        path = table.text("fact")
        if path not in READERS:
            raise table.error(
                _("{name} is not a fact.").format(name=path), _("Use a fact of the manual.")
            )
        values = table.table("values").plain() if table.has("values") else {}
        questions[path] = Question(
            fact=path,
            named=table.text("named") if table.has("named") else path,
            question=table.text("question") if table.has("question") else "",
            values=values,
            words=table.words("ask", shelf.languages),
        )
        table.finish()
    return questions


def _read_customer(file: Table, conditions: Mapping[str, Condition]) -> Condition:
    table = file.table("customer")
    condition = table.condition("when", conditions)
    table.texts("table")
    table.texts("source")
    table.finish()
    return condition


def _read_leads(shelf: _Shelf) -> Mapping[str, Words]:
    file = open_file(shelf.folder, "statuses.toml")
    leads = {status: file.words(status, shelf.languages) for status in STATUSES}
    file.finish()
    return leads


def _read_rule(shelf: _Shelf, table: Table, name: str, statuses: Sequence[str] | None) -> Rule:
    status = _one_of(table, "status", statuses) if statuses else table.text("status")
    ask = table.texts("ask")
    for path in ask:
        if path not in READERS:
            raise table.error(
                _("{name} is not a fact.").format(name=path), _("Use a fact of the manual.")
            )
    rule = Rule(
        id=name,
        status=status,
        when=table.condition("when", shelf.conditions),
        ask=ask,
        table=table.texts("table"),
        source=_read_source_ids(shelf, table),
        text=table.words_if_any("text", shelf.languages),
        valid_from=table.day_if_any("valid_from"),
        valid_to=table.day_if_any("valid_to"),
    )
    table.finish()
    return rule


def _read_rules(
    shelf: _Shelf, file: Table, key: str, statuses: Sequence[str] | None
) -> tuple[Rule, ...]:
    """Rules tried in order. The last one must hold always, so that something is decided."""
    rules = tuple(
        _read_rule(shelf, table, f"{file.place or key}-{count}", statuses)
        for count, table in enumerate(file.tables(key), 1)
    )
    if not rules or rules[-1].when != Always() or rules[-1].valid_from or rules[-1].valid_to:
        raise file.error(
            _("The last rule must hold always."), _("Add a last rule without when and days.")
        )
    return rules


def _read_shared(shelf: _Shelf, file: Table, key: str) -> tuple[Shared, ...]:
    shared: list[Shared] = []
    for count, table in enumerate(file.tables(key), 1):
        codes = table.texts("services")
        for code in codes:
            if code not in SERVICES:
                raise table.error(
                    _("{name} is not a service.").format(name=code),
                    _("Use one of: {names}.").format(names=", ".join(SERVICES)),
                )
        shared.append(Shared(codes, _read_rule(shelf, table, f"{key}-{count}", DECIDABLE)))
    return tuple(shared)


def _read_services(shelf: _Shelf) -> Mapping[str, Service]:
    return {code: _read_service(shelf, code) for code in SERVICES}


def _read_service(shelf: _Shelf, code: str) -> Service:
    file = open_file(shelf.folder, f"services/{code.lower()}.toml", code)
    service = Service(
        code=code,
        icon=file.text("icon"),
        organiser=file.text("organiser"),
        ground=_one_of(file, "ground", _GROUNDS),
        certainty=file.text("certainty"),
        review=file.text("review"),
        checked=file.day("checked"),
        source=_read_source_ids(shelf, file),
        name=file.words("name", shelf.languages),
        text=file.words("text", shelf.languages),
        lead={s: file.words(f"lead_{s}", shelf.languages) for s in STATUSES if file.has(f"lead_{s}")},
        urgent=file.condition("urgent", shelf.conditions) if file.has("urgent") else None,
        rules=_read_rules(shelf, file, "rule", DECIDABLE),
    )
    file.finish()
    if not any(shelf.sources[one].ground == "leaflet" for one in service.source):
        raise file.error(
            _("The service names no sentence of the leaflet."), _("Add one, such as S4, to source.")
        )
    return service


def _read_flag(shelf: _Shelf, table: Table) -> Flag:
    number = _one_of(table, "number", _NUMBERS) if table.has("number") else ""
    flag = Flag(
        code=table.text("code"),
        when=table.condition("when", shelf.conditions),
        asks=table.truth("asks"),
        number=number,
        reading=_known_path(table, "reading") if number else "",
        ground=_one_of(table, "ground", _GROUNDS),
        table=table.texts("table"),
        source=_read_source_ids(shelf, table),
        text=table.words("text", shelf.languages),
        also=tuple(_read_remark(shelf, one) for one in table.tables("also")),
        questions=tuple(_read_remark(shelf, one) for one in table.tables("question")),
    )
    table.finish()
    if not flag.source:
        raise table.error(
            _("The flag {name} has no source.").format(name=flag.code),
            _("Add the sentence or the law that it rests on."),
        )
    return flag


def _read_remark(shelf: _Shelf, table: Table) -> Remark:
    remark = Remark(
        when=table.condition("when", shelf.conditions),
        fact=_known_path(table, "fact") if table.has("fact") else "",
        words=table.words("text", shelf.languages),
        valid_from=table.day_if_any("valid_from"),
    )
    table.finish()
    return remark


def _read_organisers(shelf: _Shelf) -> Mapping[str, tuple[Organiser, ...]]:
    file = open_file(shelf.folder, "organisers.toml")
    organisers: dict[str, tuple[Organiser, ...]] = {}
    for name, table in file.named_tables().items():
        options: list[Organiser] = []
        for one in table.tables("option"):
            condition = one.condition("when", shelf.conditions)
            options.append(Organiser(condition, one.words("text", shelf.languages)))
            one.finish()
        if not options or options[-1].when != Always():
            raise table.error(
                _("The last option must hold always."), _("Add a last option without when.")
            )
        table.finish()
        organisers[name] = tuple(options)
    return organisers


def _read_clocks(shelf: _Shelf) -> Clocks:
    file = open_file(shelf.folder, "deadlines.toml")
    table = file.table("reflection")
    clocks = Clocks(table.number("limit_months"), table.numbers("warn_days"))
    _read_source_ids(shelf, table)
    table.finish()
    file.finish()
    return clocks


def _read_contact(shelf: _Shelf, table: Table) -> Contact:
    contact = Contact(
        id=table.text("id"),
        name=table.words("name", shelf.languages),
        about=table.words("about", shelf.languages),
        phone=table.text("phone") if table.has("phone") else "",
        email=table.text("email") if table.has("email") else "",
        certainty=table.text("certainty"),
        checked=table.day("checked"),
    )
    table.finish()
    return contact


def _read_source_ids(shelf: _Shelf, table: Table) -> tuple[str, ...]:
    listed = table.texts("source")
    for one in listed:
        if one not in shelf.sources:
            raise table.error(
                _("The source {name} is not in sources.toml.").format(name=one),
                _("Add it there, or mend the id."),
            )
    return listed


def _one_of(table: Table, key: str, names: Sequence[str]) -> str:
    value = table.text(key)
    if value not in names:
        raise table.error(
            _("{key} cannot be used.").format(key=key),
            _("Use one of: {names}.").format(names=", ".join(filter(None, names))),
        )
    return value


def _known_path(table: Table, key: str) -> str:
    path = table.text(key)
    if not knows(path):
        raise table.error(
            _("{name} is not a fact.").format(name=path), _("Use a fact of the manual.")
        )
    return path


def _check_references(pack: Pack) -> None:
    """What one file says of another."""
    for service in pack.services.values():
        if service.organiser not in pack.organisers:
            raise AppError(
                _("The organiser of {code} is not in organisers.toml.").format(code=service.code),
                _("Add it there, or mend the name."),
            )
