"""What may be told, and to which kinds of people and offices: topics.toml and recipients.toml.

Content, not code: an office may add topics and kinds. One thing it cannot add: a topic that
tells of an own offence, which is told to nobody (facts.md 9.3).
"""

from collections.abc import Mapping
from datetime import date

from assistance_desktop.cases import agenda, answers
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.guidance.content import Pack, RecipientKind, Topic
from assistance_desktop.guidance.shelf import Shelf, one_of, whole
from assistance_desktop.guidance.tables import Table
from assistance_desktop.i18n import _

OTHER = "other"
"""The kind of those whom no other kind names."""

_NEVER_TOLD = "own_offence"
_RECORDS = (agenda.APPOINTMENT,)
_MUST_NOT_KNOW = ("employer", "family", "spouse", "home_authorities", "community", "other")
_REPEAT_FIELDS = (answers.OF, answers.WITHIN)


def read_topics(shelf: Shelf) -> tuple[Topic, ...]:
    """The topics. Raises AppError with file and place for the first mistake."""
    return tuple(_read_topic(shelf, table) for table in whole(shelf, "topics.toml", "topic"))


def read_recipients(shelf: Shelf) -> tuple[RecipientKind, ...]:
    """The kinds of recipient. Raises AppError with file and place for the first mistake."""
    return tuple(_read_kind(shelf, table) for table in whole(shelf, "recipients.toml", "kind"))


def topic(pack: Pack, name: str) -> Topic | None:
    """The topic with this id, None when the pack has none."""
    return next((one for one in pack.topics if one.id == name), None)


def kind(pack: Pack, name: str) -> RecipientKind:
    """The kind with this id; for one that the pack does not know, the last: somebody else."""
    return next((one for one in pack.recipients if one.id == name), pack.recipients[-1])


def kinds_named(pack: Pack, name: str) -> tuple[RecipientKind, ...]:
    """The kinds that a name gives away, in any language of the pack."""
    text = f" {' '.join(_plain(name).split())} "
    return tuple(
        one for one in pack.recipients if any(_gives_away(word, text) for word in one.words)
    )


def places(
    found: Topic, case: Case, paths: Mapping[str, str], today: date
) -> frozenset[tuple[str, str]]:
    """Where a case holds what a topic tells: records and fields.

    `paths` are those of the intake's questions by name. A name to use is also that of the case;
    of appointments it is the next one, its day and time and not where.
    """
    wanted = {paths[name] for name in found.questions if name in paths}
    held: set[tuple[str, str]] = {(INTAKE, path) for path in wanted}
    for instance in answers.instances(case):
        inside = wanted & set(case.fields(instance))
        if inside:
            held |= {(instance, field) for field in (*inside, *_REPEAT_FIELDS)}
    if "pseudonym" in found.questions:
        held.add((CASE, "pseudonym"))
    if found.record == agenda.APPOINTMENT:
        held |= _next_appointment(case, today)
    return frozenset(held)


def _next_appointment(case: Case, today: date) -> set[tuple[str, str]]:
    for one in agenda.appointments(case):
        if one.day is not None and one.day >= today and one.state is agenda.Kept.OPEN:
            return {(one.record, "day"), (one.record, "time")}
    return set()


def _gives_away(word: str, text: str) -> bool:
    plain = _plain(word)
    return plain[1:] in text if plain.startswith("-") else f" {plain}" in text


def _plain(text: str) -> str:
    """Lower case, with spaces for whatever parts words."""
    return "".join(one if one.isalnum() or one == "-" else " " for one in text.casefold())


def _read_topic(shelf: Shelf, table: Table) -> Topic:
    found = Topic(
        id=table.text("id"),
        icon=table.text("icon"),
        name=table.words("name", shelf.languages),
        stays=table.words("stays", shelf.languages),
        questions=table.texts("questions"),
        record=one_of(table, "record", _RECORDS) if table.has("record") else "",
        never=table.truth("never"),
        hidden=table.truth("hidden"),
        proposal=table.truth("proposal"),
    )
    for name in found.questions:
        if name.startswith(_NEVER_TOLD):
            raise table.error(
                _("{name} is told to nobody.").format(name=name),
                _("Take it out: an own offence has no topic."),
            )
    table.finish()
    return found


def _read_kind(shelf: Shelf, table: Table) -> RecipientKind:
    found = RecipientKind(
        id=table.text("id"),
        icon=table.text("icon"),
        name=table.words("name", shelf.languages),
        purpose=table.words("purpose", shelf.languages),
        closed_by=table.texts("closed_by"),
        words=table.texts("words"),
        sure=table.truth("sure"),
    )
    for name in found.closed_by:
        if name not in _MUST_NOT_KNOW:
            raise table.error(
                _("{name} is not an answer to who must not know.").format(name=name),
                _("Use one of: {names}.").format(names=", ".join(_MUST_NOT_KNOW)),
            )
    table.finish()
    return found
