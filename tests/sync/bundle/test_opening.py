import io
from dataclasses import replace

import pytest

from assistance_desktop.errors import AppError
from assistance_desktop.sync.bundle.opening import open_bundle
from assistance_desktop.sync.bundle.refusals import (
    NotForThisDeskError,
    RevokedSenderError,
    UnknownSenderError,
)
from assistance_desktop.sync.bundle.sealing import seal
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.sync.trust.roster import Revocation


def test_a_bundle_for_another_desk_is_refused(bundle, roster, stranger):
    with pytest.raises(NotForThisDeskError):
        open_bundle(io.BytesIO(bundle), stranger, roster)


def test_a_bundle_that_was_sealed_again_for_another_desk_is_refused(
    bundle, roster, stranger, payload_of, reseal
):
    again = reseal(payload_of(bundle), stranger.card.recipient)
    with pytest.raises(NotForThisDeskError):
        open_bundle(io.BytesIO(again), stranger, roster)


def test_the_same_recipients_may_get_it_sealed_again(bundle, payload_of, reseal, reads):
    """Who can open a bundle can seal it again; it stays what its sender signed."""
    assert reads(reseal(payload_of(bundle))) == reads(bundle)


def test_an_unknown_sender_is_refused(some_changes, heading, stranger, office, reads):
    with pytest.raises(UnknownSenderError):
        reads(seal(some_changes, heading, stranger, [office.card]).content)


def test_a_sender_with_a_known_name_and_other_keys_is_refused(
    some_changes, heading, laptop, office, reads
):
    twin = replace(Device.generate("Laptop 3", Role.FIELD), id=laptop.id)
    with pytest.raises(UnknownSenderError):
        reads(seal(some_changes, heading, twin, [office.card]).content)


def test_a_bundle_of_another_organisation_is_refused(some_changes, heading, laptop, office, reads):
    other = replace(heading, organisation="org-2")
    with pytest.raises(UnknownSenderError):
        reads(seal(some_changes, other, laptop, [office.card]).content)


def test_a_revoked_sender_is_refused_after_the_last_bundle_that_counts(
    some_changes, heading, laptop, office, roster, morning
):
    later = roster.revoke(office, laptop.id, Revocation(morning, 1))
    for sequence in (1, 2):
        sealed = seal(some_changes, replace(heading, sequence=sequence), laptop, [office.card])
        if sequence == 1:
            assert open_bundle(io.BytesIO(sealed.content), office, later).changes
        else:
            with pytest.raises(RevokedSenderError):
                open_bundle(io.BytesIO(sealed.content), office, later)


def test_the_caller_decides_about_the_sequence_before_anything_is_read(forge_content, reads):
    class AlreadyHereError(AppError):
        pass

    def accept(manifest):
        raise AlreadyHereError(f"{manifest.heading.sequence}")

    with pytest.raises(AlreadyHereError, match="1"):
        reads(forge_content(b"no gzip"), accept=accept)
