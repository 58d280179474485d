import io
import tarfile

import pytest

from assistance_desktop.sync.age.decryption import decrypt
from assistance_desktop.sync.age.encryption import encrypt
from assistance_desktop.sync.bundle import tar
from assistance_desktop.sync.bundle.manifest import CHANGES, PAD, Manifest, Member, Party
from assistance_desktop.sync.bundle.opening import open_bundle
from assistance_desktop.sync.bundle.padding import padded
from assistance_desktop.sync.bundle.sealing import seal
from assistance_desktop.sync.trust.signing import Signed


@pytest.fixture
def bundle(some_changes, heading, laptop, office):
    return seal(some_changes, heading, laptop, [office.card]).content


@pytest.fixture
def reads(office, roster):
    return lambda data, **more: open_bundle(io.BytesIO(data), office, roster, **more)


@pytest.fixture
def reseal(office):
    """Seal any payload as anybody could who knows the office's recipient."""

    def sealed(payload, *recipients):
        out = io.BytesIO()
        encrypt(io.BytesIO(payload), out, recipients or [office.card.recipient])
        return out.getvalue()

    return sealed


@pytest.fixture
def payload_of(office):
    def plain(bundle):
        out = io.BytesIO()
        decrypt(io.BytesIO(bundle), out, [office.identity])
        return out.getvalue()

    return plain


@pytest.fixture
def forge(laptop, reseal):
    """A payload of the sender's own making, rightly signed, whatever it says."""

    def made(manifest, members):
        signatures = laptop.sign(Signed.MANIFEST, manifest)
        return reseal(
            tar.write(
                [
                    ("manifest.json", manifest),
                    ("manifest.ed25519", signatures.ed25519),
                    ("manifest.mldsa65", signatures.mldsa65),
                    *members,
                ]
            )
        )

    return made


@pytest.fixture
def forge_content(forge, some_changes, heading, laptop, office):
    """A bundle that is right in everything but these members, padded as it must be."""

    def made(data, count=None, pieces=()):
        count = len(some_changes) if count is None else count
        members = [(CHANGES, data), *pieces]
        pad = b""
        while True:
            manifest = Manifest(
                heading,
                Party.of(laptop.card),
                laptop.card.keys,
                (Party.of(office.card),),
                count,
                tuple(Member.of(*member) for member in [*members, (PAD, pad)]),
            ).content
            size = tar.measure([len(manifest), 64, 3309, *(len(c) for _, c in members), len(pad)])
            if size == padded(size):
                return forge(manifest, [*members, (PAD, pad)])
            pad = bytes(len(pad) + padded(size) - size)

    return made


@pytest.fixture
def members_of(payload_of):
    """The members of a bundle by name, in their order."""

    def found(bundle):
        with tarfile.open(fileobj=io.BytesIO(payload_of(bundle))) as opened:
            return {each.name: opened.extractfile(each).read() for each in opened}

    return found
