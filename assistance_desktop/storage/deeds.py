"""What the activity log may say of a deed: its kind, the case, and codes and counts about it.

A value that a person typed never fits: what may be said of each kind stands in one table, and
anything else is refused before it is written. Devices are named by their id, recipients by the
kind that the content pack knows, papers by their word on the command line.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Say = str | int | bool
"""A code, a count, or yes or no."""


class Kind(StrEnum):
    """The deeds that are noted."""

    UNLOCKED = "unlocked"
    REFUSED = "refused"
    """Passphrases that did not open it, `times`."""
    OPENED_WITH_GAP = "opened_with_gap"
    """Something was `missing`, and a person opened the notes all the same."""
    CASE_OPENED = "case_opened"
    CONTACT_SHOWN = "contact_shown"
    TOLD = "told"
    TOLD_WITHOUT_CONSENT = "told_without_consent"
    CONSENT_OVERRIDDEN = "consent_overridden"
    PRINTED = "printed"
    SAVED_FILE = "saved_file"
    """A paper that became a file."""
    EXPORTED = "exported"
    """A table or a file that is no paper."""
    BUNDLE_WRITTEN = "bundle_written"
    BUNDLE_READ = "bundle_read"
    BUNDLE_SET_ASIDE = "bundle_set_aside"
    DESK_APPROVED = "desk_approved"
    DESK_REVOKED = "desk_revoked"
    JOINED = "joined"
    """This computer believes the list of an office."""
    BACKUP_WRITTEN = "backup_written"
    RESTORED = "restored"
    PASSPHRASE_CHANGED = "passphrase_changed"  # noqa: S105 - a name, not one
    SHEET_RENEWED = "sheet_renewed"
    KEYRING_KEPT = "keyring_kept"
    KEYRING_FORGOTTEN = "keyring_forgotten"
    ESCROW_GIVEN = "escrow_given"
    ESCROW_OPENED = "escrow_opened"
    CLOSED_FOR_JOURNEY = "closed_for_journey"
    ERASED = "erased"


def _matches(pattern: str) -> Callable[[Say], bool]:
    whole = re.compile(pattern)
    return lambda said: isinstance(said, str) and whole.fullmatch(said) is not None


def _one_of(*codes: str) -> Callable[[Say], bool]:
    return lambda said: said in codes


def _is_count(said: Say) -> bool:
    return isinstance(said, int) and not isinstance(said, bool) and said >= 0


def _is_flag(said: Say) -> bool:
    return isinstance(said, bool)


_CODE = _matches(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
_LANGUAGES = _matches(r"([a-z]{2,3}(-[A-Za-z]{2,8})?)( [a-z]{2,3}(-[A-Za-z]{2,8})?)?")
_DESK = _matches(r"[0-9A-Za-z-]{1,64}")
_CASE = _matches(r"[0-9A-Za-z_-]{0,64}")
_PAPERS = _one_of("summary", "discreet", "plan", "rights", "proposal", "blank_form", "rule_book")
_PAPER = {"paper": _PAPERS, "languages": _LANGUAGES}
_BUNDLE = {"desk": _DESK, "changes": _is_count, "cases": _is_count}

_MAY_SAY: Mapping[Kind, Mapping[str, Callable[[Say], bool]]] = {
    Kind.UNLOCKED: {"way": _one_of("passphrase", "sheet", "keyring", "escrow")},
    Kind.REFUSED: {"times": _is_count},
    Kind.OPENED_WITH_GAP: {"missing": _is_count, "cases": _is_count},
    Kind.TOLD: {"to": _CODE, "ground": _one_of("consent", "no_name")},
    Kind.TOLD_WITHOUT_CONSENT: {"to": _CODE, "ground": _one_of("duty_threat", "duty_child")},
    Kind.CONSENT_OVERRIDDEN: {"ground": _CODE},
    Kind.PRINTED: _PAPER,
    Kind.SAVED_FILE: _PAPER,
    Kind.EXPORTED: {"what": _one_of("activity_log", "calendar"), "lines": _is_count},
    Kind.BUNDLE_WRITTEN: _BUNDLE,
    Kind.BUNDLE_READ: _BUNDLE,
    Kind.BUNDLE_SET_ASIDE: _BUNDLE,
    Kind.DESK_APPROVED: {"desk": _DESK},
    Kind.DESK_REVOKED: {"desk": _DESK},
    Kind.JOINED: {"desk": _DESK},
    Kind.BACKUP_WRITTEN: {"tested": _is_flag},
    Kind.RESTORED: {"changes": _is_count},
}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done. Raises ValueError for anything that may not be said of it."""

    kind: Kind
    case_id: str = ""
    says: Mapping[str, Say] = field(default_factory=dict[str, Say])

    def __post_init__(self) -> None:
        may = _MAY_SAY.get(self.kind, {})
        wrong = [name for name, said in self.says.items() if name not in may or not may[name](said)]
        if wrong or not _CASE(self.case_id):
            # The value itself is what nobody should read, so only its name is said.
            raise ValueError(f"may not be said of {self.kind}: {', '.join(wrong) or 'the case'}")

    def code(self, name: str) -> str:
        """A code, "" when it was not said."""
        return str(self.says.get(name, ""))

    def count(self, name: str) -> int:
        """A count, 0 when it was not said."""
        return int(self.says.get(name, 0))


def unlocked(way: str) -> Deed:
    """The notes were opened: by passphrase, sheet, keyring or escrow."""
    return Deed(Kind.UNLOCKED, says={"way": way})


def refused(times: int) -> Deed:
    """A passphrase did not open the notes, so many times."""
    return Deed(Kind.REFUSED, says={"times": times})


def told(case_id: str, to: str, ground: str) -> Deed:
    """A recipient of this kind of the pack heard something; `ground` is that of a Telling.

    A pack may call a kind as it likes; one that is no code is "other" here.
    """
    to = to if _CODE(to) else "other"
    by_duty = ground in ("duty_threat", "duty_child")
    kind = Kind.TOLD_WITHOUT_CONSENT if by_duty else Kind.TOLD
    return Deed(kind, case_id, {"to": to, "ground": ground})


def left(paper: str, languages: str, case_id: str = "", *, as_file: bool) -> Deed:
    """A paper went to the printer, or became a file; `languages` are one or two codes."""
    kind = Kind.SAVED_FILE if as_file else Kind.PRINTED
    says = {"paper": paper, "languages": languages} if languages else {"paper": paper}
    return Deed(kind, case_id, says)


def bundle(kind: Kind, desk: str, changes: int, case_ids: frozenset[str]) -> Deed:
    """A bundle was written for, read from or set aside of a desk, by the id of its device."""
    only = next(iter(case_ids)) if len(case_ids) == 1 else ""
    return Deed(kind, only, {"desk": desk, "changes": changes, "cases": len(case_ids)})
