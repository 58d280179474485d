"""What a form tells: a note, or a value that it worked out itself and nobody types."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.forms.form import Question
from assistance_desktop.forms.interview import Interview
from assistance_desktop.i18n import _
from assistance_desktop.ui.intake import typed
from assistance_desktop.ui.intake.answers.shown_media import ShownMedia
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.words import Words


class Told(QWidget):
    """A text to read, with its value when it has one. `title` says that it stands above already."""

    def __init__(
        self, filling: Filling, path: str, *, title: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        interview = filling.interview
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        said, hint = interview.label(path), interview.hint(path)
        value = told_value(interview, path)
        if not title:
            column.addWidget(Words(said.text, bold=bool(value)))
            if said.media:
                column.addWidget(ShownMedia(filling, said.media, said.text))
            if hint.text:
                column.addWidget(Words(hint.text, "small", "text_2"))
        if value:
            column.addWidget(Banner(value))
            column.addWidget(Words(_("Filled in by the form"), "small", "text_3"))


def told_value(interview: Interview, path: str) -> str:
    """The value of a question that nobody answers, in words; "" for a plain note."""
    item = interview.item(path)
    if not isinstance(item, Question) or "label" in item.appearance.split():
        return ""
    value = interview.value(path)
    names = {choice.name: choice.label for choice in interview.choices(path)}
    if isinstance(value, list):
        return ", ".join(names.get(str(name), str(name)) for name in value)
    return names.get(str(value), typed.words(typed.kind(item), value))
