import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.sync import plain_json
from assistance_desktop.sync.age.hybrid import HybridIdentity
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.sync.trust.refusals import (
    DeviceTakenError,
    UnreadableRosterError,
    UntrustedRosterError,
    UnverifiedError,
)
from assistance_desktop.sync.trust.roster import Entry, Revocation, Roster


def test_a_roster_is_read_as_it_was_written(roster, office, morning):
    revoked = roster.revoke(office, roster.entries[0].card.device, Revocation(morning, 4))
    for version in (roster, revoked):
        again = Roster.decode(version.encode())
        assert again == version
        assert again.hash == version.hash


def test_the_founder_is_known_by_the_words_that_were_compared(roster, office, laptop):
    roster.check_founder(office.card.fingerprint)
    with pytest.raises(UntrustedRosterError):
        roster.check_founder(laptop.card.fingerprint)


def test_the_next_version_is_believed_from_an_office(roster, office, stranger, morning):
    later = roster.enrol(office, stranger.card, Role.OFFICE, morning)
    assert roster.succeed(Roster.decode(later.encode())) == later
    assert later.version == roster.version + 1
    assert later.previous == roster.hash
    by_new_office = later.next(stranger, later.entries)
    assert later.succeed(by_new_office) == by_new_office


def test_an_older_or_other_roster_is_not_believed(roster, office, stranger, morning):
    again = Roster.start("org-1", office, morning)
    branch = again.enrol(office, stranger.card, Role.FIELD, morning)
    elsewhere = replace(roster, organisation="org-2").next(office, roster.entries)
    for other in (roster, again, branch, branch.next(office, branch.entries), elsewhere):
        with pytest.raises(UntrustedRosterError):
            roster.succeed(other)


def test_a_field_device_cannot_sign_a_roster(roster, laptop, office):
    with pytest.raises(UntrustedRosterError):
        roster.next(laptop, roster.entries)
    grasped = tuple(replace(entry, role=Role.OFFICE) for entry in roster.entries)
    by_laptop = replace(roster, entries=grasped).next(laptop, grasped)
    by_laptop = replace(by_laptop, previous=roster.hash)
    with pytest.raises(UntrustedRosterError):
        roster.succeed(by_laptop)
    with pytest.raises(UnverifiedError):
        roster.succeed(replace(by_laptop, signer=office.id))


def test_a_revoked_office_signs_nothing_more(roster, office, stranger, morning):
    two = roster.enrol(office, stranger.card, Role.OFFICE, morning)
    without = two.revoke(office, stranger.id, Revocation(morning, 0))
    with pytest.raises(UntrustedRosterError):
        without.next(stranger, two.entries)
    with pytest.raises(UntrustedRosterError):
        without.succeed(replace(two, version=without.version).next(stranger, two.entries))


def test_a_revoked_device_stays_listed_with_the_last_bundle_that_counts(
    roster, office, laptop, morning
):
    without = roster.revoke(office, laptop.id, Revocation(morning, 7))
    entry = without.entry(laptop.id)
    assert [entry.accepts(sequence) for sequence in (7, 8)] == [True, False]
    assert entry not in without.active
    with pytest.raises(DeviceTakenError):
        without.enrol(office, laptop.card, Role.FIELD, morning)


def test_a_device_may_renew_its_age_key_but_not_its_signing_keys(roster, office, laptop, morning):
    fresh = Device(laptop.id, laptop.label, laptop.role, laptop.keys, HybridIdentity.generate())
    renewed = roster.enrol(office, fresh.card, Role.FIELD, morning + timedelta(days=30))
    assert renewed.entry(laptop.id) == Entry(fresh.card, Role.FIELD, morning)
    other = Device.generate("Laptop 3", Role.FIELD)
    twin = replace(other, id=laptop.id)
    with pytest.raises(DeviceTakenError):
        roster.enrol(office, twin.card, Role.FIELD, morning)


def test_a_card_that_does_not_hold_is_not_enrolled(roster, office, stranger, morning):
    with pytest.raises(UnverifiedError):
        roster.enrol(office, replace(stranger.card, label="Laptop 5"), Role.FIELD, morning)


@pytest.mark.parametrize(
    "signed",
    [
        {"version": "1"},
        {"version": True},
        {"previous": 4},
        {"entries": None},
        {"entries": [3]},
        {"entries": {}},
        {"format": "x"},
        {"organisation": 3},
        {"more": 1},
    ],
)
def test_a_roster_of_another_shape_is_refused(roster, signed):
    plain = json.loads(roster.encode())
    plain["signed"] |= signed
    with pytest.raises(UnreadableRosterError):
        Roster.decode(plain_json.encode(plain)).check_founder("")


def test_a_device_stands_there_once(roster):
    plain = json.loads(roster.encode())
    plain["signed"]["entries"] *= 2
    with pytest.raises(UnreadableRosterError):
        Roster.decode(plain_json.encode(plain))


@given(st.binary(max_size=50))
def test_any_bytes_for_a_roster_are_refused(data):
    with pytest.raises(UnreadableRosterError):
        Roster.decode(data)
