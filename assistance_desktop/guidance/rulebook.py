"""The rule book of a pack: services, rules, flags and organisers, read from their files.

A service without a sentence of the leaflet, a flag without a source and a list of rules that
may end without a decision are refused.
"""

import re
from collections.abc import Mapping, Sequence

from assistance_desktop.guidance.content import (
    DECIDABLE,
    STATUSES,
    Flag,
    Organiser,
    Remark,
    Rule,
    Service,
    Shared,
)
from assistance_desktop.guidance.facts import SERVICES
from assistance_desktop.guidance.possible import can_be_true, is_reached
from assistance_desktop.guidance.rules import Always, Condition
from assistance_desktop.guidance.shelf import GROUNDS, Shelf, fact, known_path, one_of, source_ids
from assistance_desktop.guidance.tables import Table, open_file
from assistance_desktop.i18n import _

_PROMISE = re.compile(
    r"\bentitled\b|\bolet oikeutettu\b|\bsinulla on oikeus t|\bdu har rätt till det", re.IGNORECASE
)
"""How each language says that somebody has a right to a service."""

_NUMBERS = ("", "days", "count")


def read_services(shelf: Shelf) -> Mapping[str, Service]:
    """The thirteen services, a file each."""
    return {code: _read_service(shelf, code) for code in SERVICES}


def _read_service(shelf: Shelf, code: str) -> Service:
    file = open_file(shelf.folder, f"services/{code.lower()}.toml", code)
    service = Service(
        code=code,
        icon=file.text("icon"),
        organiser=file.text("organiser"),
        ground=one_of(file, "ground", GROUNDS),
        certainty=file.text("certainty"),
        review=file.text("review"),
        checked=file.day("checked"),
        source=source_ids(shelf, file),
        name=file.words("name", shelf.languages),
        text=file.words("text", shelf.languages),
        lead={
            s: file.words(f"lead_{s}", shelf.languages) for s in STATUSES if file.has(f"lead_{s}")
        },
        urgent=_possible(file, file.condition("urgent", shelf.conditions))
        if file.has("urgent")
        else None,
        rules=read_rules(shelf, file, "rule", DECIDABLE),
    )
    file.finish()
    _check_promises(file, service)
    if not any(shelf.sources[one].ground == "leaflet" for one in service.source):
        raise file.error(
            _("The service names no sentence of the leaflet."), _("Add one, such as S4, to source.")
        )
    return service


def _check_promises(file: Table, service: Service) -> None:
    """No text that may stand there before admission says "entitled" (S4; facts.md 9.4)."""
    leads = [words for status, words in service.lead.items() if status != "yes"]
    texts = [service.text, *leads, *(rule.text for rule in service.rules if rule.text)]
    for words in texts:
        if any(_PROMISE.search(text) for text in words.values()):
            raise file.error(
                _("A text says “entitled”, and may stand there before admission."),
                _("Only the lead of “yes” is said to customers alone. Say it there."),
            )


def read_rules(
    shelf: Shelf, file: Table, key: str, statuses: Sequence[str] | None
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
    _check_reached(file, rules)
    return rules


def _check_reached(file: Table, rules: Sequence[Rule]) -> None:
    """Every rule must be able to decide; those that hold for some days only may stand before."""
    always = [not rule.valid_from and not rule.valid_to for rule in rules]
    for at, rule in enumerate(rules[:-1]):
        before = [one.when for one, lasts in zip(rules[:at], always, strict=False) if lasts]
        if not is_reached(rule.when, before):
            raise file.error(
                _("Rule {number} is never reached.").format(number=at + 1),
                _("The rules above it always decide first. Move it up, or take it out."),
            )


def _possible(table: Table, condition: Condition) -> Condition:
    """The condition, unless it can never be true."""
    if not can_be_true(condition):
        raise table.error(
            _("This can never be true."), _("Two of its parts exclude each other. Mend when.")
        )
    return condition


def read_shared(shelf: Shelf, file: Table, key: str) -> tuple[Shared, ...]:
    """Rules that several services begin with, in order."""
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


def _read_rule(shelf: Shelf, table: Table, name: str, statuses: Sequence[str] | None) -> Rule:
    status = one_of(table, "status", statuses) if statuses else table.text("status")
    ask = tuple(fact(table, path) for path in table.texts("ask"))
    rule = Rule(
        id=name,
        status=status,
        when=_possible(table, table.condition("when", shelf.conditions)),
        ask=ask,
        table=table.texts("table"),
        source=source_ids(shelf, table),
        text=table.words_if_any("text", shelf.languages),
        valid_from=table.day_if_any("valid_from"),
        valid_to=table.day_if_any("valid_to"),
    )
    table.finish()
    return rule


def read_flag(shelf: Shelf, table: Table) -> Flag:
    """A flag with its sentences and its questions."""
    number = one_of(table, "number", _NUMBERS) if table.has("number") else ""
    flag = Flag(
        code=table.text("code"),
        when=_possible(table, table.condition("when", shelf.conditions)),
        asks=table.truth("asks"),
        number=number,
        reading=known_path(table, "reading") if number else "",
        ground=one_of(table, "ground", GROUNDS),
        table=table.texts("table"),
        source=source_ids(shelf, table),
        text=table.words("text", shelf.languages),
        also=tuple(_read_remark(shelf, one) for one in table.tables("also")),
        questions=tuple(_read_remark(shelf, one) for one in table.tables("question")),
        valid_from=table.day_if_any("valid_from"),
        valid_to=table.day_if_any("valid_to"),
    )
    table.finish()
    if not flag.source:
        raise table.error(
            _("The flag {name} has no source.").format(name=flag.code),
            _("Add the sentence or the law that it rests on."),
        )
    return flag


def _read_remark(shelf: Shelf, table: Table) -> Remark:
    remark = Remark(
        when=_possible(table, table.condition("when", shelf.conditions)),
        fact=known_path(table, "fact") if table.has("fact") else "",
        words=table.words("text", shelf.languages),
        valid_from=table.day_if_any("valid_from"),
    )
    table.finish()
    return remark


def read_organisers(shelf: Shelf) -> Mapping[str, tuple[Organiser, ...]]:
    """Who organises a service, by situation; the last option always holds."""
    file = open_file(shelf.folder, "organisers.toml")
    organisers: dict[str, tuple[Organiser, ...]] = {}
    for name, table in file.named_tables().items():
        options: list[Organiser] = []
        for one in table.tables("option"):
            condition = _possible(one, one.condition("when", shelf.conditions))
            words = one.words("text", shelf.languages)
            days = one.day_if_any("valid_from"), one.day_if_any("valid_to")
            options.append(Organiser(condition, words, *days))
            one.finish()
        last = options[-1] if options else None
        if last is None or last.when != Always() or last.valid_from or last.valid_to:
            raise table.error(
                _("The last option must hold always."), _("Add a last option without when.")
            )
        table.finish()
        organisers[name] = tuple(options)
    return organisers
