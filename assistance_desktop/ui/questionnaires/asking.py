"""The question before a questionnaire is taken out of use: workers miss it at once."""

from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _
from assistance_desktop.storage.questionnaires import Entry
from assistance_desktop.ui.kit.dialog import Dialog


def ask_withdrawal(window: QWidget, entry: Entry) -> Dialog:
    """A dialog that says what happens; whoever opens it listens to the answer."""
    return Dialog(
        window,
        _("Take {title} out of use?").format(title=entry.title or entry.form),
        _(
            "Nobody can begin it any more. Cases that have it keep it with every answer, and"
            " can go on with it. You can publish it again."
        ),
        act=_("Take out of use"),
        keep=_("Keep in use"),
    )
