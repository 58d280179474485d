"""What `self-check` says about printing."""

import subprocess
import sys

from assistance_desktop.ui.printout import printing


def test_printing_is_there_with_or_without_printers(qapp):
    assert printing.check().startswith("ready")


def test_it_can_be_asked_without_a_window_or_an_application():
    asked = "from assistance_desktop.ui.printout import printing; print(printing.check())"
    told = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert told.stdout.startswith("ready")
    assert told.stderr == ""
