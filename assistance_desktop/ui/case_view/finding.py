"""Finding an answer: every word, in the questions and answers of all questionnaires of a case."""

from collections.abc import Sequence

from assistance_desktop.cases.case import INTAKE
from assistance_desktop.i18n import _
from assistance_desktop.ui.case_view.filled import Filled
from assistance_desktop.ui.case_view.questions import Answered, Section


def find(filled: Sequence[Filled], words: str) -> list[tuple[str, list[tuple[str, Answered]]]]:
    """What has the words, by section, under a heading; each with the record that it is in."""
    found: list[tuple[str, list[tuple[str, Answered]]]] = []
    for one in filled:
        for section in one.sections:
            every = (*section.items, *section.beside)
            items = [(one.record, item) for item in every if item.says(words)]
            if items:
                found.append((_heading(one, section), items))
    return found


def _heading(filled: Filled, section: Section) -> str:
    if filled.record == INTAKE or section.title == filled.title:
        return section.title
    return _("{questionnaire}: {section}").format(questionnaire=filled.title, section=section.title)
