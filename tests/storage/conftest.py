"""Vaults that older programs made, copied so that they can be opened."""

import shutil
from pathlib import Path

import pytest

VAULTS = Path(__file__).parent / "vaults"


@pytest.fixture
def old_vault(tmp_path):
    def copy(schema):
        folder = tmp_path / f"schema-{schema}"
        shutil.copytree(VAULTS / f"schema-{schema}", folder)
        return folder

    return copy
