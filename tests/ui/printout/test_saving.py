import os
import sys

import pytest

from assistance_desktop.ui.printout import saving


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
def test_a_saved_paper_is_its_owners_and_nothing_lies_beside_it(tmp_path):
    before = os.umask(0)
    try:
        saving.save(b"%PDF-1.7", tmp_path / "Summary.pdf")
    finally:
        os.umask(before)
    assert [each.name for each in tmp_path.iterdir()] == ["Summary.pdf"]
    assert (tmp_path / "Summary.pdf").stat().st_mode & 0o777 == 0o600
