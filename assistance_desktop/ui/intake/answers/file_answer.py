"""An answer that is a file: a picture, a recording, a paper (image, audio, video, file).

The file itself stays where it was; the person is told so, for it may give the client away.
"""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.forms.form import Question
from assistance_desktop.i18n import _
from assistance_desktop.storage.attachments import hash_in
from assistance_desktop.ui.incoming import Wanted
from assistance_desktop.ui.intake.answers.case_files import CaseFiles
from assistance_desktop.ui.intake.answers.kept_file import KeptFile
from assistance_desktop.ui.intake.answers.way import Way
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.taking import Taken, Taking
from assistance_desktop.ui.taking_row import TakingRow

_THUMBNAIL = 480
"""The longer side of the picture in a card, in pixels."""


class FileAnswer(Way):
    """A button that chooses a file, or the file that stands. Without `files` none can be kept."""

    def __init__(
        self,
        question: Question,
        files: CaseFiles | None,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._files, self._name = question.type, files, name
        self._longest = _pixels(question)
        self._value = self._taken_out = ""
        self._card: KeptFile | None = None
        self.choose = Button(_choose_words(self._kind), icon="file")
        self.choose.setAccessibleDescription(name)
        self.choose.setEnabled(files is not None)
        self.choose.clicked.connect(self._on_choose)
        line = QHBoxLayout()
        line.addWidget(self.choose)
        line.addStretch(1)
        self.column.addLayout(line)
        self._advice = Words(self._advise(), "small", "text_2")
        self.column.addWidget(self._advice)
        self.evidence = ChoiceRow(_evidence_words(), mark="tick", quiet=True, enter=False)
        self.column.addWidget(self.evidence)
        self._taking: Taking | None = None
        self._fit()

    @property
    def first(self) -> QWidget:
        """The button that chooses, or the one that replaces."""
        return self.choose if self._card is None else self._card.replace

    @property
    def has_file(self) -> bool:
        """Whether a file stands as the answer."""
        return self._card is not None

    def show_value(self, value: object) -> None:
        """Show the file that an answer names."""
        self._value = str(value or "")
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if self._value:
            self._card = self._make_card(self._value)
            self.column.insertWidget(0, self._card)
            self._card.show()  # at once, so that it can take the keyboard
            QWidget.setTabOrder(self.choose, self._card.replace)
            QWidget.setTabOrder(self._card.replace, self._card.remove)
        self._fit()

    def take(self, path: Path) -> None:
        """Keep the file at a path as the answer."""
        if self._files is None or self._taking is not None:
            return
        self.show_problem("")
        self._advice.say(_("Being kept, encrypted…"))
        original = self.evidence.isChecked() or (self._card is not None and self._card.has_original)
        wanted = Wanted(self._kind, self._longest, original=original)
        taking = self._taking = self._files.take(path, wanted, self)
        stay = _("Stay with this question until it is kept.")
        self.column.insertWidget(self.column.indexOf(self._advice) + 1, TakingRow(taking, stay))
        taking.taken.connect(self._on_taken)
        taking.failed.connect(self._on_failed)
        taking.stopped.connect(self._on_stopped)
        self._fit()
        taking.start()

    def _make_card(self, value: str) -> KeptFile:
        card = KeptFile(value, self._name)
        card.replaced.connect(self._on_choose)
        card.removed.connect(self._on_removed)
        if self._files is not None and hash_in(value):
            self._files.see(value, _THUMBNAIL, card, card.show_content, self.refuse)
        else:
            card.show_content(None)
        return card

    def _advise(self) -> str:
        if self._files is None:
            return _("No file is kept while a questionnaire is only tried out.")
        stays = _("The original stays where it is. Delete it there if nobody should find it.")
        if self._kind == "image":
            lead = _("Place, time and camera are taken out of the picture.")
            return f"{lead} {stays}"
        inside = _("What is inside stays as it is, up to 200 MB.")
        return f"{inside} {stays}"

    def _on_choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, _choose_words(self._kind), "", _patterns(self._kind)
        )
        if path:
            self.take(Path(path))

    def _fit(self) -> None:
        """One file at a time; whether the original is wanted is asked before it is chosen."""
        free = self._taking is None
        self.choose.setVisible(self._card is None)
        asks = self._kind == "image" and self._files is not None and self._card is None
        self.evidence.setVisible(asks and free)

    def _on_taken(self, taken: Taken) -> None:
        self._end_taking()
        had_keyboard = self.first.hasFocus()
        self.show_value(taken.made.value)
        self.told.emit(taken.made.value)
        if had_keyboard:
            self.first.setFocus()

    def _on_stopped(self) -> None:
        self._end_taking()

    def _on_failed(self, why: AppError) -> None:
        self._end_taking()
        self.refuse(why)

    def _end_taking(self) -> None:
        self._taking = None
        self._advice.say(self._advise())
        self._fit()

    def refuse(self, why: AppError) -> None:
        """Say why a file was not kept, or cannot be looked at."""
        self.show_problem(f"{why.problem} {why.hint}".strip())

    def _on_removed(self) -> None:
        self._taken_out = self._value
        self.show_value(None)
        self.told.emit(None)
        self.choose.setFocus()
        self.offer_undo(_("Taken out of the answer"), self._bring_back)

    def _bring_back(self) -> None:
        self.show_value(self._taken_out)
        self.told.emit(self._taken_out)


def _pixels(question: Question) -> int:
    """The most pixels of the longer side that the form asks for; 0 when it does not say."""
    for name in ("orx:max-pixels", "max-pixels"):
        text = question.parameters.get(name, "") or question.bind.extra.get(name, "")
        if text.isdecimal():
            return int(text)
    return 0


def _evidence_words() -> str:
    lead = _("Also keep the original as evidence.")
    rest = _("It tells place, time and camera, and is never shown or printed by itself.")
    return f"{lead} {rest}"


def _choose_words(kind: str) -> str:
    return {
        "image": _("Choose a picture"),
        "audio": _("Choose a recording"),
        "video": _("Choose a video"),
    }.get(kind, _("Choose a file"))


def _patterns(kind: str) -> str:
    every = _("All files (*)")
    known = {
        "image": _("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif)"),
        "audio": _("Recordings (*.mp3 *.m4a *.wav *.ogg *.opus *.flac *.amr *.aac)"),
        "video": _("Videos (*.mp4 *.mov *.mkv *.webm *.3gp *.avi)"),
    }.get(kind)
    return f"{known};;{every}" if known else every
