"""A stick is known again wherever it is shown, and only by what lies on it."""

from pathlib import Path

from assistance_desktop.storage import backup_shelf
from assistance_desktop.storage.backup_plan import Place
from assistance_desktop.ui import volumes
from assistance_desktop.ui.volumes import Volume

ID = "f" * 32


def test_the_disks_of_this_computer_are_listed_with_their_roots(qapp):
    assert any(Path(__file__).is_relative_to(one.root) for one in volumes.mounted())


def test_a_folder_is_a_place_on_the_innermost_stick(tmp_path):
    seen = [Volume(tmp_path, "DISK"), Volume(tmp_path / "media", "TEAM-3")]
    folder = tmp_path / "media" / "Backups"
    assert volumes.place_of(folder, seen) == Place(str(folder), "TEAM-3", "Backups")
    assert volumes.place_of(folder, [Volume(tmp_path, "")]) == Place(str(folder))


def test_a_folder_that_is_there_is_found_where_it_is(tmp_path):
    assert volumes.find(Place(str(tmp_path)), ID, []) == tmp_path
    assert volumes.find(Place(str(tmp_path / "gone")), ID, []) is None


def test_a_stick_shown_elsewhere_is_known_by_its_name_and_our_folder(tmp_path):
    place = Place("/media/old/Backups", "TEAM-3", "Backups")
    moved = tmp_path / "Backups"
    seen = [Volume(tmp_path, "TEAM-3")]
    backup_shelf.home(moved, "e" * 32).mkdir(parents=True)
    assert volumes.find(place, ID, seen) is None  # somebody else's stick of the same name
    backup_shelf.home(moved, ID).mkdir()
    assert volumes.find(place, ID, seen) == moved
    assert volumes.find(place, ID, [Volume(tmp_path, "OTHER")]) is None


def test_an_empty_mount_point_is_not_the_stick(tmp_path):
    place = Place(str(tmp_path), "TEAM-3", "")
    assert volumes.find(place, ID, [Volume(Path("/"), "DISK")]) is None


def test_one_disk_is_told(tmp_path):
    (tmp_path / "notes").mkdir()
    assert volumes.is_same_disk(tmp_path, tmp_path / "notes")
    assert not volumes.is_same_disk(tmp_path / "gone", tmp_path)
