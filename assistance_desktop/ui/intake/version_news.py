"""What is new since a questionnaire was begun: a newer version, or one that this desk lacks.

Going on with the newer version is the worker's choice; until then the old one is asked, and
either way no answer is lost.
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.forms.versions import Differences, compare
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.disclosure import Disclosure
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.questionnaire import Questionnaire

_MOST = 12
"""New questions that are named one by one."""


class VersionNews(QWidget):
    """A banner over the question; `moved` carries the newer questionnaire that was chosen."""

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self.set_margin(40)
        self.hide()

    def set_margin(self, margin: int) -> None:
        """Stand as far from the sides as the question does."""
        self._column.setContentsMargins(margin, 16, margin, 0)

    def show_version(self, content: Content, filling: Filling) -> None:
        """Say what is to be known of the version that is filled in, nothing when all is well."""
        empty(self._column)
        if content.lacks(filling.case, filling.record):
            self._column.addWidget(_lacking())
        else:
            newer = content.newer(filling.case, filling.record) if filling.is_begun else None
            if newer is not None:
                self._column.addWidget(self._newer(filling.questionnaire, newer))
        self.setVisible(self._column.count() > 0)

    def _newer(self, older: Questionnaire, newer: Questionnaire) -> Banner:
        found = compare(older.form, newer.form)
        banner = Banner(f"<b>{_lead(newer)}</b> {_gist(found)}", "accent", icon="form", rich=True)
        if found.new:
            banner.stack.addWidget(_listed(found, newer))
        move = Button(_("Go on with it"), size="small")
        move.clicked.connect(partial(self.moved.emit, newer))
        banner.row.addWidget(move)
        return banner


def _lead(newer: Questionnaire) -> str:
    return _("There is a newer version, {version}.").format(version=newer.version)


def _gist(found: Differences) -> str:
    parts: list[str] = []
    if found.new:
        count = len(found.new)
        words = ngettext("{count} question is new.", "{count} questions are new.", count)
        parts.append(words.format(count=count))
    if found.gone:
        count = len(found.gone)
        words = ngettext(
            "{count} question is not asked any more.",
            "{count} questions are not asked any more.",
            count,
        )
        parts.append(words.format(count=count))
    if not parts:
        parts.append(_("It asks the same questions."))
    return " ".join([*parts, _("Every answer stays.")])


def _listed(found: Differences, newer: Questionnaire) -> Disclosure:
    """The new questions in words."""
    more = Disclosure(_("What is new"))
    for path in found.new[:_MOST]:
        more.body.addWidget(Words(newer.describe(path, None)[0], "small"))
    rest = len(found.new) - _MOST
    if rest > 0:
        words = ngettext("and {count} more", "and {count} more", rest).format(count=rest)
        more.body.addWidget(Words(words, "small", "text_2"))
    return more


def _lacking() -> Banner:
    return Banner(
        _(
            "This was filled in with a version of the questionnaire that this computer does not"
            " have. The one here is asked instead; answers that it does not ask for stay as they"
            " are."
        ),
        "amber",
    )
