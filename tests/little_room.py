"""A disk that takes no more, as far as this process can tell: no file may grow."""

import contextlib
import sys

import pytest

WINDOWS_HAS_NONE = pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file")


@contextlib.contextmanager
def files_no_larger_than(size):
    """Until the end no file of this process grows beyond so many bytes."""
    import resource  # noqa: PLC0415 - Windows has none

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
