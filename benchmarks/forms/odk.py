"""ODK's own engine beside ours: installed into an ignored folder, started, and asked.

Where there is no Node, no npm or no network there is no peer, and whoever asks is told why.
"""

import json
import os
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

HERE = Path(__file__).resolve().parent
NOW = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Europe/Helsinki"))
"""The moment at which all engines fill their forms."""


class NoPeer(Exception):  # noqa: N818 - a fact, not an error
    """Why there is nothing to compare with."""


def install() -> None:
    """Bring the packages of package.json into node_modules, once.

    Raises NoPeer.
    """
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise NoPeer("node or npm is not installed")
    wanted = json.loads((HERE / "package.json").read_text())["dependencies"]
    if all(_installed(name) == version for name, version in wanted.items()):
        return
    command = ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
    try:
        subprocess.run(  # noqa: S603 - npm, and nothing from outside
            command,
            cwd=HERE,
            check=True,
            timeout=240,
            capture_output=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise NoPeer("npm could not fetch @getodk/xforms-engine") from error


def _installed(name: str) -> str:
    file = HERE / "node_modules" / name / "package.json"
    return json.loads(file.read_text())["version"] if file.exists() else ""


class Odk:
    """A running @getodk/xforms-engine with one form open at a time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own script
            ["node", str(HERE / "odk_engine.mjs")],  # noqa: S607 - whichever node is first
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env=os.environ
            | {"TZ": "Europe/Helsinki", "FORM_NOW": str(int(NOW.timestamp() * 1000))},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _at: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, what: str, **given: object) -> Any:
        """One command of odk_engine.mjs; `problem` in what comes back is a refusal."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": what, **given}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise NoPeer("the engine ended without a word")
        return json.loads(line)
