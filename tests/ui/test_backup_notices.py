"""What Today says of backups: one calm line, which can be put off for a week."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.storage import backup_plan
from assistance_desktop.storage.backup_shelf import Written
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.backing_up import BackingUp, Order
from assistance_desktop.ui.backup_notices import BackupNotices


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def backing_up(session):
    return BackingUp(session)


def look(session, backing_up, page, qtbot):
    """As Today is made anew."""
    notices = BackupNotices(session, backing_up, QVBoxLayout(QWidget(page)), page)
    with qtbot.waitSignal(notices.shown):
        pass
    return notices


def write(session, owner, qtbot):
    with qtbot.waitSignal(session.changed):
        session.edit(
            "aurora",
            [Edit("case", "pseudonym", "Aurora")],
            owner,
            lambda _made: None,
            lambda why: pytest.fail(str(why)),
        )


def test_nothing_is_said_before_there_is_a_case(session, backing_up, page, qtbot):
    assert look(session, backing_up, page, qtbot).reminder is None


def test_a_first_backup_is_asked_for_once_there_is_a_case(session, backing_up, page, qtbot, owner):
    notices = look(session, backing_up, page, qtbot)
    with qtbot.waitSignal(notices.shown):
        write(session, owner, qtbot)
    assert notices.reminder is not None
    with qtbot.waitSignal(notices.backup_wanted):
        notices.reminder.acted.emit()


def test_put_off_it_is_silent_and_stays_so(session, backing_up, page, qtbot, owner):
    write(session, owner, qtbot)
    notices = look(session, backing_up, page, qtbot)
    notices.put_off()
    assert notices.reminder is None
    qtbot.waitUntil(lambda: backup_plan.read(session.reader).put_off is not None)
    until = backup_plan.read(session.reader).put_off
    assert until == session.today + timedelta(days=7)
    assert look(session, backing_up, page, qtbot).reminder is None


def test_a_backup_ends_the_reminder(session, backing_up, page, qtbot, owner, tmp_path):
    write(session, owner, qtbot)
    notices = look(session, backing_up, page, qtbot)
    with qtbot.waitSignal(notices.shown):
        backing_up.start(Order(str(tmp_path / "stick"), tmp_path / "stick"))
    assert notices.reminder is None


def test_an_old_backup_is_named_by_its_day(session, backing_up, page, qtbot, owner, tmp_path):
    write(session, owner, qtbot)
    old = Written(tmp_path, session.clock() - timedelta(days=8), 1, 1, 1)
    with qtbot.waitSignal(session.changed):
        session.write(
            lambda connection: backup_plan.note(connection, old, "/gone"),
            owner,
            lambda _none: None,
            lambda why: pytest.fail(str(why)),
        )
    notices = look(session, backing_up, page, qtbot)
    assert notices.reminder.words.text() == "Last backup: Sun 15 Nov"


def test_what_failed_by_itself_is_said_once_and_goes_with_the_next_success(
    session, backing_up, page, qtbot, tmp_path
):
    notices = look(session, backing_up, page, qtbot)
    file = tmp_path / "no folder"
    file.touch()
    for _twice in range(2):
        with qtbot.waitSignal(backing_up.failed):
            backing_up.start(Order(str(file), file, by_itself=True))
    assert notices.failure is not None
    backing_up.failed.emit(AppError("what a person asked for", ""), False)
    with qtbot.waitSignal(notices.shown):
        backing_up.start(Order(str(tmp_path / "stick"), tmp_path / "stick"))
    assert notices.failure is None
