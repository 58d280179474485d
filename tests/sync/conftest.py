import os
from pathlib import Path

import pytest

_VECTORS = Path(__file__).parents[3] / "shared" / "vectors" / "age"


@pytest.fixture(scope="session")
def vector_folder():
    if not _VECTORS.is_dir() and not os.environ.get("CI"):
        pytest.skip("no age vectors beside the repository (../shared/vectors/age)")
    assert _VECTORS.is_dir(), "the age vectors must be there in CI (../shared/vectors/age)"
    return _VECTORS
