"""The two desks of the sync page, and bundles between them."""

import pytest

from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.sync import exchange
from tests.ui.exchange.conftest import field, office, stick, strangers, window  # noqa: F401 - fixtures
from tests.ui.exchange.desks_at_work import consent, person


def _pen(place):
    session = place.session
    return Pen(session.author, session.clock, session.new_id)


def send(place, to):
    """The bytes of a bundle."""
    day = place.session.today
    job = lambda c: exchange.make(c, place.desk, to.card, day, _pen(place))  # noqa: E731 - short
    return place.do(job).content


def look(place, content):
    return exchange.preview(place.session.reader, place.desk, content)


def take(place, content):
    looked = look(place, content)
    place.do(lambda c: exchange.accept(c, place.desk, looked, [], _pen(place)))


@pytest.fixture
def shared_case(field, office):  # noqa: F811 - the fixtures above
    """Aurora's case on both desks."""
    field.write(
        "c",
        *consent(),
        *person("Aurora", "K7-4M2Q"),
        Edit("intake", "/intake/contact/safe_way", "Not by post"),
        Edit("intake", "/intake/you/languages", ["fi"]),
    )
    take(office, send(field, office))
    take(field, send(office, field))


@pytest.fixture
def conflicted(field, office, shared_case):  # noqa: F811 - the fixtures above
    """Both wrote the same fields differently; what the office gets."""
    way = "/intake/contact/safe_way"
    office.write("c", Edit("intake", way, "Phone, after 18:00"))
    office.write("c", Edit("intake", "/intake/you/languages", ["fi", "sv"]))
    field.write("c", Edit("intake", way, "Message through the clinic"))
    field.write("c", Edit("intake", "/intake/you/languages", ["fi", "vi"]))
    field.write("n", *consent(), *person("Tuuli", "K7-6HBW"), Edit("intake", "/intake/a", "x"))
    return look(office, send(field, office))
