from datetime import UTC, datetime

from PySide6.QtWidgets import QLabel

from assistance_desktop.storage import editing
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.clock_notice import ClockWarning


def test_the_warning_comes_and_goes_with_the_clock_each_time_a_page_is_shown(session, pen, qtbot):
    connection = session.vault.connect()
    with transaction(connection):
        editing.write(connection, "aurora", [Edit("case", "pseudonym", "Aurora")], pen)
    connection.close()
    right, warning = session.clock, ClockWarning(session)
    qtbot.addWidget(warning)
    warning.show()
    assert warning.sizeHint().height() == 0
    warning.hide()
    session.clock = lambda: datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    warning.show()
    words = " ".join(one.text() for one in warning.findChildren(QLabel))
    assert "20 November 2026" in words
    assert "23 November 2026" in words
    warning.hide()
    session.clock = right
    warning.show()
    assert warning.sizeHint().height() == 0
