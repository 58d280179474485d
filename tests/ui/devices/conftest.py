"""The two desks of the sync page, and the devices page over either."""

import pytest

from assistance_desktop.ui.devices.page import DevicesPage
from assistance_desktop.ui.review.page import ReviewPage
from tests.ui.exchange.conftest import field, office, stick, strangers, window  # noqa: F401 - fixtures


@pytest.fixture
def open_page(qtbot, window):  # noqa: F811 - the fixture
    def show(place, kind=DevicesPage):
        page = kind(place.session, window.deeds)
        if page_before := window.takeCentralWidget():
            page_before.hide()
            window.kept = [*getattr(window, "kept", []), page_before]
        window.setCentralWidget(page)
        if kind is not ReviewPage:
            qtbot.waitUntil(lambda: page.standing is not None)
        return page

    return show
