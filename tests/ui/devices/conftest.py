"""The two desks of the sync page."""

from tests.ui.exchange.conftest import field, office, stick, strangers, window  # noqa: F401 - fixtures
