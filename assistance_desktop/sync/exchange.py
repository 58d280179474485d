"""Exchange between desks: make a bundle, look into one, take it in.

A bundle is made from Releases only. Looking into one writes nothing; taking it in is one
transaction, and a second time changes nothing. What two desks wrote differently a person
decides, and the decision is a change like any other.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from io import BytesIO

from assistance_desktop.cases.case import CASE, Case, Conflict
from assistance_desktop.cases.changes import Answer, Change, as_json, from_json
from assistance_desktop.cases.consent import OFFICE, Purpose, release
from assistance_desktop.cases.lack import ConsentMissingError
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import case_store, editing, gap, outbox
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.outbox import BundleRow
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.bundle.changes import in_parts
from assistance_desktop.sync.bundle.manifest import Heading, Manifest
from assistance_desktop.sync.bundle.opening import Opened, open_bundle
from assistance_desktop.sync.bundle.sealing import Sealed, seal
from assistance_desktop.sync.desk import AloneError, Desk
from assistance_desktop.sync.trust.card import Card, Role

LARGEST = 32 * 1024 * 1024
"""Bytes of a bundle; what is larger is not even read."""


class NothingToSendError(AppError):
    """The other desk has confirmed everything that may go to it."""


class ForkError(AppError):
    """Two bundles of one desk bear the same number and differ."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A bundle ready to go: its bytes and neutral file name, and what stays here and why."""

    content: bytes
    name: str
    cases: tuple[str, ...]
    changes: int
    kept_back: tuple[tuple[str, AppError], ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a desk has not confirmed: the changes that may go, and what stays here and why."""

    going: tuple[Change, ...]
    kept_back: tuple[tuple[str, AppError], ...]


class Kind(Enum):
    """What a bundle does to a case."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class CasePreview:
    """A case as it would be after taking the bundle in."""

    case: Case
    kind: Kind
    arriving: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def pseudonym(self) -> str:
        """The name that stands for the person."""
        return self.case.text(CASE, "pseudonym")


@dataclass(frozen=True, slots=True)
class Preview:
    """What a bundle holds; nothing of it is in the vault."""

    opened: Opened
    digest: str
    size: int
    cases: tuple[CasePreview, ...]
    already_here: bool

    @property
    def conflicts(self) -> tuple[tuple[CasePreview, Conflict], ...]:
        """Everything that a person has to decide."""
        return tuple((case, conflict) for case in self.cases for conflict in case.conflicts)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a conflict, and why if they said so."""

    case_id: str
    conflict: Conflict
    value: Answer
    note: str = ""


def make(connection: Connection, desk: Desk, to: Card, today: date, pen: Pen) -> Parcel:
    """Seal what a desk has not confirmed yet; inside `vault.transaction`.

    Raises AloneError, and NothingToSendError when there is nothing, or nothing that may go.
    """
    if desk.roster is not None and desk.roster.entry(desk.device.id) is None:
        raise AloneError(
            _("Your office must approve this computer again."),
            _("It was restored from a backup. Save a request file under Devices and give it."),
        )
    found = waiting(connection, desk, to, today)
    if not found.going and not outbox.owes_receipt(connection, to.device):
        raise found.kept_back[0][1] if found.kept_back else _nothing(to)
    part = next(in_parts([as_json(change) for change in found.going]), [])
    ids = [str(plain["id"]) for plain in part]
    sealed = seal(part, _heading(connection, desk, to), desk.device, [to])
    outbox.record(connection, _outgoing(sealed, to, len(ids), pen), ids)
    case_store.seal(connection, ids)
    return Parcel(
        content=sealed.content,
        name=f"{hashlib.sha256(sealed.content).hexdigest()[:16]}.age",
        cases=tuple(dict.fromkeys(str(plain["case"]) for plain in part)),
        changes=len(ids),
        kept_back=found.kept_back,
    )


def waiting(connection: Connection, desk: Desk, to: Card, today: date) -> Waiting:
    """What would go to a desk now, and the cases that nobody may send. Raises AloneError."""
    return _release(connection, _pending(connection, desk, to), today)


def preview(connection: Connection, desk: Desk, content: bytes) -> Preview:
    """Open and verify a bundle and say what it would do. Writes nothing.

    Raises AppError with what is amiss and what to do.
    """
    if desk.roster is None:
        raise AloneError(
            _("This computer belongs to no office yet."),
            _("Join an office under Devices; then its bundles can be opened."),
        )

    def refuse_fork(manifest: Manifest) -> None:
        before = outbox.received(connection, manifest.sender.device, manifest.heading.sequence)
        if before not in (None, manifest.hash):
            raise ForkError(
                _("Two different bundles bear the same number."),
                _("Nothing was taken in. Tell the office: a computer may have been copied."),
            )

    opened = open_bundle(BytesIO(content), desk.device, desk.roster, refuse_fork)
    sender, sequence = opened.manifest.sender.device, opened.manifest.heading.sequence
    return Preview(
        opened=opened,
        digest=hashlib.sha256(content).hexdigest(),
        size=len(content),
        cases=tuple(_preview_cases(connection, opened)),
        already_here=outbox.received(connection, sender, sequence) is not None,
    )


def accept(
    connection: Connection, desk: Desk, looked: Preview, decisions: Iterable[Decision], pen: Pen
) -> int:
    """Take a bundle in with the decisions of a person; inside `vault.transaction`.

    Returns how many changes were new; 0 when the bundle was here already.
    """
    manifest = looked.opened.manifest
    sender = manifest.sender.device
    if outbox.received(connection, sender, manifest.heading.sequence) is not None:
        return 0
    changes = [from_json(plain) for plain in looked.opened.changes]
    gap.mend(connection, _unknown(connection, changes))
    new = case_store.add(connection, changes, sealed=True)
    outbox.record(connection, _incoming(looked, len(changes), pen), [c.id for c in changes])
    confirmed = manifest.heading.acknowledgements.get(desk.device.id)
    if confirmed:
        outbox.confirm(connection, sender, confirmed)
    for decision in decisions:
        _write_down(connection, decision, pen)
    return new


def _unknown(connection: Connection, changes: Sequence[Change]) -> list[Change]:
    known = case_store.known(connection, [change.id for change in changes])
    return [change for change in changes if change.id not in known]


def both(values: Sequence[Answer]) -> Answer:
    """All the values of a conflict as one where the field allows it, else None.

    Lists join; nothing else is ever mixed, least of all what somebody said.
    """
    if not all(isinstance(value, list) for value in values):
        return None
    return list(dict.fromkeys(one for value in values for one in value))  # type: ignore[union-attr]


def _pending(connection: Connection, desk: Desk, to: Card) -> list[Change]:
    entry = desk.roster.entry(to.device) if desk.roster else None
    if entry is None or entry.revoked:
        raise AloneError(
            _("This computer and the other one do not know each other."),
            _("Compare the six words under Devices first."),
        )
    to_field = entry.role is Role.FIELD
    formerly = desks.formerly(connection, to.device)
    return outbox.pending(connection, to.device, only_shared=to_field, formerly=formerly)


def _release(connection: Connection, pending: Sequence[Change], today: date) -> Waiting:
    by_case: defaultdict[str, set[str]] = defaultdict(set)
    for change in pending:
        by_case[change.case].add(change.id)
    released: set[str] = set()
    kept_back: list[tuple[str, AppError]] = []
    for case_id, ids in by_case.items():
        try:
            leaving = release(case_store.load(connection, case_id), OFFICE, Purpose.BUNDLE, today)
        except ConsentMissingError as refusal:
            kept_back.append((case_id, refusal))
        else:
            released |= ids & {change.id for change in leaving.changes}
    going = tuple(change for change in pending if change.id in released)
    return Waiting(going, tuple(kept_back))


def _nothing(to: Card) -> NothingToSendError:
    return NothingToSendError(
        _("There is nothing new for {desk}.").format(desk=to.label),
        _("Everything that was written has arrived there."),
    )


def _heading(connection: Connection, desk: Desk, to: Card) -> Heading:
    if desk.roster is None:
        raise AloneError(_("This computer belongs to no office yet."), "")
    sequence, previous = outbox.next_sequence(connection, to.device)
    return Heading(
        organisation=desk.roster.organisation,
        sequence=sequence,
        previous=previous,
        roster_version=desk.roster.version,
        roster_hash=desk.roster.hash,
        acknowledgements=outbox.receipts(connection),
    )


def _outgoing(sealed: Sealed, to: Card, changes: int, pen: Pen) -> BundleRow:
    return BundleRow(
        outgoing=True,
        peer=to.device,
        sequence=sealed.manifest.heading.sequence,
        digest=hashlib.sha256(sealed.content).hexdigest(),
        manifest=sealed.manifest.hash,
        at=pen.clock(),
        size=len(sealed.content),
        changes=changes,
        acknowledged=False,
    )


def _incoming(looked: Preview, changes: int, pen: Pen) -> BundleRow:
    manifest = looked.opened.manifest
    return BundleRow(
        outgoing=False,
        peer=manifest.sender.device,
        sequence=manifest.heading.sequence,
        digest=looked.digest,
        manifest=manifest.hash,
        at=pen.clock(),
        size=looked.size,
        changes=changes,
        acknowledged=False,
    )


def _preview_cases(connection: Connection, opened: Opened) -> Iterable[CasePreview]:
    arriving: defaultdict[str, list[Change]] = defaultdict(list)
    for plain in opened.changes:
        arriving[str(plain["case"])].append(from_json(plain))
    for case_id, changes in arriving.items():
        here = case_store.load(connection, case_id)
        known = {change.id for change in here.changes}
        new = tuple(change for change in changes if change.id not in known)
        merged = here.with_changes(new)
        kind = Kind.SAME if not new else Kind.CHANGED if known else Kind.NEW
        before = here.conflicts()  # a list among the values has no hash
        conflicts = tuple(one for one in merged.conflicts() if one not in before)
        yield CasePreview(merged, kind, new, conflicts)


def _write_down(connection: Connection, decision: Decision, pen: Pen) -> None:
    """Replace exactly the heads that the person saw; what was written since stays to compare."""
    conflict = decision.conflict
    change = Change(
        id=pen.new_id(),
        case=decision.case_id,
        record=conflict.record,
        field=conflict.field,
        value=decision.value,
        replaces=tuple(head.id for head in conflict.heads),
        author=pen.author.name,
        device=pen.author.device,
        at=pen.clock(),
    )
    case_store.add(connection, [change])
    if decision.note:
        note = f"note/{pen.new_id()}"
        edits = [
            Edit(note, "text", decision.note),
            Edit(note, "about", f"{conflict.record} {conflict.field}"),
        ]
        editing.write(connection, decision.case_id, edits, pen)
