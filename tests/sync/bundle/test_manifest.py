import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistance_desktop.sync import plain_json
from assistance_desktop.sync.bundle.manifest import Manifest
from assistance_desktop.sync.bundle.refusals import (
    BundleDamagedError,
    BundleNewerError,
)


@pytest.mark.parametrize(
    "other",
    [
        {"format": "x"},
        {"reader": {"lowest": 1, "highest": 0}},
        {"reader": {"lowest": 0, "highest": 1}},
        {"reader": []},
        {"sequence": 0},
        {"sequence": True},
        {"sequence": "1"},
        {"sequence": 1.0},
        {"previous": ""},
        {"organisation": ""},
        {"organisation": None},
        {"recipients": []},
        {"recipients": {}},
        {"recipients": [{}]},
        {"recipients": ["x"]},
        {"roster": {"version": 1, "hash": "x"}},
        {"roster": None},
        {"acknowledgements": {"x": 1}},
        {"acknowledgements": []},
        {"changes": -1},
        {"members": []},
        {"members": None},
        {"members": [{"name": "pad", "length": 0, "sha256": "00" * 32}]},
        {"sender": {}},
        {"more": 1},
    ],
)
def test_a_manifest_of_another_shape_is_refused(bundle, forge, reads, other, members_of):
    members = members_of(bundle)
    manifest = plain_json.encode(json.loads(members["manifest.json"]) | other)
    with pytest.raises(BundleDamagedError):
        reads(forge(manifest, list(members.items())[3:]))


def test_a_manifest_for_newer_readers_only_is_named_so(bundle, forge, reads, members_of):
    members = members_of(bundle)
    other = {"reader": {"lowest": 2, "highest": 3}, "more": 1}
    manifest = plain_json.encode(json.loads(members["manifest.json"]) | other)
    with pytest.raises(BundleNewerError):
        reads(forge(manifest, list(members.items())[3:]))


def test_a_manifest_of_a_newer_writer_that_we_may_read_is_read(
    bundle, forge, reads, some_changes, members_of
):
    members = members_of(bundle)
    plain = json.loads(members["manifest.json"])
    shorter = {"reader": {"lowest": 1, "highest": 2}, "x": 1}
    manifest = plain_json.encode(plain | shorter)
    assert len(manifest) // 512 == len(members["manifest.json"]) // 512
    opened = reads(forge(manifest, list(members.items())[3:]))
    assert list(opened.changes) == some_changes
    assert opened.manifest.newer
    assert opened.manifest.content == manifest


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_for_a_manifest_are_refused(data):
    with pytest.raises(BundleDamagedError):
        Manifest.decode(data)
