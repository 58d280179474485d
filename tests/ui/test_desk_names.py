"""What desks are called by the desk that reads their changes."""

from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import incarnation
from assistance_desktop.ui import desk_names
from tests.ui.exchange.conftest import field, office, stick, strangers, window  # noqa: F401 - fixtures


def test_a_desk_on_the_roster_has_its_label_and_a_stranger_is_another_one(field, office):  # noqa: F811 - the fixtures above
    names = desk_names.read(office.session.reader)
    card = field.card
    assert names.name(card.device) == card.label
    assert names.after("Kataja", card.device) == f"Kataja, {card.label}"
    assert names.name("far-away") == "Another desk"
    assert names.after("Kataja", "far-away") == "Kataja, another desk"


def test_the_own_desk_is_this_computer_and_a_change_may_have_no_name(office):  # noqa: F811 - the fixtures above
    names = desk_names.read(office.session.reader)
    assert names.name(office.card.device) == "This computer"
    assert names.after("", office.card.device) == "this computer"


def test_what_a_desk_wrote_before_it_was_restored_is_still_of_this_computer(office):  # noqa: F811 - the fixtures above
    before = office.card.device
    connection = office.session.vault.connect()
    with transaction(connection):
        incarnation.renew(connection, office.session.clock())
    connection.close()
    names = desk_names.read(office.session.reader)
    assert names.name(before) == "This computer"
    assert names.after("Kataja", before) == "Kataja, this computer"
