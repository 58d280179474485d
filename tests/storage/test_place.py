"""Where a vault may live, and where it must not."""

import pytest

from assistance_desktop.storage import keys, place, vault
from tests.conftest import PASSPHRASE
from tests.proofs.disk import NoDisk, mounted

MOUNTS = """\
/dev/sda2 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/pihlaja/own ext4 rw 0 0
//office/team /media/office\\040share cifs rw 0 0
a broken line
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/notes", "ext4"),
        ("/home/pihlaja/notes", "nfs4"),
        ("/home/pihlaja/own/notes", "ext4"),
        ("/media/office share/notes", "cifs"),
    ],
)
def test_the_innermost_mount_says_what_a_folder_lies_on(tmp_path, folder, kind):
    assert place.file_system(tmp_path.__class__(folder), MOUNTS) == kind


def test_a_folder_of_this_computer_is_taken(tmp_path):
    place.check(tmp_path / "notes")


@pytest.mark.parametrize(
    "name",
    ["Dropbox", "OneDrive", "OneDrive - Made-up office", "Nextcloud", "Google Drive", "Syncthing"],
)
def test_a_folder_that_a_cloud_copies_is_refused_with_why(tmp_path, name):
    with pytest.raises(place.PlaceRefusedError, match="copied to a cloud"):
        place.check(tmp_path / name / "work" / "notes")


def test_a_folder_is_known_by_what_a_copying_program_leaves_in_it(tmp_path):
    (tmp_path / "team" / ".stfolder").mkdir(parents=True)
    with pytest.raises(place.PlaceRefusedError):
        place.check(tmp_path / "team" / "notes")


def test_a_share_of_another_computer_is_refused(tmp_path):
    try:
        with mounted(tmp_path, "sshfs") as share:
            with pytest.raises(place.PlaceRefusedError, match="another computer"):
                place.check(share.root / "work" / "notes")
            place.check(tmp_path / "notes")
    except NoDisk as why:
        pytest.skip(str(why))


def test_no_vault_is_made_or_opened_there_and_nothing_is_changed(tmp_path):
    with pytest.raises(place.PlaceRefusedError):
        vault.create(tmp_path / "Dropbox" / "notes", PASSPHRASE, cost=keys.FLOOR)
    assert not (tmp_path / "Dropbox").exists()
    vault.create(tmp_path / "own" / "notes", PASSPHRASE, cost=keys.FLOOR).close()
    (tmp_path / "own").rename(tmp_path / "Nextcloud")
    before = {p.name: p.read_bytes() for p in (tmp_path / "Nextcloud" / "notes").iterdir()}
    with pytest.raises(place.PlaceRefusedError):
        vault.unlock(tmp_path / "Nextcloud" / "notes", PASSPHRASE)
    after = {p.name: p.read_bytes() for p in (tmp_path / "Nextcloud" / "notes").iterdir()}
    assert after == before
