"""A desk that knows who works at it; the two desks and the keyring for the cards of security."""

import pytest

from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui.session import Session
from tests.storage.conftest import bus, ring  # noqa: F401 - fixtures
from tests.ui.exchange.conftest import field, office, stick, strangers  # noqa: F401 - fixtures


@pytest.fixture
def session(qapp, open_vault, clock, new_id):
    connection = open_vault.connect()
    with transaction(connection):
        desks.found(connection, "Pihlaja", "Laptop 1", Role.FIELD, clock())
    connection.close()
    made = Session(open_vault, clock=clock, new_id=new_id)
    yield made
    made.close()
