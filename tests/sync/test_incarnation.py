"""A restored desk gets a new device; what it wrote stays its own, and the others believe it."""

import itertools
from datetime import date, timedelta

import pytest

from assistance_desktop.cases.changes import Author
from assistance_desktop.errors import AppError
from assistance_desktop.storage import activity, backup, restore, settings, vault
from assistance_desktop.storage.activity import Filters
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync import exchange, incarnation
from assistance_desktop.sync.desk import AloneError
from assistance_desktop.sync.trust.card import Card, Role
from assistance_desktop.sync.trust.refusals import UntrustedRosterError
from assistance_desktop.sync.trust.roster import Roster
from tests.conftest import PASSPHRASE
from tests.sync.test_exchange import START, Place, consent, open_place

LATER = START + timedelta(days=1)


@pytest.fixture
def places(tmp_path):
    """A field desk and an office that know each other, and their vaults."""
    ids = itertools.count(1)
    opened = [
        open_place(tmp_path / "field", "Pihlaja", Role.FIELD, ids, 0),
        open_place(tmp_path / "office", "Kataja", Role.OFFICE, ids, 60),
    ]
    (_one, field), (_two, office) = opened
    join(field, office, approve(office, field))
    yield opened
    for made, place in opened:
        place.connection.close()
        made.close()


@pytest.fixture
def field(places):
    return places[0][1]


@pytest.fixture
def office(places):
    return places[1][1]


def approve(office, field, before=""):
    card = Card.decode(field.desk.device.card.encode())
    with transaction(office.connection):
        if before:
            return desks.enrol_again(office.connection, office.desk, card, before, LATER)
        return desks.enrol(office.connection, office.desk, card, START)


def join(field, office, roster):
    with transaction(field.connection):
        fingerprint = office.desk.device.card.fingerprint
        desks.join(field.connection, field.desk, Roster.decode(roster.encode()), fingerprint)


def renew(place):
    before = place.desk.device.id
    with transaction(place.connection):
        made = incarnation.renew(place.connection, LATER)
    place.pen = Pen(Author(made.worker, made.device.id), place.pen.clock, place.pen.new_id)
    return before


def card(place):
    return place.desk.device.card


def test_a_renewed_desk_has_new_keys_and_its_old_name_and_knows_what_it_was(field):
    old = field.desk
    before = renew(field)
    new = field.desk
    assert before == old.device.id != new.device.id
    assert (new.worker, new.device.label, new.device.role) == (
        old.worker, old.device.label, old.device.role,
    )  # fmt: skip
    assert new.device.card.fingerprint != old.device.card.fingerprint
    assert new.device.identity.secret != old.device.identity.secret
    again = renew(field)
    assert settings.read(field.connection, "former_devices") == [before, again]


def test_a_renewed_field_desk_sends_nothing_before_its_office_approves_it(field, office):
    field.write("c", Edit("case", "pseudonym", "Aurora"), *consent())
    renew(field)
    assert not incarnation.is_approved(field.desk)
    with pytest.raises(AloneError, match="approve this computer again"):
        field.make(card(office))
    waiting = exchange.waiting(field.connection, field.desk, card(office), date(2026, 11, 24))
    assert len(waiting.going) == 4  # and it is seen what waits


def test_once_it_is_approved_again_its_changes_go_and_its_cases_are_shared_as_before(field, office):
    field.write("c", Edit("case", "pseudonym", "Aurora"), *consent())
    office.take(field.make(card(office)).content)
    before = renew(field)
    join(field, office, approve(office, field, before))
    assert incarnation.is_approved(field.desk)
    # The office writes in the case; the new device has written nothing in it yet.
    office.write("c", Edit("intake", "note", "snow"))
    assert field.take(office.make(card(field)).content) == 1
    field.write("c", Edit("intake", "other", "ice"))
    office.take(field.make(card(office)).content)
    assert office.case().text("intake", "other") == "ice"


def test_without_being_told_who_it_was_an_office_shares_nothing_with_a_new_device(field, office):
    field.write("c", Edit("case", "pseudonym", "Aurora"), *consent())
    office.take(field.make(card(office)).content)
    renew(field)
    join(field, office, approve(office, field))
    office.write("c", Edit("intake", "note", "snow"))
    with pytest.raises(AppError):
        office.make(card(field))


def test_the_former_device_is_revoked_in_the_same_step_and_may_send_no_more(
    field, office, places, tmp_path
):
    field.write("c", Edit("case", "pseudonym", "Aurora"), *consent())
    office.take(field.make(card(office)).content)
    stolen = backup.write(places[0][0], tmp_path / "stick", LATER)
    before = renew(field)
    roster = approve(office, field, before)
    entry = roster.entry(before)
    assert entry.revoked is not None
    assert entry.revoked.last_sequence == 1
    twin = vault.unlock(stolen.path, PASSPHRASE)
    connection = twin.connect()
    place = Place(connection, field.pen)
    place.write("c", Edit("intake", "note", "twin"))
    parcel = place.make(card(office))
    with pytest.raises(AppError):
        office.take(parcel.content)
    connection.close()
    twin.close()


def test_a_desk_restored_twice_keeps_all_its_former_devices_at_the_office(field, office):
    first = renew(field)
    join(field, office, approve(office, field, first))
    second = renew(field)
    approve(office, field, second)
    assert desks.formerly(office.connection, field.desk.device.id) == [second, first]


def test_a_renewed_office_stands_on_its_own_list_and_the_others_believe_it(field, office):
    before = renew(office)
    desk = office.desk
    assert incarnation.is_approved(desk)
    assert desk.roster.entry(before).revoked is not None
    join(field, office, desk.roster)
    assert field.desk.office.device == desk.device.id
    field.write("c", Edit("case", "pseudonym", "Aurora"), *consent())
    assert office.take(field.make(card(office)).content) == 4
    assert field.take(office.make(card(field)).content) == 0  # the receipt


def test_after_a_renewal_the_office_signs_with_its_new_keys(field, office, tmp_path):
    renew(office)
    handed_over = office.desk.roster
    join(field, office, handed_over)
    stranger, place = open_place(tmp_path / "third", "Halla", Role.FIELD, itertools.count(900), 5)
    roster = approve(office, place)
    assert roster.signer == office.desk.device.id
    join(place, office, roster)
    join(field, office, roster)
    place.connection.close()
    stranger.close()


def test_the_former_keys_of_an_office_sign_nothing_that_is_believed(field, office):
    former = office.desk
    renew(office)
    join(field, office, office.desk.roster)
    forged = former.roster.enrol(former.device, card(field), Role.OFFICE, LATER)
    forged = forged.revoke(former.device, office.desk.device.id, None)
    with transaction(field.connection), pytest.raises(UntrustedRosterError):
        desks.join(field.connection, field.desk, forged, former.device.card.fingerprint)


def test_a_list_is_not_believed_with_the_words_of_another_desk(field, office):
    renew(office)
    with transaction(field.connection), pytest.raises(UntrustedRosterError):
        desks.join(field.connection, field.desk, office.desk.roster, card(field).fingerprint)


def test_a_desk_that_works_alone_just_gets_a_new_device(tmp_path):
    made, place = open_place(tmp_path / "alone", "Halla", Role.FIELD, itertools.count(1), 0)
    renew(place)
    assert place.desk.roster is None
    assert incarnation.is_approved(place.desk)
    place.connection.close()
    made.close()


def test_a_backup_that_became_the_vault_begins_with_a_new_device_once(places, tmp_path):
    vault_of_field, field = places[0]
    written = backup.write(vault_of_field, tmp_path / "stick", LATER)
    restore.put_in_place(written.path, tmp_path / "new laptop", date(2026, 11, 24))
    copy = vault.unlock(tmp_path / "new laptop", PASSPHRASE)
    assert incarnation.renew_copy(copy, LATER)
    assert not incarnation.renew_copy(copy, LATER)
    connection = copy.connect()
    desk = desks.read(connection)
    kinds = [line.deed.kind for line in activity.read(connection, Filters())]
    connection.close()
    copy.close()
    assert desk.device.id != field.desk.device.id
    assert [kind.value for kind in kinds].count("restored") == 1
    assert not incarnation.renew_copy(vault_of_field, LATER)
    third = vault.unlock(tmp_path / "new laptop", PASSPHRASE)
    assert not incarnation.renew_copy(third, LATER)
    third.close()


def test_two_devices_after_a_restore_never_use_one_number_twice(field, office, places, tmp_path):
    """What the former device sent after the backup is no fork for the office."""
    field.write("c", Edit("case", "pseudonym", "Aurora"), *consent())
    office.take(field.make(card(office)).content)
    written = backup.write(places[0][0], tmp_path / "stick", LATER)
    field.write("c", Edit("intake", "note", "after the backup"))
    office.take(field.make(card(office)).content)
    copy = vault.unlock(written.path, PASSPHRASE)
    incarnation.renew_copy(copy, LATER)
    connection = copy.connect()
    device = desks.read(connection).device.id
    place = Place(connection, Pen(Author("Pihlaja", device), field.pen.clock, field.pen.new_id))
    join(place, office, approve(office, place, field.desk.device.id))
    place.write("c", Edit("intake", "other", "ice"))
    office.take(place.make(card(office)).content)
    assert office.case().text("intake", "note") == "after the backup"
    assert office.case().text("intake", "other") == "ice"
    # And what was lost with the former computer comes back from the office.
    place.take(office.make(place.desk.device.card).content)
    assert place.case().text("intake", "note") == "after the backup"
    connection.close()
    copy.close()
