"""The failing disk, mounted: how tests order faults, set marks and read its log."""

import contextlib
import json
import os
import pickle
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

SERVER = Path(__file__).with_name("failing_disk.py")


class NoDisk(Exception):  # noqa: N818 - a reason to skip
    """Why there is no such disk here."""


@dataclass(frozen=True)
class Disk:
    """A mounted disk; `root` is where it is."""

    root: Path
    answers: Path

    def order(self, name, value=b""):
        os.setxattr(self.root, f"user.{name}", value)

    def mark(self, what):
        """Put something that was acknowledged into the log, where it happened."""
        self.order("mark", json.dumps(what).encode())

    def fail(self, what, after, error=0, *, lasting=False):
        """From now on: the disk is full after so many bytes, or an operation fails that late."""
        order = {"what": what, "after": after, "errno": error, "lasting": lasting}
        self.order("fail", json.dumps(order).encode())

    def heal(self):
        self.order("heal")

    def tell(self):
        """The log since it was last told, and how often a fault struck since it was ordered."""
        self.order("tell")
        return pickle.loads(self.answers.read_bytes())  # noqa: S301 - our own child wrote it


@contextlib.contextmanager
def mounted(folder, *kind):
    """Mount a disk in a folder, of a kind such as "sshfs" if one is given.

    Raises NoDisk where that cannot be done.
    """
    if not sys.platform.startswith("linux") or not os.access("/dev/fuse", os.R_OK | os.W_OK):
        raise NoDisk("there is no /dev/fuse that we may use")
    if not shutil.which("fusermount3") and not shutil.which("fusermount"):
        raise NoDisk("fuse3 is not installed")
    root = folder / "disk"
    root.mkdir()
    said = (folder / "said").open("wb")
    server = subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, SERVER, root, folder / "answers", *kind], stdout=said, stderr=said
    )
    try:
        wait_for(root, server, folder / "said")
        yield Disk(root, folder / "answers")
    finally:
        server.terminate()
        server.wait(10)
        said.close()
        if os.path.ismount(root):
            subprocess.run(["umount", "-l", root], check=False)  # noqa: S603, S607


def wait_for(root, server, said):
    """Until the disk is there."""
    end = time.monotonic() + 10
    while not os.path.ismount(root):
        if server.poll() is not None or time.monotonic() > end:
            raise NoDisk(f"it could not be mounted: {said.read_text()[-300:]}")
        time.sleep(0.01)
