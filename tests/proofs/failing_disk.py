"""A disk in memory that writes down what was done to it, and fails when it is told to.

Run with a mount point and the path of a file for answers; it serves until it is terminated.
What it is told comes as extended attributes of its root (user.mark, user.fail, user.heal,
user.tell), so that an order stands in the log between the writes where it was given. The shared
memory of SQLite (-shm) takes part in neither: no program relies on it after a cut.
"""

# ruff: noqa: ARG002 - the arguments are those of FUSE

import errno
import json
import os
import pickle
import sys
import time
from pathlib import Path
from stat import S_IFDIR, S_IFREG

from mfusepy import FUSE, FuseOSError, Operations

BLOCK = 4096
SIZE = 1 << 31
"""Bytes that the disk has room for while nothing else is said."""


class FailingDisk(Operations):
    """Files by their number, names by their path, and the log of all of it."""

    use_ns = True

    def __init__(self, answers):
        self.answers = Path(answers)
        self.modes = {"/": S_IFDIR | 0o700}
        self.numbers = {}
        self.content = {}
        self.last = 0
        self.log = []
        self.room = SIZE
        self.fault = {}
        self.struck = 0
        self.made = time.time_ns()

    def setxattr(self, path, name, value, options, position=0):
        order = name.removeprefix("user.")
        if order == "mark":
            self.log.append(("mark", value.decode()))
        elif order == "fail":
            self.fault, self.struck = json.loads(value), 0
            if self.fault["what"] == "space":
                self.room = self.used() + self.fault["after"]
        elif order == "heal":
            self.fault, self.room = {}, SIZE
        elif order == "tell":
            self.answers.write_bytes(pickle.dumps((self.log, self.struck)))
            self.log = []
        else:
            raise FuseOSError(errno.ENOTSUP)

    def used(self):
        return sum(len(self.content[number]) for number in self.numbers.values())

    def strike(self, what, path):
        """Fail here if it was ordered for this time."""
        if self.fault.get("what") != what or path.endswith("-shm"):
            return
        self.fault["after"] -= 1
        lasting = self.fault.get("lasting") and self.fault["after"] < 0
        if self.fault["after"] == 0 or lasting:
            self.struck += 1
            raise FuseOSError(self.fault["errno"])

    def note(self, path, *what):
        if not path.endswith("-shm"):
            self.log.append(what)

    def make_room(self, path, length):
        more = length - len(self.content[self.numbers[path]])
        if more > 0 and self.used() + more > self.room:
            self.struck += 1
            raise FuseOSError(errno.ENOSPC)

    def getattr(self, path, fh=None):
        if path not in self.modes:
            raise FuseOSError(errno.ENOENT)
        number = self.numbers.get(path)
        size = 0 if number is None else len(self.content[number])
        times = dict.fromkeys(("st_atime", "st_mtime", "st_ctime"), self.made)
        links = 1 if number is not None else 2
        return {"st_mode": self.modes[path], "st_nlink": links, "st_size": size, **times}

    def readdir(self, path, fh):
        within = path.rstrip("/") + "/"
        names = [p.removeprefix(within) for p in self.modes if p.startswith(within) and p != "/"]
        return [".", "..", *(name for name in names if "/" not in name)]

    def statfs(self, path):
        free = max(self.room - self.used(), 0) // BLOCK
        blocks = SIZE // BLOCK
        return {"f_bsize": BLOCK, "f_frsize": BLOCK, "f_blocks": blocks, "f_bfree": free,
                "f_bavail": free, "f_namemax": 255}  # fmt: skip

    def mkdir(self, path, mode):
        self.strike("name", path)
        self.modes[path] = S_IFDIR | mode
        self.note(path, "mkdir", path)

    def rmdir(self, path):
        del self.modes[path]
        self.note(path, "rmdir", path)

    def create(self, path, mode, fi=None):
        self.strike("name", path)
        if self.used() >= self.room:
            self.struck += 1
            raise FuseOSError(errno.ENOSPC)
        self.last += 1
        number = self.last
        self.modes[path], self.numbers[path] = mode & 0o7777 | S_IFREG, number
        self.content[number] = bytearray()
        self.note(path, "create", path, number)
        return number

    def open(self, path, flags):
        return self.numbers[path]

    def release(self, path, fh):
        if fh not in self.numbers.values():
            self.content.pop(fh, None)

    def read(self, path, size, offset, fh):
        self.strike("read", path)
        return bytes(self.content[fh][offset : offset + size])

    def write(self, path, data, offset, fh):
        self.strike("write", path)
        content = self.content[fh]
        if offset + len(data) > len(content):
            self.make_room(path, offset + len(data))
            content.extend(bytes(offset + len(data) - len(content)))
        content[offset : offset + len(data)] = data
        self.note(path, "write", fh, offset, bytes(data))
        return len(data)

    def truncate(self, path, length, fh=None):
        self.strike("write", path)
        self.make_room(path, length)
        number = self.numbers[path]
        content = self.content[number]
        del content[length:]
        content.extend(bytes(length - len(content)))
        self.note(path, "truncate", number, length)

    def fsync(self, path, datasync, fh):
        self.strike("fsync", path)
        self.note(path, "fsync", fh)

    def fsyncdir(self, path, datasync, fh):
        self.strike("fsync", path)
        self.note(path, "fsyncdir", path)

    def unlink(self, path):
        self.strike("name", path)
        del self.modes[path]
        self.numbers.pop(path)
        self.note(path, "unlink", path)

    def rename(self, old, new):
        self.strike("name", old)
        within = old + "/"
        for path in [p for p in self.modes if p == old or p.startswith(within)]:
            there = new + path.removeprefix(old)
            self.modes[there] = self.modes.pop(path)
            self.numbers.pop(there, None)
            if path in self.numbers:
                self.numbers[there] = self.numbers.pop(path)
        self.note(old, "rename", old, new)

    def chmod(self, path, mode):
        kind = S_IFDIR if path not in self.numbers else S_IFREG
        self.modes[path] = mode & 0o7777 | kind

    def chown(self, path, uid, gid):
        """There is one owner."""

    def utimens(self, path, times=None):
        """Nothing here asks for the time."""


if __name__ == "__main__":
    os.umask(0)
    kind = {"subtype": sys.argv[3]} if sys.argv[3:] else {}
    FUSE(FailingDisk(sys.argv[2]), sys.argv[1], foreground=True, nothreads=True, **kind)
