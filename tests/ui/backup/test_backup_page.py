"""The backup page over a real vault: write, look, bring back; a stick and a time of day."""

from dataclasses import replace

import pytest

from assistance_desktop.storage import (
    activity,
    backup,
    backup_plan,
    backup_shelf,
    case_store,
    editing,
    keys,
    settings,
    vault,
)
from assistance_desktop.storage.activity import Filters
from assistance_desktop.storage.backup_plan import Place, Plan
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.recovery import Sheet
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui import volumes
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.backing_up import BackingUp, Order
from assistance_desktop.ui.backup.page import BackupPage
from assistance_desktop.ui.backup_clock import BackupClock
from assistance_desktop.ui.session import Session
from tests.conftest import PASSPHRASE


@pytest.fixture
def session(qapp, open_vault, clock, new_id):
    connection = open_vault.connect()
    with transaction(connection):
        desks.found(connection, "Pihlaja", "Laptop 3", Role.FIELD, clock())
    connection.close()
    made = Session(open_vault, clock=clock, new_id=new_id)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path):
    made = tmp_path / "TEAM-3"
    made.mkdir()
    return made


@pytest.fixture
def backing_up(session):
    return BackingUp(session)


@pytest.fixture
def page(session, backing_up, owner, qtbot):
    made = BackupPage(session, Actions(owner), backing_up)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.shown):
        made.show()
    return made


def write(session, owner, qtbot, case, notes=2):
    edits = [Edit("case", "pseudonym", case.title())]
    edits += [Edit(f"note/{case}{n}", "text", f"snow {n}") for n in range(notes)]
    with qtbot.waitSignal(session.changed):
        session.edit(case, edits, owner, lambda _made: None, lambda why: pytest.fail(str(why)))


def lose(session, owner, qtbot, case):
    def forget(connection):
        connection.execute("DELETE FROM change WHERE case_id = ?", (case,))
        connection.execute("DELETE FROM case_row WHERE case_id = ?", (case,))

    with qtbot.waitSignal(session.changed):
        session.write(forget, owner, lambda _made: None, lambda why: pytest.fail(str(why)))


def back_up(page, backing_up, qtbot, stick):
    with qtbot.waitSignal(backing_up.written), qtbot.waitSignal(page.shown):
        page.add_place(stick, then_back_up=True)
    qtbot.waitUntil(lambda: page.standing.last is not None)


def test_a_new_place_gets_a_backup_at_once_and_the_page_says_so(
    page, session, backing_up, owner, qtbot, stick
):
    write(session, owner, qtbot, "aurora")
    back_up(page, backing_up, qtbot, stick)
    qtbot.waitUntil(lambda: len(page.restore.rows) == 1)
    assert "1 case, 3 changes" in page.last.what.text()
    assert page.last.when.text().startswith("Today")
    assert page.last.chip.text() == "Tested"
    assert len(backup_shelf.found(stick)) == 1
    kinds = [line.deed.kind.value for line in activity.read(session.reader, Filters())]
    assert kinds == ["backup_written"]


def test_looking_says_what_comes_and_changes_nothing(
    page, session, backing_up, owner, qtbot, stick
):
    write(session, owner, qtbot, "aurora")
    write(session, owner, qtbot, "tuuli")
    back_up(page, backing_up, qtbot, stick)
    lose(session, owner, qtbot, "tuuli")
    write(session, owner, qtbot, "halla", 1)
    qtbot.waitUntil(lambda: len(page.restore.rows) == 1)
    with qtbot.waitSignal(page.looked):
        page.restore.rows[0].click()
    assert page.restore.bring.text() == "Bring back 3 changes"
    assert page.restore.bring.isEnabled()
    assert case_store.case_ids(session.reader) == ["aurora", "halla"]


def test_bringing_back_joins_after_a_backup_of_today_and_begins_with_a_new_device(
    page, session, backing_up, owner, qtbot, stick
):
    write(session, owner, qtbot, "aurora")
    write(session, owner, qtbot, "tuuli")
    back_up(page, backing_up, qtbot, stick)
    lose(session, owner, qtbot, "tuuli")
    before = session.author.device
    qtbot.waitUntil(lambda: len(page.restore.rows) == 1)
    with qtbot.waitSignal(page.looked):
        page.restore.rows[0].click()
    with qtbot.waitSignal(page.restored):
        page.restore.bring.click()
    assert case_store.case_ids(session.reader) == ["aurora", "tuuli"]
    assert len(backup_shelf.found(stick)) == 2
    assert session.author.device != before
    assert settings.read(session.reader, "former_devices") == [before]
    last = activity.read(session.reader, Filters())[0].deed
    assert (last.kind.value, last.count("changes")) == ("restored", 3)
    qtbot.waitUntil(lambda: len(page.restore.rows) == 2)
    with qtbot.waitSignal(page.looked):
        page.restore.rows[1].click()
    assert not page.restore.bring.isEnabled()


def test_a_full_or_missing_place_is_told_and_nothing_is_brought_back(
    page, session, backing_up, owner, qtbot, stick
):
    write(session, owner, qtbot, "tuuli")
    back_up(page, backing_up, qtbot, stick)
    lose(session, owner, qtbot, "tuuli")
    qtbot.waitUntil(lambda: len(page.restore.rows) == 1)
    with qtbot.waitSignal(page.looked):
        page.restore.rows[0].click()
    home = backup_shelf.home(stick, session.vault.id)
    home.rename(home.with_name("away"))
    home.touch()  # a file where the folder should be
    with qtbot.waitSignal(backing_up.failed):
        page.restore.bring.click()
    assert not page.notices.isHidden()
    assert case_store.case_ids(session.reader) == []


def test_a_damaged_backup_is_shown_and_refused(page, session, backing_up, owner, qtbot, stick):
    write(session, owner, qtbot, "aurora")
    back_up(page, backing_up, qtbot, stick)
    path = page.standing.kept[0].path / "vault.db"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with qtbot.waitSignal(page.looked):
        page.restore.rows[0].click()
    assert not page.restore.bring.isEnabled()


@pytest.mark.parametrize("with_sheet", [False, True])
def test_a_backup_of_other_notes_opens_with_what_opened_them(
    page, session, qtbot, stick, tmp_path, pen, with_sheet
):
    sheet = Sheet(b"q" * 20)
    other = vault.create(tmp_path / "o", PASSPHRASE, sheet=sheet.secret, cost=keys.FLOOR)
    connection = other.connect()
    with transaction(connection):
        editing.write(connection, "halla", [Edit("case", "pseudonym", "Halla")], pen)
    connection.close()
    backup.write(other, stick, session.clock())
    other.close()
    with qtbot.waitSignal(page.shown):
        page.show_elsewhere(stick)
    with qtbot.waitSignal(page.looked):
        page.restore.rows[0].click()
    assert page.restore.passphrase.isVisible()
    with qtbot.waitSignal(page.looked):
        page.restore.unlock_asked.emit("not the passphrase at all")
    assert page.restore.passphrase.isVisible()
    secret = " ".join(sheet.groups) if with_sheet else PASSPHRASE
    with qtbot.waitSignal(page.looked):
        page.restore.unlock_asked.emit(secret)
    assert page.restore.bring.text() == "Bring back 1 change"
    with qtbot.waitSignal(page.restored):
        page.restore.bring.click()
    assert case_store.case_ids(session.reader) == ["halla"]


def test_choices_are_kept_in_the_vault(page, session, qtbot, stick):
    with qtbot.waitSignal(page.shown):
        page.add_place(stick)
    with qtbot.waitSignal(page.shown):
        page.itself.keep_chosen.emit(5)
    with qtbot.waitSignal(page.shown):
        page.itself.daily_chosen.emit("17:00")
    plan = backup_plan.read(session.reader)
    assert (plan.keep, plan.daily) == (5, "17:00")
    assert plan.daily_place == str(session.vault.folder.parent / "backups")
    assert len(page.places.remove) == 2
    with qtbot.waitSignal(page.shown):
        page.places.remove[plan.daily_place].click()
    assert backup_plan.read(session.reader).daily == ""


def test_locking_in_the_middle_stops_a_backup_and_leaves_nothing(
    session, backing_up, owner, qtbot, stick
):
    write(session, owner, qtbot, "aurora", 600)
    backing_up.start(Order(str(stick), stick))
    session.close()
    assert backup_shelf.found(stick) == []
    assert not list(stick.rglob("*.part"))


def keep_plan(session, owner, qtbot, plan):
    with qtbot.waitSignal(session.changed):
        session.write(
            lambda connection: backup_plan.keep(connection, plan),
            owner,
            lambda _none: None,
            lambda why: pytest.fail(str(why)),
        )


def test_what_is_due_is_written_at_unlock_and_not_twice(session, backing_up, owner, qtbot, stick):
    place = Place(str(stick))
    plan = Plan((place,), daily="08:00", daily_place=place.path)
    keep_plan(session, owner, qtbot, plan)
    with qtbot.waitSignal(backing_up.written):
        clock = BackupClock(session, backing_up, owner)
    assert len(backup_shelf.found(stick)) == 1
    with qtbot.assertNotEmitted(backing_up.begun, wait=300):
        clock.look()


def test_a_place_that_fails_is_tried_once_for_each_time(session, backing_up, owner, qtbot, stick):
    backup_shelf.home(stick, session.vault.id).touch()
    plan = Plan((Place(str(stick)),), daily="08:00", daily_place=str(stick))
    keep_plan(session, owner, qtbot, plan)
    with qtbot.waitSignal(backing_up.failed) as failed:
        clock = BackupClock(session, backing_up, owner)
    assert failed.args[1] is True
    with qtbot.assertNotEmitted(backing_up.begun, wait=300):
        clock.look()


def test_a_known_stick_gets_a_backup_when_it_is_put_in(
    session, backing_up, owner, qtbot, stick, monkeypatch
):
    seen = [volumes.Volume(stick, "TEAM-3")]
    monkeypatch.setattr(volumes, "mounted", lambda: list(seen))
    keep_plan(session, owner, qtbot, Plan((Place(str(stick), "TEAM-3"),)))
    seen.clear()
    clock = BackupClock(session, backing_up, owner)
    qtbot.waitUntil(lambda: clock._seen is not None)
    seen.append(volumes.Volume(stick, "TEAM-3"))
    with qtbot.waitSignal(backing_up.written):
        clock.look()
    keep_plan(session, owner, qtbot, replace(backup_plan.read(session.reader), with_stick=False))
    seen.clear()
    clock.look()
    qtbot.waitUntil(lambda: not clock._seen)
    seen.append(volumes.Volume(stick, "TEAM-3"))
    with qtbot.assertNotEmitted(backing_up.begun, wait=300):
        clock.look()


def test_locking_leaves_nothing_of_a_secret_that_was_typed(page, session):
    page.restore.ask_secret("")
    page.restore.passphrase.set_passphrase("seven cranberry lanterns")
    session.close()
    assert page.restore.passphrase.passphrase == ""
