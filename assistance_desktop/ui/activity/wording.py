"""How a line of the activity log reads: an icon and one sentence, made of codes and counts.

Red is the mark of one kind of deed only, telling of a serious threat without a consent; amber is
what should be looked at.
"""

from assistance_desktop import i18n
from assistance_desktop.cases import consent
from assistance_desktop.cases.telling import Ground
from assistance_desktop.guidance import recipients
from assistance_desktop.guidance.content import Pack
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import N_, _, ngettext
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.ui.desk_names import DeskNames

AMBER = (Kind.REFUSED, Kind.OPENED_WITH_GAP)
"""What nobody who works here may have done."""

_ICONS = {
    Kind.UNLOCKED: "key",
    Kind.REFUSED: "lock",
    Kind.OPENED_WITH_GAP: "alert",
    Kind.CASE_OPENED: "cases",
    Kind.CONTACT_SHOWN: "eye",
    Kind.TOLD: "people",
    Kind.TOLD_WITHOUT_CONSENT: "legal",
    Kind.CONSENT_OVERRIDDEN: "legal",
    Kind.PRINTED: "printer",
    Kind.SAVED_FILE: "file",
    Kind.EXPORTED: "download",
    Kind.BUNDLE_WRITTEN: "out",
    Kind.BUNDLE_READ: "in",
    Kind.BUNDLE_SET_ASIDE: "inbox",
    Kind.DESK_APPROVED: "devices",
    Kind.DESK_REVOKED: "ban",
    Kind.JOINED: "building",
    Kind.BACKUP_WRITTEN: "archive",
    Kind.RESTORED: "history",
    Kind.PASSPHRASE_CHANGED: "key",
    Kind.SHEET_RENEWED: "file",
    Kind.KEYRING_KEPT: "key",
    Kind.KEYRING_FORGOTTEN: "key",
    Kind.ESCROW_GIVEN: "building",
    Kind.ESCROW_OPENED: "building",
    Kind.CLOSED_FOR_JOURNEY: "lock",
    Kind.ERASED: "eraser",
}

_PLAIN = {
    Kind.CASE_OPENED: N_("Case opened"),
    Kind.CONTACT_SHOWN: N_("Contact details shown for one minute"),
    Kind.CONSENT_OVERRIDDEN: N_("Done against a consent, reason given"),
    Kind.RESTORED: N_("Notes brought back from a backup"),
    Kind.PASSPHRASE_CHANGED: N_("Passphrase changed"),
    Kind.SHEET_RENEWED: N_("New recovery sheet made"),
    Kind.KEYRING_KEPT: N_("This computer keeps a key to the notes"),
    Kind.KEYRING_FORGOTTEN: N_("This computer keeps no key to the notes any more"),
    Kind.ESCROW_GIVEN: N_("The office was given a spare key"),
    Kind.ESCROW_OPENED: N_("A spare key was given back to a laptop"),
    Kind.CLOSED_FOR_JOURNEY: N_("The notes were closed for a journey"),
    Kind.ERASED: N_("Case erased"),
}

_WAYS = {
    "passphrase": N_("Unlocked with the passphrase"),
    "sheet": N_("Unlocked with the recovery sheet"),
    "keyring": N_("Unlocked with the key that this computer keeps"),
    "escrow": N_("Unlocked with the help of the office"),
}

_PAPERS = {
    "summary": N_("Summary"),
    "discreet": N_("Discreet note"),
    "plan": N_("Service plan"),
    "rights": N_("Rights sheet"),
    "proposal": N_("Proposal"),
    "blank_form": N_("Blank form"),
    "rule_book": N_("Rule book"),
}


def icon(deed: Deed | None) -> tuple[str, str]:
    """The icon of a deed and the meaning of its colour."""
    if deed is None:
        return "help", "text_2"
    if deed.code("ground") == Ground.THREAT:
        return "alert", "red_text"
    return _ICONS[deed.kind], "amber_text" if deed.kind in AMBER else "text_2"


def sentence(deed: Deed | None, names: DeskNames, pack: Pack) -> str:
    """What was done."""
    if deed is None:
        return _("Done by a newer version of this program")
    if deed.kind in _PLAIN:
        return _(_PLAIN[deed.kind])
    if deed.kind in (Kind.PRINTED, Kind.SAVED_FILE):
        return _paper(deed)
    if deed.kind in (Kind.TOLD, Kind.TOLD_WITHOUT_CONSENT):
        return _telling(deed, pack)
    if "desk" in deed.says:
        return _desk(deed, names.labels.get(deed.code("desk")) or _("another desk"))
    return _counted(deed)


def _paper(deed: Deed) -> str:
    paper = _(_PAPERS.get(deed.code("paper"), N_("Paper")))
    printed, saved = _("{paper} printed"), _("{paper} saved as a file")
    said = (printed if deed.kind is Kind.PRINTED else saved).format(paper=paper)
    here = i18n.language()
    languages = [i18n.language_name(each, here) for each in deed.code("languages").split()]
    return ", ".join((said, *languages))


def _telling(deed: Deed, pack: Pack) -> str:
    ground = deed.code("ground")
    if ground == Ground.THREAT:
        return _("Told without consent: serious threat, reason given")
    if ground == Ground.CHILD:
        return _("Told without consent: to protect a child, reason given")
    whom = _recipient(deed.code("to"), pack)
    if ground == Ground.NO_NAME:
        return _("Talked about without a name: {recipient}").format(recipient=whom)
    return _("Told with consent: {recipient}").format(recipient=whom)


def _recipient(kind: str, pack: Pack) -> str:
    own = {consent.OFFICE: _("The office"), consent.ASSISTANCE_SYSTEM: _("The Assistance system")}
    return own.get(kind) or in_language(recipients.kind(pack, kind).name, i18n.language())


def _desk(deed: Deed, name: str) -> str:
    changes = deed.count("changes")
    said = {
        Kind.DESK_APPROVED: _("{desk} put on the list of devices"),
        Kind.DESK_REVOKED: _("{desk} taken off the list of devices"),
        Kind.JOINED: _("Office joined: {desk}"),
        Kind.BUNDLE_WRITTEN: ngettext(
            "Bundle written for {desk}, {count} change",
            "Bundle written for {desk}, {count} changes",
            changes,
        ),
        Kind.BUNDLE_READ: ngettext(
            "Bundle read from {desk}, {count} change",
            "Bundle read from {desk}, {count} changes",
            changes,
        ),
        Kind.BUNDLE_SET_ASIDE: ngettext(
            "Bundle from {desk} set aside, {count} change",
            "Bundle from {desk} set aside, {count} changes",
            changes,
        ),
    }
    words = said[deed.kind].format(desk=name, count=i18n.show_number(changes))
    return words[:1].upper() + words[1:]


def _counted(deed: Deed) -> str:
    if deed.kind is Kind.UNLOCKED:
        return _(_WAYS.get(deed.code("way"), N_("Unlocked")))
    if deed.kind is Kind.BACKUP_WRITTEN:
        return _("Backup written and tested") if deed.count("tested") else _("Backup written")
    if deed.code("what") == "calendar":
        return _("Appointment saved for a calendar outside these notes")
    name = {Kind.REFUSED: "times", Kind.OPENED_WITH_GAP: "missing"}.get(deed.kind, "lines")
    count = deed.count(name)
    said = {
        Kind.REFUSED: ngettext(
            "A passphrase did not open it, {count} time",
            "A passphrase did not open it, {count} times",
            count,
        ),
        Kind.OPENED_WITH_GAP: ngettext(
            "Opened although {count} change was missing",
            "Opened although {count} changes were missing",
            count,
        ),
        Kind.EXPORTED: ngettext(
            "Activity log saved as a file, {count} line",
            "Activity log saved as a file, {count} lines",
            count,
        ),
    }
    return said[deed.kind].format(count=i18n.show_number(count))
