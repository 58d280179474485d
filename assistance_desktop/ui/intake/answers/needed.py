"""The words over a question, and that it is needed to finish, which never blocks going on."""

from assistance_desktop.forms.interview import Interview
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.words import Words


def label_of(interview: Interview, path: str, label: str) -> Words:
    """The label of one question among several, marked when the form needs its answer."""
    if not interview.required(path):
        return Words(label, bold=True)
    needed = _("needed to finish")
    return Words(f"<b>{label}</b> <muted>{needed}</muted>", rich=True)
