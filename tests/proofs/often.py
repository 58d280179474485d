"""How often a proof is tried: so many times in every run, so many in the soak."""

import pytest


def often(short, long):
    return pytest.mark.parametrize("count", [short, pytest.param(long, marks=pytest.mark.long)])
