import io
import json

import pytest

from assistance_desktop.sync.age.encryption import encrypt
from assistance_desktop.sync.age.hybrid import HybridIdentity
from assistance_desktop.sync.age.refusals import DamagedError
from assistance_desktop.sync.age.x25519 import X25519Identity
from assistance_desktop.sync.bundle.inspection import inspect
from assistance_desktop.sync.bundle.sealing import seal


@pytest.fixture
def bundle(some_changes, heading, laptop, office, stranger):
    return seal(some_changes, heading, laptop, [office.card, stranger.card]).content


def test_without_an_identity_only_the_outside_is_told(bundle):
    assert inspect(io.BytesIO(bundle)) == {
        "format": "age-encryption.org/v1",
        "recipients": {"mlkem768x25519": 2},
        "bytes": len(bundle),
    }


def test_with_an_identity_the_inside_is_told_and_verified(bundle, office, laptop):
    found = inspect(io.BytesIO(bundle), [HybridIdentity.generate(), office.identity])
    assert found["verifies"] is True
    assert found["problem"] is None
    assert found["bytes"] == len(bundle)
    assert found["inside"]["changes"] == 7
    assert found["inside"]["sender"]["words"] == " ".join(laptop.card.words)
    assert json.loads(json.dumps(found)) == found


def test_an_identity_that_does_not_fit_is_said(bundle):
    found = inspect(io.BytesIO(bundle), [HybridIdentity.generate()])
    assert found["verifies"] is False
    assert "not sealed for you" in found["problem"]
    assert "inside" not in found
    assert found["bytes"] == len(bundle)


def test_a_damaged_bundle_is_said_to_be_so(bundle, office):
    found = inspect(io.BytesIO(bundle[:-1] + b"x"), [office.identity])
    assert found["verifies"] is False
    assert "damaged" in found["problem"]


def test_another_age_file_is_no_bundle():
    identity = X25519Identity.generate()
    sealed = io.BytesIO()
    encrypt(io.BytesIO(b"Kielo"), sealed, [identity.recipient])
    found = inspect(io.BytesIO(sealed.getvalue()), [identity])
    assert found["recipients"] == {"X25519": 1}
    assert found["verifies"] is False


def test_what_is_no_age_file_is_refused():
    with pytest.raises(DamagedError):
        inspect(io.BytesIO(b"Kielo"))
