"""The page of the activity log: read, filtered, checked, saved, and gone through by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from assistance_desktop.storage import activity, deeds
from assistance_desktop.storage.activity import Among, Filters
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.activity import table_file, wording
from assistance_desktop.ui.activity.table_file import harmless
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.desk_names import DeskNames
from tests.ui.activity.conftest import NOBODY, NOW, PIHLAJA

_CELL = Qt.ItemDataRole.UserRole


def choose(qtbot, page, among):
    with qtbot.waitSignal(page.shown):
        page.filters.chips[among].click()


def pick(qtbot, page, combo, value):
    combo.pick(value)
    with qtbot.waitSignal(page.shown):
        combo.chosen.emit(value)


def test_what_was_done_stands_there_the_last_first(month, page, said):
    assert said(page) == [
        ["Today 10:42", "Contact details shown for one minute", "K7-4M2Q", "Pihlaja"],
        ["Today 09:31", "Bundle read from another desk, 29 changes", "3 cases", "Pihlaja"],
        ["Today 09:02", "Case opened", "K7-4M2Q", "Pihlaja"],
        ["Today 08:58", "Unlocked with the passphrase", "", "Pihlaja"],
        ["Today 08:57", "A passphrase did not open it, 2 times", "", "Not known"],
        ["Fri 20 Nov 10:00", "Bundle written for another desk, 4 changes", "3 cases", "Pihlaja"],
        ["Fri 20 Nov 09:00", "Told with consent: Housing or shelter", "K7-4M2Q", "Pihlaja"],
        [
            "Fri 20 Nov 06:00",
            "Told without consent: serious threat, reason given",
            "K7-9TX3",
            "Haapa",
        ],
        ["Thu 19 Nov 09:00", "Discreet note printed, Vietnamese", "K7-4M2Q", "Pihlaja"],
        ["Thu 19 Nov 08:00", "Backup written and tested", "", "Pihlaja"],
    ]


def test_amber_is_for_refused_passphrases_and_red_for_a_serious_threat_alone(month, page):
    model = page.table.model()
    signs = [model.index(row, 1).data(_CELL) for row in range(model.rowCount())]
    assert [cell.ground for cell in signs] == ["", "", "", "", "amber", "", "", "", "", ""]
    reds = [row for row, cell in enumerate(signs) if cell.icon_tone == "red_text"]
    assert reds == [7]
    assert (signs[7].icon, signs[4].icon_tone) == ("alert", "amber_text")


def test_chips_and_lists_choose_what_is_looked_at(qtbot, month, page, said):
    counts = {among: chip.accessibleName() for among, chip in page.filters.chips.items()}
    assert list(counts.values()) == [
        "All 10",
        "Opened 2",
        "Told and sent 3",
        "Printed 1",
        "Unlocks 2",
        "Overrides 1",
    ]
    choose(qtbot, page, Among.OVERRIDES)
    assert [row[3] for row in said(page)] == ["Haapa"]
    pick(qtbot, page, page.filters.person, "person Pihlaja")
    assert page.nothing.isVisible()
    choose(qtbot, page, Among.TOLD)
    assert len(said(page)) == 2
    pick(qtbot, page, page.filters.person, "person ")
    choose(qtbot, page, Among.ALL)
    assert [row[3] for row in said(page)] == ["Not known"]


def test_a_period_is_whole_days_back_from_today(qtbot, note, page, said):
    # Midnight in Finland is 11 hours before now, and 12 where the clocks were an hour ahead.
    starts = (timedelta(days=6, hours=11), timedelta(days=29, hours=12))
    second = timedelta(seconds=1)
    note(
        (deeds.unlocked("passphrase"), PIHLAJA, ago)
        for start in (timedelta(days=40), *starts)
        for ago in (start + second, start)
    )
    for period, count in (("30", 3), ("7", 1), ("90", 6), ("", 6)):
        pick(qtbot, page, page.filters.period, period)
        assert len(said(page)) == count, period


def test_nothing_found_leads_back_to_everything(qtbot, note, page, said):
    note([(deeds.unlocked("sheet"), PIHLAJA, timedelta(days=400))])
    pick(qtbot, page, page.filters.period, "7")
    assert page.nothing.isVisible()
    assert not page.export_button.isEnabled()
    with qtbot.waitSignal(page.shown):
        page.nothing.all.click()
    assert [row[1] for row in said(page)] == ["Unlocked with the recovery sheet"]
    assert said(page)[0][0] == "19 October 2025 12:00"


def test_an_unbroken_log_says_since_when_and_what_was_checked(qtbot, month, page):
    assert page.foot.said.startswith("Unbroken since 19 November 2026. Each line is sealed")
    assert "10 lines checked today at 11:0" in page.foot.said


def test_a_line_that_was_taken_out_is_said_with_its_moment(qtbot, session, month, page):
    connection = session.vault.connect()
    with transaction(connection):
        connection.execute("DELETE FROM activity WHERE n = 5")
    connection.close()
    with qtbot.waitSignal(page.checked):
        page.foot.button.click()
    assert page.foot.said == (
        "Broken after Fri 20 Nov 09:00. A line was changed or taken out. Tell your office."
    )
    assert page.foot.button.isVisible()


def test_a_row_of_a_case_leads_to_it_and_no_other_row_does(qtbot, month, page):
    page.table.setFocus()
    page.table.go(2)
    with qtbot.waitSignal(page.case_wanted) as wanted:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert wanted.args == ["aurora"]
    page.table.go(3)
    with qtbot.assertNotEmitted(page.case_wanted):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)


def test_a_case_that_is_not_here_leads_nowhere(qtbot, note, page, said):
    note([(Deed(Kind.CASE_OPENED, "gone"), PIHLAJA, timedelta())])
    with qtbot.waitSignal(page.shown):
        page.refresh()
    assert said(page)[0][2] == "No number"
    page.table.go(0)
    with qtbot.assertNotEmitted(page.case_wanted):
        page.table.opened.emit(page.table.here)


def test_what_is_looked_at_is_saved_as_a_table_and_that_is_noted(
    qtbot, session, month, page, said, tmp_path
):
    choose(qtbot, page, Among.UNLOCKS)
    with qtbot.waitSignal(page.exported):
        page.save_table(tmp_path / "List.csv")
    data = (tmp_path / "List.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "List.csv").stat().st_mode & 0o777 == 0o600
    assert data.decode("utf-8-sig").splitlines() == [
        "When;What;Case;Who",
        "2026-11-23 08:58:00;Unlocked with the passphrase;;Pihlaja",
        "2026-11-23 08:57:00;A passphrase did not open it, 2 times;;Not known",
    ]
    newest = activity.read(session.reader, Filters(), limit=1)[0]
    assert newest.deed == Deed(Kind.EXPORTED, says={"what": "activity_log", "lines": 2})


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_noted(
    qtbot, session, month, page, tmp_path
):
    page.save_table(tmp_path / "away" / "List.csv")
    qtbot.waitUntil(page.notices.isVisible)
    assert activity.head(session.reader)[0] == 10


def test_every_line_is_in_the_table_however_many_there_are(session, note, tmp_path):
    note((deeds.unlocked("passphrase"), PIHLAJA, timedelta(seconds=n)) for n in range(450))
    count = table_file.save(session.reader, Filters(), Content.read().pack, tmp_path / "t.csv")
    assert count == 450
    assert len((tmp_path / "t.csv").read_text("utf-8-sig").splitlines()) == 451


@pytest.mark.parametrize("words", ["=1+1", "+358", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_spreadsheet_takes_a_cell_for_a_formula(words):
    assert harmless(words) == f"'{words}"
    assert harmless("Pihlaja") == "Pihlaja"


def test_every_deed_has_a_sentence_and_a_sign():
    pack = Content.read().pack
    names = DeskNames("laptop-1", {"office-1": "Helsinki office"})
    with_desk = {"desk": "office-1"}
    bundle = with_desk | {"changes": 1, "cases": 1}
    says = {
        Kind.BUNDLE_WRITTEN: bundle,
        Kind.BUNDLE_READ: bundle,
        Kind.BUNDLE_SET_ASIDE: bundle,
        Kind.DESK_APPROVED: with_desk,
        Kind.DESK_REVOKED: with_desk,
        Kind.JOINED: with_desk,
        Kind.EXPORTED: {"what": "activity_log", "lines": 1},
        Kind.TOLD: {"to": "assistance_system", "ground": "no_name"},
        Kind.TOLD_WITHOUT_CONSENT: {"to": "police", "ground": "duty_child"},
    }
    said = {
        kind: wording.sentence(Deed(kind, says=says.get(kind, {})), names, pack) for kind in Kind
    }
    assert len(set(said.values())) == len(Kind)
    assert all(words and "{" not in words for words in said.values())
    entry = Deed(Kind.EXPORTED, "c", {"what": "calendar"})
    assert wording.sentence(entry, names, pack).startswith("Appointment saved for a calendar")
    assert said[Kind.BUNDLE_READ] == "Bundle read from Helsinki office, 1 change"
    assert {wording.icon(Deed(kind))[1] for kind in Kind} == {"text_2", "amber_text"}
    assert wording.sentence(None, names, pack) == "Done by a newer version of this program"


def test_a_hundred_thousand_lines_open_at_once_and_scroll(qtbot, session, page, said):
    connection = session.vault.connect()
    with transaction(connection):
        connection.execute(
            "WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 100000)"
            " INSERT INTO activity SELECT n, strftime('%Y-%m-%dT%H:%M:%S+00:00', '2026-11-22',"
            " (n % 86400) || ' seconds'), 'case_opened', 'aurora', 'Pihlaja', 'laptop-1', '{}',"
            " zeroblob(32) FROM many"
        )
    connection.close()
    with qtbot.waitSignal(page.shown, timeout=10_000):
        page.refresh()
    assert page.table.model().rowCount() == 100_000
    bar = page.table.verticalScrollBar()
    for part in (0.5, 1.0, 0.25):
        bar.setValue(int(bar.maximum() * part))
        page.grab()
    assert page._pages._page.cache_info().misses <= 8
    last = page.table.model().index(99_999, 2)
    assert last.data() == "Case opened"


def test_keys_reach_everything_in_the_order_of_the_eye(month, page):
    found, here = [], page.export_button
    for _each in range(60):
        here = here.nextInFocusChain()
        if here.isVisible() and here.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(here)
        if here is page.foot.button:
            break
    wanted = [page.filters.period, page.filters.person, *page.filters.chips.values(), page.table]
    assert [each for each in found if each in wanted] == wanted
    assert found[-1] is page.foot.button


def test_everything_that_takes_the_keyboard_has_a_name(month, page):
    nameless = [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (each.accessibleName() or getattr(each, "text", str)())
    ]
    assert nameless == []


def test_a_narrow_window_lets_go_of_who_and_then_of_the_case(qtbot, month, page):
    page.window().resize(1184, 768)
    assert not page.table.isColumnHidden(4)
    page.window().setMinimumWidth(0)
    page.resize(640, 700)
    assert page.table.isColumnHidden(4)
    assert not page.table.isColumnHidden(3)


def test_a_refusal_by_nobody_known_is_not_put_on_anybody(qtbot, note, page):
    note([(deeds.refused(1), NOBODY, timedelta())])
    with qtbot.waitSignal(page.shown):
        page.refresh()
    words = [page.filters.person.itemText(at) for at in range(page.filters.person.count())]
    assert words == ["Everyone", "Not known"]
    assert NOW.year == 2026
