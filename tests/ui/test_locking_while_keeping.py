"""F9 while a file is on its way into the notes: locked at once, and nothing of it is left."""

import pytest
from PySide6.QtCore import Qt

from assistance_desktop.storage import arrivals, attachments, case_store, vault
from assistance_desktop.storage.attachments import PIECE
from assistance_desktop.ui.main_window import MainWindow
from tests.conftest import PASSPHRASE
from tests.ui.at_work import make_case, make_desk, unlock


@pytest.fixture
def window(qtbot, tmp_path):
    made = MainWindow(make_desk(tmp_path / "desk"))
    made.show()
    made.activateWindow()
    unlock(qtbot, made)
    yield made
    made.close()
    made.deleteLater()


def begin(qtbot, window, tmp_path):
    """A file of 40 pieces that has come in part, with a title."""
    case_id = make_case(qtbot, window)
    page = window.workspace.case_page
    window.workspace.show_case(case_id)
    page.add_document()
    path = tmp_path / "film.mp4"
    path.write_bytes(bytes(40 * PIECE))
    qtbot.keyClicks(page.adding.called.edit, "The house")
    page.adding.take(path)
    page.adding.keep.click()
    reader = window.session.reader
    count = "SELECT count(*) FROM attachment_piece"
    qtbot.waitUntil(lambda: reader.execute(count).fetchone()[0] > 3)
    return case_id


@pytest.mark.parametrize("key", [Qt.Key.Key_F9, None])
def test_hiding_or_locking_ends_it_and_the_next_opening_takes_the_rest_out(
    qtbot, window, tmp_path, key
):
    case_id = begin(qtbot, window, tmp_path)
    if key is None:
        window.lock()
    else:
        qtbot.keyClick(window, key)
    qtbot.waitUntil(lambda: window.session is None)
    again = vault.unlock(tmp_path / "desk" / "notes", PASSPHRASE)
    reader = again.connect(read_only=True)
    (record,) = case_store.load(reader, case_id).records("document")
    assert case_store.load(reader, case_id).fields(record) == {"title": "The house"}
    assert attachments.of_case(reader, case_id) == []
    assert len(arrivals.under_way(reader)) == 1
    reader.close()
    again.close()


def test_the_rest_is_taken_out_when_the_notes_are_opened_again(qtbot, window, tmp_path):
    begin(qtbot, window, tmp_path)
    window.lock()
    unlock(qtbot, window)
    reader = window.session.reader
    qtbot.waitUntil(lambda: arrivals.under_way(reader) == [])
    assert reader.execute("SELECT count(*) FROM attachment_piece").fetchone()[0] == 0
