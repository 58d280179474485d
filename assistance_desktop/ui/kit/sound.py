"""Playing a recording, such as a question that was read aloud for those who do not read.

Nothing is written anywhere: it is decoded from memory. A recording that this program cannot
decode, or a computer without a loudspeaker, is said in words beside the button.
"""

from collections.abc import Sequence

import miniaudio
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

from .banner import Notice
from .button import Button
from .scroll import empty


class Player(QObject):
    """Plays one recording at a time; `ended` tells that it came to its end by itself.

    `outputs` says which sound systems of the computer to try, all by default.
    """

    ended = Signal()
    _came_to_end = Signal(int)

    def __init__(
        self, outputs: Sequence[miniaudio.Backend] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._outputs = list(outputs) if outputs is not None else None
        self._device: miniaudio.PlaybackDevice | None = None
        self._turn = 0
        self._came_to_end.connect(self._on_end, Qt.ConnectionType.QueuedConnection)

    @property
    def is_playing(self) -> bool:
        """Whether something is to be heard."""
        return self._device is not None

    def play(self, data: bytes) -> None:
        """Play WAV, MP3, Ogg Vorbis or FLAC from its beginning.

        Raises AppError when it cannot be decoded, or nothing can be heard at this computer.
        """
        self.stop()
        self._turn += 1
        turn = self._turn
        try:
            stream = miniaudio.stream_with_callbacks(
                miniaudio.stream_memory(data),
                end_callback=lambda: self._came_to_end.emit(turn),  # on the sound system's thread
            )
            next(stream)
            self._device = miniaudio.PlaybackDevice(backends=self._outputs)
            self._device.start(stream)
        except miniaudio.DecodeError as error:
            raise AppError(
                _("This recording cannot be played here."),
                _("The office can save it as MP3 or WAV. Read the question aloud."),
            ) from error
        except miniaudio.MiniaudioError as error:
            raise AppError(
                _("This computer plays no sound."),
                _("Look at its loudspeaker, or read the question aloud."),
            ) from error

    def stop(self) -> None:
        """Be silent, at once."""
        if self._device is not None:
            self._device.close()
            self._device = None

    def _on_end(self, turn: int) -> None:
        if turn == self._turn and self._device is not None:
            self.stop()
            self.ended.emit()


class SoundButton(QWidget):
    """A button that plays a recording, and stops it; it is silent once it is gone from sight.

    `about` is what is heard, in words, for those who do not see the button's neighbours.
    """

    def __init__(
        self,
        data: bytes,
        outputs: Sequence[miniaudio.Backend] | None = None,
        *,
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._data = data
        self.player = Player(outputs, self)
        self.button = Button(_("Play the recording"), icon="speech", size="small")
        self.button.setAccessibleDescription(about)
        self.button.clicked.connect(self._on_clicked)
        self.player.ended.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._notices = QVBoxLayout()
        column.addLayout(self._notices)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody hears what is not on the screen."""
        self.player.stop()
        self._show()
        super().hideEvent(event)

    def _on_clicked(self) -> None:
        empty(self._notices)
        if self.player.is_playing:
            self.player.stop()
        else:
            try:
                self.player.play(self._data)
            except AppError as refusal:
                notice = Notice(refusal.problem, refusal.hint, "amber")
                self._notices.addWidget(notice)
                notice.announce()
        self._show()

    def _show(self) -> None:
        playing = self.player.is_playing
        self.button.say(_("Stop") if playing else _("Play the recording"))
