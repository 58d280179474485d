"""Two desks over real vaults: what one writes, the other reads, and people decide."""

import itertools
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.changes import Author, Unanswered
from assistance_desktop.cases.consent import OFFICE
from assistance_desktop.cases.lack import ConsentMissingError
from assistance_desktop.errors import AppError
from assistance_desktop.storage import case_store, editing, keys, outbox, vault
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync import exchange
from assistance_desktop.sync.trust.card import Card, Role
from assistance_desktop.sync.trust.roster import Roster
from tests.conftest import PASSPHRASE

TODAY = date(2026, 11, 23)
START = datetime(2026, 11, 23, 9, tzinfo=UTC)


@dataclass
class Place:
    """A desk with its vault and its pen."""

    connection: vault.Connection
    pen: Pen

    @property
    def desk(self):
        return desks.read(self.connection)

    def write(self, case_id, *edits):
        with transaction(self.connection):
            return editing.write(self.connection, case_id, edits, self.pen)

    def make(self, to):
        with transaction(self.connection):
            return exchange.make(self.connection, self.desk, to, TODAY, self.pen)

    def look(self, content):
        return exchange.preview(self.connection, self.desk, content)

    def accept(self, looked, *decisions):
        with transaction(self.connection):
            return exchange.accept(self.connection, self.desk, looked, decisions, self.pen)

    def take(self, content):
        return self.accept(self.look(content))

    def case(self, case_id="c"):
        return case_store.load(self.connection, case_id)

    def everything(self):
        tables = ("change", "bundle", "sent", "setting")
        return [
            tuple(map(tuple, self.connection.execute(f"SELECT * FROM {table}")))  # noqa: S608
            for table in tables
        ]


def consent(state="given"):
    return (
        Edit("consent/office", "recipient", OFFICE),
        Edit("consent/office", "state", state),
        Edit("consent/office", "given_on", "2026-11-23"),
    )


def open_place(folder, worker, role, ids, minutes):
    made = vault.create(folder, PASSPHRASE, cost=keys.FLOOR)
    connection = made.connect()
    with transaction(connection):
        desk = desks.found(connection, worker, f"{worker}'s desk", role, START)
    ticks = itertools.count()
    pen = Pen(
        Author(worker, desk.device.id),
        lambda: START + timedelta(minutes=minutes, seconds=next(ticks)),
        lambda: f"{next(ids):032x}",
    )
    return made, Place(connection, pen)


@pytest.fixture
def strangers(tmp_path):
    ids = itertools.count(1)
    opened = [
        open_place(tmp_path / "field", "Pihlaja", Role.FIELD, ids, 0),
        open_place(tmp_path / "office", "Kataja", Role.OFFICE, ids, 60),
    ]
    yield [place for _vault, place in opened]
    for made, place in opened:
        place.connection.close()
        made.close()


@pytest.fixture
def field(strangers):
    return strangers[0]


@pytest.fixture
def office(strangers):
    """The office's desk, once both know each other."""
    field, office = strangers
    request = field.desk.device.card.encode()
    with transaction(office.connection):
        welcome = desks.enrol(office.connection, office.desk, Card.decode(request), START)
    roster = Roster.decode(welcome.encode())
    with transaction(field.connection):
        fingerprint = office.desk.device.card.fingerprint
        desks.join(field.connection, field.desk, roster, fingerprint)
    return office


@pytest.fixture
def to_office(office):
    return office.desk.device.card


@pytest.fixture
def to_field(field):
    return field.desk.device.card


def test_the_office_holds_the_case_answer_by_answer(field, office, to_office):
    field.write(
        "c",
        *consent(),
        Edit(CASE, "pseudonym", "Aurora"),
        Edit("intake", "/intake/safety/home_safe", "no"),
        Edit("intake", "/intake/about/date_of_birth", Unanswered.REFUSED),
    )
    parcel = field.make(to_office)
    looked = office.look(parcel.content)
    assert [(case.pseudonym, case.kind) for case in looked.cases] == [("Aurora", exchange.Kind.NEW)]
    assert office.accept(looked) == 6
    assert office.case().changes == field.case().changes


def test_looking_writes_nothing(field, office, to_office):
    field.write("c", *consent())
    parcel = field.make(to_office)
    before = office.everything()
    office.look(parcel.content)
    assert office.everything() == before


def test_a_second_import_changes_nothing(field, office, to_office):
    field.write("c", *consent())
    parcel = field.make(to_office)
    office.take(parcel.content)
    before = office.everything()
    again = office.look(parcel.content)
    assert again.already_here
    assert office.accept(again) == 0
    assert office.everything() == before


def test_without_consent_a_case_stays_here_and_the_reason_is_told(field, office, to_office):
    field.write("secret", Edit(CASE, "pseudonym", "Usva"))
    with pytest.raises(ConsentMissingError):
        field.make(to_office)
    field.write("c", *consent(), Edit(CASE, "pseudonym", "Aurora"))
    parcel = field.make(to_office)
    assert parcel.cases == ("c",)
    assert [case for case, _why in parcel.kept_back] == ["secret"]
    office.take(parcel.content)
    assert office.case("secret").changes == ()


def test_a_withdrawn_consent_keeps_later_changes_here(field, office, to_office):
    field.write("c", *consent())
    office.take(field.make(to_office).content)
    field.write("c", Edit("consent/office", "state", "withdrawn"), Edit("intake", "/q", "x"))
    with pytest.raises(ConsentMissingError):
        field.make(to_office)


def test_a_lost_bundle_heals_with_the_next(field, office, to_office):
    field.write("c", *consent())
    field.make(to_office)
    field.write("c", Edit("intake", "/q", "later"))
    office.take(field.make(to_office).content)
    assert office.case().changes == field.case().changes


def test_what_was_lost_while_consent_was_withdrawn_arrives_when_it_is_given_again(
    field, office, to_office, to_field
):
    field.write("c", *consent(), Edit("intake", "/q", "precious"))
    field.make(to_office)  # lost on the way
    field.write("c", Edit("consent/office", "state", "withdrawn"))
    field.write("other", *consent())
    office.take(field.make(to_office).content)
    field.take(office.make(to_field).content)
    field.write("c", Edit("consent/office", "state", "given"))
    office.take(field.make(to_office).content)
    assert office.case().value("intake", "/q") == "precious"
    assert office.case().changes == field.case().changes


def test_bundles_may_come_out_of_order(field, office, to_office):
    field.write("c", *consent())
    first = field.make(to_office)
    field.write("c", Edit("intake", "/q", "later"))
    second = field.make(to_office)
    office.take(second.content)
    office.take(first.content)
    assert office.case().changes == field.case().changes


def test_after_the_receipt_nothing_is_sent_twice(field, office, to_office, to_field):
    field.write("c", *consent())
    office.take(field.make(to_office).content)
    field.take(office.make(to_field).content)
    assert all(row.acknowledged for row in outbox.bundles(field.connection) if row.outgoing)
    with pytest.raises(exchange.NothingToSendError):
        office.make(to_field)
    field.write("c", Edit("intake", "/q", "new"))
    assert field.make(to_office).changes == 1


def test_the_answer_comes_back_to_the_field(field, office, to_office, to_field):
    field.write("c", *consent())
    office.take(field.make(to_office).content)
    office.write("c", Edit("plan/HOUSING", "next_step", "Move in"))
    field.take(office.make(to_field).content)
    assert field.case().value("plan/HOUSING", "next_step") == "Move in"
    assert field.case().changes == office.case().changes


def test_an_office_sends_a_field_desk_only_cases_that_it_shares(field, office, to_office, to_field):
    office.write("theirs", *consent(), Edit(CASE, "pseudonym", "Kielo"))
    field.write("c", *consent())
    office.take(field.make(to_office).content)
    office.write("c", Edit("intake", "/q", "x"))
    parcel = office.make(to_field)
    assert parcel.cases == ("c",)


def conflicted(field, office, to_office, to_field):
    field.write("c", *consent(), Edit("intake", "/q", "Not known"))
    office.take(field.make(to_office).content)
    field.take(office.make(to_field).content)
    field.write("c", Edit("intake", "/q", "Message through the clinic"))
    office.write("c", Edit("intake", "/q", "Phone, after 18:00"))
    return office.look(field.make(to_office).content)


def test_what_two_people_wrote_is_shown_and_a_person_decides(field, office, to_office, to_field):
    looked = conflicted(field, office, to_office, to_field)
    ((_case, conflict),) = looked.conflicts
    assert {head.value for head in conflict.heads} == {
        "Message through the clinic",
        "Phone, after 18:00",
    }
    decision = exchange.Decision("c", conflict, "Phone, after 18:00", "She asked for it.")
    office.accept(looked, decision)
    assert office.case().conflicts() == ()
    assert office.case().value("intake", "/q") == "Phone, after 18:00"
    field.take(office.make(to_field).content)
    assert field.case().changes == office.case().changes
    assert field.case().conflicts() == ()


def test_lists_can_be_in_conflict_and_join(field, office, to_office, to_field):
    field.write("c", *consent(), Edit("intake", "/q", ["fi"]))
    office.take(field.make(to_office).content)
    field.take(office.make(to_field).content)
    field.write("c", Edit("intake", "/q", ["fi", "vi"]))
    office.write("c", Edit("intake", "/q", ["fi", "sv"]))
    ((_case, conflict),) = office.look(field.make(to_office).content).conflicts
    assert exchange.both([head.value for head in conflict.heads]) == ["fi", "vi", "sv"]


def test_a_bundle_taken_in_without_a_decision_keeps_both_values(field, office, to_office, to_field):
    office.accept(conflicted(field, office, to_office, to_field))
    (row,) = case_store.rows(office.connection, ["c"])
    assert row.conflicts == 1


def test_a_decision_replaces_only_what_was_seen(field, office, to_office, to_field):
    looked = conflicted(field, office, to_office, to_field)
    ((_case, conflict),) = looked.conflicts
    office.write("c", Edit("intake", "/q", "Written in between"))
    office.accept(looked, exchange.Decision("c", conflict, "Phone, after 18:00"))
    (open_conflict,) = office.case().conflicts()
    assert {head.value for head in open_conflict.heads} == {
        "Written in between",
        "Phone, after 18:00",
    }


@pytest.mark.parametrize("place", [0, 30, 500, 2000, 9000, -1])
def test_a_flipped_bit_is_refused_and_changes_nothing(field, office, to_office, place):
    field.write("c", *consent())
    content = bytearray(field.make(to_office).content)
    content[place] ^= 1
    before = office.everything()
    with pytest.raises(AppError) as refusal:
        office.look(bytes(content))
    assert refusal.value.problem
    assert refusal.value.hint
    assert office.everything() == before


def test_after_a_revocation_only_what_came_before_is_believed(field, office, to_office):
    field.write("c", *consent())
    office.take(field.make(to_office).content)
    late = field.make(to_office).content
    with transaction(office.connection):
        desks.revoke(office.connection, office.desk, field.desk.device.id, START)
    with pytest.raises(AppError, match="revoked"):
        office.look(late)
    assert office.desk.peers == ()
    with pytest.raises(desks.AloneError):
        office.make(field.desk.device.card)


def test_nobody_takes_themselves_off_the_list(office):
    with pytest.raises(desks.AloneError):
        desks.revoke(office.connection, office.desk, office.desk.device.id, START)


def test_desks_that_do_not_know_each_other_send_nothing(strangers):
    field, office = strangers
    field.write("c", *consent())
    with pytest.raises(desks.AloneError):
        field.make(office.desk.device.card)


def test_two_bundles_with_one_number_raise_an_alarm(field, office, to_office, tmp_path):
    field.write("c", *consent())
    field.connection.execute("BEGIN IMMEDIATE")
    first = exchange.make(field.connection, field.desk, to_office, TODAY, field.pen)
    field.connection.execute("ROLLBACK")
    field.write("c", Edit("intake", "/q", "x"))
    second = field.make(to_office)
    office.take(first.content)
    with pytest.raises(exchange.ForkError):
        office.look(second.content)


def test_lists_join_and_words_never_do():
    assert exchange.both([["fi", "sv"], ["sv", "vi"]]) == ["fi", "sv", "vi"]
    assert exchange.both(["on 5 April", "on 12 May"]) is None


def test_a_bundle_name_says_nothing(field, office, to_office):
    field.write("c", *consent(), Edit(CASE, "pseudonym", "Aurora"))
    parcel = field.make(to_office)
    assert parcel.name.endswith(".age")
    assert "aurora" not in parcel.name.lower()
    assert b"Aurora" not in parcel.content
