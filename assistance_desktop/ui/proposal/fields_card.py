"""What the form asks besides the answers of the intake, kept while it is written.

The name and the customer number are for the paper alone and are never kept. Nobody is pressed to
tell: an empty account is a full proposal (facts.md 1.2).
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.field import LineField, TextField
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.proposal.draft import KEPT


class FieldsCard(Card):
    """The fields. `typed` tells at every letter, `left` that a field was left.

    `needs_wanted` asks for what the person accepted in the plan, as a draft of observations.
    """

    typed = Signal()
    left = Signal()
    needs_wanted = Signal()

    def __init__(self, languages: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(_("2. Write the proposal"), parent=parent)
        self.language = ComboField(_("Language of the form"), languages, languages[0][0])
        once = _("(not kept)")
        self.fields: dict[str, LineField | TextField] = {
            "name": LineField(_("Name"), optional=once),
            "uma": LineField(_("Customer number, if known"), optional=once),
            "representative": LineField(_("Representative and office"), optional=_("(if any)")),
            "contact": LineField(
                _("Safe way to make contact"), hint=_("Through the proposer only")
            ),
            "phone": LineField(_("Your phone at work"), optional=once),
            "account": TextField(
                _("In the person’s own words"),
                optional=_("(may stay empty)"),
            ),
            "observations": TextField(_("Other observations"), optional=_("(if any)")),
            "attachments": LineField(
                _("Attachments"), optional=_("(if any)"), hint=_("Such as a medical statement")
            ),
        }
        self._lay_out()
        for field in self.fields.values():
            field.changed.connect(self.typed)
            field.finished.connect(self.left)
        self.language.combo.chosen.connect(self.typed)

    @property
    def written(self) -> Mapping[str, str]:
        """What stands in the fields."""
        return {name: field.text for name, field in self.fields.items()}

    def start(self, kept: Mapping[str, str], language: str) -> None:
        """Show what is kept of a case; what is never kept is empty."""
        for name, field in self.fields.items():
            field.set_text(kept.get(name, "") if name in KEPT else "")
        self.language.combo.pick(language)

    def forget(self) -> None:
        """Empty what is only for the paper."""
        for name in self.fields:
            if name not in KEPT:
                self.fields[name].set_text("")

    def add_needs(self, sentence: str) -> None:
        """Put a sentence into the observations, once."""
        field = self.fields["observations"]
        if sentence and sentence not in field.text:
            field.set_text(" ".join(part for part in (field.text, sentence) if part))
            self.typed.emit()

    def _lay_out(self) -> None:
        self.body.addWidget(self.language)
        once = _("The name and the numbers are only on the paper. They are not kept here.")
        self.body.addWidget(Words(once, "small", "text_2"))
        for name, field in self.fields.items():
            if name == "account":
                said = _(
                    "Do not press the person to tell. No details of violence, and nothing about "
                    "what they themselves may have done."
                )
                self.body.addWidget(field)
                self.body.addWidget(Words(said, "small", "text_2"))
            else:
                self.body.addWidget(field)
            if name == "observations":
                needs = Button(_("Add what was accepted in the plan"), "quiet", icon="plus")
                needs.clicked.connect(self.needs_wanted)
                self.body.addWidget(needs)
