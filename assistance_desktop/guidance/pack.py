"""A content pack: everything that a lawyer, a translator or an office may correct.

Read from a folder of TOML files and checked as a whole: a pack with a mistake is refused with
file and place, so the program never works with half a rule book (architecture.md, "Content").
"""

from collections.abc import Mapping
from pathlib import Path

from assistance_desktop.errors import AppError
from assistance_desktop.guidance.content import (
    STATUSES,
    Clocks,
    Contact,
    Pack,
    Question,
    Source,
)
from assistance_desktop.guidance.facts import READERS
from assistance_desktop.guidance.readings import READINGS
from assistance_desktop.guidance.recipients import read_recipients, read_topics
from assistance_desktop.guidance.rulebook import (
    read_flag,
    read_organisers,
    read_rules,
    read_services,
    read_shared,
)
from assistance_desktop.guidance.rules import Condition
from assistance_desktop.guidance.shelf import GROUNDS, Shelf, fact, one_of, source_ids, whole
from assistance_desktop.guidance.tables import Table, Words, open_file
from assistance_desktop.guidance.wording import NEEDED, Vocabulary
from assistance_desktop.i18n import _


def read_pack(folder: Path) -> Pack:
    """The pack in this folder. Raises AppError with file and place for the first mistake."""
    head = open_file(folder, "pack.toml")
    languages = head.texts("languages")
    if "en" not in languages:
        raise head.error(_("English is missing."), _("Every text falls back on English."))
    sources = _read_sources(open_file(folder, "sources.toml"))
    conditions = _read_conditions(open_file(folder, "conditions.toml"))
    shelf = Shelf(folder, languages, sources, conditions)
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
        customer_table=shared.table("customer").texts("table"),
        leads=_read_leads(shelf),
        first=read_shared(shelf, shared, "first"),
        then=read_shared(shelf, shared, "then"),
        proposal=read_rules(shelf, shared, "proposal", None),
        services=read_services(shelf),
        flags=tuple(read_flag(shelf, one) for one in whole(shelf, "flags.toml", "flag")),
        organisers=read_organisers(shelf),
        clocks=_read_clocks(shelf),
        vocabulary=_read_vocabulary(shelf),
        contacts=tuple(
            _read_contact(shelf, one) for one in whole(shelf, "contacts.toml", "contact")
        ),
        topics=read_topics(shelf),
        recipients=read_recipients(shelf),
    )
    head.finish()
    shared.finish()
    _check_references(pack)
    return pack


def _read_sources(file: Table) -> Mapping[str, Source]:
    sources: dict[str, Source] = {}
    for name, table in file.named_tables().items():
        ground = one_of(table, "ground", GROUNDS)
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


def _read_questions(shelf: Shelf) -> Mapping[str, Question]:
    questions: dict[str, Question] = {}
    for table in whole(shelf, "facts.toml", "fact"):
        path = fact(table, table.text("fact"))
        none = table.table("none_if") if table.has("none_if") else None
        parts = table.table("parts").plain() if table.has("parts") else {}
        questions[path] = Question(
            fact=path,
            named=table.text_if_any("named") or path,
            question=table.text_if_any("question"),
            words=table.words("ask", shelf.languages),
            values=table.table("values").plain() if table.has("values") else {},
            parts={part: str(name) for part, name in parts.items()},
            more=table.text_if_any("more"),
            none_question=none.text("question") if none else "",
            none_answer=none.raw("answer") if none else None,
            none_value=none.raw("value") if none and none.has("value") else None,
            safer=table.text_if_any("safer"),
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


def _read_leads(shelf: Shelf) -> Mapping[str, Words]:
    file = open_file(shelf.folder, "statuses.toml")
    leads = {status: file.words(status, shelf.languages) for status in STATUSES}
    file.finish()
    return leads


def _read_clocks(shelf: Shelf) -> Clocks:
    file = open_file(shelf.folder, "deadlines.toml")
    table = file.table("reflection")
    clocks = Clocks(table.number("limit_months"), table.numbers("warn_days"))
    source_ids(shelf, table)
    table.finish()
    file.finish()
    return clocks


def _read_vocabulary(shelf: Shelf) -> Vocabulary:
    """What facts, values and the words of conditions are called; every fact has a name."""
    file = open_file(shelf.folder, "vocabulary.toml")
    facts, values, words = (file.table(part) for part in ("fact", "value", "words"))

    def named(table: Table) -> Mapping[str, Words]:
        return {key: table.words(key, shelf.languages) for key in table.names()}

    vocabulary = Vocabulary(named(facts), named(values), named(words))
    for path in (*READERS, *READINGS):
        if path not in vocabulary.facts and not path.startswith("decisions."):
            raise facts.error(
                _("{key} is missing.").format(key=path), _("Add it, as in the tables beside it.")
            )
    for word in NEEDED:
        if word not in vocabulary.words:
            raise words.error(
                _("{key} is missing.").format(key=word), _("Add it, as in the tables beside it.")
            )
    file.finish()
    return vocabulary


def _read_contact(shelf: Shelf, table: Table) -> Contact:
    contact = Contact(
        id=table.text("id"),
        name=table.words("name", shelf.languages),
        about=table.words("about", shelf.languages),
        phone=table.text_if_any("phone"),
        email=table.text_if_any("email"),
        certainty=table.text("certainty"),
        checked=table.day("checked"),
        valid_from=table.day_if_any("valid_from"),
        valid_to=table.day_if_any("valid_to"),
    )
    table.finish()
    return contact


def _check_references(pack: Pack) -> None:
    """What one file says of another."""
    for service in pack.services.values():
        if service.organiser not in pack.organisers:
            raise AppError(
                _("The organiser of {code} is not in organisers.toml.").format(code=service.code),
                _("Add it there, or mend the name."),
            )
