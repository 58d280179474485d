"""A command as a person runs it: in this process or in one of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistance_desktop import cli

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def objects(self):
        return [json.loads(line) for line in self.out.splitlines()]

    def is_refusal(self, *words):
        """Status 2, nothing on standard output, one line of words on standard error."""
        assert self.status == 2
        assert not self.out
        assert self.err.endswith("\n")
        assert len(self.err.splitlines()) == 1, self.err
        assert "Traceback" not in self.err
        for word in words:
            assert str(word) in self.err
        return True


@pytest.fixture
def command(capsys, monkeypatch, tmp_path):
    """Run a command here, in an empty folder; what it wrote."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        capsys.readouterr()
        try:
            status = cli.main([str(one) for one in arguments])
        except SystemExit as left:
            status = left.code
        return Ended(status, *capsys.readouterr())

    return run


@pytest.fixture
def program(tmp_path):
    """Run a command in a process of its own, as from a terminal."""

    def run(*arguments, **variables):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "assistance_desktop", *map(str, arguments)],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=110,
        )  # fmt: skip
        return Ended(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def write(tmp_path):
    """Put words or an object into a file; its path."""

    def put(name, content):
        path = tmp_path / name
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, "utf-8")
        return path

    return put
