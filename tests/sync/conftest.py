import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistance_desktop.sync.bundle.manifest import Heading
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.sync.trust.roster import Roster

_VECTORS = Path(__file__).parents[3] / "shared" / "vectors" / "age"
MORNING = datetime(2026, 11, 23, 9, 2, tzinfo=UTC)


@pytest.fixture(scope="session")
def vector_folder():
    if not _VECTORS.is_dir() and not os.environ.get("CI"):
        pytest.skip("no age vectors beside the repository (../shared/vectors/age)")
    assert _VECTORS.is_dir(), "the age vectors must be there in CI (../shared/vectors/age)"
    return _VECTORS


@pytest.fixture(scope="session")
def morning():
    return MORNING


@pytest.fixture(scope="session")
def office():
    return Device.generate("Helsinki office", Role.OFFICE)


@pytest.fixture(scope="session")
def laptop():
    return Device.generate("Laptop 3", Role.FIELD)


@pytest.fixture(scope="session")
def stranger():
    return Device.generate("Laptop 4", Role.FIELD)


@pytest.fixture(scope="session")
def roster(office, laptop):
    first = Roster.start("org-1", office, MORNING)
    return first.enrol(office, laptop.card, Role.FIELD, MORNING)


@pytest.fixture
def heading(roster):
    return Heading("org-1", 1, None, roster.version, roster.hash, {})


@pytest.fixture(scope="session")
def some_changes(laptop):
    return [
        {
            "id": f"{laptop.id}-{number}",
            "case": "1f" * 16,
            "record": "intake",
            "field": "/intake/safety/home_safe",
            "value": value,
            "replaces": [f"{laptop.id}-{number - 1}"] if number else [],
            "author": "Tuisku",
            "device": laptop.id,
            "at": f"2026-11-23T09:02:{number:02}.000+00:00",
        }
        for number, value in enumerate(
            [True, None, "Länsi-Suomi آب", 3, 2.5, ["a", "b"], {"unanswered": "unknown"}]
        )
    ]
