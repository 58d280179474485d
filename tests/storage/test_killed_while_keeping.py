"""A program that is killed while it keeps a file leaves nothing that anybody sees."""

import subprocess
import sys
from pathlib import Path

from assistance_desktop.storage import arrivals, attachments, vault
from assistance_desktop.storage.vault import transaction
from tests.conftest import PASSPHRASE

WORK = """
import sys
from pathlib import Path
from assistance_desktop.storage import arrivals, attachments, vault
notes = vault.unlock(Path(sys.argv[1]), sys.argv[2])
connection = notes.connect()
data = bytes(range(256)) * 4096
made = attachments.name_by_hash("video.mp4", "video/*", "ab" * 32, 150 * len(data))
with vault.transaction(connection):
    arrivals.begin(connection, "c1", made)
for n in range(150):
    with vault.transaction(connection):
        arrivals.keep_piece(connection, made.hash, n, data)
    print(n, flush=True)
"""


def test_a_killed_program_leaves_a_file_that_nobody_sees_and_that_can_be_taken_out(
    open_vault, tmp_path
):
    open_vault.close()
    notes = tmp_path / "notes"
    working = subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", WORK, str(notes), PASSPHRASE],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    with working:
        for _piece in range(6):
            assert working.stdout.readline()
        working.kill()
    again = vault.unlock(notes, PASSPHRASE)
    connection = again.connect()
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert attachments.of_case(connection, "c1") == []
    ((case_id, digest),) = arrivals.under_way(connection)
    kept = connection.execute("SELECT count(*) FROM attachment_piece").fetchone()[0]
    assert 6 <= kept < 150, "what was acknowledged is there, and the rest never came"
    is_over = False
    while not is_over:
        with transaction(connection):
            is_over = arrivals.abandon(connection, case_id, digest)
    assert connection.execute("SELECT count(*) FROM attachment_piece").fetchone()[0] == 0
    connection.close()
    again.close()
