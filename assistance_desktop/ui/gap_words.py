"""What is missing from a vault, in sentences: how many changes, of which days and cases."""

from datetime import date, datetime

from assistance_desktop import i18n
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage.gap import Gap, Mark, MissingCase
from assistance_desktop.ui.session import HELSINKI


def problem(gap: Gap) -> str:
    """The one sentence that says it."""
    if gap.missing:
        return _missing(gap)
    found = len(gap.damage.altered) + gap.damage.lost
    if found:
        return ngettext(
            "{count} change reads otherwise than it was written.",
            "{count} changes read otherwise than they were written.",
            found,
        ).format(count=i18n.show_number(found))
    if gap.lines:
        return ngettext(
            "{count} line of the activity log is missing.",
            "{count} lines of the activity log are missing.",
            gap.lines,
        ).format(count=i18n.show_number(gap.lines))
    if gap.damage.broken_at or gap.touched:
        return _("This file was changed while it was locked.")
    if gap.unwitnessed:
        return _("Nobody can tell whether something is missing.")
    return _("The key file was changed by something else than this program.")


def explanation(gap: Gap) -> str:
    """What may have happened, and what is certain."""
    if gap.missing:
        return _(
            "An older copy of the file may have been put back, or the disk may be failing. "
            "What is in the file is whole and untouched."
        )
    if gap.damage.altered or gap.damage.lost or gap.lines:
        return _("The disk may be failing, or somebody had this computer in their hands.")
    if gap.damage.broken_at or gap.touched:
        return _(
            "Every change is there. Lists beside them are older than they should be; "
            "they are made anew when you open."
        )
    if gap.unwitnessed:
        return _(
            "The small file that keeps count is gone or was changed. "
            "The notes themselves can be opened."
        )
    return _(
        "It is written anew when you open. "
        "If you do not know why, choose a new passphrase and make a new recovery sheet."
    )


def mark(mark: Mark) -> str:
    """What a case lacks since it was opened all the same."""
    first, last = _moment(mark.first), _moment(mark.last)
    count = i18n.show_number(mark.missing)
    if first is None or last is None:
        return ngettext(
            "{count} change is missing here.", "{count} changes are missing here.", mark.missing
        ).format(count=count)
    begun = i18n.show_date(first.date(), style="long")
    ended = i18n.show_date(last.date(), style="long")
    if begun == ended:
        return ngettext(
            "{count} change of {day} is missing here.",
            "{count} changes of {day} are missing here.",
            mark.missing,
        ).format(count=count, day=begun)
    return ngettext(
        "{count} change of {first} to {last} is missing here.",
        "{count} changes of {first} to {last} are missing here.",
        mark.missing,
    ).format(count=count, first=begun, last=ended)


def name(case: MissingCase) -> tuple[str, str]:
    """What a case is called, and its number; one that this file does not know is called so."""
    return (case.pseudonym, case.number) if case.pseudonym else (_("A case not in this file"), "")


def extent(case: MissingCase) -> str:
    """How many changes of a case, and when they were made."""
    count = ngettext("{count} change", "{count} changes", case.changes)
    count = count.format(count=i18n.show_number(case.changes))
    first, last = _moment(case.first), _moment(case.last)
    if first is None or last is None:
        return count
    if first.date() != last.date():
        return _("{count}, {first} to {last}").format(
            count=count, first=i18n.show_date(first.date()), last=i18n.show_date(last.date())
        )
    begun, ended = i18n.show_time(first), i18n.show_time(last)
    if begun == ended:
        return _("{count}, {time}").format(count=count, time=begun)
    return _("{count}, {first} to {last}").format(count=count, first=begun, last=ended)


def _missing(gap: Gap) -> str:
    count = i18n.show_number(gap.missing)
    if not gap.first:
        return ngettext(
            "{count} change is missing from this file.",
            "{count} changes are missing from this file.",
            gap.missing,
        ).format(count=count)
    first = i18n.show_date(date.fromisoformat(gap.first), style="long")
    last = i18n.show_date(date.fromisoformat(gap.last), style="long")
    if first == last:
        return ngettext(
            "{count} change made on {day} is missing from this file.",
            "{count} changes made on {day} are missing from this file.",
            gap.missing,
        ).format(count=count, day=first)
    return ngettext(
        "{count} change made from {first} to {last} is missing from this file.",
        "{count} changes made from {first} to {last} are missing from this file.",
        gap.missing,
    ).format(count=count, first=first, last=last)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone(HELSINKI)
    except ValueError:
        return None
