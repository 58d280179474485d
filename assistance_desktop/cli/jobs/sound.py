"""A recording as plain waves: WAV, MP3, Ogg Vorbis and FLAC decoded, one voice, 22 050 a second."""

import io
import wave

import miniaudio

from assistance_desktop.child import unwrap
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

_A_SECOND = 22_050


def run(data: bytes) -> bytes:
    """The recording as a WAV file that this program wrote."""
    _options, content = unwrap(data)
    try:
        heard = miniaudio.decode(
            bytes(content), miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=_A_SECOND
        )
    except miniaudio.DecodeError as error:
        raise AppError(
            _("This recording cannot be played here."), _("It is kept as it is.")
        ) from error
    written = io.BytesIO()
    with wave.open(written, "wb") as waves:
        waves.setnchannels(1)
        waves.setsampwidth(2)
        waves.setframerate(_A_SECOND)
        waves.writeframes(heard.samples.tobytes())
    return written.getvalue()
