"""The table of what there is to look at in a version: where it stands, what it is, what to do."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.table import Column
from assistance_desktop.ui.kit.tall_table import TallCell, TallTable
from assistance_desktop.ui.questionnaires.finding import Finding, Weight


class FindingsTable(TallTable):
    """Findings in rows; the icon says whether one is to look at or only to know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        name = _("What to look at")
        columns = [Column("", 52), Column(_("Sheet"), 148), Column(name)]
        super().__init__(columns, name=name, parent=parent)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show these, in this order."""
        self.show_rows([_row(finding) for finding in findings])


def _row(finding: Finding) -> tuple[TallCell, ...]:
    if finding.weight is Weight.STOPS:
        mark = TallCell(_("Cannot be published so"), icon="ban", tone="amber_text")
    elif finding.weight is Weight.TO_LOOK_AT:
        mark = TallCell(_("To look at"), icon="alert", tone="amber_text")
    else:
        mark = TallCell(_("To know"), icon="info", tone="text_3")
    words = TallCell(finding.problem, finding.hint, tone="text_2", rich=finding.ours)
    return mark, TallCell(finding.sheet, finding.place), words
