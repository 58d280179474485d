"""The pictures and sounds that a form shows with its texts.

A picture is shown; a sound is played when somebody asks for it, and never by itself: a voice
from the computer is heard by whoever is near.
"""

from collections.abc import Mapping

from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.forms.interview import Offered
from assistance_desktop.i18n import _
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Picture
from assistance_desktop.ui.kit.photo import Photo, read_picture
from assistance_desktop.ui.kit.sound import SoundButton
from assistance_desktop.ui.kit.words import Words

_HIGH, _HIGHER = 240, 640
"""How high a picture is shown at 100 %, and when somebody wants to see it larger."""


class ShownMedia(QWidget):
    """What goes with a text: its picture, and a line for a sound or a video."""

    def __init__(
        self,
        filling: Filling,
        media: Mapping[str, str],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(8)
        picture = media.get("image", "")
        if picture:
            self._show_picture(filling, media, picture, name)
        if "audio" in media:
            self._offer_sound(filling, media["audio"], name)
        if "video" in media:
            self._add_line("eye", _("A video belongs here. This program shows no videos."))

    def _show_picture(
        self, filling: Filling, media: Mapping[str, str], picture: str, name: str
    ) -> None:
        larger = media.get("big-image", "")
        image = _picture(filling, picture, 0)
        if image is None:
            self._add_line("info", _("A picture belongs here. It did not come with the form."))
            return
        self._photo = Photo(image, name, highest=_HIGH)
        self._column.addWidget(self._photo)
        if not larger and image.height() <= _HIGH:
            return
        self._large = _picture(filling, larger, 0) if larger else None
        self._button = Button(_("Show the picture larger"), icon="expand", size="small")
        self._button.setCheckable(True)
        self._button.toggled.connect(self._on_toggled)
        self._small = image
        line = QHBoxLayout()
        line.addWidget(self._button)
        line.addStretch(1)
        self._column.addLayout(line)

    def _offer_sound(self, filling: Filling, sound: str, name: str) -> None:
        data = filling.questionnaire.media(sound)
        if data is None:
            said = _("A recording belongs here. It did not come with the form: read it aloud.")
            self._add_line("info", said)
        else:
            self._column.addWidget(SoundButton(data, about=name))

    def _add_line(self, icon: str, words: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Picture(icon, "text_2"))
        line.addWidget(Words(words, "small", "text_2"), 1)
        self._column.addLayout(line)

    def _on_toggled(self, large: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._photo.show_image((large and self._large) or self._small)
        self._photo.show_higher(_HIGHER if large else _HIGH)
        self._button.say(_("Show it smaller") if large else _("Show the picture larger"))


def choice_picture(filling: Filling, choice: Offered) -> QPixmap | None:
    """The picture of an answer to choose, None when it has none or it did not come along."""
    name = choice.media.get("image", "")
    image = _picture(filling, name, 320) if name else None
    return None if image is None else QPixmap.fromImage(image)


def _picture(filling: Filling, name: str, longest: int) -> QImage | None:
    data = filling.questionnaire.media(name)
    return None if data is None else read_picture(data, longest)
