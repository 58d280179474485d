"""Walk 2 of architecture.md: a bundle reaches the office's screen."""

import shutil

import pytest

from assistance_desktop.cli.walkthrough.desk_work import DeskWork
from assistance_desktop.cli.walkthrough.hands import Hands
from assistance_desktop.storage import outbox
from assistance_desktop.ui import failure
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.unlock.start import Way
from tests.walks.desks import AURORA, answer, everything, introduce, write


@pytest.fixture
def stick(tmp_path):
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture(scope="module")
def sealed(qapp, tmp_path_factory):
    """Two desks that know each other, locked, and Aurora's case sealed for the office."""
    ground = tmp_path_factory.mktemp("ground")
    hands = Hands(ground)
    field, office = (DeskWork(ground / name, hands) for name in ("field", "office"))
    field.start(Way.JOIN, "Pihlaja")
    office.start(Way.OFFICE, "Kataja")
    introduce(field, office, ground)
    field.interview(AURORA, {})
    bundle = field.write_bundle(ground)
    for desk in (field, office):
        desk.close()
    failure.uninstall()
    return ground, bundle


@pytest.fixture
def field(hands, sealed, tmp_path):
    yield from opened(hands, sealed[0] / "field", tmp_path / "field")


@pytest.fixture
def office(hands, sealed, tmp_path):
    yield from opened(hands, sealed[0] / "office", tmp_path / "office")


def opened(hands, made, folder):
    """A copy of a desk, at work until the test is over."""
    shutil.copytree(made, folder)
    desk = DeskWork(folder, hands)
    desk.unlock()
    yield desk
    desk.close()


@pytest.fixture
def bundle(sealed):
    return sealed[1]


def refused(desk, path):
    """Read a file that is no bundle for this desk; the notice's words."""
    page = desk.workspace.exchange_page
    desk.workspace.go("sync")
    page.read_bundle(path)
    desk.hands.wait(lambda: page.notices.findChildren(Notice), "nothing was said")
    assert desk.workspace.exchange_page.isVisible()
    return page.notices.findChildren(Notice)[-1]


def test_a_bundle_is_looked_at_taken_in_and_acknowledged(field, office, bundle, stick):
    (case_id,) = field.case_ids()
    before = everything(office)

    office.read_bundle(bundle)
    assert office.workspace.review_page.isVisible()
    assert everything(office) == before, "looking has written something"

    told = []
    office.session.changed.connect(told.append)
    office.accept()
    office.hands.wait(lambda: told, "nobody was told")
    assert len(told) == 1, "taking a bundle in is one transaction, told once"
    here, there = field.session.case(case_id), office.session.case(case_id)
    assert there.fields("intake") == here.fields("intake")
    assert {change.id for change in there.changes} <= {change.id for change in here.changes}
    assert here.text("case", "pseudonym") == there.text("case", "pseudonym") == "Aurora"

    (sent,) = outbox.bundles(field.session.reader)
    assert not sent.acknowledged
    write(office, case_id, answer(office, "A quiet room"))
    field.read_bundle(office.write_bundle(stick))
    field.accept()
    sent, _received = sorted(outbox.bundles(field.session.reader), key=lambda row: not row.outgoing)
    assert sent.acknowledged, "no receipt came with the bundle back"
    assert field.session.case(case_id).value("intake", answer(field, "").field) == "A quiet room"


def test_a_second_import_changes_nothing(office, bundle):
    office.read_bundle(bundle)
    office.accept()
    taken = everything(office)

    office.read_bundle(bundle)
    assert not office.workspace.review_page.frame.accept.isVisible()
    office.workspace.review_page.frame.leave.click()
    office.hands.wait(office.workspace.exchange_page.isVisible, "no way back")
    assert everything(office) == taken


def test_a_bundle_set_aside_leaves_no_case_and_can_be_taken_in_later(office, bundle):
    office.read_bundle(bundle)
    office.workspace.review_page.frame.leave.click()
    office.hands.wait(office.workspace.exchange_page.isVisible, "no way back")
    assert not office.case_ids()
    office.read_bundle(bundle)
    office.accept()
    assert len(office.case_ids()) == 1


@pytest.mark.parametrize("place", [0.02, 0.5, 0.999])
def test_a_flipped_byte_is_refused_with_a_notice_and_changes_nothing(office, bundle, stick, place):
    content = bytearray(bundle.read_bytes())
    content[int(len(content) * place)] ^= 1
    flipped = stick / "flipped.age"
    flipped.write_bytes(content)
    before = everything(office)
    notice = refused(office, flipped)
    assert "Aurora" not in notice.accessibleName()
    assert everything(office) == before
    office.read_bundle(bundle)  # the whole one still opens


def test_a_bundle_for_another_desk_is_refused(field, bundle):
    before = everything(field)
    refused(field, bundle)
    assert everything(field) == before


def test_nothing_that_was_typed_lies_readable_in_the_bundle_or_its_name(bundle):
    content = bundle.read_bytes()
    assert not any(word in content for word in (b"Aurora", b"cloudberry", b"Pihlaja"))
    assert bundle.stem.isalnum()
    assert "aurora" not in bundle.name.casefold()
