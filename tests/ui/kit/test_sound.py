"""Recordings are heard, and what cannot be heard is said."""

import io
import math
import struct
import wave

import miniaudio
import pytest

from assistance_desktop.errors import AppError
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.sound import Player, SoundButton
from assistance_desktop.ui.kit.words import Words

SILENT = [miniaudio.Backend.NULL]
"""A sound system that takes sound in real time and lets nobody hear it."""


def recording(seconds):
    """A hum."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        count = int(8000 * seconds)
        file.writeframes(b"".join(struct.pack("<h", int(9000 * math.sin(i))) for i in range(count)))
    return buffer.getvalue()


def test_a_recording_plays_to_its_end_and_tells_so(qtbot):
    player = Player(SILENT)
    with qtbot.waitSignal(player.ended, timeout=5000):
        player.play(recording(0.1))
        assert player.is_playing
    assert not player.is_playing


def test_the_button_says_stop_while_it_plays_and_stops(qtbot):
    button = SoundButton(recording(60), SILENT)
    qtbot.addWidget(button)
    button.show()
    button.button.click()
    assert button.player.is_playing
    assert button.button.accessibleName() == "Stop"
    button.button.click()
    assert not button.player.is_playing
    assert button.button.accessibleName() == "Play the recording"


def test_nothing_plays_on_when_the_question_is_left(qtbot):
    button = SoundButton(recording(60), SILENT)
    qtbot.addWidget(button)
    button.show()
    button.button.click()
    button.hide()
    assert not button.player.is_playing


def test_what_cannot_be_decoded_is_said_beside_the_button(qtbot):
    button = SoundButton(b"no recording at all", SILENT)
    qtbot.addWidget(button)
    button.show()
    button.button.click()
    said = [words.text() for words in button.findChild(Notice).findChildren(Words)]
    assert any("cannot be played" in sentence for sentence in said)


def test_a_computer_without_a_sound_system_is_told_apart(qapp):
    with pytest.raises(AppError, match="no sound"):
        Player([]).play(recording(0.1))
