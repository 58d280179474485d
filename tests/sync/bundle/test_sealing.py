import io
from dataclasses import replace

import pytest

from assistance_desktop.sync.bundle.opening import open_bundle
from assistance_desktop.sync.bundle.padding import padded
from assistance_desktop.sync.bundle.refusals import (
    BundleTooLargeError,
)
from assistance_desktop.sync.bundle.sealing import seal


def test_the_office_reads_what_the_laptop_wrote(reads, bundle, some_changes, laptop, heading):
    opened = reads(bundle)
    assert list(opened.changes) == some_changes
    assert opened.sender.card == laptop.card
    assert opened.manifest.heading == heading
    assert opened.pieces == {}


def test_the_vault_remembers_what_the_reader_sees(some_changes, heading, laptop, office, reads):
    sealed = seal(some_changes, heading, laptop, [office.card])
    assert reads(sealed.content).manifest.hash == sealed.manifest.hash
    following = replace(
        heading, sequence=2, previous=sealed.manifest.hash, acknowledgements={office.id: 7}
    )
    opened = reads(seal([], following, laptop, [office.card]).content)
    assert opened.manifest.heading == following
    assert opened.changes == ()


def test_pieces_of_attachments_travel(some_changes, heading, laptop, office, reads):
    pieces = {f"blobs/{'ab' * 32}.{number}": bytes([number]) * 1000 for number in range(3)}
    opened = reads(seal(some_changes, heading, laptop, [office.card], pieces).content)
    assert opened.pieces == pieces


def test_every_recipient_reads_the_same(some_changes, heading, laptop, office, stranger, roster):
    sealed = seal(some_changes, heading, laptop, [office.card, stranger.card]).content
    one, other = (open_bundle(io.BytesIO(sealed), each, roster) for each in (office, stranger))
    assert one == other


@pytest.mark.parametrize("count", [0, 1, 7, 300])
def test_the_length_is_one_that_padding_allows(
    some_changes, heading, laptop, office, payload_of, count
):
    changes = [some_changes[0] | {"id": str(number)} for number in range(count)]
    payload = payload_of(seal(changes, heading, laptop, [office.card]).content)
    assert len(payload) == padded(len(payload))


def test_the_smallest_bundles_are_all_of_one_length(some_changes, heading, laptop, office):
    one, other = (
        seal(changes, heading, laptop, [office.card]).content for changes in ([], some_changes)
    )
    assert len(one) == len(other)


def test_what_cannot_be_sent_is_not_sealed(some_changes, heading, laptop, office):
    with pytest.raises(BundleTooLargeError):
        seal(
            [],
            heading,
            laptop,
            [office.card],
            {f"blobs/{'ab' * 32}.{number}": bytes(2**20) for number in range(32)},
        )
    for other in ({"sequence": 0}, {"organisation": ""}, {"roster_hash": "x"}):
        with pytest.raises(ValueError, match="no reader"):
            seal([], replace(heading, **other), laptop, [office.card])
    for cards in ([], [office.card, office.card]):
        with pytest.raises(ValueError, match="no reader"):
            seal([], heading, laptop, cards)
