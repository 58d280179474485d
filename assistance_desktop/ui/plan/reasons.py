"""Why a service stands where it stands: the rule in words, the answers that decided, the source.

Sources are the sentences of the leaflet word for word, from the pack; the reader sees the
sentence and not only its number.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases import answers
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.guidance.content import Pack
from assistance_desktop.guidance.services import Line
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import _
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.disclosure import Disclosure
from assistance_desktop.ui.kit.words import Words


@dataclass(frozen=True, slots=True)
class Because:
    """A question with the answer that decided."""

    question: str
    answer: str


def because(line: Line, case: Case, content: Content) -> tuple[Because, ...]:
    """The answers that decided, as the questionnaire words them."""
    found = (_because(reason.fact, case, content) for reason in line.because)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _because(fact: str, case: Case, content: Content) -> Because | None:
    asked = content.pack.questions.get(fact)
    path = content.of(case).paths.get(asked.question) if asked else None
    if asked is None or path is None:
        return None
    question = in_language(asked.words, i18n.language())
    if asked.parts:
        return Because(question, "")
    given = answers.answers(case).get(path)
    return Because(question, content.describe(INTAKE, path, given, case)[1]) if given else None


def source_line(source: Sequence[str], pack: Pack, lead: str = "") -> Disclosure:
    """The line "Source: S4, S5", which opens to the sentences themselves."""
    numbers = ", ".join(source)
    words = _("Source: {numbers}").format(numbers=numbers)
    line = Disclosure(f"{lead} {words}".strip())
    sentences = [_sentence(pack, one) for one in source if one in pack.sources]
    line.head.setToolTip("\n".join(sentences))
    for sentence in sentences:
        line.body.addWidget(Words(sentence, "small", "text_2"))
    return line


def _sentence(pack: Pack, source: str) -> str:
    return _("{number}: “{sentence}”").format(number=source, sentence=pack.sources[source].text)


class Reasons(QWidget):
    """The words of the rule, what decided, and the source."""

    def __init__(
        self,
        line: Line,
        decided: Sequence[Because],
        pack: Pack,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(line.text))
        for one in decided:
            column.addWidget(Words(_said(one), "small", "text_2", rich=True))
        column.addWidget(source_line(line.source, pack))


def _said(one: Because) -> str:
    if not one.answer:
        return _("Because of the answers to “{question}”").format(question=one.question)
    return _("Because of “{question}” <b>{answer}</b>").format(
        question=one.question, answer=one.answer
    )
